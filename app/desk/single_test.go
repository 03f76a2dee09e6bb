package desk

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"qingyang/app/say"
	"qingyang/app/source"
)

// TestWithin: work is waited for, but no longer than its context lasts.
func TestWithin(t *testing.T) {
	if v, err := within(t.Context(), func() (int, error) { return 7, nil }); v != 7 || err != nil {
		t.Error(v, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	end, began := make(chan struct{}), make(chan struct{})
	defer close(end)
	go func() {
		<-began
		cancel()
	}()
	v, err := within(ctx, func() (int, error) {
		close(began)
		<-end
		return 7, nil
	})
	if v != 0 || !errors.Is(err, context.Canceled) {
		t.Error(v, err)
	}
	cancel()
	if _, err := CleanFile(ctx, []byte("渡口"), source.Options{Name: "a.txt"}); !errors.Is(err, context.Canceled) {
		t.Error("cleaned after it was cancelled:", err)
	}
}

// twoPages is a format of two pages a file, as long as the test runs.
func twoPages(t *testing.T) {
	text := source.Readers[len(source.Readers)-1]
	row := source.Reader{
		ID: "two", Name: say.T("两版", "two pages"), Media: "application/x-two", Extensions: []string{".two"},
		Is: func(b []byte) bool { return strings.HasPrefix(string(b), "TWO\n") },
		Read: func(ctx context.Context, b []byte, opt source.Options) (pages []source.Raw, err error) {
			for _, part := range strings.SplitN(strings.TrimPrefix(string(b), "TWO\n"), "\f", 2) {
				p, err := text.Read(ctx, []byte(part), opt)
				if err != nil {
					return pages, err
				}
				pages = append(pages, p...)
			}
			return pages, nil
		},
	}
	before := source.Readers
	source.Readers = append([]source.Reader{row}, before...)
	t.Cleanup(func() { source.Readers = before })
}

const twoPagesFile = "TWO\n早班渡船提前开\n\n本报讯 早班渡船提前到五点半，镇里还添了两盏灯。\n\f竹筐采茶成风\n\n本报讯 茶农今年改用竹筐采茶，茶叶不再受闷。\n"

// TestCleanFileOfPages: a file of several pages gives one object.
func TestCleanFileOfPages(t *testing.T) {
	twoPages(t)
	c, err := CleanFile(t.Context(), []byte(twoPagesFile), source.Options{Name: "a.two", Encoding: source.UTF8})
	if err != nil {
		t.Fatal(err)
	}
	as := func(f Form, l say.Lang) string {
		var b strings.Builder
		if err := c.Write(&b, f, l); err != nil {
			t.Error(err)
		}
		return b.String()
	}
	if s := as(AsJSON, say.English); strings.Count(s, `"articles"`) != 1 || strings.Count(s, `"headline"`) != 2 {
		t.Error(s)
	}
	if s := as(AsText, say.Chinese); !strings.Contains(s, "【主题】早班渡船提前开") || !strings.Contains(s, "【主题】竹筐采茶成风") {
		t.Errorf("a page is missing:\n%s", s)
	}
	if s := as(AsReasons, say.English); strings.Count(s, "Between lines") != 2 {
		t.Errorf("a page is not explained:\n%s", s)
	}
}

// FuzzNormalize: bytes that are no UTF-8 come out as they went in, in their order, whatever stands
// between them.
func FuzzNormalize(f *testing.F) {
	f.Add("渡口,早班.")
	f.Add("\xff渡口\xe6,\xb8\xff")
	f.Add("\U0010FF80\xff")
	f.Fuzz(func(t *testing.T, line string) {
		line = strings.ReplaceAll(line, "\n", "")
		got := Normalize(line)
		rest := got
		for i, n := 0, 0; i < len(line); i += n {
			var r rune
			if r, n = utf8.DecodeRuneInString(line[i:]); r != utf8.RuneError || n != 1 {
				continue
			}
			k := strings.IndexByte(rest, line[i])
			if k < 0 {
				t.Fatalf("%q became %q", line, got)
			}
			rest = rest[k+1:]
		}
		if strings.Count(got, "\uFFFD") > strings.Count(line, "\uFFFD") {
			t.Fatalf("%q became %q", line, got)
		}
	})
}

// FuzzCleanFile: whatever bytes come in, there is one JSON object with all its fields, or a problem with
// what to do.
func FuzzCleanFile(f *testing.F) {
	f.Add([]byte("早班渡船提前开\n\n本报讯 渡口今天添了两盏灯。\n"), "")
	f.Add([]byte("\xB6\xC9\xAA\xA1\xFF"), "GB18030")
	f.Add([]byte("\xFF\xFE\x00"), "")
	f.Fuzz(func(t *testing.T, b []byte, encoding string) {
		c, err := CleanFile(t.Context(), b, source.Options{Name: "x", Encoding: source.Encoding(encoding)})
		if err != nil {
			var p *say.Problem
			if !errors.As(err, &p) || p.Do.Zero() {
				t.Errorf("%q: %v", b, err)
			}
			return
		}
		var out strings.Builder
		if err := c.Write(&out, AsJSON, say.English); err != nil {
			t.Fatal(err)
		}
		var got struct {
			Articles, Furniture *[]any
			Warnings            []string
		}
		d := json.NewDecoder(strings.NewReader(out.String()))
		if err := d.Decode(&got); err != nil || got.Articles == nil || got.Furniture == nil || d.More() {
			t.Errorf("%q: %s %v", b, out.String(), err)
		}
		if damaged := slices.ContainsFunc(c.pages, func(p cleanedPage) bool { return len(p.raw.Damage) > 0 }); damaged != (len(got.Warnings) > 0) {
			t.Errorf("%q: damaged %v, warnings %q", b, damaged, got.Warnings)
		}
	})
}
