// Package folder sorts the files of a folder into issues and pages by what their names say:
// 2020-12-11/A01.pdf is page 1 of section A of the issue of that day.
//
// Start reading at Pattern, then Guess and List. Nothing here opens a file.
package folder

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"qingyang/app/say"
)

// Place is what a path says of the page that it holds; what it does not say is empty or 0.
type Place struct {
	Publication string
	Number      string // of the issue
	Date        string // ISO 8601
	Section     string
	Page        int // of the file's first page, from 1
}

// Pattern says where in a path the parts of a Place stand. It is read from the end of the path, so that
// the folders above do not matter.
type Pattern struct {
	text   string
	re     *regexp.Regexp
	fields []string // what each group of re is: a name of fields
}

// fields are what may stand in braces, by both names, and how each looks in a path.
var fields = []struct {
	en, zh string
	looks  string
}{
	{"publication", "报刊", `[^/]+?`},
	{"number", "期号", `\d{1,6}`},
	{"date", "日期", `\d{8}|\d{4}[-_.年 ]?\d{1,2}[-_.月 ]?\d{1,2}日?`},
	{"year", "年", `\d{4}`},
	{"month", "月", `\d{1,2}`},
	{"day", "日", `\d{1,2}`},
	{"section", "叠", `[A-Za-z]{1,3}|\p{Han}{1,8}`},
	{"page", "版次", `\d{1,3}`},
}

// Usual are the patterns of common folders, the most telling first; but those that take a folder's name for
// a paper's stand last: they are to be chosen, never guessed.
var Usual = []string{
	"{year}/{month}/{day}/{section}{page}.*",
	"{year}/{month}/{day}/{page}.*",
	"{year}-{month}/{day}/{section}{page}.*",
	"{year}-{month}/{day}/{page}.*",
	"{date}/{section}{page}.*",
	"{date}/{page}.*",
	"{date}/*{page}.*",
	"{date}_{section}{page}.*",
	"{date}-{section}{page}.*",
	"{date}_{page}.*",
	"{date}-{page}.*",
	"{date}*{page}.*",
	"{date}.*",
	"{number}/{section}{page}.*",
	"{number}/{page}.*",
	"*{page}.*",
	"{publication}/{date}/{section}{page}.*",
	"{publication}/{date}/{page}.*",
}

// Parse reads a pattern: fields in braces, by their English or Chinese names, `*` for anything within one
// name of a path, `/` between names, everything else as it stands; letters of either case are the same.
// The error is a *say.Problem that says what is wrong in it.
func Parse(text string) (Pattern, error) {
	p := Pattern{text: text}
	var re strings.Builder
	re.WriteString(`(?i)(?:^|/)`)
	for rest := text; rest != ""; {
		switch {
		case rest[0] == '{':
			name, after, closed := strings.Cut(rest[1:], "}")
			looks := ""
			for _, f := range fields {
				if name == f.en || name == f.zh {
					name, looks = f.en, f.looks
				}
			}
			if !closed || looks == "" {
				return Pattern{}, wrong(text, say.T("“{%s”不认识", "has {%s, which is no field").With(name))
			}
			for _, had := range p.fields {
				if had == name {
					return Pattern{}, wrong(text, say.T("“{%s}”写了两次", "has {%s} twice").With(name))
				}
			}
			p.fields = append(p.fields, name)
			re.WriteString("(" + looks + ")")
			rest = after
		case rest[0] == '*':
			re.WriteString(`[^/]*?`)
			rest = rest[1:]
		default:
			n := len(rest)
			if i := strings.IndexAny(rest, "{*"); i >= 0 {
				n = i
			}
			re.WriteString(regexp.QuoteMeta(rest[:n]))
			rest = rest[n:]
		}
	}
	re.WriteString("$")
	if len(p.fields) == 0 {
		return Pattern{}, wrong(text, say.T("没有说明文件名里什么是日期、版次", "does not say what in a name is the date or the page"))
	}
	var err error
	if p.re, err = regexp.Compile(re.String()); err != nil {
		return Pattern{}, wrong(text, say.T("读不懂", "cannot be read"))
	}
	return p, nil
}

func wrong(text string, what say.Text) error {
	var names []string
	for _, f := range fields {
		names = append(names, "{"+f.en+"}")
	}
	return &say.Problem{
		Subject: text, What: what,
		Do: say.T("可写：%s，以及 *；如 {date}/{section}{page}.pdf", "write %s, and *; as {date}/{section}{page}.pdf").With(strings.Join(names, " ")),
	}
}

// String is the pattern as it was written.
func (p Pattern) String() string { return p.text }

// Place reads a path, with slashes between its names; ok is false where the pattern does not fit, or what
// stands there is no day of the calendar and no page number.
func (p Pattern) Place(path string) (at Place, ok bool) {
	if p.re == nil {
		return Place{}, false
	}
	m := p.re.FindStringSubmatch(path)
	if m == nil {
		return Place{}, false
	}
	var year, month, day string
	for i, name := range p.fields {
		switch said := m[i+1]; name {
		case "publication":
			at.Publication = said
		case "number":
			at.Number = said
		case "date":
			year, month, day = dateParts(said)
		case "year":
			year = said
		case "month":
			month = said
		case "day":
			day = said
		case "section":
			at.Section = strings.ToUpper(said)
		case "page":
			if at.Page, _ = strconv.Atoi(said); at.Page == 0 {
				return Place{}, false
			}
		}
	}
	if year+month+day == "" {
		return at, true
	}
	at.Date, ok = isoDate(year, month, day)
	return at, ok
}

// dateParts are the numbers of a date as a name has it: four, two and two digits, or with marks between.
func dateParts(s string) (year, month, day string) {
	parts := strings.FieldsFunc(s, func(r rune) bool { return r < '0' || r > '9' })
	switch {
	case len(parts) == 3:
		return parts[0], parts[1], parts[2]
	case len(parts) == 1 && len(s) == 8:
		return s[:4], s[4:6], s[6:]
	}
	return s, "", ""
}

// isoDate is a day in the form of ISO 8601; ok is false where the calendar has no such day. Without a day
// or a month there is none.
func isoDate(year, month, day string) (date string, ok bool) {
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if y < 1600 || t.Year() != y || int(t.Month()) != m || t.Day() != d {
		return "", false
	}
	return fmt.Sprintf("%04d-%02d-%02d", y, m, d), true
}

// Guess is the usual pattern that fits most of the paths, of equals the first; the zero Pattern,
// which fits nothing, where none fits any.
func Guess(paths []string) Pattern {
	var best Pattern
	most := 0
	for _, text := range Usual {
		p, err := Parse(text)
		if err != nil {
			panic(err) // held by TestUsual
		}
		fits := 0
		for _, path := range paths {
			if _, ok := p.Place(path); ok {
				fits++
			}
		}
		if fits > most {
			best, most = p, fits
		}
	}
	return best
}
