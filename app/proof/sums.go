package proof

import (
	"strings"

	"qingyang/app/bulletin"
	"qingyang/app/phrase"
	"qingyang/app/script"
)

// amount is a number with its unit.
type amount struct {
	from, to int // in runes of the text, with the unit
	value    int64
	unit     string
}

// hundredths are what a value counts, so that 3.5 is a whole number.
const hundredths = 100

// amountAt reads the number with its unit that stands in r at i: 3.5万元, 12名, 三十户. Numbers about have none.
func amountAt(r []rune, i int) (a amount, ok bool) {
	if i > 0 && (phrase.IsDigit(r[i-1]) || phrase.IsHanNumeral(r[i-1]) || strings.ContainsRune(".．第约近逾超-—～至到/", r[i-1])) {
		return a, false
	}
	var n, end int
	if phrase.IsDigit(r[i]) {
		n, end = phrase.Number(r, i)
	} else {
		n, end = phrase.Numeral(r, i)
	}
	if end == i {
		return a, false
	}
	a.from, a.value = i, int64(n)*hundredths
	if end+1 < len(r) && r[end] == '.' && phrase.IsDigit(r[end+1]) {
		part, to := phrase.Number(r, end+1)
		switch to - end {
		case 2:
			a.value += int64(part) * 10
		case 3:
			a.value += int64(part)
		default:
			return a, false
		}
		end = to
	}
	for _, big := range []struct {
		r     rune
		times int64
	}{{'万', 1e4}, {'亿', 1e8}} {
		if end < len(r) && r[end] == big.r && phrase.IsDigit(r[i]) {
			a.value *= big.times
			end++
		}
	}
	for _, w := range units {
		if script.HasAt(r, end, w) {
			a.unit, a.to = w, end+len([]rune(w))
			return a, !(a.to < len(r) && strings.ContainsRune("多余来左", r[a.to]))
		}
	}
	return a, false
}

// units are what is counted and summed up; of a longer and a shorter one the longer stands first.
var units = []string{"公里", "公顷", "公斤", "千克", "元", "亩", "吨", "米", "人", "名", "户", "家", "个", "件", "辆", "台", "套", "座", "栋", "只", "头", "棵", "株", "本", "场", "次", "项", "条", "艘", "间", "张", "箱", "枚"}

// totals flags a sum that is another one than that of its items (N8): "甲村12户、乙村9户、丙村8户，共30户". It sums
// up what stands before it in its sentence in the same unit, where nothing else is counted there; and behind it
// first, second and third prizes, medals, or men and women.
func totals(p *Page, found func(bulletin.Finding)) {
	for i := range p.published() {
		t := &p.texts[i]
		if t.block.Kind.Title() {
			continue
		}
		from := 0
		for from < len(t.runes) {
			to := from
			for to < len(t.runes) && !strings.ContainsRune("。！？", t.runes[to]) { // a dot may be one of a number
				to++
			}
			t.total(from, to, found)
			from = to + 1
		}
	}
}

// total looks at the sentence [from, to).
func (t *published) total(from, to int, found func(bulletin.Finding)) {
	var all []amount
	sum := -1 // which of them is the sum
	for i := from; i < to; i++ {
		a, ok := amountAt(t.runes, i)
		if !ok {
			continue
		}
		if sums(t.runes, i) {
			if sum >= 0 {
				return
			}
			sum = len(all)
		}
		all = append(all, a)
		i = a.to - 1
	}
	if sum < 0 {
		return
	}
	s := all[sum]
	text := t.runes[from:to]
	first := sum
	for first > 0 && all[first-1].unit == s.unit {
		first--
	}
	if sum-first > 1 {
		items := int64(0)
		for _, a := range all[first:sum] {
			items += a.value
		}
		if items != s.value && !hasAny(string(text), "其中", "同比", "比去年", "包括", "以及", "增", "减", "超", "目前", "累计", "每", "从", "原", "计划", "剩") && t.isListed(all[first:sum]) {
			found(t.flag("N8", s.from, s.to))
		}
		return
	}
	if sum > 0 {
		return
	}
	rest := all[1:]
	items, parts := int64(0), ""
	for _, a := range rest {
		before := string(t.runes[max(from, a.from-3):a.from])
		kind := ""
		for _, k := range []string{"一等奖", "二等奖", "三等奖", "金牌", "银牌", "铜牌", "男", "女"} {
			if strings.HasSuffix(before, k) || strings.HasSuffix(before, k+"性") || (k == "男" || k == "女") && strings.HasPrefix(string(t.runes[a.to:min(to, a.to+1)]), k) {
				kind = k
			}
		}
		if kind == "" || a.unit != s.unit {
			return
		}
		items, parts = items+a.value, parts+kind
	}
	if (parts == "一等奖二等奖三等奖" || parts == "金牌银牌铜牌" || parts == "男女" || parts == "女男") && items != s.value && !hasAny(string(text), "特等奖", "优秀奖", "优胜奖", "鼓励奖") {
		found(t.flag("N8", s.from, s.to))
	}
}

// sums says whether the number at i is a sum: 共, 合计, 总计 stand before it in its clause, with up to four
// characters between: 共有30户, 共招工人45名.
func sums(r []rune, i int) bool {
	for k := i - 1; k >= max(0, i-5) && script.IsHan(r[k]); k-- {
		if script.HasAt(r, k, "合计") || script.HasAt(r, k, "总计") || r[k] == '共' && !script.HasAt(r, k-1, "公共") && !script.HasAt(r, k-1, "中共") && !script.HasAt(r, k, "共同") && !script.HasAt(r, k, "共产") {
			return true
		}
	}
	return false
}

// isListed says whether items follow each other with no more than ten characters and a mark between.
func (t *published) isListed(items []amount) bool {
	for k := 1; k < len(items); k++ {
		between := t.runes[items[k-1].to:items[k].from]
		if len(between) > 12 || len(between) == 0 || !strings.ContainsRune("、，；", between[0]) {
			return false
		}
	}
	return true
}

// wholes flags what a story says twice of the whole of a place in two ways (N8): 全镇12个行政村, then 全镇13个行政村.
func wholes(p *Page, found func(bulletin.Finding)) {
	p.stories(func(story []published) {
		type told struct{ value int64 }
		seen := map[string]told{}
		for i := range story {
			t := &story[i]
			for k := 2; k < len(t.runes); k++ {
				a, ok := amountAt(t.runes, k)
				if !ok || a.to+2 > len(t.runes) || t.runes[k-2] != '全' && !script.HasAt(t.runes, k-2, "下辖") && !script.HasAt(t.runes, k-2, "现有") {
					continue
				}
				if !script.IsHan(t.runes[a.to]) || !script.IsHan(t.runes[a.to+1]) {
					continue
				}
				key := string(t.runes[k-2:k]) + a.unit + string(t.runes[a.to:a.to+2])
				before, is := seen[key]
				switch {
				case !is:
					seen[key] = told{a.value}
				case before.value != a.value:
					found(t.flag("N8", a.from, a.to))
				}
				k = a.to - 1
			}
		}
	})
}

// headAmounts flags an amount of a headline that its story gives otherwise (N8): 投资3.2亿元 above 投资2.3亿元. The
// two characters before it and its unit say what it is of; where the story has it as it stands, or two others,
// nothing is said.
func headAmounts(p *Page, found func(bulletin.Finding)) {
	p.stories(func(story []published) {
		key := func(r []rune, a amount) string {
			if a.from < 2 || !script.IsHan(r[a.from-1]) || !script.IsHan(r[a.from-2]) || strings.ContainsRune("了达增过为超", r[a.from-1]) {
				return ""
			}
			return string(r[a.from-2:a.from]) + a.unit
		}
		each := func(r []rune, yield func(amount)) {
			for k := range r {
				if a, ok := amountAt(r, k); ok {
					yield(a)
				}
			}
		}
		body := map[string][]int64{}
		values := map[int64]bool{}
		for i := range story {
			t := &story[i]
			if t.block.Kind == bulletin.Paragraph {
				each(t.runes, func(a amount) {
					values[a.value] = true
					if k := key(t.runes, a); k != "" {
						body[k] = append(body[k], a.value)
					}
				})
			}
		}
		for i := range story {
			t := &story[i]
			if t.block.Kind.Title() {
				each(t.runes, func(a amount) {
					if k := key(t.runes, a); k != "" && len(body[k]) == 1 && body[k][0] != a.value && !values[a.value] {
						found(t.flag("N8", a.from, a.to))
					}
				})
			}
		}
	})
}
