package proof

import (
	"slices"
	"strings"
	"time"

	"qingyang/app/bulletin"
	"qingyang/app/phrase"
	"qingyang/app/rule"
	"qingyang/app/script"
)

// stories calls yield with the texts of each article, in shown order.
func (p *Page) stories(yield func(story []published)) {
	texts := p.published()
	for n := 0; n < len(texts); {
		end := n + 1
		for end < len(texts) && texts[end].block.Article == texts[n].block.Article {
			end++
		}
		if texts[n].block.Article != bulletin.None {
			yield(texts[n:end])
		}
		n = end
	}
}

// flag is a place [from, to) of a text of which a rule says that it may be wrong.
func (t *published) flag(id string, from, to int) bulletin.Finding {
	return t.suggestion(rule.Suggestion{Rule: id}, from, to)
}

// tomorrow flags the day that a story opens with where it tells of what was done on a day after the issue's
// (N7): the month, or the day, is another one.
//
// What will be done is told with a word for it; at New Year last year's days have higher months.
func tomorrow(p *Page, found func(bulletin.Finding)) {
	issue, ok := p.issueDay()
	if !ok {
		return
	}
	p.stories(func(story []published) {
		i := slices.IndexFunc(story, func(t published) bool { return t.block.Kind == bulletin.Paragraph })
		if i < 0 {
			return
		}
		t := &story[i]
		d, ok := phrase.DateAt(t.runes, script.SkipBlank(t.runes, 0))
		if !ok || !d.IsDay() {
			return
		}
		year := d.Year
		if year == 0 {
			year = issue.Year()
		}
		days := time.Date(year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC).Sub(issue).Hours() / 24
		if days <= 0 || days > 180 && d.Year == 0 {
			return
		}
		first := string(t.runes[d.To:sentenceEnd(t.runes, d.To)])
		if strings.ContainsAny(first, "将拟起前预计划届时至") || !strings.ContainsAny(first, "了") && !hasAny(first, "召开", "举行", "获悉", "开展", "来到", "走进", "举办") {
			return
		}
		found(t.flag("N7", d.From, d.To))
	})
}

// issueDay is the day of the issue, as the library has it, or else as the page's own date line says.
func (p *Page) issueDay() (time.Time, bool) {
	if p.House != nil && !p.House.Issue.IsZero() {
		return p.House.Issue, true
	}
	for _, b := range p.Blocks {
		if b.Kind != bulletin.Furniture {
			continue
		}
		if d, ok := phrase.DateIn([]rune(b.Text), 0); ok && d.Year > 1900 && d.Year < 2200 && d.IsDay() {
			return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC), true
		}
	}
	return time.Time{}, false
}

func hasAny(s string, words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(s, w) })
}

// sentenceEnd is where the sentence at i ends.
func sentenceEnd(r []rune, i int) int {
	for i < len(r) && !script.IsStop(r[i]) {
		i++
	}
	return i
}

// headlines flags a number of a headline that its story gives otherwise (N8): "12家企业" above a text that has
// "13家企业" and no other.
//
// Years and days, ordinals and numbers about are no such numbers.
func headlines(p *Page, found func(bulletin.Finding)) {
	p.stories(func(story []published) {
		body := map[string][]int{}
		for _, t := range story {
			if t.block.Kind == bulletin.Paragraph {
				eachCount(t.runes, func(_, _ int, n int, of string) {
					if !slices.Contains(body[of], n) {
						body[of] = append(body[of], n)
					}
				})
			}
		}
		for i := range story {
			if t := &story[i]; t.block.Kind.Title() {
				eachCount(t.runes, func(from, to, n int, of string) {
					if told := body[of]; len(told) == 1 && told[0] != n {
						found(t.flag("N8", from, to))
					}
				})
			}
		}
	})
}

// eachCount calls yield with each number of things in a text, where it stands with its unit, and with the unit
// and the character behind it: "家企".
func eachCount(r []rune, yield func(from, to, n int, of string)) {
	for i := 0; i < len(r); i++ {
		n, end := phrase.Numeral(r, i)
		if end == i {
			continue
		}
		from := i
		i = end - 1
		if n < 2 || from > 0 && (strings.ContainsRune("第近约逾超.．—-～至到/", r[from-1]) || phrase.IsDigit(r[from-1]) || phrase.IsHanNumeral(r[from-1])) || end+2 > len(r) || phrase.IsHanNumeral(r[end]) {
			continue
		}
		unit, next := r[end], r[end+1]
		if !strings.ContainsRune("个家名位项条件户栋辆艘所座场支只台对", unit) || !script.IsHan(next) || strings.ContainsRune("多余来半月星小以左百", next) {
			continue
		}
		yield(from, end+1, n, string([]rune{unit, next}))
	}
}

// styles flags the days of a story that are written in Han where two others at least are written in digits
// (N8): 十二月七日 beside 12月7日 (GB/T 15835-2011, 4.1, 5.1).
//
// Days of the Chinese calendar are written in Han, and so is what signs a notice, in a paragraph of its own.
func styles(p *Page, found func(bulletin.Finding)) {
	p.stories(func(story []published) {
		digits := 0
		var han []bulletin.Finding
		for i := range story {
			t := &story[i]
			for k := 0; ; {
				d, ok := phrase.DateIn(t.runes, k)
				if !ok {
					break
				}
				k = d.To
				switch {
				case phrase.IsDigit(t.runes[d.From]):
					digits++
				case d.To-d.From < len(t.runes)-2 && !phrase.IsLunar(t.runes, d.From):
					han = append(han, t.flag("N8", d.From, d.To))
				}
			}
		}
		if digits >= 2 && len(han) == 1 {
			found(han[0])
		}
	})
}

// ends flags the last character of a paragraph of several sentences that ends without a mark (P2).
func ends(p *Page, found func(bulletin.Finding)) {
	for _, t := range p.published() {
		n := len(t.runes)
		if t.block.Kind != bulletin.Paragraph || n < 40 || !script.IsHan(t.runes[n-1]) {
			continue
		}
		stops := 0
		for _, r := range t.runes {
			if r == '。' {
				stops++
			}
		}
		if last := sentenceStart(t.runes); stops >= 2 && n-last >= 10 && strings.ContainsRune(string(t.runes[last:]), '，') {
			found(t.flag("P2", n-1, n))
		}
	}
}

// sentenceStart is where the last sentence of a text begins.
func sentenceStart(r []rune) int {
	i := len(r)
	for i > 0 && !script.IsStop(r[i-1]) {
		i--
	}
	return i
}
