package chars

import (
	"strings"

	"qingyang/app/lexicon"
)

// The words that names stand beside. The ranker was fitted with most of them, and what they say is among its
// figures: after a word more or less the second look is to be fitted anew (qingyang-fit figures).

// surnames are the family names of one character, rare ones too: more than package lexicon tells a name by.
var surnames = setOf("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段漕钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边净阴闫令娄鄢宫褚凤仇巩巫敖冷蒲沙宗平迟臧党宿桑商佘逯晏苟戚蒙尉岑佟苍亓仝邸荀琚昝门漆郎樵尧仲晋寇茹亢谌廉濮翦扈燕冀郏浦尚农别瞿充慕连习宦艾鱼容古慎戈庾终暨居衡步都满弘匡国广禄阙东殳沃利蔚越夔隆师厍晁勾融訾阚那简饶空毋乜养鞠须丰巢蒯相后荆红竺权盖益桓公谯笪佴仉督帅缑况郈有琴伯赏墨哈年爱言福")

// others are family names that the ranker does not know of; they only guard.
var others = setOf("肖雷辜吉刁丘滕邬郜栾郁窦宇糜卓蓝虞卞楚麦付骆缪荣邝稽奚穆谈姬屠喻储")

// strictly are those of them that are hardly ever anything else in front of one or two characters.
var strictly = setOf("王李张刘陈杨赵黄周吴徐孙胡朱林郭罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎潘杜戴夏钟汪田任姜范石姚谭廖邹熊陆郝孔崔康邱秦史顾侯邵孟龙段钱汤尹黎武乔贺赖龚庞樊兰殷施陶洪翟倪严牛芦俞葛伍韦申尤毕聂丛焦柳邢岳齐梅庄辛管祝左涂谷祁舒耿牟詹靳盛童欧甄项曲裴席屈鲍覃霍翁隋甘薄柏宁柯阮桂闵冉闫娄鄢宫褚仇巩巫敖冷蒲费纪逯佘昝晏苟臧骆卞楚匡邬艾糜滕尚沙佟昌")

// onlyNames are characters that are hardly anything but family names.
var onlyNames = setOf("昝逯佘阚郗郜邸荀訾仝亓瞿闫冼邝褚窦郤郦郏郓鄢蔺裘胥厍琚濮蒯虞")

// doubles are family names of two characters.
var doubles = vocabulary(`
欧阳 司马 上官 诸葛 慕容 皇甫 尉迟 长孙 司徒 夏侯 东方 令狐 宇文 公孙 端木 南宫 西门 独孤 百里 呼延 钟离
轩辕 澹台 闻人 拓跋 申屠 太史`)

// titles stand before or behind a name.
var titles = vocabulary(`
导师 实习生 研究生 博导 主演 编导 领衔 馆员 讲师 博士 硕士 院士 总工 成员 编剧 队友 教师 班主任 辅导员
社长 技术员 讲解员 调解员 护林员 驾驶员 售货员 营业员 收银员 保安 保洁员 环卫工 快递员 外卖员 骑手 乘客 患者
病人 家长 孩子 姑娘 小伙 大叔 大娘 老汉 奶农 果农 菜农 牧民 渔民 船长 机长 工匠 师傅 徒弟 传承人 传人 发起人 申请执行人 被执行人 申请人 被申请人 原告 被告 上诉人 法定代表人
创始人 合伙人 监事 董事 总监 助理 顾问 设计师 摄影师 画家 作家 诗人 书法家 歌唱家 主编 译者 评委 嘉宾 选手
队医 教练员 裁判 球迷 棋手 冠军 亚军 季军 得主 所长 政协委员 人大代表 记者 通讯员 书记 主任 局长 处长 科长
镇长 县长 市长 区长 省长 部长 厅长 院长 校长 队长 站长 会长 董事长 总经理 经理 主席 委员 代表 教授 老师
医生 护士 民警 警官 支书 村主任 组长 秘书长 同志 先生 女士 老人 大爷 大妈 阿姨 村民 居民 市民 农民 工人
学生 职工 党员 干部 负责人 摄 文 图 编辑 责编 校对 总编 司机 店主 老板 嫌疑人 男子 女子 志愿者 队员 战士
作者 主持人 常委 副书记 副主任 副局长 副区长 研究员 工程师 厂长 园长 馆长 法官 检察官 律师 专家 球员 教练
运动员 演员 导演 歌手 儿子 女儿 妻子 丈夫 母亲 父亲 爷爷 奶奶 户主 理事长 台长 政委 参谋 连长 排长 班长
网格员 楼长 社工 大夫 店长 学员 考生 司令 军长`)

// sayings stand behind a name that begins a sentence.
var sayings = vocabulary(`
建议 宣布 提出 回答 解释 呼吁 笑 想 走 带着 拿 站 坐 回 到 去 来 打 送 成 当 任 饰 演 执导 担任
发言 作了 代表 讲 问 答 道 告 领 致 拍 写 画 编 唱 念 教 学 看 听 摇 点 擦 抱 捧 举 接 递 赶
跑 骑 开 守 住 家里 一家 夫妇 父子 母女 两人 三人 等人 同志 先生 女士 老师 今 却 又 都 已 曾 便 从
让 给 叫 说 介绍 告诉 表示 强调 指出 认为 坦言 透露 主持 出席 参加 带领 陪同 要求 回忆 笑着 称 讲话
作 致辞 调研 率 及 等 获 摄 家 今年 现年 是 在 的 和 一行 向 对 也 还 就 为 把 被`)

// ages stand behind the name of a person wherever it stands.
var ages = vocabulary("今年 现年 同志 先生 女士 告诉记者 介绍说 表示")

// tails end the names of places, firms and institutions.
var tails = vocabulary(`
村 镇 乡 街道 路 街 巷 社区 小区 花园 大厦 广场 公园 学校 小学 中学 大学 学院 医院 公司 集团 厂 店
酒店 饭店 宾馆 县 市 区 州 旗 河 湖 江 山 水库 桥 站 港 湾 庄 寨 屯 沟 岭 庙 寺 桥头 新城 家园
苑 城 府 园 银行 派出所 办事处 组 队 片区 股份 科技 有限公司 合作社 农场 林场 景区 立交 高速 铁路 号
牌 杯 奖 楼`)

type set map[rune]bool

func setOf(chars string) set {
	s := set{}
	for _, r := range chars {
		s[r] = true
	}
	return s
}

func vocabulary(words string) *lexicon.Vocabulary {
	return lexicon.NewVocabulary(strings.Fields(words)...)
}
