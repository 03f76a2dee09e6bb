package phrase

import (
	"qingyang/app/script"
)

// adWords are words of adverts, of classified ones and of those by which a paper asks for readers: seldom any in a story.
var adWords = lex(
	"遗失声明", "声明作废", "旺铺", "出租：", "招租", "诚聘", "公益广告", "寻物启事", "寻人启事", "特此声明", "转让：", "广告刊登", "招聘启事",
	"拍卖公告", "注销公告", "招租：", "求购：", "求租：", "出售：", "急售", "低价转让", "整体转让", "接手即可", "吉铺", "旺铺转让", "门面出租",
	"商铺出租", "广告招商", "火热招商", "招商加盟", "招商热线", "加盟热线", "订购热线", "抢购热线", "订购电话", "订座", "订餐热线", "预订热线",
	"咨询热线", "销售热线", "售楼热线", "招聘热线", "贵宾专线", "垂询", "敬请光临", "欢迎惠顾", "欢迎选购", "欢迎来电", "欢迎订阅", "订阅热线",
	"征订热线", "全年订价", "全年定价", "每份定价", "邮局均可", "邮局订阅", "开始征订", "征订明年", "征订下半年", "待遇面议", "价格面议", "薪资面议",
	"有意者", "包吃住", "包食宿", "凭本报", "凭此报", "凭本广告", "凭此广告", "领礼品", "礼品一份", "大酬宾", "大优惠", "大减价", "大甩卖", "大促销",
	"特卖会", "团购会", "跳楼价", "清仓", "全场八折", "全场五折", "隆重开业", "盛大开业", "盛大开盘", "火爆开盘", "耀世登场", "恭贺", "敬贺", "同贺",
	"阖家幸福",
)

// adHeads open an advert where a space follows.
var adHeads = lex(
	"招聘", "出租", "转让", "征稿", "求购", "求职", "招租", "出售", "启事", "声明", "广告", "招商", "征婚", "讣告", "家教", "求租", "出让", "急售",
	"急转", "搬家", "开锁", "回收", "高价回收", "家政", "征订", "遗失",
)

func adHead(r []rune) bool {
	n := adHeads.At(r, 0)
	return n > 0 && n < len(r) && script.IsSpace(r[n])
}

// IsAdvert says whether words of adverts stand in a line, or it opens as one does.
func IsAdvert(r []rune) bool { return adWords.In(r) || adHead(r) }
