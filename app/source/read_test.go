package source

import (
	"errors"
	"fmt"
	"qingyang/app/say"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

const chinese = "本报讯 昨天上午，青禾镇的农技员走进田头，给种植户讲解水稻插秧后的水肥管理。“今年雨水多，要勤看田埂，防止串灌。”技术员老谭说。" +
	"镇里还为三十户人家送去了２００斤有机肥，这项工作将持续到本月底。据了解，全镇今年计划栽插水稻１.２万亩，目前已经完成八成以上。" +
	"镇党委有关负责人表示，下一步要把服务做到家门口，让群众少跑路、多受益；同时加强对合作社的扶持，带动更多农户增收致富。"

const traditional = "本報訊 昨天上午，青禾鎮的農技員走進田頭，給種植戶講解水稻插秧後的水肥管理。「今年雨水多，要勤看田埂，防止串灌。」技術員老譚說。" +
	"鎮裡還為三十戶人家送去了有機肥，這項工作將持續到本月底。據瞭解，全鎮今年計劃栽插水稻一萬畝，目前已經完成八成以上。"

const english = "The parish council met on Monday evening to hear a report on the state of the footbridge. Mrs Élodie Grant said that the café beside it had lost £200 a week; “we can’t wait any longer,” she added — and nobody disagreed.\n"

func encode(t testing.TB, s string, e Encoding) []byte {
	t.Helper()
	b, lost := Encode(s, e)
	if len(lost) > 0 {
		t.Fatalf("%s cannot hold %c", e, lost[0].Rune)
	}
	return b
}

// TestDetection cuts texts into pieces of several lengths, encodes them and looks whether the
// encoding is found again.
func TestDetection(t *testing.T) {
	for _, c := range []struct {
		e    Encoding
		text string
		want map[int]float64 // least share of right answers by length
	}{
		{UTF8, chinese, map[int]float64{4: 1, 8: 1, 50: 1}},
		{GB18030, chinese, map[int]float64{4: 0.9, 8: 0.98, 16: 1, 50: 1, 150: 1}},
		{Big5, traditional, map[int]float64{4: 0.7, 8: 0.9, 16: 0.98, 50: 1, 100: 1}},
		{UTF16LE, chinese, map[int]float64{4: 0.9, 8: 0.98, 16: 1, 50: 1}},
		{UTF16BE, chinese, map[int]float64{4: 0.9, 8: 0.98, 16: 1, 50: 1}},
		{Latin1, english, map[int]float64{200: 1}},
	} {
		runes := []rune(c.text)
		for n, want := range c.want {
			right, all := 0, 0
			for from := 0; from+n <= len(runes); from++ {
				piece := string(runes[from : from+n])
				ascii := strings.IndexFunc(piece, func(r rune) bool { return r >= 0x80 }) < 0
				if ascii && c.e != UTF16LE && c.e != UTF16BE {
					continue
				}
				all++
				if Detect(encode(t, piece, c.e))[0].Encoding == c.e {
					right++
				}
			}
			share := float64(right) / float64(max(all, 1))
			t.Logf("%-12s %3d runes: %.3f of %d", c.e, n, share, all)
			if share < want {
				t.Errorf("%s, %d runes: %.3f right, want %.3f", c.e, n, share, want)
			}
		}
	}
}

func TestReadKeepsEveryRune(t *testing.T) {
	raw, err := readOne(t, []byte("\uFEFF甲\r\n乙\r丙\f丁\n\n戊"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got := string(raw.Text); got != "\uFEFF甲\r\n乙\r丙\f丁\n\n戊" {
		t.Errorf("text %q", got)
	}
	want := []string{"\uFEFF甲", "乙", "丙", "丁", "", "戊"}
	if got := raw.Strings(); strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("lines %q, want %q", got, want)
	}
	if raw.Lines[0].Break != '\n' || raw.Lines[0].Next-raw.Lines[0].To != 2 || raw.Lines[2].Break != '\f' {
		t.Errorf("breaks %v", raw.Lines)
	}
}

func TestDamageIsListed(t *testing.T) {
	// Two-byte codes have no marks of where one begins: a lost byte spoils the line up to its end,
	// or to the next pair that is none, and no other.
	const line = "镇里还为三十户人家送去了有机肥，这项工作将持续到本月底。\n"
	first := countRunes(line)
	bytes := encode(t, strings.Repeat(line, 3), GB18030)
	lost := len(bytes)/3 + 41
	raw, err := readOne(t, append(bytes[:lost:lost], bytes[lost+1:]...), Options{})
	if err != nil || raw.Encoding != GB18030 {
		t.Fatal(raw.Encoding, err)
	}
	if len(raw.Damage) == 0 {
		t.Error("a lost byte is no damage")
	}
	for _, d := range raw.Damage {
		if d.At < first || d.At > 2*first {
			t.Errorf("damage at %d, outside the second line", d.At)
		}
	}
	if text := string(raw.Text); !strings.HasPrefix(text, line) || !strings.HasSuffix(text, "\n"+line) {
		t.Errorf("reading did not find its feet again: %q", text)
	}
	head := string([]rune(chinese)[:10])
	raw, err = readOne(t, []byte(head+"\xE9"+chinese[len(head):]), Options{})
	if err != nil || raw.Encoding != UTF8 || len(raw.Damage) != 1 || raw.Damage[0] != (Damage{10, BadBytes}) {
		t.Errorf("%s %v %v", raw.Encoding, raw.Damage, err)
	}
	raw, err = readOne(t, []byte{0xAA, 0xA1, 0xF8, 0xA1, 0xA1, 0x40}, Options{Encoding: GB18030})
	if err != nil || string(raw.Text) != "\uE000\uE234\uE4C6" || len(raw.Damage) != 3 || raw.Damage[0].Kind != Private {
		t.Errorf("a newsroom's own characters became %q %v %v", string(raw.Text), raw.Damage, err)
	}
}

// readOne reads a file of one page.
func readOne(t testing.TB, b []byte, opt Options) (Raw, error) {
	t.Helper()
	pages, err := Read(t.Context(), b, opt)
	if err != nil {
		return Raw{}, err
	}
	if len(pages) != 1 {
		t.Fatalf("%d pages", len(pages))
	}
	return pages[0], nil
}

func countRunes(s string) int { return utf8.RuneCountInString(s) }

func TestFindEncoding(t *testing.T) {
	for name, want := range map[string]Encoding{"": "", "utf-8": UTF8, "gb18030": GB18030, "GBK": GBK, "Windows-1252": Latin1} {
		if got, err := FindEncoding(name); got != want || err != nil {
			t.Errorf("%q is %q, %v", name, got, err)
		}
	}
	var p *say.Problem
	if got, err := FindEncoding("EBCDIC"); got != "" || !errors.As(err, &p) || p.Subject != "EBCDIC" || !strings.Contains(p.Do.EN, "GB18030") {
		t.Errorf("%q %v", got, err)
	}
}

func TestChosenEncodingIsUsed(t *testing.T) {
	raw, err := readOne(t, []byte("abc"), Options{Encoding: UTF16LE})
	if err != nil || raw.Detected || len(raw.Text) != 2 || len(raw.Damage) != 1 {
		t.Errorf("%q %v %v", string(raw.Text), raw.Damage, err)
	}
	if _, err := readOne(t, []byte("abc"), Options{Encoding: "EBCDIC"}); err == nil {
		t.Error("read an encoding that nobody knows")
	}
}

// everyEncoding are the encodings that can be written.
var everyEncoding = []Encoding{UTF8, GB18030, GBK, Big5, UTF16LE, UTF16BE, Latin1}

// readsBack says what is wrong where a text, written in an encoding, does not read as itself with question
// marks for what was reported as lost.
func readsBack(text []rune, e Encoding) error {
	b, lost := Encode(string(text), e)
	want := slices.Clone(text)
	for _, l := range lost {
		if want[l.At] != l.Rune {
			return fmt.Errorf("%s: lost %U at %d, where %U stands", e, l.Rune, l.At, want[l.At])
		}
		want[l.At] = '?'
	}
	got := make([]rune, 0, len(want))
	for rest := b; len(rest) > 0; {
		r, n := decoders[e](rest)
		got = append(got, r)
		rest = rest[n:]
	}
	if !slices.Equal(got, want) {
		return fmt.Errorf("%s: %q became %q", e, string(text), string(got))
	}
	return nil
}

func TestEncodeReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := []rune(strings.ToValidUTF8(rapid.String().Draw(t, "text"), ""))
		if err := readsBack(text, rapid.SampledFrom(everyEncoding).Draw(t, "encoding")); err != nil {
			t.Fatal(err)
		}
	})
}

func FuzzEncode(f *testing.F) {
	f.Add(chinese)
	f.Add(traditional)
	f.Add(english)
	f.Add("\uE000\uE765\U00020087\u1E3F\uFEFF€龻\U0010FFFD")
	f.Fuzz(func(t *testing.T, s string) {
		for _, e := range everyEncoding {
			if err := readsBack([]rune(strings.ToValidUTF8(s, "")), e); err != nil {
				t.Error(err)
			}
		}
	})
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(chinese), "")
	f.Add(encode(f, chinese, GB18030), "")
	f.Add(encode(f, traditional, Big5), "Big5")
	f.Add(encode(f, chinese, UTF16LE), "UTF-16LE")
	f.Add([]byte("a\r\n\r\fb\x85c\u2028"), "windows-1252")
	f.Fuzz(func(t *testing.T, b []byte, e string) {
		raw, err := readOne(t, b, Options{Encoding: Encoding(e)})
		if err != nil {
			return
		}
		at := 0
		for _, l := range raw.Lines {
			if l.From != at || l.To < l.From || l.Next < l.To || l.Next > len(raw.Text) {
				t.Fatalf("line %v does not follow %d", l, at)
			}
			at = l.Next
		}
		if at != len(raw.Text) {
			t.Fatalf("the lines end at %d of %d", at, len(raw.Text))
		}
		last := -1
		for _, d := range raw.Damage {
			if d.At <= last || d.At >= len(raw.Text) {
				t.Fatalf("damage %v", raw.Damage)
			}
			last = d.At
		}
		again, err := readOne(t, b, Options{Encoding: Encoding(e)})
		if err != nil || string(again.Text) != string(raw.Text) || again.Encoding != raw.Encoding {
			t.Fatal("read twice, it is another text")
		}
	})
}

func BenchmarkRead(b *testing.B) {
	small := encode(b, strings.Repeat(chinese+"\n", 20), GB18030)
	large := encode(b, strings.Repeat(chinese+"\n", 20000), GB18030)
	for name, data := range map[string][]byte{"page": small, "thousand-pages": large} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				if _, err := Read(b.Context(), data, Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
