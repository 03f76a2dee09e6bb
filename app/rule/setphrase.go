package rule

import "qingyang/app/script"

// register are clauses and names that papers print to the letter, without their marks: of eight Han and
// more, and none that is another right one but for a character, so that what differs in one is a mistake.
var register = []string{
	"习近平新时代中国特色社会主义思想", "中国特色社会主义", "社会主义现代化国家", "中华民族伟大复兴", "人民对美好生活的向往", "坚持以人民为中心的发展思想",
	"不忘初心牢记使命", "绿水青山就是金山银山", "房子是用来住的不是用来炒的", "五位一体总体布局", "四个全面战略布局", "增强四个意识坚定四个自信做到两个维护",
	"为中国人民谋幸福", "为中华民族谋复兴", "创新协调绿色开放共享", "富强民主文明和谐", "自由平等公正法治", "爱国敬业诚信友善", "党的建设新的伟大工程", "改革开放和社会主义现代化建设",
	"供给侧结构性改革", "新时代文明实践中心", "坚持人民至上生命至上", "守土有责守土负责守土尽责", "横向到边纵向到底", "踏石留印抓铁有痕", "一分部署九分落实", "让数据多跑路让群众少跑腿", "让信息多跑路让群众少跑腿",
	"中国人民政治协商会议", "人力资源和社会保障", "国有资产监督管理", "中央纪律检查委员会",
}

// setPhrase is one of the register: its runes.
type setPhrase []rune

// phrasesAt has the phrases by their first and their second character: one of the two is right.
var phrasesAt = func() map[rune][]setPhrase {
	index := map[rune][]setPhrase{}
	for _, w := range register {
		r := setPhrase(w)
		index[r[0]] = append(index[r[0]], r)
		if r[1] != r[0] {
			index[r[1]] = append(index[r[1]], r)
		}
	}
	return index
}()

// setPhrases suggest the character in which a clause that is set to the letter differs: "绿水青山就是金山很山". They
// go by C4. Marks and spaces between are passed over; no more than one character may differ, and it is Han.
var setPhrases = Rule{ID: "C4", Find: at(func(p Para, i int) (Edit, bool) {
	for _, w := range phrasesAt[p.Text[i]] {
		from := i
		if w[0] != p.Text[i] { // the first character is the wrong one
			if from--; from < 0 || !isHan(p.Text[from]) {
				continue
			}
		} else if from > 0 && w[1] == p.Text[i] && w[0] == p.Text[i-1] {
			continue
		}
		if at := p.differs(from, w); at >= 0 {
			return suggest(at, at+1, string(w[p.countHan(from, at)]))
		}
	}
	return Edit{}, false
})}

// differs is the offset of the one character in which the text at i differs from a phrase, -1 where none
// does or more do.
func (p Para) differs(i int, w setPhrase) int {
	wrong, at := 0, -1
	for _, want := range w {
		for i < len(p.Text) && (isZhMark(p.Text[i]) && p.Text[i] != '。' || isSpace(p.Text[i])) {
			i++
		}
		if i >= len(p.Text) || !script.IsHan(p.Text[i]) {
			return -1
		}
		if p.Text[i] != want {
			if wrong++; wrong > 1 {
				return -1
			}
			at = i
		}
		i++
	}
	return at
}

// countHan is how many Han stand in [from, to).
func (p Para) countHan(from, to int) int {
	n := 0
	for _, r := range p.Text[from:to] {
		if isHan(r) {
			n++
		}
	}
	return n
}
