package desk

import (
	"regexp"
	"strconv"
	"strings"

	"qingyang/app/script"
)

// Folio is what a page says about itself in its date line: which paper, which day, which page.
// What it does not say is empty or 0.
type Folio struct {
	Publication string
	Number      string // of the issue, as printed: "第612期"
	Date        string // ISO 8601
	Page        int
	Section     string
}

var (
	folioDate = regexp.MustCompile(`(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日`)
	folioPage = regexp.MustCompile(`第\s*([0-9〇一二三四五六七八九十]{1,3})\s*版|(?:^|\s)[A-D]?(\d{1,2})\s*版|(?:^|\s)([一二三四五六七八九十]{1,3})版`)
	folioName = regexp.MustCompile(`^\p{Han}{1,9}(?:报|周刊|通讯|快讯|之声)$`)
	folioHead = regexp.MustCompile(`^[A-D]?(\d{1,2})\s+(\p{Han}[\p{Han}·]{1,8})$`) // "4 三农·文化" at the very top or foot
	folioNum  = regexp.MustCompile(`(?:总第?|第)\s*\d{1,6}\s*期`)
)

// folioReach is how many lines at either end of a page may hold its date line.
const folioReach = 12

// ReadFolio looks for the date line among the first and last lines of a page. It only reports what
// stands there in so many words: a date in the body is too far from the ends to be taken for one.
func ReadFolio(lines []string) Folio {
	var f Folio
	var near []string
	for _, l := range lines {
		if l = strings.TrimSpace(wideDigits.Replace(l)); l != "" {
			near = append(near, l)
		}
	}
	if len(near) > 2*folioReach {
		near = append(near[:folioReach:folioReach], near[len(near)-folioReach:]...)
	}
	for i, l := range near {
		if len([]rune(l)) > 40 {
			continue
		}
		if m := folioHead.FindStringSubmatch(l); m != nil && f.Page == 0 && (i < 2 || i >= len(near)-2) {
			f.Page, f.Section = numeral(m[1]), m[2]
		}
		date := folioDate.FindStringSubmatch(l)
		page := folioPage.FindStringSubmatchIndex(l)
		if date != nil && f.Date == "" && dateLine(l) {
			f.Date = isoDate(date[1:])
		}
		if page != nil && f.Page == 0 && !strings.ContainsAny(l, "转接") && (date != nil || script.Em([]rune(l)) <= 12) {
			for g := 2; g < len(page); g += 2 {
				if page[g] >= 0 {
					f.Page = numeral(l[page[g]:page[g+1]])
				}
			}
			f.Section = section(l[page[1]:])
		}
		if n := folioNum.FindString(l); n != "" && f.Number == "" && dateLine(l) {
			f.Number = strings.ReplaceAll(n, " ", "")
		}
		words := strings.Fields(l)
		for _, word := range words {
			if f.Publication == "" && (len(words) == 1 || date != nil) && word != "本报" && folioName.MatchString(word) {
				f.Publication = word
			}
		}
	}
	return f
}

var wideDigits = strings.NewReplacer("０", "0", "１", "1", "２", "2", "３", "3", "４", "4", "５", "5",
	"６", "6", "７", "7", "８", "8", "９", "9", "\uFEFF", "")

// dateLine says whether a line is made of a date and other short words, with no sentence in it.
func dateLine(l string) bool { return !strings.ContainsAny(l, "，。；！？") }

func isoDate(ymd []string) string {
	y, _ := strconv.Atoi(ymd[0])
	m, _ := strconv.Atoi(ymd[1])
	d, _ := strconv.Atoi(ymd[2])
	if m < 1 || m > 12 || d < 1 || d > 31 {
		return ""
	}
	two := func(n int) string { return strconv.Itoa(n/10) + strconv.Itoa(n%10) }
	return strconv.Itoa(y) + "-" + two(m) + "-" + two(d)
}

// section is the name of the page that may follow its number: "第三版 综合新闻".
func section(rest string) string {
	words := strings.Fields(strings.Trim(rest, " ·:：—-"))
	if len(words) == 0 {
		return ""
	}
	w := []rune(words[0])
	if len(w) < 2 || len(w) > 6 {
		return ""
	}
	for _, r := range w {
		if !script.IsHan(r) {
			return ""
		}
	}
	return words[0]
}

// numeral reads 1–99 in digits or in Han; 0 is no number.
func numeral(s string) int {
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	n, unit := 0, 0
	for _, r := range s {
		switch d := strings.IndexRune("〇一二三四五六七八九", r); {
		case r == '十':
			n, unit = n+max(unit, 1)*10, 0
		case d >= 0:
			unit = d / len("〇")
		}
	}
	return n + unit
}
