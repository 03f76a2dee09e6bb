package ocr

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"qingyang/app/source/sheet"
)

// The same small page in each form: a title of two words over two lines of text, at 300 pixels an inch
// where the form counts in pixels. 船 was read with doubt.
const (
	hocrPage = `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>
<div class="ocr_page" title='image "p1.png"; bbox 0 0 1200 900; scan_res 300 300'>
<div class="ocr_carea" title="bbox 100 50 500 150"><p class="ocr_par">
<span class="ocr_header" title="bbox 100 50 500 150; x_size 100"><span class="ocrx_word" title="bbox 100 50 300 150; x_wconf 97"><strong>夜校</strong></span>
<span class="ocrx_word" title="bbox 310 50 500 150; x_wconf 96"><strong>开课</strong></span></span></p></div>
<div class="ocr_carea"><p class="ocr_par">
<span class="ocr_line" title="bbox 100 200 400 240"><span class="ocrx_word" title="bbox 100 200 180 240"><span class="ocrx_cinfo" title="x_bboxes 100 200 138 240; x_conf 60">船</span><span class="ocrx_cinfo" title="x_bboxes 142 200 180 240; x_conf 99">开</span></span>
<span class="ocrx_word" title="bbox 220 200 258 240">了&amp;</span></span>
<span class="ocr_line" title="bbox 100 260 300 300"><span class="ocrx_word">Old</span> <span class="ocrx_word">pier<br></span></span>
</p></div></div></body></html>`
	altoPage = `<alto xmlns="http://www.loc.gov/standards/alto/ns-v3#"><Description><MeasurementUnit>inch1200</MeasurementUnit>
<sourceImageInformation><fileName>p1.png</fileName></sourceImageInformation></Description>
<Styles><TextStyle ID="t" FONTSIZE="24" FONTSTYLE="bold"/></Styles><Tags><LayoutTag ID="h" LABEL="heading"/></Tags>
<Layout><Page WIDTH="4800" HEIGHT="3600"><PrintSpace>
<TextBlock TAGREFS="h"><TextLine STYLEREFS="t" HPOS="400" VPOS="200" WIDTH="1600" HEIGHT="400"><String CONTENT="夜校" HPOS="400" VPOS="200" WIDTH="800" HEIGHT="400" WC="0.97"/><SP WIDTH="-13"/><String CONTENT="开课" HPOS="1240" VPOS="200" WIDTH="760" HEIGHT="400" WC="0.96"/></TextLine></TextBlock>
<TextBlock><TextLine HPOS="400" VPOS="800" WIDTH="1200" HEIGHT="160"><String CONTENT="船开" HPOS="400" VPOS="800" WIDTH="320" HEIGHT="160" CC="40"/><SP/><String CONTENT="了&amp;" HPOS="880" VPOS="800" WIDTH="152" HEIGHT="160"/></TextLine>
<TextLine HPOS="400" VPOS="1040" WIDTH="800" HEIGHT="160"><String CONTENT="Old"/><SP/><String CONTENT="pier"/></TextLine></TextBlock></PrintSpace></Page></Layout></alto>`
	pagePage = `<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2013-07-15"><Page imageFilename="p1.png" imageWidth="1200" imageHeight="900">
<ReadingOrder><OrderedGroup><RegionRefIndexed index="0" regionRef="a"/><RegionRefIndexed index="1" regionRef="b"/></OrderedGroup></ReadingOrder>
<TextRegion id="b" type="paragraph"><TextLine><Coords points="100,200 400,200 400,240 100,240"/>
<Word><Coords points="100,200 180,200 180,240 100,240"/><Glyph><Coords points="100,200 138,240"/><TextEquiv conf="0.6"><Unicode>船</Unicode></TextEquiv></Glyph><Glyph><Coords points="142,200 180,240"/><TextEquiv conf="0.99"><Unicode>开</Unicode></TextEquiv></Glyph><TextEquiv><Unicode>船开</Unicode></TextEquiv></Word>
<Word><Coords points="220,200 258,240"/><TextEquiv><Unicode>了&amp;</Unicode></TextEquiv></Word>
<TextEquiv index="1"><Unicode>般开 了&amp;</Unicode></TextEquiv><TextEquiv index="0"><Unicode>船开 了&amp;</Unicode></TextEquiv></TextLine>
<TextLine><Coords points="100,260 300,300"/><TextEquiv><Unicode>Old pier</Unicode></TextEquiv></TextLine></TextRegion>
<TextRegion id="a" type="heading"><TextLine><Coords points="100,50 500,150"/><TextEquiv conf="0.97"><Unicode>夜校开课</Unicode></TextEquiv><TextStyle fontSize="24" bold="true"/></TextLine></TextRegion>
</Page></PcGts>`
	abbyyPage = `<document xmlns="http://www.abbyy.com/FineReader_xml/FineReader10-schema-v1.xml"><page width="1200" height="900" resolution="300">
<block blockType="Text"><text><par><line baseline="140" l="100" t="50" r="500" b="150"><formatting fs="24." bold="true"><charParams l="100" t="50" r="190" b="150">夜</charParams><charParams l="205" t="50" r="300" b="150">校</charParams><charParams l="310" t="50" r="400" b="150">开</charParams><charParams l="410" t="50" r="500" b="150">课</charParams></formatting></line></par></text></block>
<block blockType="Text"><text><par><line l="100" t="200" r="400" b="240"><formatting><charParams l="100" t="200" r="138" b="240" charConfidence="60">船</charParams><charParams l="142" t="200" r="180" b="240" charConfidence="99">开</charParams><charParams l="190" t="200" r="210" b="240"> </charParams><charParams l="220" t="200" r="240" b="240">了</charParams><charParams l="242" t="200" r="258" b="240">&amp;</charParams></formatting></line>
<line l="100" t="260" r="300" b="300"><formatting>Old pier</formatting></line></par></text></block></page></document>`
	paddle2Page = `[[[[[100,50],[500,50],[500,150],[100,150]],["夜校开课",0.97]],[[[100,200],[400,200],[400,240],[100,240]],["船开 了&",0.6]],[[[100,260],[300,260],[300,300],[100,300]],["Old pier",0.99]]]]`
	paddle3Page = `{"input_path":"p1.png","rec_texts":["夜校开课","船开 了&","Old pier"],"rec_scores":[0.97,0.6,0.99],"rec_boxes":[[100,50,500,150],[100,200,400,240],[100,260,300,300]]}`
	mineruPage  = `{"pdf_info":[{"page_size":[288,216],"para_blocks":[{"type":"title","lines":[{"bbox":[24,12,120,36],"spans":[{"bbox":[24,12,120,36],"content":"夜校开课","score":0.97}]}]},
{"type":"text","lines":[{"bbox":[24,48,96,57.6],"spans":[{"content":"船开 了&","score":0.6}]},{"bbox":[24,62.4,72,72],"spans":[{"content":"Old pier"}]}]}],"discarded_blocks":[]}]}`
	mineruList = `[{"type":"text","text":"夜校开课","text_level":1,"page_idx":0},{"type":"text","text":"船开 了&","page_idx":0},{"type":"text","text":"Old pier","page_idx":0}]`
)

var forms = []struct {
	name   string
	form   Form
	file   string
	placed bool // it has boxes
	glyphs bool // and doubts of single characters
}{
	{"hocr", HOCR, hocrPage, true, true}, {"alto", ALTO, altoPage, true, true}, {"page", PAGE, pagePage, true, true}, {"abbyy", ABBYY, abbyyPage, true, true},
	{"paddle 2", Paddle, paddle2Page, true, false}, {"paddle 3", Paddle, paddle3Page, true, false},
	{"mineru", MinerU, mineruPage, true, false}, {"mineru's list", MinerU, mineruList, false, false},
}

func spell(l sheet.Line) string {
	var b strings.Builder
	for _, c := range l.Chars {
		if c.Space {
			b.WriteByte(' ')
		}
		b.WriteRune(c.Rune)
	}
	return b.String()
}

// Each form says the same of the same page: text, order, white space, places in points, sizes, doubts.
func TestForms(t *testing.T) {
	for _, c := range forms {
		t.Run(c.name, func(t *testing.T) {
			pages, err := c.form(c.file)
			if err != nil || len(pages) != 1 {
				t.Fatal(pages, err)
			}
			var got []string
			for _, l := range pages[0].Lines {
				got = append(got, spell(l))
			}
			if s := strings.Join(got, "|"); s != "夜校开课|船开 了&|Old pier" {
				t.Fatalf("it reads %q", s)
			}
			title, text := pages[0].Lines[0], pages[0].Lines[1]
			if c.name != "paddle 2" && c.name != "paddle 3" && (title.Zone == text.Zone || title.Zone == 0) {
				t.Errorf("zones %d and %d", title.Zone, text.Zone)
			}
			if !c.placed {
				return
			}
			if b := title.Box; fmt.Sprintf("%.0f %.0f %.0f %.0f", b.X, b.Y, b.W, b.H) != "24 12 96 24" {
				t.Errorf("the title stands at %v", b)
			}
			if title.Size < 22 || title.Size > 27 || text.Size < 8 || text.Size > 12 {
				t.Errorf("sizes %.1f and %.1f", title.Size, text.Size)
			}
			if d := text.Chars[0].Doubt; d < 35 || d > 45 {
				t.Errorf("船 is doubted by %d", d)
			}
			if c.glyphs {
				if d := text.Chars[1].Doubt; d > 2 {
					t.Errorf("开 is doubted by %d", d)
				}
				if b := text.Chars[1].Box; fmt.Sprintf("%.1f %.1f", b.X, b.W) != "34.1 9.1" && c.name != "alto" {
					t.Errorf("开 stands at %v", b)
				}
			}
		})
	}
}

// A file that is laid out for people, each element on a line of its own, reads as one that is not.
func TestLaidOut(t *testing.T) {
	for _, c := range forms[1:4] {
		plain, err := c.form(c.file)
		if err != nil {
			t.Fatal(c.name, err)
		}
		laid, err := c.form(strings.ReplaceAll(c.file, "><", ">\n    <"))
		if err != nil || !reflect.DeepEqual(laid, plain) {
			t.Errorf("%s: %v %v, want %v", c.name, laid, err, plain)
		}
	}
}

// What a machine parts is white space only where the paper has it.
func TestWhiteSpace(t *testing.T) {
	line := func(words ...string) string {
		var b strings.Builder
		b.WriteString("<alto><TextLine>")
		for i, w := range words {
			f := strings.Split(w, "@")
			if i > 0 {
				b.WriteString(`<SP WIDTH="-13"/>`)
			}
			fmt.Fprintf(&b, `<String CONTENT="%s" HPOS="%s" WIDTH="%s" HEIGHT="40"/>`, f[0], f[1], f[2])
		}
		return b.String() + "</TextLine></alto>"
	}
	for _, c := range []struct{ name, file, want string }{
		{"boxes that overlap", line("夜校@0@90", "开课@75@90"), "夜校开课"},
		{"boxes that all overlap but one", line("夜校@0@90", "开课@75@90", "渡口@163@90", "早班@238@90", "提前@313@90"), "夜校开课 渡口早班提前"},
		{"white between boxes that overlap by unlike amounts", line("记者@-8@96", "林小@85@92", "满@167@50", "通讯@214@98", "员@297@44", "何大@345@92", "川@428@44"), "记者 林小满 通讯员 何大川"},
		{"words of one or two that overlap", line("夜校@-6@92", "开@74@52", "课渡@111@98", "口@194@52", "早班@236@88"), "夜校开课渡口早班"},
		{"a gap", line("记者@0@80", "林小满@120@120"), "记者 林小满"},
		{"the white half of a mark", line("开课，@0@110", "渡口@130@80"), "开课，渡口"},
		{"English", line("Old@0@60", "pier@60@60"), "Old pier"},
		{"English in quotation marks", line("he@0@40", "said,@60@90", "‘now’@160@90", "or@262@40"), "he said, ‘now’ or"},
		{"a mark that is a word by itself", line("now@0@60", ",@61@8", "or@90@40"), "now, or"},
		{"a number cut at its point", line("2@0@20", ".5@21@30"), "2.5"},
	} {
		pages, err := ALTO(c.file)
		if err != nil || len(pages) != 1 || spell(pages[0].Lines[0]) != c.want {
			t.Errorf("%s: %v %v", c.name, pages, err)
		}
	}
}

// A title that a machine cut where the columns below it part is one line; titles side by side are two.
func TestTitleAcrossColumns(t *testing.T) {
	zone := func(x, y, em int, text string) string {
		return fmt.Sprintf(`<TextBlock><TextLine HPOS="%d" VPOS="%d" WIDTH="%d" HEIGHT="%d"><String CONTENT="%s" HPOS="%d" VPOS="%d" WIDTH="%d" HEIGHT="%d"/></TextLine></TextBlock>`,
			x, y, em*len([]rune(text)), em, text, x, y, em*len([]rune(text)), em)
	}
	var body string
	for k := range 6 {
		body += zone(100, 300+60*k, 40, "渡船早班提前半小时")
	}
	for _, c := range []struct {
		name string
		gap  int
		want string
	}{
		{"one title", 10, "夜校开课了没有"},
		{"two titles", 45, "夜校开|课了没有"},
	} {
		pages, err := ALTO("<alto>" + zone(100, 100, 120, "夜校开") + body + zone(100+3*120+c.gap, 100, 120, "课了没有") + "</alto>")
		if err != nil || len(pages) != 1 {
			t.Fatal(err)
		}
		var large []string
		for _, l := range pages[0].Lines {
			if l.Box.H > 20 {
				large = append(large, spell(l))
			}
		}
		if got := strings.Join(large, "|"); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// What words are drawn larger than their black does not widen the line, nor its type.
func TestTrimmed(t *testing.T) {
	var b strings.Builder
	for k, w := range []string{"夜校", "开", "课渡", "口", "早班"} {
		x := []int{-6, 74, 111, 194, 236}[k]
		fmt.Fprintf(&b, `<String CONTENT="%s" HPOS="%d" VPOS="0" WIDTH="%d" HEIGHT="37"/><SP/>`, w, x, []int{92, 52, 98, 52, 88}[k])
	}
	pages, err := ALTO("<alto><TextLine>" + b.String() + "</TextLine></alto>")
	if err != nil || len(pages) != 1 {
		t.Fatal(err)
	}
	const pixels = 300 / 72.0 // of the file, a point
	l := pages[0].Lines[0]
	if left, right, size := l.Box.X*pixels, (l.Box.X+l.Box.W)*pixels, l.Size*pixels; left < 0 || left > 4 || right < 314 || right > 321 || size < 38 || size > 42 {
		t.Errorf("from %.1f to %.1f in type of %.1f, want from 2 to 318 in type of 40", left, right, size)
	}
}

// A line of two words shows nothing by itself: those of the lines around do.
func TestTrimmedShort(t *testing.T) {
	word := func(text string, x, w int) string {
		return fmt.Sprintf(`<String CONTENT="%s" HPOS="%d" VPOS="0" WIDTH="%d" HEIGHT="37"/><SP/>`, text, x, w)
	}
	long := "<TextLine>" + word("夜校", -6, 92) + word("开", 74, 52) + word("课渡", 111, 98) + word("口", 194, 52) + word("早班", 236, 88) + "</TextLine>"
	short := "<TextLine>" + word("记者", -6, 92) + word("林小", 84, 92) + "</TextLine>" // a quarter of an em between
	for _, c := range []struct{ name, file, want string }{{"behind lines whose words overlap", long + long + short, "记者 林小"}, {"alone", short, "记者林小"}} {
		pages, err := ALTO("<alto>" + c.file + "</alto>")
		if err != nil || len(pages) != 1 {
			t.Fatal(err)
		}
		if got := spell(pages[0].Lines[len(pages[0].Lines)-1]); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// A title that is set from the top down is one line, wherever the file has its characters; a dropped capital and the
// cells of a table are none.
func TestUpright(t *testing.T) {
	line := func(x, y, em int, text string) string {
		return fmt.Sprintf(`<TextLine><String CONTENT="%s" HPOS="%d" VPOS="%d" WIDTH="%d" HEIGHT="%d"/></TextLine>`, text, x, y, em*len([]rune(text)), em)
	}
	pages, err := ALTO("<alto>" + line(100, 100, 60, "夜") + line(200, 100, 40, "渡船早班") + line(102, 170, 57, "校") + line(200, 160, 40, "提前半点") +
		line(100, 240, 58, "开") + line(200, 300, 80, "船") + line(200, 500, 40, "晴") + line(200, 640, 40, "雨") + line(200, 780, 40, "雪") + "</alto>")
	if err != nil || len(pages) != 1 {
		t.Fatal(err)
	}
	var got []string
	for _, l := range pages[0].Lines {
		got = append(got, spell(l))
	}
	if want := []string{"夜校开", "渡船早班", "提前半点", "船", "晴", "雨", "雪"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if l := pages[0].Lines[0]; !l.Upright() || l.Box.H < 2.5*l.Box.W {
		t.Errorf("%v is not upright", l.Box)
	}
}

// A cut word keeps the hyphen that the file tells apart.
func TestHyphen(t *testing.T) {
	pages, err := ALTO(`<alto><TextLine><String CONTENT="ferry" SUBS_TYPE="HypPart1" SUBS_CONTENT="ferryman"/><HYP CONTENT="&#173;"/></TextLine><TextLine><String CONTENT="man" SUBS_TYPE="HypPart2"/></TextLine></alto>`)
	if err != nil || len(pages) != 1 || spell(pages[0].Lines[0]) != "ferry-" {
		t.Error(pages, err)
	}
	pages, err = ABBYY(`<document><page><block blockType="Text"><text><par><line><formatting>ferry¬</formatting></line><line><formatting>man ¬ 1</formatting></line></par></text></block></page></document>`)
	if err != nil || len(pages) != 1 || spell(pages[0].Lines[0]) != "ferry-" || spell(pages[0].Lines[1]) != "man ¬ 1" {
		t.Error(pages, err)
	}
}

// Files that break off give what stood before, and say so; those that are hostile or nothing are refused.
func TestBrokenAndHostile(t *testing.T) {
	deep := strings.Repeat("<TextBlock>", 1<<20)
	bomb := `<!DOCTYPE alto [<!ENTITY a "渡渡渡渡"><!ENTITY b "&a;&a;&a;&a;">]><alto><TextLine><String CONTENT="&b;"/></TextLine></alto>`
	outside := `<!DOCTYPE alto [<!ENTITY a SYSTEM "file:///etc/passwd">]><alto><TextLine><String CONTENT="&a;"/></TextLine></alto>`
	for _, c := range []struct {
		name string
		form Form
		file string
		want error
	}{
		{"nested without end", ALTO, "<alto>" + deep, ErrVast},
		{"HTML nested without end", HOCR, `<div class="ocr_page">` + strings.Repeat("<div>", 1<<20), ErrVast},
		{"JSON nested without end", Paddle, strings.Repeat("[", 1<<20), ErrBroken},
		{"pages without end", ALTO, "<alto>" + strings.Repeat("<Page/>", mostPages+2) + "</alto>", ErrVast},
		{"a page number without end", MinerU, `[{"type":"text","text":"渡","page_idx":99999999}]`, ErrVast},
		{"a bomb of entities", ALTO, bomb, ErrBroken},
		{"a file outside", ALTO, outside, ErrBroken},
		{"nothing", ALTO, "<alto", ErrBroken},
	} {
		pages, err := c.form(c.file)
		if !errors.Is(err, c.want) || pages != nil {
			t.Errorf("%s: %d pages, %v", c.name, len(pages), err)
		}
	}
	for _, c := range forms[:4] {
		cut := c.file[:strings.LastIndex(c.file, "Old")]
		pages, err := c.form(cut)
		if err != nil || len(pages) != 1 || !pages[0].Cut || len(pages[0].Lines) == 0 {
			t.Errorf("%s cut off: %v %v", c.name, pages, err)
		}
	}
	// XML as it should not be, and is: control characters in the text
	pages, err := ALTO("<alto><TextLine><String CONTENT=\"渡\x01口\"/></TextLine></alto>")
	if err != nil || spell(pages[0].Lines[0]) != "渡\uFFFD口" {
		t.Error(pages, err)
	}
}

// FuzzForms: whatever the file, no form panics, hangs, or gives places that are no numbers.
func FuzzForms(f *testing.F) {
	for k, c := range forms {
		f.Add(uint8(k), c.file)
	}
	f.Add(uint8(3), `<charParams>0<line >`)
	f.Add(uint8(0), `<span class="ocr_line" title="bbox 1e300 -1 nan 5; x_size inf"><b class="ocrx_word">渡`)
	f.Fuzz(func(t *testing.T, k uint8, file string) {
		pages, err := forms[int(k)%len(forms)].form(file)
		if err != nil && !errors.Is(err, ErrBroken) && !errors.Is(err, ErrVast) {
			t.Errorf("an error of another kind: %v", err)
		}
		for _, p := range pages {
			for _, l := range p.Lines {
				if !(l.Box.W >= 0 && l.Box.H >= 0 && l.Size >= 0 && l.Box.X+l.Box.W < 1e9) || len(l.Chars) == 0 {
					t.Fatalf("a line at %v of size %v with %d characters", l.Box, l.Size, len(l.Chars))
				}
				for _, c := range l.Chars {
					if !(c.Box.W >= 0 && c.Box.H >= 0) {
						t.Fatalf("a character at %v", c.Box)
					}
				}
			}
		}
	})
}

// Lines that a file has as one come apart where a word steps down and back; text that stands in no line of its page is
// one, block by block.
func TestLinesThatAreNone(t *testing.T) {
	var b strings.Builder
	b.WriteString(`<alto><Layout><Page><PrintSpace><TextBlock><TextLine HPOS="0" VPOS="0" WIDTH="400" HEIGHT="200">`)
	for k, w := range []string{"Old", "pier", "and", "new", "ferry"} {
		fmt.Fprintf(&b, `<String CONTENT="%s" HPOS="%d" VPOS="%d" WIDTH="90" HEIGHT="40"/>`, w, 100*(k%2), 60*(k/2)+4*(k%2))
	}
	b.WriteString(`</TextLine></TextBlock></PrintSpace></Page></Layout></alto>`)
	loose := `<html><head><title>渡口</title></head><body><div class="ocr_page"><p>夜校<br>开课</p>Old pier</div></body></html>`
	for _, c := range []struct {
		name string
		form Form
		file string
		want string
	}{{"stepped", ALTO, b.String(), "Old pier|and new|ferry"}, {"loose", HOCR, loose, "夜校|开课|Old pier"}} {
		pages, err := c.form(c.file)
		if err != nil || len(pages) != 1 {
			t.Fatal(c.name, pages, err)
		}
		var got []string
		for _, l := range pages[0].Lines {
			got = append(got, spell(l))
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s: %q, want %q", c.name, s, c.want)
		}
	}
}

// Cells of tables are zones in the place of their table in the reading order.
func TestTables(t *testing.T) {
	line := func(s string) string {
		return "<TextLine><TextEquiv><Unicode>" + s + "</Unicode></TextEquiv></TextLine>"
	}
	pages, err := PAGE(`<PcGts><Page><ReadingOrder><OrderedGroup><RegionRefIndexed index="0" regionRef="a"/><RegionRefIndexed index="1" regionRef="t"/><RegionRefIndexed index="2" regionRef="b"/></OrderedGroup></ReadingOrder>
<TextRegion id="b">` + line("开课") + `</TextRegion><TextRegion id="a">` + line("夜校") + `</TextRegion>
<TableRegion id="t"><TableCell id="t1" row="0" col="0">` + line("渡船") + `</TableCell><TableCell id="t2" row="0" col="1">` + line("早班") + `</TableCell></TableRegion></Page></PcGts>`)
	if err != nil || len(pages) != 1 {
		t.Fatal(pages, err)
	}
	got := ""
	for _, l := range pages[0].Lines {
		got += fmt.Sprint(spell(l), l.Zone, l.Says == sheet.Cell, " ")
	}
	if got != "夜校1 false 渡船2 true 早班3 true 开课4 false " {
		t.Errorf("it reads %q", got)
	}
}

// What a machine would have read instead comes with the character: variants of ALTO's glyphs and other readings of its
// words, the second reading of PAGE, alternatives of hOCR and the choices that tesseract lists, variants of ABBYY's
// characters. None of it is text of the page.
func TestOtherReadings(t *testing.T) {
	alto := `<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#"><Layout><Page WIDTH="400" HEIGHT="300"><PrintSpace><TextBlock><TextLine>
<String CONTENT="船开" HPOS="1" VPOS="1" WIDTH="80" HEIGHT="40"><Glyph CONTENT="船" GC="0.5" HPOS="1" VPOS="1" WIDTH="40" HEIGHT="40"><Variant CONTENT="般" VC="0.4"/><Variant CONTENT="舱" VC="0.1"/></Glyph>
<Glyph CONTENT="开" GC="0.9" HPOS="41" VPOS="1" WIDTH="40" HEIGHT="40"/></String></TextLine></TextBlock></PrintSpace></Page></Layout></alto>`
	for _, c := range []struct {
		name string
		form Form
		file string
		of   rune
		want rune
	}{
		{"alto", ALTO, alto, '船', '般'},
		{"alto, a word", ALTO, strings.NewReplacer(`WIDTH="320" HEIGHT="160" CC="40"/>`, `WIDTH="320" HEIGHT="160" CC="40"><ALTERNATIVE>般开</ALTERNATIVE><ALTERNATIVE>船</ALTERNATIVE></String>`).Replace(altoPage), '船', '般'},
		{"hocr", HOCR, strings.ReplaceAll(hocrPage, `<span class="ocrx_word" title="bbox 220 200 258 240">了&amp;</span>`,
			`<span class="ocrx_word" title="bbox 220 200 258 240"><span class="alternatives"><ins class="alt" title="nlp 0.3">了&amp;</ins><del class="alt" title="nlp 1">子&amp;</del><del class="alt">孑孓孒</del></span></span>`), '了', '子'},
		{"tesseract", HOCR, strings.ReplaceAll(hocrPage, `x_conf 60">船</span>`,
			`x_conf 60">船</span><span class="ocrx_cinfo" id="lstm_choices_1_1_1"><span class="ocrx_cinfo" id="choice_1_1_1" title="x_confs 58">船</span><span class="ocrx_cinfo" id="choice_1_1_2" title="x_confs 31">般</span><span class="ocrx_cinfo" id="choice_1_1_3" title="x_confs 0">舱</span></span>`+"\n"), '船', 0},
		{"tesseract, all characters", HOCR, strings.NewReplacer(`x_conf 60">船</span>`,
			`x_conf 60">船</span><span class="ocrx_cinfo" id="lstm_choices_1_1_1"><span class="ocrx_cinfo" id="choice_1_1_1" title="x_confs 58">船</span><span class="ocrx_cinfo" id="choice_1_1_2" title="x_confs 31">般</span></span>`,
			`x_conf 99">开</span>`, `x_conf 99">开</span><span class="ocrx_cinfo" id="lstm_choices_1_1_2"><span class="ocrx_cinfo" id="choice_1_1_3" title="x_confs 99">开</span><span class="ocrx_cinfo" id="choice_1_1_4" title="x_confs 0">升</span></span>`).Replace(hocrPage), '船', '般'},
		{"abbyy", ABBYY, strings.NewReplacer(`charConfidence="60">船`, `charConfidence="60"><charRecVariants><charRecVariant charConfidence="60">船</charRecVariant><charRecVariant charConfidence="20">般</charRecVariant></charRecVariants>船`,
			`<formatting>Old pier`, `<formatting><wordRecVariants><wordRecVariant><variantText><charParams>0</charParams></variantText></wordRecVariant></wordRecVariants>Old pier`).Replace(abbyyPage), '船', '般'},
		{"page", PAGE, strings.ReplaceAll(pagePage, `<Unicode>船</Unicode></TextEquiv></Glyph>`, `<Unicode>船</Unicode></TextEquiv><TextEquiv index="1"><Unicode>般</Unicode></TextEquiv></Glyph>`), '船', '般'},
	} {
		pages, err := c.form(c.file)
		if err != nil || len(pages) != 1 {
			t.Fatal(c.name, pages, err)
		}
		seen, all := false, ""
		for _, l := range pages[0].Lines {
			all += spell(l) + "|"
			for _, ch := range l.Chars {
				want := rune(0)
				if ch.Rune == c.of {
					want, seen = c.want, true
				}
				if ch.Other != want {
					t.Errorf("%s: %c may be %q, want %q", c.name, ch.Rune, ch.Other, want)
				}
			}
		}
		if want := "夜校开课|船开 了&|Old pier|"; !seen || c.name != "alto" && all != want {
			t.Errorf("%s: it reads %q", c.name, all)
		}
	}
}

// A line that is set from the top down is measured along itself, where the file says no more than its box, the boxes of
// its words or those of its characters, and lies where the file has it.
func TestSetDown(t *testing.T) {
	const head = `<alto><Description><MeasurementUnit>pixel</MeasurementUnit></Description><Layout><Page WIDTH="1000" HEIGHT="1000"><PrintSpace><TextBlock><TextLine HPOS="800" VPOS="100" WIDTH="40" HEIGHT="400">`
	const foot = `</TextLine></TextBlock></PrintSpace></Page></Layout></alto>`
	for name, line := range map[string]string{
		"a line":  `<String CONTENT="渡口的灯亮了，船才靠"/>`,
		"words":   `<String CONTENT="渡口的" HPOS="800" VPOS="100" WIDTH="40" HEIGHT="120"/><SP/><String CONTENT="灯亮了，" HPOS="800" VPOS="220" WIDTH="40" HEIGHT="160"/><SP/><String CONTENT="船才靠" HPOS="800" VPOS="380" WIDTH="40" HEIGHT="120"/>`,
		"letters": letters(),
	} {
		pages, err := ALTO(head + line + foot)
		if err != nil || len(pages) != 1 || len(pages[0].Lines) != 1 {
			t.Fatal(name, err)
		}
		l := pages[0].Lines[0]
		if l.Size < 0.85*l.Box.W || l.Size > 1.2*l.Box.W || len(l.Chars) != 10 {
			t.Errorf("%s: %d characters of size %v in %+v", name, len(l.Chars), l.Size, l.Box)
		}
		for k, c := range l.Chars {
			if want := l.Box.Y + l.Box.H*float64(k)/10; c.Space || c.Box.Y < want-0.2*l.Box.W || c.Box.Y > want+0.2*l.Box.W || c.Box.X < l.Box.X || c.Box.H > 1.2*l.Box.W {
				t.Errorf("%s: %c lies at %+v, space %v", name, c.Rune, c.Box, c.Space)
			}
		}
	}
}

// letters are the characters of that line, each with its box.
func letters() string {
	var b strings.Builder
	for k, r := range []rune("渡口的灯亮了，船才靠") {
		fmt.Fprintf(&b, `<String CONTENT="%c" HPOS="801" VPOS="%d" WIDTH="38" HEIGHT="38"/>`, r, 101+40*k)
	}
	return b.String()
}
