package register_test

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"qingyang/app/proof/register"
)

// alike knows a few characters that sound or look alike; package proof knows the others.
func alike(a, b rune) bool {
	for _, set := range []string{"贞珍真祯", "强墙", "洒酒", "汀订"} {
		if strings.ContainsRune(set, a) && strings.ContainsRune(set, b) {
			return true
		}
	}
	return false
}

var house = []register.Entry{
	{Kind: register.Name, Text: "柳汀兰", Title: "渡口县委书记", Rank: 1},
	{Kind: register.Name, Text: "祝守真", Title: "渡口县县长", Rank: 2, From: "2024-03-01"},
	{Kind: register.Name, Text: "祝守真", Title: "渡口县副县长", Until: "2024-02-29"},
	{Kind: register.Name, Text: "洪九如", Title: "人大常委会主任", Rank: 3},
	{Kind: register.Name, Text: "夏强", Title: "镇长"},
	{Kind: register.Organisation, Text: "渡口县水务投资公司"},
	{Kind: register.Place, Text: "白鹭洲"},
	{Kind: register.Phrase, Text: "讲灯塔、讲渡口、讲船工、讲潮汐"},
	{Kind: register.Phrase, Text: "把灯点亮到最后一班船"},
	{Kind: register.Banned, Text: "盲流", Instead: "外来务工人员"},
	{Kind: register.Careful, Text: "首家", Note: "须有出处"},
	{Kind: register.Banned, Text: "白鹭", Instead: "鹭鸟"},
}

// What differs from the registers is found and nothing else; each row's text stands in a block by itself.
func TestFind(t *testing.T) {
	r := register.New(house, "2024-11-08", alike)
	for _, c := range []struct{ name, text, want string }{
		{"all is right", "渡口县委书记柳汀兰、县长祝守真、人大常委会主任洪九如到白鹭洲调研。", ""},
		{"a near-name by sound", "县长祝守珍出席会议。", "C5 祝守珍→祝守真"},
		{"a near-name beside the title", "渡口县委书记柳汀蓝说。", "C5 柳汀蓝→柳汀兰"},
		{"trap: another person", "工人祝守业、柳汀蓝说。", ""},
		{"two characters changed places", "会上，柳兰汀讲话。", "C5 柳兰汀→柳汀兰"},
		{"a short name, alike", "镇长夏墙说。", "C5 夏墙→夏强"},
		{"trap: another family name", "贾强说。", ""},
		{"trap: a short name in other words", "夏天到了。", ""},
		{"an organisation, a character too many", "渡口县水务投资资公司承建。", "C5 渡口县水务投资资公司→渡口县水务投资公司"},
		{"an organisation, one missing", "由渡口县水务投公司承建。", "C5 渡口县水务投公司→渡口县水务投资公司"},
		{"another title", "渡口县长柳汀兰讲话。", "C5t 渡口县长→渡口县委书记"},
		{"a deputy's title", "县委副书记柳汀兰讲话。", "C5t 县委副书记→县委书记"},
		{"another level", "市委书记柳汀兰讲话。", "C5t 市委书记→县委书记"},
		{"a title that has ended", "渡口县副县长祝守真说。", "C5t 渡口县副县长→渡口县县长"},
		{"a title behind", "祝守真书记说。", "C5t 书记→渡口县县长"},
		{"trap: the short title", "采访了书记柳汀兰。", ""},
		{"trap: a former title", "原副县长祝守真说。", ""},
		{"out of order", "祝守真、柳汀兰到会。", "C5o 柳汀兰→"},
		{"out of order, with titles", "人大常委会主任洪九如、县长祝守真到会。", "C5o 祝守真→"},
		{"trap: no list", "祝守真说，柳汀兰到会。", ""},
		{"a clause missing", "会上要求讲灯塔、讲渡口、讲潮汐。", "C4 讲灯塔、讲渡口、讲潮汐→讲灯塔、讲渡口、讲船工、讲潮汐"},
		{"clauses that changed places", "讲灯塔、讲船工、讲渡口、讲潮汐。", "C4 讲灯塔、讲船工、讲渡口、讲潮汐→讲灯塔、讲渡口、讲船工、讲潮汐"},
		{"the last clause is another", "讲灯塔、讲渡口、讲船工、讲潮流。", "C4 讲灯塔、讲渡口、讲船工、讲潮流→讲灯塔、讲渡口、讲船工、讲潮汐"},
		{"a phrase of one clause", "我们要把灯点亮到最后一般船。", "C4 把灯点亮到最后一般船→把灯点亮到最后一班船"},
		{"trap: one clause alone", "老船工讲渡口。", ""},
		{"the phrase as it is", "讲灯塔、讲渡口、讲船工、讲潮汐。", ""},
		{"a banned word", "几名盲流被劝离。", "W1 盲流→外来务工人员"},
		{"trap: a banned word in a name", "白鹭洲的灯亮了。", ""},
		{"a careful word", "全县首家书店。", "W2 首家→"},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := []rune(c.text)
			var got []string
			for _, f := range r.Find(text) {
				got = append(got, string(f.What)+" "+string(text[f.From:f.To])+"→"+f.New)
			}
			if strings.Join(got, "; ") != c.want {
				t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
			}
		})
	}
}

// An entry holds from its first day to its last; a name that no longer holds is a name all the same.
func TestDays(t *testing.T) {
	at := func(day, text string) int { return len(register.New(house, day, alike).Find([]rune(text))) }
	for _, c := range []struct {
		day, text string
		want      int
	}{
		{"2024-02-29", "渡口县副县长祝守真说。", 0},
		{"2024-03-01", "渡口县副县长祝守真说。", 1},
		{"2024-02-29", "县长祝守真说。", 1},
		{"2024-03-01", "县长祝守真说。", 0},
		{"", "县长祝守真说。", 0},
	} {
		if got := at(c.day, c.text); got != c.want {
			t.Errorf("on %q %q has %d findings, want %d", c.day, c.text, got, c.want)
		}
	}
	old := []register.Entry{{Kind: register.Name, Text: "祝守珍", Until: "2001-01-01"}, house[1]}
	if got := register.New(old, "2024-11-08", alike).Find([]rune("祝守珍说。")); len(got) > 0 {
		t.Errorf("a former name is taken for a misspelling: %+v", got)
	}
}

// What is written is read back; a file of an editor's own making too, and what is wrong in it is told by line.
func TestCSV(t *testing.T) {
	var b bytes.Buffer
	odd := append(append([]register.Entry{}, house...), register.Entry{Kind: register.Careful, Text: "最,好", Instead: "=1+1", Note: "含“引号\"与,逗号"})
	if err := register.WriteCSV(&b, odd); err != nil {
		t.Fatal(err)
	}
	got, bad, err := register.ReadCSV("x.csv", &b)
	if err != nil || len(bad) > 0 || !reflect.DeepEqual(got, odd) {
		t.Errorf("read back %+v\n%v %v", got, bad, err)
	}
	own := "词语,类别,止\n柳汀兰,人名,\n,人名,\n甲,不知,\n乙地,地名,2024-13-01\n丙,禁用词,2024-12-01\n"
	got, bad, err = register.ReadCSV("own.csv", strings.NewReader(own))
	want := []register.Entry{{Kind: register.Name, Text: "柳汀兰"}, {Kind: register.Banned, Text: "丙", Until: "2024-12-01"}}
	if err != nil || len(bad) != 3 || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v\n%v %v", got, bad, err)
	}
}

// FuzzReadCSV: no file makes the reader fall, what it reads can be kept, and comes back from what is written.
func FuzzReadCSV(f *testing.F) {
	var b bytes.Buffer
	if err := register.WriteCSV(&b, house); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Add([]byte("kind,text\nname,\"a\"\"b\"\n\"\n"))
	f.Add([]byte("\xff\xfe,,,,\n\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		entries, _, _ := register.ReadCSV("x", bytes.NewReader(data))
		for _, e := range entries {
			if why := e.Wrong(); !why.Zero() {
				t.Fatalf("%+v was read: %s", e, why.EN)
			}
		}
		var out bytes.Buffer
		if err := register.WriteCSV(&out, entries); err != nil {
			t.Fatal(err)
		}
		again, bad, err := register.ReadCSV("x", &out)
		if err != nil || len(bad) > 0 || len(again) != len(entries) {
			t.Fatalf("%d entries, then %d: %v %v", len(entries), len(again), bad, err)
		}
		for i := range again {
			if !reflect.DeepEqual(again[i], entries[i]) {
				t.Fatalf("%+v came back as %+v", entries[i], again[i])
			}
		}
		register.New(entries, "2024-01-01", nil).Find([]rune("渡口的灯亮了，把灯点亮到最后一般船。" + strings.ToValidUTF8(string(data), "?")))
	})
}

func BenchmarkFind(b *testing.B) {
	entries := append([]register.Entry{}, house...)
	family, given := []rune("赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许"), []rune("天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往")
	for i := range 8000 {
		text := string([]rune{family[i%20], given[i/20%20], given[i/400%20]})
		entries = append(entries, register.Entry{Kind: register.Name, Text: text, Title: "渡口县某局局长"})
	}
	r := register.New(entries, "2024-11-08", alike)
	text := []rune(strings.Repeat("渡口县委书记柳汀兰、县长祝守珍到白鹭洲调研时说，要把灯点亮到最后一般船，李天来、王洪张也在场。", 90))[:4000]
	b.ReportAllocs()
	for b.Loop() {
		r.Find(text)
	}
}
