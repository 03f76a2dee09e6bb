package app_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"
)

// most are the rooms that others lean on most, and how many functions and methods each may offer them at
// most: what is not in the list of one room is looked for in another.
var most = map[string]int{"desk": 64, "session": 62}

func TestRoomsOfferLittle(t *testing.T) {
	for room, limit := range most {
		files, err := filepath.Glob(filepath.Join(room, "*.go"))
		if err != nil {
			t.Fatal(room, err)
		}
		var names []string
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") {
				continue
			}
			f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range f.Decls {
				if d, ok := d.(*ast.FuncDecl); ok && d.Name.IsExported() && exported(d.Recv) {
					names = append(names, d.Name.Name)
				}
			}
		}
		t.Logf("%s: %d", room, len(names))
		if len(names) > limit || len(names) == 0 {
			t.Errorf("%s offers %d functions and methods, at most %d are few enough: %s", room, len(names), limit, strings.Join(names, " "))
		}
	}
}

// exported says whether a method's receiver can be named outside of its room; functions have none.
func exported(recv *ast.FieldList) bool {
	if recv == nil {
		return true
	}
	e := recv.List[0].Type
	for {
		switch x := e.(type) {
		case *ast.StarExpr:
			e = x.X
		case *ast.IndexExpr:
			e = x.X
		case *ast.Ident:
			return x.IsExported()
		default:
			return true
		}
	}
}
