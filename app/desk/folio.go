package desk

import (
	"fmt"
	"strings"

	"qingyang/app/phrase"
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

// folioReach is how many lines at either end of a page may hold its date line.
const folioReach = 12

// ReadFolio looks for the date line among the first and last lines of a page. It only reports what
// stands there in so many words: a date in the body is too far from the ends to be taken for one.
func ReadFolio(lines []string) Folio {
	var f Folio
	var near []string
	for _, l := range lines {
		if l = strings.TrimSpace(strings.ReplaceAll(l, "\uFEFF", "")); l != "" {
			near = append(near, l)
		}
	}
	if len(near) > 2*folioReach {
		near = append(near[:folioReach:folioReach], near[len(near)-folioReach:]...)
	}
	for i, l := range near {
		line := []rune(l)
		if len(line) > 40 {
			continue
		}
		said := phrase.ReadDateLine(script.Simplified(line))
		dated := said.Date.Year > 0
		if dated && f.Date == "" && said.Date.IsDay() {
			f.Date = fmt.Sprintf("%04d-%02d-%02d", said.Date.Year, said.Date.Month, said.Date.Day)
		}
		edge := i < 2 || i >= len(near)-2 // "4 三农·文化" at the very top or foot
		if f.Page == 0 && said.Page > 0 && (said.Head && edge || !said.Head && !strings.ContainsAny(l, "转接") && (dated || script.Em(line) <= 12)) {
			f.Page, f.Section = said.Page, string(said.Section.Of(line))
		}
		if f.Number == "" {
			f.Number = narrow(strings.ReplaceAll(string(said.Number.Of(line)), " ", ""))
		}
		if f.Publication == "" && (said.Words == 1 || dated) {
			f.Publication = string(said.Publication.Of(line))
		}
	}
	return f
}

// narrow is a text with half-width digits.
func narrow(s string) string { return strings.Map(script.Narrow, s) }
