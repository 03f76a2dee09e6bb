package phrase

import (
	"qingyang/app/lexicon"
	"qingyang/app/script"
)

// IsName says whether r is the name of a Chinese person and nothing else: a family name with one or two
// characters more.
//
// It knows shapes, not people: 高山 and 石林 are names by their shape.
func IsName(r []rune) bool {
	if len(r) < 2 || len(r) > 4 || script.HanRun(r, 0) != len(r) {
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

// IsDottedName says whether r is a name in parts with dots between, of a foreigner or of one of China's
// other peoples, and nothing else: 买买提·艾力, 玛丽•居里. At most twelve characters.
func IsDottedName(r []rune) bool {
	if len(r) < 3 || len(r) > 12 || isNameDot(r[0]) || isNameDot(r[len(r)-1]) {
		return false
	}
	dots := 0
	for i, c := range r {
		switch {
		case !isNameDot(c) && !script.IsHan(c):
			return false
		case isNameDot(c) && isNameDot(r[i-1]):
			return false
		case isNameDot(c):
			dots++
		}
	}
	return dots > 0
}

// isNameDot knows the dots that stand between the parts of a name, as pages have them.
func isNameDot(r rune) bool {
	switch r {
	case '·', '•', '・', '‧':
		return true
	}
	return false
}

// IsSpacedName says whether r is a name of which white space parts the family name from the given one, as papers
// set it to align names of two characters with those of three: 周 航, 欧阳 小禾.
func IsSpacedName(r []rune) bool {
	n := script.HanRun(r, 0)
	if n == 0 || n == len(r) || lexicon.Surname(r[:n]) != n {
		return false
	}
	given := script.SkipBlank(r, n)
	m := len(r) - given
	return given > n && m >= 1 && m <= 2 && script.HanRun(r, given) == m
}

// IsNames says whether r is two to four names with spaces between, and nothing else: the authors of a
// story.
func IsNames(r []rune) bool {
	n := AllNames(r)
	return n >= 2 && n <= 4
}

// AllNames is how many names r is, with spaces between, 0 where anything else stands there.
func AllNames(r []rune) (n int) {
	for i := 0; i < len(r); n++ {
		k := nameWordEnd(r, i, len(r))
		if !IsName(r[i:k]) && !IsSpacedName(r[i:k]) {
			return 0
		}
		i = script.SkipBlank(r, k)
	}
	return n
}

// wordEnd is where the word of r at i ends: at a space, at most at end.
func wordEnd(r []rune, i, end int) int {
	for i < end && !script.IsSpace(r[i]) {
		i++
	}
	return i
}

// nameWordEnd is where the word of r at i ends, as wordEnd, but a family name alone goes with the one or two
// characters behind the space that follows it (IsSpacedName).
func nameWordEnd(r []rune, i, end int) int {
	k := wordEnd(r, i, end)
	if k == end || lexicon.Surname(r[i:k]) != k-i {
		return k
	}
	given := script.SkipBlank(r, k)
	if m := wordEnd(r, given, end); m > given && m <= end && IsSpacedName(r[i:m]) {
		return m
	}
	return k
}

// IsLatinName says whether r is a word of a name in Latin letters, or the title before it: a capital
// first, then letters and points (Poe, Dr., J.).
func IsLatinName(r []rune) bool {
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

// IsSyllable says whether foreign names, and those of China's other peoples, are written with r: 尔, 斯, 夫.
func IsSyllable(r rune) bool { return contains(syllables, r) }

// syllables are from 世界人名翻译大辞典, its table of syllables, and what papers print.
const syllables = "阿埃艾爱安昂奥巴白拜班邦鲍贝本比彼宾别波伯勃博布蔡查昌达戴丹道德登邓狄迪蒂丁东都杜顿多厄恩尔耳法凡范方菲费芬丰冯佛夫弗福富盖甘冈高戈格根贡古顾瓜圭哈海罕汉豪赫亨洪侯胡华怀惠霍基及吉季加佳贾简杰捷金津久喀卡凯坎康考柯科克肯库夸宽昆拉来莱赖兰朗劳勒雷蕾黎李里理利莉丽连廉良列林琳龙隆卢鲁露伦罗洛吕马玛迈买麦曼芒毛梅门蒙孟米密明敏缪莫姆木穆娜纳乃南内尼年涅宁纽农努诺欧帕派潘庞佩彭皮平珀普齐奇恰强乔切琴青琼丘曲让热仁日荣茹儒瑞若撒萨塞赛桑森沙莎山尚绍申生圣施石什史士舒朔斯丝思松苏绥孙索塔台泰坦汤唐陶特滕提田铁廷通图托瓦万旺威维魏温文翁沃乌吾武伍西希锡席夏香肖晓谢辛欣兴休雄修徐许旭雅亚延扬耶叶伊依因茵英永尤雨约宰泽曾扎詹章哲珍治朱祖佐甫孜力"
