package rule

import "qingyang/app/lexicon"

// labels of a credit, longer ones before those they begin with.
var labels = []string{
	"本报首席记者", "本报特约记者", "本报实习记者", "本报见习记者", "本报全媒体记者", "新华社记者", "全媒体记者", "本报记者", "首席记者", "特约记者",
	"实习记者", "见习记者", "融媒体记者", "摄影记者", "特约通讯员", "本报通讯员", "特约撰稿", "摄影报道", "记者", "讠己者", "通讯员", "实习生", "文/图", "图/文", "文/摄", "文图", "图文",
	"摄影", "供图", "供稿", "撰文", "撰稿", "摄", "责任编辑", "责任校对", "执行编辑", "值班编辑", "责编", "编辑", "主编", "编审", "审校", "审核", "校对", "版式",
	"美编", "制图", "绘图", "统筹", "监制", "策划", "翻译", "编译", "整理", "文",
}

// isName says whether the runes could be a person's name: two to four Han of which the first is a
// surname, or a name with dots.
func isName(name []rune) bool {
	if len(name) < 2 || len(name) > 12 {
		return false
	}
	dots := 0
	for _, r := range name {
		switch {
		case r == '·' || r == '•' || r == '・' || r == '‧':
			dots++
		case !isHan(r):
			return false
		}
	}
	return dots > 0 || len(name) <= 4 && lexicon.Surname(name) > 0
}

// findCredits finds where "记者 何苇 通讯员 杜小满 文/图" and the like stand: at the head, behind a stop,
// in brackets, behind a space. "记者从会上获悉" is none: what follows the label is no name that ends there.
func findCredits(text []rune, head int) []span {
	var found []span
	for i := head; i < len(text); i++ {
		if i > head && !isSpace(text[i-1]) && text[i-1] != '（' && text[i-1] != '(' && !isStopOrClose(text[i-1]) {
			continue
		}
		if end := creditAt(text, i); end > 0 {
			found = append(found, span{i, end})
			i = end - 1
		}
	}
	return found
}

func isStopOrClose(r rune) bool {
	switch r {
	case '。', '！', '？', '”', '）', ')', '.', '!', '?', '"', '…', '□', '■':
		return true
	}
	return false
}

// creditAt is the end of the credit that begins at i, or 0.
func creditAt(text []rune, i int) int {
	end, labelled, named := 0, false, false
	for i < len(text) {
		if n := anyAt(text, i, labels); n > 0 {
			next := i + n
			parted := next >= len(text) || isSpace(text[next]) || text[next] == '：' || text[next] == ':' || isCreditEnd(text[next])
			if parted || nameEnd(text, next) > 0 && endsToken(text, nameEnd(text, next)) {
				labelled = true
				i = next
				if i < len(text) && (text[i] == '：' || text[i] == ':') {
					i++
				}
				end = i
				i = skipSpaces(text, i)
				continue
			}
		}
		n := nameEnd(text, i)
		if n == 0 && labelled {
			n = anyName(text, i)
		}
		if n == 0 || !labelled && end == 0 && !creditFollows(text, n) {
			break
		}
		named = true
		end = n
		i = n
		if i < len(text) && (text[i] == '、' || text[i] == '/') {
			i++
		}
		i = skipSpaces(text, i)
	}
	if !labelled || !named && end < len(text) {
		return 0
	}
	return end
}

// creditFollows says whether a name without a label before it is followed by one behind it: "李岸 摄".
func creditFollows(text []rune, i int) bool {
	next := skipSpaces(text, i)
	n := anyAt(text, next, labels)
	return next > i && n > 0 && (next+n == len(text) || isCreditEnd(text[next+n]))
}

func isCreditEnd(r rune) bool { return r == '）' || r == ')' || r == '/' }

// nameEnd is the end of a name that stands at i and ends there, or 0. Two-character names may be
// spaced to align with those of three: "王 岸".
func nameEnd(text []rune, i int) int {
	k := i
	for k < len(text) && k < i+13 && (isHan(text[k]) || text[k] == '·' || text[k] == '•') {
		k++
	}
	if k == i+1 && k+1 < len(text) && isSpace(text[k]) && isHan(text[k+1]) && endsToken(text, k+2) && lexicon.Surname(text[i:i+1]) > 0 {
		return k + 2
	}
	if !endsToken(text, k) || !isName(text[i:k]) {
		return 0
	}
	return k
}

// anyName is the end of two to four Han at i, of whatever family, that a label follows: "昝宏春 摄". 0 for
// none.
func anyName(text []rune, i int) int {
	k := i
	for k < len(text) && k < i+5 && isHan(text[k]) {
		k++
	}
	if k-i < 2 || k-i > 4 || !creditFollows(text, k) {
		return 0
	}
	return k
}

func endsToken(text []rune, i int) bool {
	return i >= len(text) || isSpace(text[i]) || isCreditEnd(text[i]) || text[i] == '、'
}

func skipSpaces(text []rune, i int) int {
	for i < len(text) && isSpace(text[i]) {
		i++
	}
	return i
}
