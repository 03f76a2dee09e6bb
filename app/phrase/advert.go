package phrase

import (
	"strings"

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

// latinAds are the words that English adverts begin with, in small letters: before a mark, or in capitals, or alone on their
// line.
var latinAds = []string{"for sale", "for rent", "to let", "to rent", "wanted", "help wanted", "wanted to buy", "sublet", "lost", "found", "free to good home", "yard sale", "garage sale",
	"rummage sale", "estate sale", "moving sale", "situations vacant", "situations wanted", "room to let", "rooms to let", "apartment", "apartments", "roommate wanted", "tutor", "tutoring", "typing",
	"services", "position vacant", "positions vacant", "now hiring", "notice of auction", "by auction", "auction", "grand opening", "clearance sale", "houses for sale", "house for sale",
	"business for sale", "situation wanted", "to be sold", "to be let"}

// latinOffers are words of English adverts that stand seldom in a story.
var latinOffers = lex("per cent off", "% off", "while supplies last", "while stocks last", "while you wait", "Free estimates", "free estimates", "Free delivery", "free delivery", "Apply in person", "apply in person", "Call for details", "call for details",
	"Open daily", "All welcome to view", "or best offer", "o.b.o.", "OBO", "No reasonable offer refused", "Apply to", "Apply at", "Apply within", "Enquire at", "Inquire at", "Order now", "Book now", "Visit our showroom", "half price", "Half price", "HALF PRICE", "money back", "Satisfaction guaranteed", "satisfaction guaranteed", "a month. Call", "Show student ID", "with this coupon", "with this ad", "Subscribe today", "Subscribe now")

// IsLatinAdvert says whether a line opens as an English advert does, or words of one stand in it.
func IsLatinAdvert(r []rune) bool { return OpensLatinAdvert(r) || latinOffers.In(r) }

// OpensLatinAdvert says whether a line opens as an English advert does: "FOR SALE: two carts", "HELP WANTED".
func OpensLatinAdvert(r []rune) bool {
	n := 0
	for n < len(r) && n < 24 && (script.IsLatin(r[n]) || r[n] == ' ') {
		n++
	}
	head := strings.TrimSpace(string(r[:n]))
	for _, w := range latinAds {
		if len(head) < len(w) || !strings.EqualFold(head[:len(w)], w) || len(head) > len(w) && head[len(w)] != ' ' {
			continue
		}
		whole := len(head) == len(w) && (n == len(r) || contains(":.-—–!,", r[n]))
		if upper := strings.ToUpper(w) == head[:len(w)]; whole && (upper || n < len(r) && r[n] == ':' || strings.Contains(w, " ")) || upper && strings.Contains(w, " ") {
			return true
		}
	}
	return false
}
