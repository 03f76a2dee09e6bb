package clean

import "testing"

func TestLead(t *testing.T) {
	for _, c := range []struct{ text, tag, by, body string }{
		{"本报讯（记者 林小满）渔港开渔。", "本报讯", "记者 林小满", "渔港开渔。"},
		{"本报讯　渔港开渔。", "本报讯", "", "渔港开渔。"},
		{"本报讯 （通讯员 周一航）渔港开渔。", "本报讯", "通讯员 周一航", "渔港开渔。"},
		{"本报讯 记者林小满报道：渔港开渔。", "本报讯", "记者林小满报道", "渔港开渔。"},
		{"新华社柳湾8月16日电 渔港开渔。", "新华社柳湾8月16日电", "", "渔港开渔。"},
		{"新华社柳湾8月16日电（记者林小满）渔港开渔。", "新华社柳湾8月16日电", "记者林小满", "渔港开渔。"},
		{"本报迅 渔港开渔。", "本报迅", "", "渔港开渔。"},
		{"本报去年也写过。", "", "", ""},
		{"新华社记者也来了。", "", "", ""},
	} {
		r := []rune(c.text)
		l, ok := leadAt(r)
		tag, by, body := "", "", ""
		if ok {
			tag, body = string(r[l.from:l.to]), string(r[l.body:])
			if l.hasBy {
				by = string(r[l.credit.in:l.credit.out])
			}
		}
		if tag != c.tag || by != c.by || body != c.body {
			t.Errorf("%q: %q %q %q", c.text, tag, by, body)
		}
	}
}

func TestJump(t *testing.T) {
	for _, c := range []struct {
		text, want string
		back       bool
	}{
		{"渔港开渔（下转第2版）", "（下转第2版）", false},
		{"（上接第一版）渔港开渔", "（上接第一版）", true},
		{"▲下转A3版", "▲下转A3版", false},
		{"（上接1版《柳湾开渔》）船都走了", "（上接1版《柳湾开渔》）", true},
		{"请把话头下转到渔港", "", false},
		{"他说下转第三版再讲。", "", false},
	} {
		r := []rune(c.text)
		got, back := "", false
		if j, ok := jumpIn(r, 0); ok {
			got, back = string(r[j.from:j.to]), j.back
		}
		if got != c.want || back != c.back {
			t.Errorf("%q: %q %v", c.text, got, back)
		}
	}
}

// A reference that a line's end cuts joins into one piece of furniture; what is left is one paragraph.
func TestJumpAcrossLines(t *testing.T) {
	page, _ := drafted(t, "柳湾渔港迎来开渔季\n\n本报讯 8月16日正午，柳湾渔港一百二十艘渔\n船鸣笛出海，码头上锣鼓喧天，送行的人一直\n站到船影看不见才慢慢散去。（下转第\n二版）\n", Profile{})
	if len(page.Furniture) != 1 || page.Furniture[0].Text != "（下转第二版）" {
		t.Errorf("furniture: %q", page.Furniture)
	}
}
