package rule

import (
	"strings"

	"qingyang/app/script"
)

// usage is one row of C3: what is written, what is right, and before or behind what it stays.
type usage struct {
	wrong, right string
	not          []string // with one of these directly behind it, or before it, it is right
}

// usages are words that newspapers must not write so, whatever stands around them, but for the words named.
// Sources: 现代汉语词典 (7th edition) and 第一批异形词整理表 (GF 1001-2001) for the spelling, 新华社 style for the
// rest. Where both spellings have their uses (制定 and 制订, 度过 and 渡过) there is no row.
var usages = []usage{
	{"做讲话", "作讲话", nil}, {"做报告", "作报告", []string{"会"}}, {"做演讲", "作演讲", nil}, {"做批示", "作批示", nil}, {"做指示", "作指示", nil}, {"做出批示", "作出批示", nil}, {"做出决定", "作出决定", nil},
	{"截止目前", "截至目前", nil}, {"截止今年", "截至今年", nil}, {"截止昨日", "截至昨日", nil}, {"截止昨天", "截至昨天", nil}, {"截止上月", "截至上月", nil}, {"截止去年", "截至去年", nil},
	{"帐户", "账户", nil}, {"帐号", "账号", nil}, {"帐单", "账单", nil}, {"帐目", "账目", nil}, {"结帐", "结账", nil}, {"转帐", "转账", nil}, {"对帐", "对账", nil}, {"记帐", "记账", nil}, {"算帐", "算账", nil}, {"欠帐", "欠账", nil}, {"赖帐", "赖账", nil},
	{"知识份子", "知识分子", nil}, {"犯罪份子", "犯罪分子", nil}, {"积极份子", "积极分子", nil}, {"骨干份子", "骨干分子", nil}, {"部份", "部分", []string{"额"}}, {"成份", "成分", []string{"构"}}, {"水份", "水分", []string{"薪"}}, {"养份", "养分", nil}, {"股分", "股份", []string{"成", "红", "别"}},
	{"寻人启示", "寻人启事", nil}, {"招聘启示", "招聘启事", nil}, {"征文启示", "征文启事", nil}, {"寻物启示", "寻物启事", nil}, {"招领启示", "招领启事", nil}, {"征稿启示", "征稿启事", nil},
	{"入住企业", "入驻企业", nil}, {"企业入住", "企业入驻", nil}, {"入住园区", "入驻园区", nil},
	{"权力和义务", "权利和义务", nil}, {"权力与义务", "权利与义务", nil}, {"合法权力", "合法权利", nil},
	{"座落", "坐落", nil}, {"陷井", "陷阱", nil}, {"松驰", "松弛", nil}, {"按装", "安装", nil}, {"布署", "部署", nil}, {"渲泄", "宣泄", nil}, {"既使", "即使", nil}, {"必需要", "必须要", nil}, {"迫不急待", "迫不及待", nil},
	{"再接再励", "再接再厉", nil}, {"一股作气", "一鼓作气", nil}, {"不径而走", "不胫而走", nil}, {"谈笑风声", "谈笑风生", nil}, {"走头无路", "走投无路", nil}, {"鼎立相助", "鼎力相助", nil}, {"默守成规", "墨守成规", nil},
	{"美仑美奂", "美轮美奂", nil}, {"甘败下风", "甘拜下风", nil}, {"一愁莫展", "一筹莫展", nil}, {"穿流不息", "川流不息", nil}, {"金榜提名", "金榜题名", nil}, {"声名雀起", "声名鹊起", nil}, {"趋之若骛", "趋之若鹜", nil},
	{"挖墙角", "挖墙脚", nil}, {"萎糜", "萎靡", nil}, {"针贬", "针砭", nil}, {"精萃", "精粹", nil}, {"脉博", "脉搏", nil}, {"粗旷", "粗犷", nil}, {"震憾", "震撼", nil}, {"凑和", "凑合", nil}, {"防碍", "妨碍", nil}, {"幅射", "辐射", nil}, {"气慨", "气概", nil},
	{"追朔", "追溯", nil}, {"急燥", "急躁", nil}, {"烦燥", "烦躁", nil}, {"暴燥", "暴躁", nil}, {"干躁", "干燥", nil}, {"坚苦奋斗", "艰苦奋斗", nil}, {"兴高彩烈", "兴高采烈", nil}, {"丰富多采", "丰富多彩", nil},
	{"刻不容援", "刻不容缓", nil}, {"源源流长", "源远流长", nil}, {"因地治宜", "因地制宜", nil}, {"名付其实", "名副其实", nil}, {"名符其实", "名副其实", nil}, {"一如继往", "一如既往", nil}, {"全力以付", "全力以赴", nil}, {"再所不辞", "在所不辞", nil}, {"责无旁代", "责无旁贷", nil},
	{"人材济济", "人才济济", nil}, {"其它人", "其他人", nil}, {"做为一名", "作为一名", nil}, {"做为一个", "作为一个", nil},
}

// byFirst makes an index of rows by the first character of their wrong text.
func byFirst[T any](rows []T, wrong func(T) string) map[rune][]T {
	index := map[rune][]T{}
	for _, row := range rows {
		for _, r := range wrong(row) {
			index[r] = append(index[r], row)
			break
		}
	}
	return index
}

var usageOf = byFirst(append(misspelt, usages...), func(u usage) string { return u.wrong })

// C3 suggests the word that is meant where another is never right: "截止目前" → "截至目前", "帐户" → "账户".
//
// Each row of the list says before or behind which words it is right all the same ("成分", "成份" of a
// person's class are another matter; 股分 in "一股分成"). In quotation marks alone a word is spoken of.
var C3 = Rule{ID: "C3", Find: at(func(p Para, i int) (Edit, bool) {
	for _, u := range usageOf[p.Text[i]] {
		if !script.HasAt(p.Text, i, u.wrong) || p.inCredit(i) {
			continue
		}
		to := i + len([]rune(u.wrong))
		if p.isSpokenOf(i, to) || p.besideOne(i, to, u.not) {
			continue
		}
		return p.least(i, to, []rune(u.right))
	}
	return Edit{}, false
})}

// besideOne says whether one of words stands directly before i or behind to.
func (p Para) besideOne(i, to int, words []string) bool {
	for _, w := range words {
		if script.HasAt(p.Text, to, w) || script.HasAt(p.Text, i-len([]rune(w)), w) {
			return true
		}
	}
	return false
}

// isSpokenOf says whether the word [i, to) stands in quotation marks by itself.
func (p Para) isSpokenOf(i, to int) bool {
	return isOpenMark(p.at(i-1)) && isCloseMark(p.at(to))
}

// least is the suggestion of right for the runes [i, to) without what both begin and end with.
func (p Para) least(i, to int, right []rune) (Edit, bool) {
	for i < to && len(right) > 0 && p.Text[i] == right[0] {
		i, right = i+1, right[1:]
	}
	for i < to && len(right) > 0 && p.Text[to-1] == right[len(right)-1] {
		to, right = to-1, right[:len(right)-1]
	}
	return suggest(i, to, string(right))
}

// C7 suggests one of a word that was set twice: "渡口的的船" → "渡口的船", "走了了" → "走了".
//
// 的的确确, 不了了之 and the like are words; others that are doubled often (天天, 刚刚, 人人) are not looked
// for.
var C7 = Rule{ID: "C7", Find: at(func(p Para, i int) (Edit, bool) {
	r := p.Text[i]
	if r != p.at(i+1) || r == p.at(i-1) || r == p.at(i+2) {
		return Edit{}, false
	}
	l, n := p.at(i-1), p.at(i+2)
	switch r {
	case '的':
		if n == '确' || n == '士' || n == '卢' || l == '目' || l == '标' || l == '有' && n == '放' {
			return Edit{}, false
		}
	case '了':
		if l == 0 || !isHan(l) || strings.ContainsRune("不草小明心", l) || strings.ContainsRune("之解如然", n) {
			return Edit{}, false
		}
	case '和':
		if l == 0 || !isHan(l) || n == 0 || !isHan(n) || strings.ContainsRune("共平温暖缓总饱柔随谐调祥谦议", l) || strings.ContainsRune("美气平谐睦顺", n) {
			return Edit{}, false
		}
	case '在':
		if l == 0 || !isHan(l) || n == 0 || strings.ContainsRune("现存实正自内外所潜旨意好健何", l) {
			return Edit{}, false
		}
	default:
		return Edit{}, false
	}
	return suggest(i, i+2, string(r))
})}

// traditional are characters of traditional text and old variants that simplified text has in the other form
// only (通用规范汉字表, its appendix 1), one to one. Those that are simplified characters as well (乾, 著, 於, 瞭) are
// left out.
var traditional = func() map[rune]bool {
	m := map[rune]bool{}
	for _, r := range "後裏裡來個們這對時會說為國學開關點還進過與業東車馬長門問間聞見現觀視覺話語認識記許設論證試請讓議護訊計訂討訓調談課誰謝買賣貝財責貨質費資賽贏頭題願類顧顯風飛飯飲館養餘駐驗魚鳥鳴麗麼黃齊龍樂機權極構樣標樹橋檔歲歷歸殺氣決況準減溫湯滿漢潔澤濟灣無煙熱燈爺爾牆獨獎獲環產畢異當療發監盤眾礎確禮種積穩窮競筆節範築簡籃糧紀約紅級紙細終組結給絕統經綠維網緊線練縣總績織繼續義習聖聯聲職聽舉舊艦藝藥葉華萬處號蘇虛蟲術衛補裝製複親計討診評詞詢該詳誠誤誦諸謀謹譽譯讀變豐貢貧貫貴貸貿賀賓賞賠賢賤踐躍軍軌軟較載輔輕輛輝輩輪輸轉轟辦辭農運遊達違遠適遲選遺郵鄉鄭鄰醫釋鐵銀銷鋪錢錦鍛鎮鏡鐘閃閉閑閣閱隊陽陰階際陸陳險隨雙離難電靈靜響頁順預領頻顆額驟驚騎騙驅體鬥鬧鳳鹽" {
		m[r] = true
	}
	return m
}()

// C6 suggests the simplified form of a traditional character in simplified text: "三天後" → "三天后".
//
// In a text of which more than one Han in ten is traditional nothing is suggested: it is a quotation of old
// text, calligraphy, or another script. In quotation marks, book titles and credits it stays.
var C6 = Rule{ID: "C6", Find: whole(func(p Para) []Edit {
	var es []Edit
	han := 0
	quoted := 0
	for i, r := range p.Text {
		switch {
		case isOpenMark(r):
			quoted++
		case isCloseMark(r):
			quoted = max(0, quoted-1)
		}
		if !isHan(r) {
			continue
		}
		han++
		if ok := traditional[r]; ok && quoted == 0 && !p.inCredit(i) {
			es = append(es, Edit{i, i + 1, string(script.Simple(r)), Suggest})
		} else if ok {
			han -= 10 // it counts against the text
		}
	}
	if 10*len(es) > han {
		return nil
	}
	return es
})}
