package window

import (
	"context"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"qingyang/app/desk"
	"qingyang/app/glossary"
	"qingyang/app/say"
	"qingyang/app/session"
)

// waits counts what a watched context complains of.
type waits int

func (w *waits) Errorf(string, ...any) { *w++ }

// TestGuard: a job's context that is used on the window's goroutine is complained of, and in a job it is not.
func TestGuard(t *testing.T) {
	var n waits
	j := newJobs(func(f func()) {})
	here := goroutine()
	used := make(chan context.Context)
	j.wrap = func(ctx context.Context) context.Context { return watched{ctx, &n, here} }
	run(j, each, say.Text{}, func(ctx context.Context) (int, error) {
		_ = ctx.Err()
		used <- ctx
		return 0, nil
	}, func(int, error) {})
	ctx := <-used
	if n != 0 {
		t.Errorf("%d complaints of what a job did", n)
	}
	d, err := desk.Open(t.Context(), t.TempDir()+"/a.qingyang", desk.Options{Name: "沈校"})
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	for i, wait := range []func(){
		func() { _, _ = d.People(ctx) },
		func() { _, _ = d.Search(ctx, "字", 5) },
		func() { _ = d.Remember(ctx, "a", "b") },
		func() { _ = d.Write(ctx, t.TempDir()+"/x", desk.Export{}, false) },
	} {
		if n = 0; true {
			wait()
		}
		if n == 0 {
			t.Errorf("nothing was said of wait %d", i)
		}
	}
}

// memory are the methods without a context that the window calls on its own goroutine although a name like
// theirs could do more: they answer from memory. Close is called in a job, as this file sees to.
var memory = map[string]string{
	"*desk.Desk":        "Path Person Notice ReadOnly Close Words",
	"*session.Snapshot": "Text ArticleAt Titles RepairOps",
}

// TestWhatWaitsTakesAContext: of a library and of a snapshot everything that is not known to answer from
// memory takes a context.
func TestWhatWaitsTakesAContext(t *testing.T) {
	ctx := reflect.TypeFor[context.Context]()
	for _, typ := range []reflect.Type{reflect.TypeFor[*desk.Desk](), reflect.TypeFor[*glossary.Book](), reflect.TypeFor[*session.Snapshot]()} {
		known := strings.Fields(memory[typ.String()])
		for i := range typ.NumMethod() {
			m := typ.Method(i)
			takes := m.Type.NumIn() > 1 && m.Type.In(1) == ctx
			if !takes && !slices.Contains(known, m.Name) {
				t.Errorf("%s.%s takes no context, and nobody said that it answers from memory", typ, m.Name)
			}
		}
	}
}

// outside are the files whose functions run before the window's loop or beside it.
var outside = []string{"desktop.go", "display.go", "guard.go", "jobs.go", "start.go", "trace.go"}

// blocking are functions without a context that wait for a disk, a clock or somebody else. They may be
// called where a context is at hand, which is in a job.
var blocking = []string{
	"os.Stat", "os.Lstat", "os.Open", "os.OpenFile", "os.Create", "os.ReadFile", "os.WriteFile", "os.Mkdir", "os.MkdirAll",
	"os.Remove", "os.RemoveAll", "os.Rename", "os.ReadDir", "io.ReadAll", "io.Copy", "time.Sleep", "time.Tick", "time.NewTimer",
	"time.NewTicker", "time.AfterFunc", "fyne.Do", "fyne.DoAndWait", "source.Read", "source.Detect", "desk.ReadFolio", "compare.Pages",
}

// TestOnlyJobsMakeContexts reads the source of the window: contexts are made in jobs.go alone, so that what
// takes one can only be called in a job; and what waits without one is called only where one is at hand.
func TestOnlyJobsMakeContexts(t *testing.T) {
	files, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	read := 0
	for _, f := range files {
		name := f.Name()
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") || slices.Contains(outside, name) {
			continue
		}
		read++
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Name.Name != "Run" && fn.Name.Name != "firstLibrary" && fn.Body != nil {
				check(t, set, fn.Body, takesContext(fn.Type))
			}
		}
	}
	if read < 20 {
		t.Errorf("only %d files were read", read)
	}
}

// check looks through a function's body; inJob says whether a context is at hand.
func check(t *testing.T, set *token.FileSet, body ast.Node, inJob bool) {
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			// What a job posts back has the context in scope, but runs on the window's goroutine: the guard of
			// the other tests sees to that.
			check(t, set, n.Body, inJob || takesContext(n.Type))
			return false
		case *ast.GoStmt:
			t.Errorf("%s: only jobs begin goroutines", set.Position(n.Pos()))
		case *ast.CallExpr:
			name := called(n)
			switch {
			case strings.HasPrefix(name, "context."):
				t.Errorf("%s: %s makes a context; only jobs do", set.Position(n.Pos()), name)
			case !inJob && slices.Contains(blocking, name):
				t.Errorf("%s: %s waits, and this is the window's goroutine", set.Position(n.Pos()), name)
			case !inJob && strings.HasSuffix(name, ".Close") && name != "trace.Close":
				t.Errorf("%s: %s may wait, and this is the window's goroutine", set.Position(n.Pos()), name)
			}
		}
		return true
	})
}

// called is the name of what a call calls, as far as it is written "x.f".
func called(c *ast.CallExpr) string {
	sel, ok := c.Fun.(*ast.SelectorExpr)
	if !ok {
		return ""
	}
	if x, ok := sel.X.(*ast.Ident); ok {
		return x.Name + "." + sel.Sel.Name
	}
	return "?." + sel.Sel.Name
}

func takesContext(f *ast.FuncType) bool {
	for _, p := range f.Params.List {
		if s, ok := p.Type.(*ast.SelectorExpr); ok {
			if x, ok := s.X.(*ast.Ident); ok && x.Name == "context" && s.Sel.Name == "Context" {
				return true
			}
		}
	}
	return false
}
