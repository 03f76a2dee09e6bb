package phrase

import "testing"

// words is what of a credit is said, "" for none.
func words(text string, c Credit, ok bool) string {
	if !ok {
		return ""
	}
	return string(c.Words.Of([]rune(text)))
}

func TestWholeCredit(t *testing.T) {
	for _, c := range []struct{ line, want string }{ // "" where the line is none
		{"记者 沈小禾", "记者 沈小禾"},
		{"记者沈小禾", "记者沈小禾"},
		{"记 者 沈小禾", "记 者 沈小禾"},
		{"□本报记者　沈小禾 通讯员 周一航", "本报记者　沈小禾 通讯员 周一航"},
		{"●本报全媒体记者 沈小禾", "本报全媒体记者 沈小禾"},
		{"（记者 沈小禾 周一航）", "记者 沈小禾 周一航"},
		{"(沈小禾 周一航)", "沈小禾 周一航"},
		{"（沈小禾、周一航）", "沈小禾、周一航"},
		{"本报记者 欧阳一诺 文/图", "本报记者 欧阳一诺 文/图"},
		{"文／图 记者 沈小禾", "文／图 记者 沈小禾"},
		{"记者：沈小禾", "记者：沈小禾"},
		{"记者 沈小禾 摄", "记者 沈小禾 摄"},
		{"本报评论员", "本报评论员"},
		{"讠己者 沈小禾", "讠己者 沈小禾"},
		{"撰文：沈小禾 摄影：周一航", "撰文：沈小禾 摄影：周一航"},
		{"文/沈小禾 图/周一航", "文/沈小禾 图/周一航"},
		{"图/周一航", "图/周一航"},
		{"文字：沈小禾", "文字：沈小禾"},
		{"文/图 沈小禾", "文/图 沈小禾"},
		{"【记者 沈小禾】", "记者 沈小禾"},
		{"〔沈小禾 周一航〕", "沈小禾 周一航"},
		{"（柳湾 沈小禾）", "柳湾 沈小禾"},
		{"（阿布都·热合曼）", "阿布都·热合曼"},
		{"本报记者 沈小禾 发自柳湾", "本报记者 沈小禾 发自柳湾"},
		{"撰稿 沈小禾", "撰稿 沈小禾"},
		{"柳湾商报记者 沈小禾", "柳湾商报记者 沈小禾"},
		{"本报驻柳湾记者 沈小禾", "本报驻柳湾记者 沈小禾"},
		{"※本刊特约记者 沈小禾", "本刊特约记者 沈小禾"},
		{"文｜沈小禾", "文｜沈小禾"},
		{"采写 沈小禾", "采写 沈小禾"},
		{"（柳湾车辆段 沈小禾）", "柳湾车辆段 沈小禾"},
		{"本报驻柳湾记者从渔港获悉", ""},
		{"【沈小禾】", ""}, // a column may be called so
		// Sentences in which a calling stands, and lines without one.
		{"记者看到了海", ""},
		{"记者从渔港获悉", ""},
		{"记者跑腿", ""},
		{"记者 从 渔港 获悉", ""},
		{"沈小禾 周一航", ""},
		{"（见第二版）", ""},
		{"（记者 沈小禾", ""},
		{"（的 了）", ""},
		{"图为渔港。记者 沈小禾 摄", ""},
		{"图/文并茂", ""},
		{"文/图 渔港开渔", ""},
		{"渔港 文/图", ""},
		{"沈小禾 文/图", ""}, // the second line of a credit more often than one of its own
		{"摄影 沈小禾", ""},  // or a photographer's own line: where it stands tells
		{"文：渔港开渔", ""},
		{"摄影：光与影的游戏", ""},
		{"", ""},
		{"□", ""},
	} {
		k, ok := WholeCredit([]rune(c.line))
		if got := words(c.line, k, ok); got != c.want {
			t.Errorf("%q: %q, want %q", c.line, got, c.want)
		}
	}
}

func TestCreditFields(t *testing.T) {
	for _, c := range []struct {
		text                             string
		called, photo, strange, brackets bool
	}{
		{"（记者 沈小禾）", true, false, false, true},
		{"（沈小禾）", false, false, false, true},
		{"记者 沈小禾 摄", true, true, false, false},
		{"记者 咯小禾", true, false, true, false},
	} {
		k, ok := CreditAt([]rune(c.text), 0)
		if !ok || k.Called != c.called || k.Photo != c.photo || k.Strange != c.strange || k.Brackets != c.brackets || k.To != len([]rune(c.text)) {
			t.Errorf("%q: %+v %v", c.text, k, ok)
		}
	}
}

func TestTrailingCredit(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"渔船都回来了。 记者 沈小禾", "记者 沈小禾"},
		{"渔船都回来了。（沈小禾 周一航）", "沈小禾 周一航"},
		{"“都回来了！”（记者 沈小禾）", "记者 沈小禾"},
		{"渔船都回来了。 沈小禾", "沈小禾"},
		{"渔船都回来了。 沈小禾 周一航", "沈小禾 周一航"},
		{"三等奖 周一航 通讯员 沈小禾", "通讯员 沈小禾"},
		{"渔船都回来了吗？（柳湾 沈女士）", ""},
		{"渔船都回来了。（沈 禾）", "沈 禾"},
		{"渔船都回来了。【沈小禾】", "沈小禾"},
		{"渔船都回来了。〔撰稿 沈小禾〕", "撰稿 沈小禾"},
		{"渔船都回来了。（沈小禾报道）", "沈小禾报道"},
		{"渔船都回来了。（沈小禾（退休教师））", "沈小禾（退休教师）"},
		{"渔船都回来了。（沈小禾（见图））", ""},
		{"渔船都回来了……□沈小禾", ""}, // an ornament alone makes no credit inside a paragraph
		{"渔船都回来了。记者在码头看到，网还是湿的。", ""},
		{"渔船都回来了（共一百二十艘）", ""},
		{"渔船都回来了。（图片由渔港提供）", ""},
		{"渔船都回来了。沈小禾", ""},
		{"渔船都回来了。 记者 沈小禾 摄", ""},
		{"渔船都回来了。（渔政处）", "渔政处"},
		{"渔船都回来了。（渔政处 沈小禾）", "渔政处 沈小禾"},
		{"渔船都回来了。（渔政处沈小禾）", "渔政处沈小禾"},
		{"渔船都回来了。　渔业协会 供稿", "渔业协会 供稿"},
		{"渔船都回来了。［义工 沈小禾］", "义工 沈小禾"},
		{"渔船都回来了。（远帆）", "远帆"},
		{"渔船都回来了。【听潮人】", "听潮人"},
		{"渔船都回来了。远帆", ""},
		{"渔船都回来了。（图略）", ""},
		{"渔船都回来了。（未完）", ""},
		{"渔船都回来了。（记者 沈小禾 文 周一航 摄）", "记者 沈小禾 文 周一航 摄"},
		{"谁在水上走？（打一样东西）", ""},
		{"渔船都回来了。（待续）", ""},
		{"渔船都回来了（渔政处）", ""},
		{"", ""},
	} {
		k, ok := TrailingCredit([]rune(c.text))
		if got := words(c.text, k, ok); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

func TestCreditTail(t *testing.T) {
	for line, want := range map[string]bool{
		"渔船都回来了。 记": true, "渔船都回来了。（": true, "渔船都回来了。 记者 沈": true, "渔船都回来了。 本报通讯": true,
		"渔船都回来了。（沈小禾": true, "渔船都回来了。 文/图": true, "渔船都回来了。 记者 沈小禾": true,
		"渔船都回来了。": false, "渔船都回来了。记者从": false, "渔船都回来了，": false, "渔船都回来了。 网还": false, "": false,
	} {
		if got := CreditTail([]rune(line)); got != want {
			t.Errorf("%q: %v", line, got)
		}
	}
}

func TestCreditGoesOn(t *testing.T) {
	for _, c := range []struct {
		above, line, between string
		ok                   bool
	}{
		{"都回来了。 记者 沈小", "禾", "", true},
		{"都回来了。 记", "者 沈小禾", "", true},
		{"都回来了。（记者 沈小禾", "周一航）", " ", true},
		{"都回来了。 记者 沈小禾", "渔港的夜静了。", "", false},
		{"都回来了。 记者 沈小禾", "通讯员 周一航", "", false}, // a line of its own
		{"都回来了。", "沈小禾", "", false},
		{"", "沈小禾", "", false},
	} {
		between, ok := CreditGoesOn([]rune(c.above), []rune(c.line))
		if between != c.between || ok != c.ok {
			t.Errorf("%q | %q: %q %v", c.above, c.line, between, ok)
		}
	}
}

func TestCallings(t *testing.T) {
	for line, want := range map[string][2]bool{ // ends in a calling; such behind a sentence
		"都散了。 本报记者": {true, true}, "都散了。（记者 沈小禾": {}, "特约通讯员": {true, false}, "都散了（记者 沈小禾）": {}, "都散了": {}, "本报融媒体记者": {true, false},
	} {
		r := []rune(line)
		if got := [2]bool{EndsInCalling(r), CallingBehind(r)}; got != want {
			t.Errorf("%q: %v", line, got)
		}
	}
}

func TestAppendCredits(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"散会。 记者 沈小禾 通讯员 周一航 文/图", []string{"记者 沈小禾 通讯员 周一航 文/图"}},
		{"（记者 沈小禾）昨天，码头（通讯员 周航、郑可）开工。", []string{"记者 沈小禾", "通讯员 周航、郑可"}},
		{"责编 沈小禾 校对 周航 2026年", []string{"责编 沈小禾 校对 周航"}},
		{"图为渡口。 沈小禾 摄", []string{"沈小禾 摄"}},
		{"记者 沈 禾 摄", []string{"记者 沈 禾 摄"}},
		{"记者 欧阳 小禾 诸葛 禾", []string{"记者 欧阳 小禾 诸葛 禾"}},
		{"昝宏春 摄", []string{"昝宏春 摄"}},
		{"记者 阿布都·热合曼", []string{"记者 阿布都·热合曼"}},
		{"记者从会上获悉，记者 说", nil},
		{"沈小禾 周一航", nil},
		{"老记者 沈小禾的家", nil},
		{"编辑部 来信", nil},
		{"", nil},
	} {
		text := []rune(c.text)
		var got []string
		for _, s := range AppendCredits(nil, text, 0) {
			got = append(got, string(s.Of(text)))
		}
		if len(got) != len(c.want) {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%q: %q, want %q", c.text, got, c.want)
			}
		}
	}
}

func TestAuthorCredit(t *testing.T) {
	for line, want := range map[string]bool{
		"□ 沈小禾":         true,
		"柳湾乡 沈小禾":       true,
		"乡 沈小禾":         true,
		"读者 周一航":        true,
		"柳湾渔港医院医生 欧阳一诺": true,
		"沈小禾 文 周一航":     true,
		"Ann Poe 译 周一航": true,
		"沈某（退休教师）":      true,
		"沈小禾（柳湾小学学生）":   true,
		"沈 禾（柳湾小学学生）":   true,
		"柳湾乡 沈 禾":       true,
		"□ 沈 禾":         true,
		"沈小禾报道":         true,
		"文/沈小禾（柳湾）":     true,
		"作者：老船":         true,
		"沈小禾（柳湾）":       false,
		"（柳湾）沈小禾":       true,
		"（柳湾）渔港开渔":      false,
		"渔政处 沈小禾":       true,
		"二号工区 沈小禾":      true,
		"水手 沈小禾":        true,
		"沈小禾（75岁）":      true,
		"沈小禾 口述":        true,
		"沈禾报道":          false,
		"渔港 开了":         false,
		"本报讯 沈小禾":       false,
		"记者 沈小禾":        false,
		"渔船回来了，周一航 说":   false,
		"柳湾渔港迎来开渔季":     false,
		"一季度 增长百分之八":    false,
		"沈小禾（见图）":       false,
		"渔港（一期）":        false,
		"甲 乙 丙 丁 戊 己 庚": false,
		"沈小禾":           false,
		"":              false,
	} {
		if _, got := AuthorCredit([]rune(line)); got != want {
			t.Errorf("%q: %v", line, got)
		}
	}
}

func TestPhoto(t *testing.T) {
	for line, want := range map[string]bool{
		"图为渡口。 沈小禾 摄": true, "（记者 沈小禾 摄）": true, "记者沈小禾摄影": true, "沈小禾摄": true, "摄": true, "资料图": true, "灯亮了。新华社发": true, "资料图片": true, "种子由红旗合作社发": false, "（柳湾渔港供图）": true, "（柳湾渔港 提供图片）": true, "图片由柳湾渔港提供": true, "渔船由柳湾渔港提供": false,
		"Boats at rest. Photo by Ann Poe": true, "沈小禾/摄": true,
		"Boats at rest Ann Poe photo": true, "Boats at rest. Ann Poe/Staff": true, "Boats at rest Ann Poe | The Gull": true, "Boats Courtesy of Ann Poe": true, "Boats. Contributed photo": true, "Contributed": true,
		"Boats in the photo": false, "either and/or Both": false, "He took her photo": false, "It was contributed": false, "Boats 3/4": false,
		"渡口的灯（沈小禾/图）": true, "渡口的灯 摄影 沈小禾": true, "渡口的灯 摄影：沈小禾": true, "供图/沈小禾": true, "图：渡口的灯 摄影 沈小禾": true, "图：渡口的灯亮了": false, "沈小禾 文/图": false, "他爱摄影 沈小禾": false, "摄影比赛开了": false,
		"图/店主提供": true, "照片：茶厂提供": true, "（视频截图）": true, "（网络图片）": true, "渡口的灯由渔港提供": false, "他发来一张手机上的截图": false, "截图": false,
		"他一路走一路拍摄": false, "图为渡口。": false, "": false, "  ": false,
	} {
		if got := IsPhotoEnd([]rune(line)); got != want {
			t.Errorf("%q: %v", line, got)
		}
	}
	for line, want := range map[string]bool{"图为渡口": true, "上图为渡口": true, "图①": true, "渡口图为": false, "Pictured": false} {
		if got := ShowsPicture([]rune(line)); got != want {
			t.Errorf("%q shows a picture: %v", line, got)
		}
	}
	if !ShowsLatinPicture([]rune("Pictured, the pier")) || ShowsLatinPicture([]rune("The pier is pictured")) {
		t.Error("English words under a picture")
	}
}

func TestPhotoCredit(t *testing.T) {
	for line, want := range map[string]string{
		"渡船靠岸。 记者 沈小禾 摄": "渡船靠岸。", "渡船靠岸（沈小禾 摄）": "渡船靠岸（", "渡船靠岸。（柳湾渔港供图）": "渡船靠岸。（", "渡船靠岸。": "渡船靠岸。",
		"Boats at rest. Photo by Ann Poe": "Boats at rest. ", "Photo: Ann Poe": "", "": "",
	} {
		if r := []rune(line); string(r[:PhotoCredit(r)]) != want {
			t.Errorf("%q is %q without its credit", line, string(r[:PhotoCredit(r)]))
		}
	}
}

func TestRoles(t *testing.T) {
	seen := map[string]bool{}
	for _, row := range roles {
		for _, w := range row.words {
			if seen[w] {
				t.Errorf("%s stands twice", w)
			}
			seen[w] = true
		}
	}
	if StaffAt([]rune("责编 沈小禾"), 0) != 2 || StaffAt([]rune("策划引领"), 0) != 0 || !HasStaff([]rune("2026年 校对 沈小禾")) || HasCalling([]rune("渡口")) {
		t.Error("staff and callings")
	}
}

// TestCost: what cleaning asks for each line allocates nothing.
func TestCost(t *testing.T) {
	lines := [][]rune{
		[]rune("渡口的老船工说，这条河养活了几代人。 记者 沈小禾 通讯员 周一航"), []rune("本报讯（记者 沈小禾）3月5日，渡口开航。"),
		[]rune("（下转第二版）"), []rune("2026年3月4日 星期三 第三版 综合新闻"), []rune("（一）抓落实。"), []rune("By Jane Roe"), []rune("HARWICK, Jan. 1 — Boats"),
		[]rune("柳湾镇人民政府"), []rune("□ 沈小禾"),
	}
	n := testing.AllocsPerRun(50, func() {
		for _, r := range lines {
			WholeCredit(r)
			TrailingCredit(r)
			CreditTail(r)
			AuthorCredit(r)
			IsPhotoEnd(r)
			LeadAt(r)
			IsLead(r)
			JumpIn(r, 0)
			Dated(r)
			DateIn(r, 0)
			ReadDateLine(r)
			ListMarkAt(r, 0)
			LatinByline(r)
			LatinDateline(r)
			IsNames(r)
			EndsAsNotice(r)
		}
	})
	if n > 0 {
		t.Errorf("%v allocations", n)
	}
}
