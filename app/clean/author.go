package clean

import "qingyang/app/script"

// surnames are the family names that a Chinese name is told by: the commonest ones, about 97 of 100
// people, and those that newspapers meet often.
const surnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧肖程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎闫余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙薄伏岑习胥保和蔺逯苌昝佘麦揭郗荀尤冷储"

var doubleNames = lex("欧阳", "上官", "司马", "诸葛", "夏侯", "司徒", "令狐", "皇甫", "尉迟", "公孙", "慕容", "长孙", "宇文", "端木", "东方", "南宫", "独孤")

// isName says whether r is a Chinese name: a family name and one or two characters more.
func isName(r []rune) bool {
	if len(r) < 2 || len(r) > 4 || hanRun(r, 0) != len(r) {
		return false
	}
	if doubleNames.at(r, 0) > 0 && len(r) > 2 {
		return true
	}
	return len(r) <= 3 && contains(surnames, r[0])
}

// stations end what stands before an author's name: where the author lives, learns or works, as what.
var stations = lex("乡", "镇", "村", "街道", "社区", "小区", "花园", "学校", "中学", "小学", "大学", "学院", "幼儿园", "班", "医院", "局", "站", "馆", "中心", "公司", "教师", "老师", "律师", "医师", "医生", "大夫", "馆员", "主任", "学生", "居民", "市民", "读者", "作者", "编者", "教授", "研究员", "队员", "院", "所", "校", "县", "市", "区", "厂", "员", "科", "委员会", "办公室", "医师", "支队", "大队")

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
		named := isName(group[1]) || foreign(group[1]) || len(group[1]) == 3 && contains(surnames, group[1][0])
		return c, marked && len(group[1]) <= 4 && len(group[0]) <= 16 || named && stations.ends(append([]rune{' '}, group[0]...)) && len(group[0]) <= 20
	}
	return c, false
}
