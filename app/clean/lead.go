package clean

import (
	"unicode/utf8"

	"qingyang/app/rule"
	"qingyang/app/script"
)

// lead is the opening of a news story (L6): the tag, the credit in brackets, what parts them from
// the text. Offsets into the text, half-open.
type lead struct {
	from, to int // the tag: 本报讯
	credit   credit
	hasBy    bool
	body     int // where the story's first sentence begins
}

var leadTags = lex("本报讯", "本报消息", "本报综合消息", "本报综合讯", "本网讯", "本刊讯", "又讯")

// agencies open a tag that ends with 电: 新华社北京3月5日电.
var agencies = lex("据新华社", "新华社", "据新华网", "新华网", "中新社", "据中新社", "中新网", "人民网", "据人民日报", "央视网")

// leadAt reads a lead at the head of a text.
func leadAt(r []rune) (l lead, ok bool) {
	i := skipMarks(r, 0)
	n := tagAt(r, i)
	if n == 0 {
		return l, false
	}
	l.from, l.to = i, i+n
	i = skipSpace(r, l.to)
	if i < len(r) && (r[i] == '（' || r[i] == '(') {
		if c, fits := creditAt(r, i); fits {
			l.credit, l.hasBy = c, true
			i = skipSpace(r, c.to)
		}
	}
	if callings.at(r, i) > 0 { // 本报讯 记者张三报道：
		for k := i + 1; k < len(r) && k < i+24; k++ {
			if r[k] != '：' && r[k] != ':' {
				continue
			}
			if c, fits := creditAt(r[:k], i); fits && holds(r[i:k], "报道", "摄影报道") {
				l.credit, l.hasBy = c, true
				i = k
			}
			break
		}
	}
	if i < len(r) && (r[i] == '：' || r[i] == ':') && l.hasBy {
		i = skipSpace(r, i+1)
	}
	l.body = i
	return l, true
}

// tagAt is the length of the tag at r[i:], 0 for none. One wrong character is forgiven in a tag
// that a space or a bracket follows: OCR reads 本报讯 as 本报迅.
func tagAt(r []rune, i int) int {
	if n := leadTags.at(r, i); n > 0 {
		return n
	}
	if n := agencies.at(r, i); n > 0 {
		for k := i + n; k < len(r) && k < i+n+24; k++ {
			switch c := r[k]; {
			case c == '电':
				return k + 1 - i
			case script.IsHan(c), isDigit(c), script.IsSpace(c):
			default:
				return 0
			}
		}
		return 0
	}
	if i < len(r) {
		tag, _ := rule.NearLead(r[i:])
		if n := utf8.RuneCountInString(tag); n > 0 && i+n < len(r) && r[i+1] != '版' && (r[i] == '本' || n == 4) {
			return n
		}
	}
	return 0
}

// leads says whether a line begins with a lead, whole or cut by the line's end.
func leads(r []rune) bool {
	i := skipMarks(r, 0)
	if tagAt(r, i) > 0 {
		return true
	}
	return agencies.at(r, i) > 0 && hanRun(r, i)+i < len(r) && isDigit(r[i+hanRun(r, i)])
}

// jump is a reference to another page (L8): its place with the brackets, and which way it points.
type jump struct {
	from, to int
	back     bool // 上接: the story began elsewhere
}

// jumpIn finds a reference in a text at or after from.
func jumpIn(r []rune, from int) (j jump, ok bool) {
	for i := from; i+3 < len(r); i++ {
		back := r[i] == '上' && r[i+1] == '接'
		if !back && !(r[i] == '下' && r[i+1] == '转') {
			continue
		}
		end := -1
		for k := i + 2; k < len(r) && k < i+12; k++ {
			if r[k] == '版' {
				end = k + 1
				break
			}
			if !isDigit(r[k]) && !script.IsSpace(r[k]) && !contains("第一二三四五六七八九十ABCDEFabcdef版", r[k]) {
				break
			}
		}
		if end < 0 {
			continue
		}
		for k := end; k < len(r) && k < end+8; k++ { // 《标题》 or a closing bracket
			if r[k] == '）' || r[k] == ')' {
				end = k + 1
				break
			}
		}
		start := i
		if start > 0 && (r[start-1] == '（' || r[start-1] == '(') {
			start--
		} else if start > 0 && contains("▲▼↓→↑◀▶", r[start-1]) {
			start--
		} else if start > 0 && end < len(r) && !contains("）)", r[end-1]) {
			continue // inside a sentence
		}
		return jump{start, end, back}, true
	}
	return jump{}, false
}

// jumpTail says whether a line ends inside or with a reference forward.
func jumpTail(r []rune) bool {
	r = r[max(0, len(r)-12):]
	i := find(r, 0, "下转")
	return i > 0 && (r[i-1] == '（' || r[i-1] == '(')
}

// jumpHead says whether a line begins with a reference back.
func jumpHead(r []rune) bool {
	return len(r) > 3 && (r[0] == '（' || r[0] == '(') && hasAt(r, 1, "上接") || hasAt(r, 0, "上接")
}

// jumpCut says whether a reference forward begins at the end of one line and ends in the next.
func jumpCut(above, r []rune) bool {
	if !jumpTail(above) || len(r) > 8 {
		return false
	}
	j, ok := jumpIn(append(append([]rune{}, above[max(0, len(above)-12):]...), r...), 0)
	return ok && j.to == len(r)+min(12, len(above))
}
