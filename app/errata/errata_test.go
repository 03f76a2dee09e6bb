package errata

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"qingyang/app/proof"
	"qingyang/app/sample"
	"qingyang/app/say"
)

func mistakes(t *testing.T, text string) Errata {
	t.Helper()
	c, err := Check(t.Context(), "page.txt", []byte(text), "", Options{})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

const story = "灯塔社区亮起路灯\n\n本报讯　昨天下午，镇里的干部到%s慰问困难群众，要求做好冬季取暖工作，\n确保大家温暖过冬。居民说，夜里走路不怕了，以后出门看海、看戏、买菜都方便。\n"

// TestCheck: places are in runes of the file, whatever cleaning did, and suggestions stand for exactly them.
func TestCheck(t *testing.T) {
	for _, c := range []struct{ name, text, wrong, right, rule string }{
		{"nothing wrong", strings.Replace(story, "%s", "社区", 1), "", "", ""},
		{"a character", strings.Replace(story, "%s", "杜区", 1), "杜", "社", "C2"},
		{"behind a byte order mark", "\uFEFF" + strings.Replace(story, "%s", "杜区", 1), "杜", "社", "C2"},
		{"lines end with CR LF", strings.ReplaceAll(strings.Replace(story, "%s", "杜区", 1), "\n", "\r\n"), "杜", "社", "C2"},
		{"a word that the end of a line cuts", strings.Replace(story, "镇里的干部到%s慰问困难群众", "镇里的干部到辖区各杜\n区慰问困难群众", 1), "杜", "社", "C2"},
		{"a wrong word across two lines", strings.Replace(story, "%s", "社区开设帐\n户并", 1), "帐", "账", "C3"},
		{"a figure that cleaning sets right", strings.Replace(story, "%s", "2O25年建成的社区", 1), "O", "0", "N2"},
		{"a day that no calendar has", strings.Replace(story, "昨天下午", "2月30日下午", 1), "2月30日", "", "N7"},
		{"behind a mark that cleaning widened", strings.Replace(strings.Replace(story, "昨天下午，", "昨天下午,", 1), "%s", "杜区", 1), "杜", "社", "C2"},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := strings.Replace(c.text, "%s", "社区", 1)
			all := mistakes(t, text)
			for _, m := range all {
				runes := []rune(text)
				if string(runes[m.Offset:m.Offset+m.Length]) != m.Text {
					t.Errorf("%q does not stand at %d", m.Text, m.Offset)
				}
			}
			if c.wrong == "" {
				if len(all) > 0 {
					t.Errorf("found %+v", all)
				}
				return
			}
			if len(all) != 1 || all[0].Text != c.wrong || all[0].Rule != c.rule {
				t.Fatalf("found %+v", all)
			}
			m := all[0]
			if c.right == "" {
				if len(m.Suggestions) > 0 {
					t.Errorf("suggested %q", m.Suggestions)
				}
				return
			}
			if m.Suggestions[0] != c.right {
				t.Errorf("suggested %q", m.Suggestions)
			}
			runes := []rune(text)
			mended := string(runes[:m.Offset]) + m.Suggestions[0] + string(runes[m.Offset+m.Length:])
			if again := mistakes(t, mended); len(again) > 0 {
				t.Errorf("mended it is still doubted: %+v", again)
			}
		})
	}
}

// TestCheckDoubted: of a file of a reading machine what the machine was not sure of is found on less evidence.
func TestCheckDoubted(t *testing.T) {
	const file = `<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml"><head><meta name="ocr-system" content="test"/></head><body>
<div class="ocr_page" title="bbox 0 0 1000 1000"><p class="ocr_par"><span class="ocr_line" title="bbox 100 100 700 140">%s</span></p></div></body></html>`
	check := func(doubted int) Errata {
		var words strings.Builder
		for i, r := range []rune("老船工把缆绎解开，船才离了岸。") {
			sure := 96
			if i == doubted {
				sure = 41
			}
			fmt.Fprintf(&words, `<span class="ocrx_word" title="bbox %d 100 %d 140; x_wconf %d">%c</span>`, 100+40*i, 140+40*i, sure, r)
		}
		all, err := Check(t.Context(), "page.hocr", []byte(fmt.Sprintf(file, words.String())), "", Options{})
		if err != nil {
			t.Fatal(err)
		}
		return all
	}
	if all := check(-1); len(all) != 0 {
		t.Errorf("nothing was doubted, and found is %+v", all)
	}
	if all := check(5); len(all) != 1 || all[0].Text != "绎" || all[0].Suggestions[0] != "绳" {
		t.Errorf("found %+v", all)
	}
}

// TestCheckSample: no name of the sample bulletin is doubted, and hardly anything else.
func TestCheckSample(t *testing.T) {
	runes, found := 0, 0
	for _, issue := range sample.Issues() {
		for _, p := range issue.Pages {
			c, err := Check(t.Context(), p.File, p.Raw, "", Options{})
			if err != nil {
				t.Fatal(err)
			}
			runes += len([]rune(string(p.Raw)))
			for _, m := range c {
				found++
				t.Logf("%s %d:%d %s[%s]%s %v %s", p.File, m.line, m.column, m.left, m.Text, m.right, m.Suggestions, m.Rule)
			}
		}
	}
	if 3000*found > 2*runes {
		t.Errorf("%d places of %d characters are doubted", found, runes)
	}
}

// TestWrite: for programs one array, for people a line a place, in both languages.
func TestWrite(t *testing.T) {
	c, err := Check(t.Context(), "page.txt", []byte(strings.Replace(story, "%s", "杜区", 1)), "", Options{})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := c.WriteJSON(&b); err != nil {
		t.Fatal(err)
	}
	var got []map[string]any
	if err := json.Unmarshal([]byte(b.String()), &got); err != nil || len(got) != 1 || got[0]["text"] != "杜" {
		t.Errorf("%v %s", err, b.String())
	}
	b.Reset()
	if err := (Errata)(nil).WriteJSON(&b); err != nil || strings.TrimSpace(b.String()) != "[]" {
		t.Errorf("of nothing: %v %q", err, b.String())
	}
	for l, want := range map[say.Lang]string{say.Chinese: "形近", say.English: "looks like it"} {
		b.Reset()
		if err := c.Write(&b, l); err != nil || !strings.Contains(b.String(), "[杜]区") || !strings.Contains(b.String(), want) || strings.Count(b.String(), "\n") != 1 {
			t.Errorf("%v %s", err, b.String())
		}
	}
}

// TestDocumentedExample: the example of docs/json.md has the fields of a Mistake and no others.
func TestDocumentedExample(t *testing.T) {
	doc, err := os.ReadFile("../../docs/json.md")
	if err != nil {
		t.Fatal(err)
	}
	_, example, found := strings.Cut(string(doc), "```json\n[\n")
	if !found {
		t.Fatal("there is no example of check")
	}
	d := json.NewDecoder(strings.NewReader("[" + example))
	d.DisallowUnknownFields()
	var all []Mistake
	if err := d.Decode(&all); err != nil || len(all) == 0 || len([]rune(all[0].Text)) != all[0].Length {
		t.Errorf("%+v %v", all, err)
	}
}

// FuzzCheck: whatever is in a file, places are in it, ascending, and name what stands there.
func FuzzCheck(f *testing.F) {
	f.Add("")
	f.Add(strings.Replace(story, "%s", "杜区", 1))
	f.Add("\uFEFF，，\r\n\f2O20年2月30日\n己经\n\n杜\n区。\n“《\n")
	f.Fuzz(func(t *testing.T, text string) {
		c, err := Check(t.Context(), "page.txt", []byte("\uFEFF"+text), "", Options{Strict: proof.Strict})
		if err != nil {
			return
		}
		runes := []rune("\uFEFF" + text)
		for _, m := range c {
			if got := string(runes[m.Offset : m.Offset+m.Length]); got != m.Text {
				t.Errorf("%q stands at %d, not %q", got, m.Offset, m.Text)
			}
		}
		if !slices.IsSortedFunc(c, func(a, b Mistake) int { return a.Offset - b.Offset }) {
			t.Error("not in order")
		}
	})
}
