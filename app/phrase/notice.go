package phrase

import "qingyang/app/script"

// noticeWords end the title of a notice, listWords that of a list or of what readers are told.
var (
	noticeWords = lex("公告", "通告", "启事", "声明", "公示", "通知", "更正", "讣告", "征稿", "致歉", "寻人", "寻物")
	listWords   = lex("指南", "一览", "须知", "名单", "目录", "时刻表", "一览表", "安排")
)

// EndsAsNotice says whether a text ends as the title of a notice or a list does: 招聘启事, 停电通知, 获奖名单.
func EndsAsNotice(r []rune) bool { return noticeWords.Ends(r) || listWords.Ends(r) }

// IsNotice says whether a text is what a notice is and nothing else, as titles of notices are: 启事.
func IsNotice(t []rune) bool { return noticeWords.Is(t) }

// IsByOrder says whether a line says in English by whose order a notice is given, as no credit does.
func IsByOrder(r []rune) bool {
	return script.HasAt(r, 0, "By order") || script.HasAt(r, 0, "By Order") || script.HasAt(r, 0, "BY ORDER")
}

// IsOffice says whether a text without spaces is the name of an office that signs a notice, of five to
// thirty Han: 柳湾镇人民政府, 县供电公司.
func IsOffice(t []rune) bool {
	return len(t) >= 5 && len(t) <= 30 && script.HanRun(t, 0) == len(t) && offices.Ends(t)
}

var offices = lex("人民政府", "政府", "委员会", "办公室", "管委会", "局", "厅", "处", "科", "所", "站", "院", "法院", "公司", "中心", "学校", "中学", "小学", "大学", "医院", "协会", "学会", "工会", "合作社", "村委会", "居委会", "街道办事处", "办事处", "支队", "大队", "编辑部", "总编室", "编委会", "值班室", "治丧小组", "领导小组", "管理组", "工作组", "农会", "联谊会", "联合会", "促进会", "理事会", "学生会", "同乡会", "指挥部", "党委", "组委会", "筹委会", "集团", "银行", "支行", "家属", "全体亲属")

// DocumentNumberAt is the end of the number of a document whose bracket opens in r at i: "〔2021〕7号",
// "〔2026〕12"; or 0.
func DocumentNumberAt(r []rune, i int) int {
	if i >= len(r) || r[i] != '〔' {
		return 0
	}
	year, k := Number(r, i+1)
	if year < 1900 || year > 2200 || k >= len(r) || r[k] != '〕' {
		return 0
	}
	if _, end := Number(r, k+1); end > k+1 {
		return end
	}
	return k + 1
}
