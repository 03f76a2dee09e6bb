package proof

import (
	"slices"
	"strings"

	"qingyang/app/bulletin"
	"qingyang/app/lexicon"
	"qingyang/app/phrase"
	"qingyang/app/script"
)

// person is a name of three characters that a story has beside a title or a verb of saying, so that it is one.
type person struct {
	name  string
	title string // the title beside it, with what stands before it; "" for none
	block int
	from  int // of the name, in runes of the block
}

// officers are the titles that name people, and sayers the words behind a name that begins a clause.
var (
	officers = lexicon.NewVocabulary(strings.Fields(`书记 副书记 主任 副主任 局长 副局长 镇长 副镇长 县长 副县长 市长 副市长 区长 副区长 乡长 副乡长 省长 副省长 部长 副部长
		厅长 副厅长 处长 副处长 科长 副科长 所长 副所长 院长 副院长 校长 副校长 会长 副会长 主席 副主席 站长 副站长 队长 副队长 董事长 副董事长 总经理 副总经理 经理 厂长 副厂长 园长 馆长
		副馆长 教授 副教授 村主任 村支书 支书 秘书长 副秘书长 理事长 副理事长 政委 船长 机长 村长 组长 班长 主编 院士 律师 法官 检察官 老师 教师 医生 护士 民警 教练 村民 居民 市民 工程师 技术员 负责人 管理员 讲解员 邮递员 驾驶员
		售票员 辅导员 网格员 护林员 保洁员 网格长 店主 村医 队员 司机 学生 家长 支部书记 驻村干部`)...)
	sayers = lexicon.NewVocabulary(strings.Fields("说 表示 介绍 告诉 回忆 指出 强调 认为 要求 宣布 透露 主持 出席 参加 先生 女士 同志 老师 今年 笑着 坦言 感慨 到场 来到 走进 赶到 带队 率队 致辞 讲话 说明 告知")...)
)

// people are the persons of a story.
func people(story []published) (all []person) {
	for n := range story {
		r := story[n].runes
		for i := 0; i+3 <= len(r); i++ {
			if lexicon.Surname(r[i:]) != 1 || !phrase.IsName(r[i:i+3]) || isWord(r[i+1:i+3]) && isWord(r[i:i+2]) {
				continue
			}
			x := person{name: string(r[i : i+3]), block: n, from: i}
			before, behind := titleBefore(r, i), officers.At(r, i+3)
			ends := i+3 == len(r) || !script.IsHan(r[i+3])
			says := sayers.At(r, i+3) > 0
			switch {
			case before > 0 && (ends || says || behind > 0):
				x.title = string(r[max(0, i-before-4):i])
			case behind > 0 && (i == 0 || !script.IsHan(r[i-1])):
			case says && (i == 0 || !script.IsHan(r[i-1])):
			default:
				continue
			}
			all = append(all, x)
			i += 2
		}
	}
	return all
}

func isWord(r []rune) bool { return len(r) == 2 && lexicon.Level(r[0], r[1]) > 1 }

// titleBefore is the length of the longest title that ends right before i, 0 for none.
func titleBefore(r []rune, i int) int {
	for n := min(5, i); n >= 2; n-- {
		if officers.Is(r[i-n : i]) {
			return n
		}
	}
	return 0
}

// confused says whether two characters are taken for each other, by shape or by sound.
func confused(a, b rune) bool {
	t := read()
	if i := slices.Index(t.shapes[a], b); i >= 0 && i < 20 {
		return true
	}
	if i := slices.Index(t.shapes[b], a); i >= 0 && i < 20 {
		return true
	}
	for _, s := range t.syllables[a] {
		if slices.Contains(t.syllables[b], s) {
			return true
		}
	}
	return false
}

// names flags a name that is nearly another one of its story, and stands no oftener than that (C5): 林采芹, then
// 林采芥; one character differs, and is taken for the other. Names that stand side by side are people of one
// family. Nobody but the editor knows which is right.
func names(p *Page, found func(bulletin.Finding)) {
	p.stories(func(story []published) {
		all := people(story)
		if len(all) == 0 {
			return
		}
		count := map[string]int{}
		var known []string
		for _, x := range all {
			if count[x.name]++; count[x.name] == 1 {
				known = append(known, x.name)
			}
		}
		total := map[string]int{} // as a string of the story, wherever it stands
		for i := range story {
			for _, n := range known {
				total[n] += strings.Count(story[i].block.Text, n)
			}
		}
		flagged := map[string]bool{}
		for i := range story {
			t := &story[i]
			for k := 0; k+3 <= len(t.runes); k++ {
				for _, n := range known {
					w := []rune(n)
					at, ok := differs(t.runes[k:k+3], w)
					if !ok || at == 0 && lexicon.Surname(t.runes[k:]) != 1 || !confused(w[at], t.runes[k+at]) {
						continue
					}
					here := string(t.runes[k : k+3])
					own := 0
					for j := range story {
						own += strings.Count(story[j].block.Text, here)
					}
					if own > total[n] || flagged[here+n] || flagged[n+here] || own > 1 && total[n] > 1 || beside(t.runes, k, n) {
						continue
					}
					if own == total[n] && !t.before(story, n, i, k) {
						continue // the later one of two is flagged
					}
					flagged[here+n] = true
					f := t.flag("C5", k, k+3)
					f.Note = n
					found(f)
				}
			}
		}
	})
}

// before says whether a name stands in the story before the place k of its block i.
func (t *published) before(story []published, name string, i, k int) bool {
	for j := range i {
		if strings.Contains(story[j].block.Text, name) {
			return true
		}
	}
	return strings.Contains(string(t.runes[:k]), name)
}

// differs is the only place in which two names of three characters differ.
func differs(a, b []rune) (at int, ok bool) {
	at = -1
	for i := range b {
		if a[i] != b[i] {
			if at >= 0 {
				return 0, false
			}
			at = i
		}
	}
	return at, at >= 0
}

// beside says whether a name stands within ten characters of k, in a list or of one family.
func beside(r []rune, k int, name string) bool {
	return strings.Contains(string(r[max(0, k-10):min(len(r), k+13)]), name)
}

// roles flags the title of somebody who has another one of the same kind before in the story (C5t): 副局长李长青
// where it began with 局长李长青, and 水利局局长 where it was the 教育局局长. Titles in a row are several.
func roles(p *Page, found func(bulletin.Finding)) {
	p.stories(func(story []published) {
		had := map[string]string{}
		for _, x := range people(story) {
			if x.title == "" {
				continue
			}
			before, ok := had[x.name]
			if !ok {
				had[x.name] = x.title
				continue
			}
			if n := otherTitle([]rune(before), []rune(x.title)); n > 0 {
				f := story[x.block].flag("C5t", x.from-n, x.from+3)
				f.Note = before + x.name
				found(f)
			}
		}
	})
}

// otherTitle is the length of the title that ends b where it is another one than that which ends a: with 副 or
// without, or of another office; 0 where it is none.
func otherTitle(a, b []rune) int {
	n, m := titleBefore(a, len(a)), titleBefore(b, len(b))
	if n == 0 || m == 0 {
		return 0
	}
	one, two := string(a[len(a)-n:]), string(b[len(b)-m:])
	switch {
	case one == "副"+two, two == "副"+one:
		if hasAny(string(a), "原", "时任", "前") || hasAny(string(b), "原", "时任", "前") || strings.ContainsAny(string(a)+string(b), "、兼") {
			return 0
		}
		return m
	case one != two:
		return 0
	}
	x, y := office(a[:len(a)-n]), office(b[:len(b)-m])
	if x != "" && y != "" && x != y && !strings.HasSuffix(x, y) && !strings.HasSuffix(y, x) {
		return m + len([]rune(y))
	}
	return 0
}

// office is the office that ends r, with the two characters before its last: 教育局; "" for none.
func office(r []rune) string {
	n := len(r)
	if n < 3 || !strings.ContainsRune("局委办厅院校处所", r[n-1]) || !script.IsHan(r[n-2]) || !script.IsHan(r[n-3]) {
		return ""
	}
	return string(r[n-3:])
}
