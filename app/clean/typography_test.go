package clean

import (
	"iter"
	"slices"
	"strings"
	"testing"

	"qingyang/app/bulletin"
	"qingyang/app/revision"
	"qingyang/app/rule"
)

// toy are two rules of which the second builds on the first: a dot becomes a comma, two commas one.
func toy(text []rune, _, _ bool, on func(id string) bool) iter.Seq2[rule.Rule, []rule.Edit] {
	return func(yield func(rule.Rule, []rule.Edit) bool) {
		text := slices.Clone(text)
		for _, r := range []struct{ id, old, new string }{{"T1", ".", "，"}, {"T2", "，，", "，"}} {
			if !on(r.id) {
				continue
			}
			var edits []rule.Edit
			old := []rune(r.old)
			for i := 0; i+len(old) <= len(text); i++ {
				if string(text[i:i+len(old)]) == r.old {
					edits = append(edits, rule.Edit{From: i, To: i + len(old), New: r.new})
					i += len(old) - 1
				}
			}
			if len(edits) == 0 {
				continue
			}
			text = []rune(strings.ReplaceAll(string(text), r.old, r.new))
			if !yield(rule.Rule{ID: r.id}, edits) {
				return
			}
		}
	}
}

func TestTypography(t *testing.T) {
	raw := plain("柳湾渔港开渔\n\n渔船出海.码头上，.锣鼓喧天。\n\n网补好了.，船漆过了。\n")
	for _, c := range []struct {
		off  map[string]bool
		want string
	}{
		{nil, "渔船出海，码头上，锣鼓喧天。|网补好了，船漆过了。"},
		{map[string]bool{"T2": true}, "渔船出海，码头上，，锣鼓喧天。|网补好了，，船漆过了。"},
		{map[string]bool{"T1": true}, "渔船出海.码头上，.锣鼓喧天。|网补好了.，船漆过了。"},
	} {
		d := newDrafter(raw, analyse(raw, Profile{Off: c.off}), Profile{Off: c.off})
		d.structure()
		d.typography(toy)
		all := d.revisions()
		log, err := revision.Load(raw.Text, all)
		if err != nil {
			t.Fatal(err)
		}
		times := map[string]int{}
		for _, r := range all {
			times[r.Author.Rule]++
		}
		if times["T1"] > 1 || times["T2"] > 1 || c.off["T1"] && times["T1"] > 0 {
			t.Errorf("off %v: revisions by rule: %v", c.off, times)
		}
		if got := strings.Join(log.Page().Articles[0].Texts(bulletin.Paragraph), "|"); got != c.want {
			t.Errorf("off %v: %q, want %q", c.off, got, c.want)
		}
	}
}

// A page of marks as people type them was typed so; where others stand, too, that no one types, a machine may have read
// one for something else.
func TestMarksThatAreTyped(t *testing.T) {
	line := `船长说,今天"开船、收网、晒网的人都来了"吗,岸上的人说:来了!`
	many := strings.Repeat(line+"\n", 30)
	read := strings.Repeat("岸上“没有”人﹑船里^有，", 10) + "\n"
	for text, want := range map[string]string{many: "今天“开船、", many + "岸上“没有”人。\n": "今天“开船、", many + read: `今天"开船、`} {
		page, _ := drafted(t, text, Profile{})
		var all []string
		for _, a := range page.Articles {
			for _, b := range a.Blocks {
				all = append(all, b.Text)
			}
		}
		for _, b := range append(page.Tray, page.Furniture...) {
			all = append(all, b.Text)
		}
		if got := strings.Join(all, "\n"); !strings.Contains(got, want) {
			t.Errorf("no %q in %q", want, got)
		}
	}
}
