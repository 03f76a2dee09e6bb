package app_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

// Only revision makes operations: what hangs on a character that moves, which name an article gets, what a
// break that comes back belongs to, is decided there once. Tests may, to say what is expected.
func TestOnlyRevisionMakesOperations(t *testing.T) {
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && path != ".." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata") {
			return filepath.SkipDir
		}
		rel, err := filepath.Rel("..", path)
		if err != nil {
			return err
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || filepath.ToSlash(filepath.Dir(rel)) == "app/revision" {
			return nil
		}
		files := token.NewFileSet()
		f, err := parser.ParseFile(files, path, nil, 0)
		if err != nil {
			return err
		}
		for _, at := range made(f) {
			t.Errorf("%v makes a revision.Op: ask revision for it", files.Position(at))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// made are the places where a file composes a revision.Op: by itself, in a list or map of them, by new, or
// from a variable of the type.
func made(f *ast.File) (places []token.Pos) {
	name := ""
	for _, i := range f.Imports {
		if i.Path.Value == `"qingyang/app/revision"` {
			name = "revision"
			if i.Name != nil {
				name = i.Name.Name
			}
		}
	}
	if name == "" {
		return nil
	}
	named := func(e ast.Expr, what string) bool {
		s, ok := e.(*ast.SelectorExpr)
		if !ok || s.Sel.Name != what {
			return false
		}
		x, ok := s.X.(*ast.Ident)
		return ok && x.Name == name
	}
	isOp := func(e ast.Expr) bool { return named(e, "Op") }
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CompositeLit:
			elem := n.Type
			switch list := n.Type.(type) {
			case *ast.ArrayType:
				elem = list.Elt
			case *ast.MapType:
				elem = list.Value
			}
			if p, ok := elem.(*ast.StarExpr); ok {
				elem = p.X
			}
			if isOp(n.Type) || (isOp(elem) || named(n.Type, "Draft")) && len(n.Elts) > 0 {
				places = append(places, n.Pos())
			}
		case *ast.CallExpr:
			if f, ok := n.Fun.(*ast.Ident); ok && f.Name == "new" && len(n.Args) == 1 && isOp(n.Args[0]) {
				places = append(places, n.Pos())
			}
		case *ast.ValueSpec:
			if n.Type != nil && isOp(n.Type) {
				places = append(places, n.Pos())
			}
		}
		return true
	})
	return places
}

// The test above sees what it is for.
func TestMadeOperationsAreSeen(t *testing.T) {
	for src, want := range map[string]int{
		`var ops []revision.Op`:                                     0,
		`var ops = []revision.Op{}`:                                 0,
		`func f(op revision.Op) revision.OpKind { return op.Kind }`: 0,
		`var op = revision.Op{Kind: revision.Delete}`:               1,
		`var ops = []revision.Op{{Kind: revision.Delete}}`:          1,
		`var ops = []*revision.Op{{Kind: revision.Delete}}`:         1,
		`var ops = map[int]revision.Op{1: {}}`:                      1,
		`var d = revision.Draft{{Kind: revision.Delete}}`:           1,
		`var d revision.Draft`:                                      0,
		`func f() { g(&revision.Op{}) }`:                            1,
		`func f() { op := new(revision.Op); op.Kind = 1 }`:          1,
		`func f() { var op revision.Op; op.Kind = 1 }`:              1,
	} {
		f, err := parser.ParseFile(token.NewFileSet(), "", "package p\nimport \"qingyang/app/revision\"\n"+src, 0)
		if err != nil {
			t.Fatal(err)
		}
		if got := len(made(f)); got != want {
			t.Errorf("%s: %d, want %d", src, got, want)
		}
	}
}
