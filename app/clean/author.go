package clean

import (
	"qingyang/app/lexicon"
	"qingyang/app/script"
)

// isName says whether r is a Chinese name: a family name and one or two characters more.
func isName(r []rune) bool {
	if len(r) < 2 || len(r) > 4 || hanRun(r, 0) != len(r) {
		return false
	}
	switch lexicon.Surname(r) {
	case 2:
		return len(r) > 2
	case 1:
		return len(r) <= 3
	}
	return false
}

// namesOnly says whether a line is two to four names and nothing else: the authors of a story.
func namesOnly(r []rune) bool {
	n := 0
	for i := 0; i < len(r); {
		k := i
		for k < len(r) && !script.IsSpace(r[k]) {
			k++
		}
		if !isName(r[i:k]) {
			return false
		}
		n++
		i = skipSpace(r, k)
	}
	return n >= 2 && n <= 4
}

// stations end what stands before an author's name: where the author lives, learns or works, as what.
var stations = lex("乡", "镇", "村", "街道", "社区", "小区", "花园", "学校", "中学", "小学", "大学", "学院", "幼儿园", "班", "医院", "局", "站", "馆", "中心", "公司", "教师", "老师", "律师", "医师", "医生", "大夫", "馆员", "主任", "学生", "居民", "市民", "读者", "作者", "编者", "教授", "研究员", "队员", "院", "所", "校", "县", "市", "区", "厂", "员", "科", "委员会", "办公室", "支队", "大队")

// foreign says whether a word is of a foreign name: a capital first, or the point behind a title.
func foreign(r []rune) bool {
	if len(r) == 0 || r[0] < 'A' || r[0] > 'Z' {
		return false
	}
	for _, c := range r {
		if !script.IsLatin(c) && c != '.' {
			return false
		}
	}
	return true
}

var writers = lex("翻译", "译", "插图", "绘图", "编译", "读者", "作者", "编者", "撰文", "图/文", "文/图", "图文", "供稿", "摄影", "整理", "文")

// authorCredit reads a line that names an author who is no reporter: "□ 易初阳", "双堰乡 蔺霜",
// "读者 荀爱莲", "区法律援助中心律师 上官清越".
func authorCredit(r []rune) (c credit, ok bool) {
	if len(r) < 3 || len(r) > 40 || callings.in(r) || leads(r) {
		return c, false
	}
	i := skipMarks(r, 0)
	marked := i > 0
	end := trimSpace(r, i, len(r))
	c = credit{from: 0, to: len(r), in: i, out: end, called: true}
	var group [][]rune
	for k := i; k < end; {
		n := k
		for n < end && !script.IsSpace(r[n]) {
			if c := r[n]; !script.IsHan(c) && !isDigit(c) && !script.IsLatin(c) && !contains("（）()·/／.", c) {
				return credit{}, false
			}
			n++
		}
		if foreign(r[k:n]) && len(group) > 0 && foreign(group[len(group)-1]) {
			group[len(group)-1] = r[k:n] // one name: Dr. Ann Poe
		} else {
			group = append(group, r[k:n])
		}
		k = skipSpace(r, n)
	}
	if len(group) == 4 && writers.at(group[2], 0) == len(group[2]) && isName(group[3]) {
		group = group[:2] // whoever translated it or took the pictures
	}
	if len(group) == 3 && writers.at(group[1], 0) == len(group[1]) && isName(group[2]) {
		return c, stations.ends(group[0]) || foreign(group[0]) || isName(group[0])
	}
	switch len(group) {
	case 1:
		return c, marked && len(group[0]) <= 8
	case 2:
		if writers.at(group[0], 0) == len(group[0]) && isName(group[1]) {
			return c, true
		}
		named := isName(group[1]) || foreign(group[1]) || len(group[1]) == 3 && lexicon.Surname(group[1]) > 0
		return c, marked && len(group[1]) <= 4 && len(group[0]) <= 16 || named && stations.ends(append([]rune{' '}, group[0]...)) && len(group[0]) <= 20
	}
	return c, false
}
