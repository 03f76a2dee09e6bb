package rule

// lead is the opening tag of a story ("本报讯") and what parts it from the text: the tag is
// [from, tag), the bracket with the reporter's name, if any, [tag, end), the separator [end, body).
// All are 0 where there is no lead.
type lead struct{ from, tag, end, body int }

// isLeadHead says whether a lead can begin with r.
func isLeadHead(r rune) bool {
	switch r {
	case '本', '新', '中', '人', '据', '讯', '央':
		return true
	}
	return false
}

var (
	plainLeads = []string{"本报讯", "本报消息", "本台讯", "本网讯", "本刊讯", "本社讯"}
	agencies   = []string{"新华社", "新华网", "中新社", "中新网", "人民网", "央视网", "本报", "本台", "本网", "本刊"}
)

// NearLead is the commonest tag of a lead that text opens with but for one character, and which one that is,
// in runes; "" for none. A space, a bracket or the text's end stands behind it.
func NearLead(text []rune) (tag string, at int) {
	for _, tag := range []string{"本报讯", "本报消息"} {
		wrong, n := 0, 0
		for _, r := range tag {
			if n < len(text) && text[n] != r {
				wrong, at = wrong+1, n
			}
			n++
		}
		if wrong == 1 && n <= len(text) && (n == len(text) || text[n] == '（' || text[n] == '(' || isSpace(text[n])) {
			return tag, at
		}
	}
	return "", 0
}

// findLead reads the lead that stands in text at head: "本报讯", "本报柳湾3月5日讯", "新华社上海1月3日电",
// with or without the bracket behind it. It looks at no more than some sixty characters and the
// spaces behind them.
func findLead(text []rune, head int) lead {
	at := head
	if at >= len(text) || !isLeadHead(text[at]) {
		return lead{}
	}
	if n := anyAt(text, at, plainLeads); n > 0 {
		at += n
		if at < len(text) && (text[at] == '员' || text[at] == '息' || text[at] == '号') {
			return lead{}
		}
	} else if hasAt(text, at, "讯（") || hasAt(text, at, "讯(") {
		at++
	} else {
		if text[at] == '据' {
			at++
		}
		n := anyAt(text, at, agencies)
		if n == 0 {
			return lead{}
		}
		if at = datedLead(text, at+n); at == 0 {
			return lead{}
		}
	}
	l := lead{from: head, tag: at, end: at}
	if at < len(text) && (text[at] == '（' || text[at] == '(') {
		for k := at + 1; k < len(text) && k < at+40; k++ {
			if text[k] == '）' || text[k] == ')' {
				l.end = k + 1
				break
			}
		}
	}
	l.body = l.end
	for l.body < len(text) && isSpace(text[l.body]) {
		l.body++
	}
	return l
}

// datedLead is the offset behind "上海1月3日电", or 0 where no such thing stands at i. The day may be
// spaced and full-width, as on a raw page.
func datedLead(text []rune, i int) int {
	end := min(len(text), i+28)
	day := false
	for ; i < end; i++ {
		switch r := text[i]; {
		case r == '日':
			day = true
		case (r == '讯' || r == '电') && day:
			if i+1 < len(text) && (text[i+1] == '话' || text[i+1] == '报' || text[i+1] == '台' || text[i+1] == '视') {
				return 0
			}
			if r == '电' && i+1 < len(text) && text[i+1] == '讯' {
				i++
			}
			return i + 1
		case isHan(r), isDigit(r), r >= '０' && r <= '９', isGap(r), r == '·', r == '/':
		default:
			return 0
		}
	}
	return 0
}

// L6 parts a lead from the text by exactly one half-width space: two spaces or an em become one,
// and one is set where "本报讯" runs into its sentence.
//
// A lead with its bracket ("本报讯（记者 …）") needs no space and gets none, but keeps the one it has.
// Never without a separator: the space is what tells the lead from the text. Looks at the head of
// the paragraph only.
var L6 = Rule{ID: "L6", Find: whole(func(p Para) []Edit {
	l := p.lead
	if l.tag == 0 || l.body >= len(p.Text) {
		return nil
	}
	if l.end == l.body {
		if next := p.Text[l.body]; l.end != l.tag || !isHan(next) && !isAlnum(next) && next != '“' && next != '《' && next != '"' {
			return nil
		}
		if p.Text[l.from] == '据' { // "据新华社…电" may run on
			return nil
		}
		return []Edit{{l.end, l.end, " ", Auto}}
	}
	if l.body == l.end+1 && p.Text[l.end] == ' ' || isPauseMark(p.Text[l.body]) {
		return nil
	}
	return []Edit{{l.end, l.body, " ", Auto}}
})}
