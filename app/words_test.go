package app_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// listed is one list of words of a room: the place where it stands, and the words of it.
type listed struct {
	room, at string
	words    map[string]bool
}

// TestOneListOfAThing fails where two rooms hold lists of words that say the same: more than half of the
// shorter one, three words at least, stands in the other. What newspapers say is recognised once, in
// phrase, and asked for.
//
// A list is a run of four or more Chinese words given side by side: the arguments of a call, the elements of
// a literal. Names of commands, menus and messages are not lists of words to look for, so the rooms that
// speak to people are left out.
func TestOneListOfAThing(t *testing.T) {
	speak := map[string]bool{"app/say": true, "app/wording": true, "app/command": true, "app/window": true, "app/session": true, "app/desk": true, "app/sample": true}
	var all []listed
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		room := "app/" + filepath.ToSlash(filepath.Dir(path))
		if speak[room] {
			return nil
		}
		files := token.NewFileSet()
		f, err := parser.ParseFile(files, path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(f, func(n ast.Node) bool {
			var es []ast.Expr
			switch n := n.(type) {
			case *ast.CallExpr:
				es = n.Args
			case *ast.CompositeLit:
				es = n.Elts
			}
			if words := chinese(es); len(words) >= 4 {
				all = append(all, listed{room, files.Position(n.Pos()).String(), words})
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 20 {
		t.Fatalf("only %d lists of words found: the test looks past them", len(all))
	}
	for i, a := range all {
		for _, b := range all[i+1:] {
			if a.room == b.room {
				continue
			}
			var both []string
			for w := range a.words {
				if b.words[w] {
					both = append(both, w)
				}
			}
			if n := min(len(a.words), len(b.words)); len(both) >= 3 && 2*len(both) > n {
				t.Errorf("%s and %s both list %v", a.at, b.at, both)
			}
		}
	}
}

// chinese are the words of a list that are literals of two or more Han characters.
func chinese(es []ast.Expr) map[string]bool {
	words := map[string]bool{}
	for _, e := range es {
		l, ok := e.(*ast.BasicLit)
		if !ok || l.Kind != token.STRING {
			continue
		}
		w, err := strconv.Unquote(l.Value)
		if err != nil {
			continue
		}
		han := 0
		for _, r := range w {
			if unicode.Is(unicode.Han, r) {
				han++
			}
		}
		if han >= 2 && han <= 8 {
			words[w] = true
		}
	}
	return words
}
