package clean

import (
	"strings"
	"testing"

	"qingyang/app/bulletin"
)

// captioned is three stories and, at the foot, two photos of the second and the third.
const captioned = `渡口的灯换成了新的
　　本报讯 昨天夜里，河东渡口的旧灯全部换成了新灯。船
工贺春山说，雾天靠岸不用再喊，远远就看得见石阶。
　　旧灯用了二十多年，灯罩裂了三只，每到冬天就要用布
包起来。镇里为换灯花了四千元，由过河的人凑了一半。
　　等船的人说，有了灯，提着的是米还是盐都看得清。

夜校的算盘班开课
　　本报讯 上星期三，镇里的夜校开了算盘班，来学的有三
十四人，年纪最大的七十一岁。
　　老师傅顾长风带来自己用过的算盘，一颗一颗地教大家
认珠子。学员说，账算清楚了，赶集心里就有底。
　　算盘班每星期上两个晚上，教室里点两盏灯，学员各自
带算盘，没有的由学校借给。到年底，学员还要比一比。

果园里的水轮流用
　　本报讯 山上的水引到果园以后，五户人家商量好轮流用，
每家一天，谁也不争。
　　今年梨树挂果比去年多，最大的一只有一斤二两。看水
的人说，水渠两边还要种上柳树，免得雨大的时候冲垮。
　　果农想把水渠里剩下的水引去浇菜，菜地里的人每天
早上来问，今天轮到谁家。

学员在灯下打算盘。 贺青禾 摄

果农在水渠边看水。 沈若兰 摄
`

// Photos that stand in a heap go to the stories that tell of what they show, one to each; who took them says nothing.
func TestCaptionsAtTheFoot(t *testing.T) {
	page, _ := drafted(t, captioned, Profile{})
	want := map[string]string{"夜校的算盘班开课": "学员在灯下打算盘。", "果园里的水轮流用": "果农在水渠边看水。"}
	for _, a := range page.Articles {
		head, shown := "", ""
		for _, b := range a.Blocks {
			switch text := string(b.Text); b.Kind {
			case bulletin.Headline:
				head = text
			case bulletin.Caption:
				shown += text
			}
		}
		if !strings.HasPrefix(shown, want[head]) || shown != "" && want[head] == "" {
			t.Errorf("under %q stands %q", head, shown)
		}
		delete(want, head)
	}
	if len(want) > 0 {
		t.Errorf("no stories for %v", want)
	}
}
