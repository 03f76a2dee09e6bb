package export

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/yuin/goldmark"
	"golang.org/x/net/html"

	"qingyang/app/bulletin"
	"qingyang/app/source"
)

func block(k bulletin.Kind, text string) bulletin.Block { return bulletin.Block{Kind: k, Text: text} }

var ferry = bulletin.Article{Blocks: []bulletin.Block{
	block(bulletin.Kicker, "便民再添一程"),
	block(bulletin.Headline, "白鹭湾夜航渡轮"),
	block(bulletin.Headline, "首航"),
	block(bulletin.Subheadline, "末班延至22时"),
	block(bulletin.Dateline, "本报讯"),
	block(bulletin.Byline, "记者 沈小禾"),
	block(bulletin.Paragraph, "3月2日晚，渡轮鸣笛离岸。"),
	block(bulletin.Dateline, "新华社白鹭湾3月3日电"),
	block(bulletin.Paragraph, "票价<2元>&学生半价，*免费*的有“1.2米以下儿童”。"),
	block(bulletin.Caption, "夜色里的渡口。 沈小禾 摄"),
	block(bulletin.Byline, "通讯员 纪川"),
}}

var number12 = Issue{Publication: "白鹭湾报", Number: "12", Date: "2026-03-04", Pages: []Page{{
	Number: 2, Section: "民生",
	Stories:   []Story{{Article: ferry}, {Article: bulletin.Article{Blocks: []bulletin.Block{block(bulletin.Paragraph, "短讯一则。")}}}},
	Tray:      []bulletin.Block{block(bulletin.Headline, "无主的标题")},
	Furniture: []bulletin.Block{block(bulletin.Furniture, "责编 常青")},
}}}

func TestPlain(t *testing.T) {
	const want = "便民再添一程\n白鹭湾夜航渡轮 首航\n末班延至22时\n\n" +
		"　　本报讯（记者 沈小禾）3月2日晚，渡轮鸣笛离岸。\n" +
		"　　新华社白鹭湾3月3日电 票价<2元>&学生半价，*免费*的有“1.2米以下儿童”。\n" +
		"　　夜色里的渡口。 沈小禾 摄\n　　通讯员 纪川\n"
	if got := write1(t, "txt"); got != want {
		t.Errorf("article\n%s\nwant\n%s", got, want)
	}
	whole := writeIssue(t, "txt")
	const issue = "白鹭湾报 第12期 2026-03-04\n\n\n第2版 民生\n\n" + want + "\n　　短讯一则。\n\n待归区\n　　无主的标题\n"
	if whole != issue {
		t.Errorf("issue\n%s\nwant\n%s", whole, issue)
	}
}

// TestEncodingsAndLineEnds: plain text is written in the encoding that was asked for, and what that does not
// have is reported at its place in the file; everything else is UTF-8 in any case.
func TestEncodingsAndLineEnds(t *testing.T) {
	s := Story{Article: bulletin.Article{Blocks: []bulletin.Block{block(bulletin.Headline, "渡口𠮷"), block(bulletin.Paragraph, "甲😀乙")}}}
	for _, c := range []struct {
		format string
		enc    source.Encoding
		crlf   bool
		want   string
		lost   []source.Unencodable
	}{
		{"txt", "", false, "渡口𠮷\n\n　　甲😀乙\n", nil},
		{"txt", source.UTF8, true, "渡口𠮷\r\n\r\n　　甲😀乙\r\n", nil},
		{"txt", source.GBK, true, "\xB6\xC9\xBF\xDA?\r\n\r\n\xA1\xA1\xA1\xA1\xBC\xD7?\xD2\xD2\r\n", []source.Unencodable{{At: 2, Rune: '𠮷'}, {At: 10, Rune: '😀'}}},
		{"md", source.GBK, true, "# 渡口𠮷\r\n\r\n甲😀乙\r\n", nil},
	} {
		var b strings.Builder
		lost, err := s.Write(&b, Options{Format: format(t, c.format), Encoding: c.enc, CRLF: c.crlf})
		if err != nil || b.String() != c.want || !slices.Equal(lost, c.lost) {
			t.Errorf("%s in %s: %q %v %v", c.format, c.enc, b.String(), lost, err)
		}
	}
	for _, f := range Formats {
		if _, err := s.Write(failing{}, Options{Format: f, Changes: true}); err != errFailing {
			t.Errorf("%s: the writer's error became %v", f.ID, err)
		}
		if _, err := number12.Write(failing{}, Options{Format: f}); err != errFailing {
			t.Errorf("an issue as %s: the writer's error became %v", f.ID, err)
		}
	}
}

var errFailing = errors.New("the writer fails")

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errFailing }

// TestChanges are listed behind their story, those of layout in the JSON alone.
func TestChanges(t *testing.T) {
	s := Story{Article: bulletin.Article{Blocks: []bulletin.Block{block(bulletin.Headline, "渡口"), block(bulletin.Paragraph, "票价两元。")}}, Changes: []Change{
		{Kind: "join", Before: "\n", Rule: "L1", Time: time.Date(2026, 3, 4, 1, 2, 3, 0, time.UTC), Place: 4, Layout: true},
		{Kind: "character", Before: "园", After: "元", Person: "沈小禾", Time: time.Date(2026, 3, 4, 12, 0, 0, 0, time.Local), Place: 7},
		{Kind: "deletion", Before: "的\n", Rule: "C7", Time: time.Date(2026, 3, 4, 12, 0, 0, 0, time.Local), Place: -1},
	}}
	const list = "园 → 元（沈小禾，2026-03-04）"
	if got, want := written(t, s, Options{Format: format(t, "txt"), Changes: true}), "渡口\n\n　　票价两元。\n\n改动\n　　"+list+"\n　　的⏎ → ∅（C7，2026-03-04）\n"; got != want {
		t.Errorf("plain:\n%s\nwant\n%s", got, want)
	}
	if got, want := written(t, s, Options{Format: format(t, "md"), Changes: true}), "# 渡口\n\n票价两元。\n\n## 改动\n\n- "+list+"\n- 的⏎ → ∅（C7，2026-03-04）\n"; got != want {
		t.Errorf("Markdown:\n%s\nwant\n%s", got, want)
	}
	if got := written(t, s, Options{Format: format(t, "html"), Changes: true}); !strings.Contains(got, "<footer class=\"changes\">\n<h2>改动</h2>\n<ul>\n<li>"+list+"</li>") {
		t.Errorf("HTML:\n%s", got)
	}
	var a article
	if err := json.Unmarshal([]byte(written(t, s, Options{Format: format(t, "json"), Changes: true})), &a); err != nil || len(a.Changes) != 3 ||
		a.Changes[0] != (change{"join", "\n", "", "", "L1", "2026-03-04T01:02:03Z", 4}) {
		t.Errorf("JSON: %+v %v", a, err)
	}
	for _, f := range Formats {
		if got := written(t, s, Options{Format: f}); strings.Contains(got, "沈小禾") {
			t.Errorf("%s lists changes that nobody asked for:\n%s", f.ID, got)
		}
	}
}

// TestLeads are the separators of the house behind a lead.
func TestLeads(t *testing.T) {
	for _, c := range []struct {
		name   string
		blocks []bulletin.Block
		want   string
	}{
		{"tag", []bulletin.Block{block(bulletin.Dateline, "本报讯"), block(bulletin.Paragraph, "昨日")}, "本报讯 昨日"},
		{"before a bracket", []bulletin.Block{block(bulletin.Dateline, "本报讯"), block(bulletin.Paragraph, "（综合消息）昨日")}, "本报讯（综合消息）昨日"},
		{"nothing follows", []bulletin.Block{block(bulletin.Dateline, "本报讯")}, "本报讯"},
		{"byline before a paragraph without a lead", []bulletin.Block{block(bulletin.Byline, "记者 苏木"), block(bulletin.Paragraph, "昨日")}, "记者 苏木|昨日"},
		{"a caption waits for nobody", []bulletin.Block{block(bulletin.Dateline, "本报讯"), block(bulletin.Caption, "图"), block(bulletin.Paragraph, "昨日")}, "本报讯|图|昨日"},
		{"two bylines", []bulletin.Block{block(bulletin.Dateline, "本报讯"), block(bulletin.Byline, "甲"), block(bulletin.Byline, "乙"), block(bulletin.Paragraph, "昨日")}, "本报讯（甲）|乙|昨日"},
	} {
		var got []string
		for _, p := range flow(c.blocks) {
			got = append(got, p.lead()+p.text)
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s: %q, want %q", c.name, s, c.want)
		}
	}
}

// textOf is what a reader of an HTML page sees.
func textOf(t testing.TB, page string) string {
	n, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode && d.Parent.Data != "style" && d.Parent.Data != "title" {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

func flat(s string) string { return strings.Join(strings.Fields(s), "") }

func TestHTML(t *testing.T) {
	page := write1(t, "html")
	if got, want := flat(textOf(t, page)), flat(write1(t, "txt")); got != want {
		t.Errorf("a reader sees\n%s\nwant\n%s", got, want)
	}
	for _, want := range []string{`<h1 class="headline">`, `<p class="kicker">`, `<span class="dateline">本报讯</span>（<span class="byline">`, "<figcaption>", "&lt;2元&gt;&amp;"} {
		if !strings.Contains(page, want) {
			t.Errorf("no %s in\n%s", want, page)
		}
	}
	if got, want := flat(textOf(t, writeIssue(t, "html"))), flat(writeIssue(t, "txt")); got != want {
		t.Errorf("issue: a reader sees\n%s\nwant\n%s", got, want)
	}
}

func TestMarkdown(t *testing.T) {
	var page bytes.Buffer
	if err := goldmark.Convert([]byte(writeIssue(t, "md")), &page); err != nil {
		t.Fatal(err)
	}
	if got, want := flat(textOf(t, page.String())), flat(writeIssue(t, "txt")); got != want {
		t.Errorf("a reader sees\n%s\nwant\n%s", got, want)
	}
}

func TestJSON(t *testing.T) {
	var a article
	if err := json.Unmarshal([]byte(write1(t, "json")), &a); err != nil {
		t.Fatal(err)
	}
	if a.Headline != "白鹭湾夜航渡轮 首航" || a.Byline != "记者 沈小禾 通讯员 纪川" || a.Dateline != "本报讯 新华社白鹭湾3月3日电" ||
		len(a.Paragraphs) != 2 || len(a.Captions) != 1 {
		t.Errorf("%+v", a)
	}
	var i issue
	if err := json.Unmarshal([]byte(writeIssue(t, "json")), &i); err != nil {
		t.Fatal(err)
	}
	if p := i.Pages[0]; p.Number != 2 || len(p.Articles) != 2 || p.Tray[0] != (loose{"headline", "无主的标题"}) || p.Furniture[0] != "责编 常青" {
		t.Errorf("%+v", i)
	}
	var empty, two strings.Builder
	if err := Pages(&empty, nil, nil); err != nil || flat(empty.String()) != `{"articles":[],"furniture":[]}` {
		t.Errorf("no page: %s %v", empty.String(), err)
	}
	one := bulletin.Page{
		Articles: []bulletin.Article{ferry, ferry}, Furniture: number12.Pages[0].Furniture,
		Tray: append(number12.Pages[0].Tray[:1:1], block(bulletin.Line, "没有归处")),
	}
	if err := Pages(&two, []bulletin.Page{one, one}, []string{"读不出来"}); err != nil {
		t.Fatal(err)
	}
	var p page
	if err := json.Unmarshal([]byte(two.String()), &p); err != nil || len(p.Articles) != 4 || len(p.Furniture) != 2 ||
		!slices.Equal(p.Tray[1:3], []loose{{"paragraph", "没有归处"}, {"headline", "无主的标题"}}) || !slices.Equal(p.Warnings, []string{"读不出来"}) {
		t.Errorf("two pages: %+v %v", p, err)
	}
}

// TestDocumentedFields: docs/json.md names every field, and its examples of what is exported are what they say.
func TestDocumentedFields(t *testing.T) {
	doc, err := os.ReadFile("../../docs/json.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range strings.Split(string(doc), "```json\n")[1:] {
		example, _, _ := strings.Cut(part, "```")
		if strings.HasPrefix(example, "[") {
			continue // what is found in a file, which app/errata writes
		}
		d := json.NewDecoder(strings.NewReader(example))
		d.DisallowUnknownFields()
		into := any(&page{})
		if strings.Contains(example, "publication") {
			into = &issue{}
		}
		if err := d.Decode(into); err != nil {
			t.Errorf("%v in\n%s", err, example)
		}
	}
	for _, v := range []any{article{}, change{}, page{}, issue{}, loose{}} {
		for f := range reflect.TypeOf(v).Fields() {
			name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			if !strings.Contains(string(doc), "`"+name+"`") && !strings.Contains(string(doc), `"`+name+`"`) {
				t.Errorf("docs/json.md does not name %s", name)
			}
		}
	}
}

func write1(t testing.TB, id string) string {
	t.Helper()
	return written(t, Story{Article: ferry}, Options{Format: format(t, id)})
}

func writeIssue(t testing.TB, id string) string {
	t.Helper()
	return written(t, number12, Options{Format: format(t, id)})
}

func format(t testing.TB, id string) Format {
	t.Helper()
	f, ok := ByID(id)
	if !ok {
		t.Fatal(id)
	}
	return f
}

// written is what a story or an issue looks like as a file of which nothing is lost.
func written(t testing.TB, s interface {
	Write(io.Writer, Options) ([]source.Unencodable, error)
}, o Options) string {
	t.Helper()
	var b strings.Builder
	if lost, err := s.Write(&b, o); err != nil || len(lost) > 0 {
		t.Fatal(lost, err)
	}
	return b.String()
}
