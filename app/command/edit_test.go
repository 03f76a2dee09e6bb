package command_test

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"testing"

	"qingyang/app/bulletin"
	"qingyang/app/command"
	"qingyang/app/desk"
	"qingyang/app/revision"
	"qingyang/app/say"
	"qingyang/app/session"
)

// view is a window with an open page and a caret, as far as edits need one.
type view struct {
	command.View
	desk     *desk.Desk
	session  *session.Session
	from, to bulletin.Place
	said     []say.Text
}

func (v *view) Desk() *desk.Desk                           { return v.desk }
func (v *view) Session() *session.Session                  { return v.session }
func (v *view) Selection() (from, to bulletin.Place)       { return v.from, v.to }
func (v *view) Show(_ revision.Changed, at bulletin.Place) { v.from, v.to = at, at }
func (v *view) Say(t say.Text)                             { v.said = append(v.said, t) }

func (v *view) Work(work func(context.Context) (func() error, error)) {
	then, err := work(context.Background())
	if err == nil && then != nil {
		err = then()
	}
	if err != nil {
		v.said = append(v.said, say.T(say.Error(err, say.Chinese), say.Error(err, say.English)))
	}
}

func open(t *testing.T, raw string) *view {
	t.Helper()
	d, err := desk.Open(t.Context(), filepath.Join(t.TempDir(), "a.qingyang"), desk.Options{Name: "沈校"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	done, bad, err := d.Import(t.Context(), []desk.File{{Name: "a.txt", Bytes: []byte(raw)}}, desk.Importing{}, nil)
	if err != nil || len(bad) > 0 {
		t.Fatal(bad, err)
	}
	s, err := d.OpenPage(t.Context(), done[0].Leaf.ID)
	if err != nil {
		t.Fatal(err)
	}
	return &view{desk: d, session: s}
}

// run runs a row of the table where nothing bars it.
func (v *view) run(t *testing.T, id string) error {
	t.Helper()
	i := slices.IndexFunc(command.Table, func(c command.Command) bool { return c.ID == id })
	if i < 0 {
		t.Fatalf("there is no command %s", id)
	}
	if why := command.Table[i].WhyNot(v); !why.Zero() {
		t.Fatalf("%s is barred: %s", id, why.EN)
	}
	return command.Table[i].Run(v)
}

// Edits of blocks and articles keep the caret at its character; what cannot be done is refused with a reason,
// and changes nothing.
func TestEdits(t *testing.T) {
	v := open(t, "夜航首日\n\n渡口的灯亮了，船才敢靠岸。老船工把缆绳解开，船就离了岸，岸上的人越来越小，灯也越来越小。\n\n第二天清早，船到了对岸，岸上的人都来看，孩子们跑得最快，老人们走在后面。\n")
	v.from = bulletin.Place{Block: 2, Off: 4}
	v.to = v.from
	at := v.session.Order().ID(v.from)
	revisions := func() int { return v.session.Snapshot().Text.N() }
	before := revisions()
	for _, c := range []struct {
		id      string
		refused bool
		shown   int // where the caret's block is afterwards
	}{
		{"article.merge", true, 2}, // there is no article above
		{"article.up", true, 2},
		{"article.down", true, 2},
		{"block.down", true, 2}, // it would leave its article
		{"block.up", false, 1},
		{"block.down", false, 2},
		{"article.new", false, 2},
		{"article.new", true, 2}, // one begins here
		{"article.up", false, 0},
		{"article.down", false, 2},
		{"article.merge", false, 2},
		{"block.caption", false, 2},
		{"block.tray", false, 2},
	} {
		n := revisions()
		err := v.run(t, c.id)
		var p *say.Problem
		if c.refused != (err != nil) || err != nil && !errors.As(err, &p) {
			t.Errorf("%s: %v", c.id, err)
		}
		if want := map[bool]int{false: n + 1, true: n}[c.refused]; revisions() != want {
			t.Errorf("%s made %d revisions", c.id, revisions()-n)
		}
		if v.from.Block != c.shown || v.session.Order().ID(v.from) != at {
			t.Errorf("after %s the caret is at %v", c.id, v.from)
		}
	}
	for revisions() > before && v.session.Order().ArticleAt(2) == bulletin.None {
		if err := v.run(t, "undo"); err != nil {
			t.Fatal(err)
		}
	}
	v.from = bulletin.Place{Block: 2, Off: 4}
	length := v.session.Order().Length(1)
	if err := v.run(t, "block.join"); err != nil || v.session.Order().Blocks() != 2 || v.from != (bulletin.Place{Block: 1, Off: length}) {
		t.Errorf("after a join there are %d blocks, the caret is at %v: %v", v.session.Order().Blocks(), v.from, err)
	}
}

// The correction at the caret is taken back, whoever made it; where there is none the editor is told.
func TestTakeBackHere(t *testing.T) {
	v := open(t, "夜航首日\n\n渡口新添 12艘渡轮,游客多了。老船工说，这条河养活了几代人，岸上的人越来越少。\n")
	text := func() string { r, _ := v.session.Order().Block(1); return string(r) }
	clean := text()
	v.from = bulletin.Place{Block: 1, Off: 2}
	if err := v.run(t, "correction.takeback"); err != nil || len(v.said) != 1 || text() != clean {
		t.Errorf("where there is no correction: %v %v %q", err, v.said, text())
	}
	v.from = bulletin.Place{Block: 1, Off: 4}
	if err := v.run(t, "correction.takeback"); err != nil || text() == clean || []rune(text())[4] != ' ' {
		t.Errorf("the space is not back: %v %q", err, text())
	}
	if err := v.run(t, "undo"); err != nil || text() != clean {
		t.Errorf("%v %q", err, text())
	}
	if err := v.run(t, "redo"); err != nil || text() == clean {
		t.Errorf("%v %q", err, text())
	}
}
