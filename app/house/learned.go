package house

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"qingyang/app/clean/read"
	"qingyang/app/say"
)

// Learned is what the corrected pages of a paper taught about how it sets its pages, and from how much.
type Learned struct {
	Pages       int      `toml:"pages"`       // that an editor had worked on
	Corrections int      `toml:"corrections"` // of structure on them: joins, splits, kinds, moves
	Junctions   int      `toml:"junctions"`   // between lines of these pages
	Before      int      `toml:"before"`      // of them read otherwise than the editor left them, without what was learned
	After       int      `toml:"after"`       // the same with what the other half of the pages taught
	Habits      []string `toml:"habits"`      // a line each: of | cue | answer | for | weight
}

// errHabit says that a line is no habit.
var errHabit = errors.New("is no habit: of | cue | two numbers | for | weight")

// Keep takes over what was taught; corrections is how many an editor had made on these pages.
func (l *Learned) Keep(t read.Teaching, corrections int) {
	*l = Learned{Pages: t.Pages, Corrections: corrections, Junctions: t.Junctions, Before: t.Before, After: t.After}
	for _, h := range t.Habits {
		l.Habits = append(l.Habits, fmt.Sprintf("%s | %s | %d %d | %s | %+.4g", h.Of, h.Cue, h.X, h.Y, h.For, h.Weight))
	}
}

// parse reads the habits. Whether cleaning knows them is another question (read.Known): it may have known them once.
func (l *Learned) parse() (all []read.Habit, err error) {
	for _, line := range l.Habits {
		f := strings.Split(line, " | ")
		if len(f) != 5 {
			return nil, fmt.Errorf("“%s” %w", line, errHabit)
		}
		h := read.Habit{Of: f[0], Cue: f[1], For: f[3]}
		xs, ys, _ := strings.Cut(f[2], " ")
		var bad [3]error
		h.X, bad[0] = strconv.Atoi(xs)
		h.Y, bad[1] = strconv.Atoi(ys)
		h.Weight, bad[2] = strconv.ParseFloat(f[4], 64)
		if err := errors.Join(bad[:]...); err != nil || h.Weight != h.Weight {
			return nil, fmt.Errorf("“%s” %w", line, errHabit)
		}
		all = append(all, h)
	}
	return all, nil
}

// write writes what was learned as a table of TOML; nothing where nothing was.
func (l *Learned) write(b *strings.Builder) {
	if len(l.Habits) == 0 {
		return
	}
	b.WriteString("\n# 由改过的版面学得，删去这一节即不再使用 / learned from corrected pages: without this part nothing is used\n[learned]\n")
	fmt.Fprintf(b, "pages = %d\ncorrections = %d\njunctions = %d\nbefore = %d\nafter = %d\nhabits = [\n", l.Pages, l.Corrections, l.Junctions, l.Before, l.After)
	for _, h := range l.Habits {
		fmt.Fprintf(b, "  %q,\n", h)
	}
	b.WriteString("]\n")
}

// strongest is how many habits are told to people.
const strongest = 12

// Told says what was learned, from how much and what it is worth: a line each.
func (l *Learned) Told() (all []say.Text) {
	switch {
	case l.Pages < read.FewestPages:
		return []say.Text{say.T("改过的版面只有 %d 个，至少要 %d 个才学", "only %d pages have been corrected; at least %d are needed").With(l.Pages, read.FewestPages)}
	case len(l.Habits) == 0:
		return []say.Text{say.T("看过 %d 个改过的版面、%d 处结构改动：学了也不会少改，什么都没有记下（接排判错 %d → %d）",
			"looked at %d corrected pages with %d corrections of structure: learning would spare none, and nothing is kept (wrong junctions %d → %d)").With(l.Pages, l.Corrections, l.Before, l.After)}
	}
	all = append(all,
		say.T("由 %d 个改过的版面、%d 处结构改动学得 %d 条排版习惯，不含任何文字", "learned %[3]d habits of layout from %[1]d corrected pages with %[2]d corrections of structure; no words are kept").With(l.Pages, l.Corrections, len(l.Habits)),
		say.T("互相检验（用一半版面学，看另一半）：%d 处行间判断，判错 %d → %d", "checked on each other's half of these pages: of %d junctions, wrong %d → %d").With(l.Junctions, l.Before, l.After),
		say.T("最强的几条：", "the strongest of them:"))
	habits, _ := l.parse()
	for _, h := range habits[:min(strongest, len(habits))] {
		all = append(all, told(h))
	}
	return all
}
