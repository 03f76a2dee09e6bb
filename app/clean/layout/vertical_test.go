package layout

import (
	"slices"
	"testing"

	"qingyang/app/source"
)

// down sets a page of lines from the top down, in columns from right to left.
func down(raw source.Raw) source.Raw {
	to := func(b source.Box) source.Box { return source.Box{X: raw.Height - b.Y - b.H, Y: b.X, W: b.H, H: b.W} }
	out := raw
	out.Width, out.Height = raw.Height, raw.Width
	out.Lines, out.Glyphs = slices.Clone(raw.Lines), slices.Clone(raw.Glyphs)
	for i := range out.Lines {
		out.Lines[i].Box = to(out.Lines[i].Box)
	}
	for i := range out.Glyphs {
		if b := to(out.Glyphs[i].Box()); !out.Glyphs[i].Box().Zero() {
			out.Glyphs[i].X, out.Glyphs[i].Y, out.Glyphs[i].W, out.Glyphs[i].H = float32(b.X), float32(b.Y), float32(b.W), float32(b.H)
		}
	}
	return out
}

// A page that is set from the top down is measured as the same page in lines: the order of its columns, titles above
// them, indents, steps; also where the file has them in another order.
func TestVertical(t *testing.T) {
	a, b := column(20, 100, "甲", 8), cutShort(column(140, 100, "乙", 8), 3)
	title := []set{{20, 60, 24, "夜航首日灯满"}}
	for name, lines := range map[string][]set{
		"in order": slices.Concat(title, a, b),
		"across":   {a[0], b[0], a[1], b[1], a[2], b[2], a[3], b[3], title[0], a[4], b[4], a[5], b[5], a[6], b[6], a[7], b[7]},
	} {
		raw := sheetOf(0, lines...)
		level, vertical := Measure(raw, nil), Measure(down(raw), nil)
		if got, want := heads(vertical), heads(level); got != want {
			t.Errorf("%s: its lines are in the order %s, want %s", name, got, want)
		}
		for i := range level.Prints {
			p, q := &level.Prints[i], &vertical.Prints[i]
			if p.Step != q.Step || p.Flush != q.Flush || abs(int(10*p.Indent)-int(10*q.Indent)) > 1 || abs(int(10*p.Size)-int(10*q.Size)) > 1 {
				t.Errorf("%s, line %d: %+v, want %+v", name, i, q, p)
			}
		}
	}
}
