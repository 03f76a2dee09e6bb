// Package house is what the house of a publication wants of cleaning: its profile, in TOML, with which rules
// work and how marks are set.
//
// It knows the rules by their ids and what cleaning takes; nothing of libraries or windows. Pure functions
// of any goroutine. Start reading at Profile.
package house

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/BurntSushi/toml"

	"qingyang/app/clean"
	"qingyang/app/clean/read"
	"qingyang/app/rule"
	"qingyang/app/say"
	"qingyang/app/wording"
)

// Profile is what the house of a publication wants of cleaning. The zero Profile wants every rule, one space
// for the pause in a headline, and marks as the national standard has them.
type Profile struct {
	Off   []string `toml:"off"`            // the ids of the rules that are switched off
	Pause string   `toml:"headline_pause"` // PauseSpace or PauseWide; empty is PauseSpace
	// Quotes are QuotesCurly or QuotesCorner; empty is QuotesCurly.
	Quotes string `toml:"quotes"`
	// Brackets around Latin letters and numbers are BracketsKeep or BracketsWide; empty is BracketsKeep.
	Brackets string `toml:"latin_brackets"`
	// Measures are widths of columns, in em, that the paper is known to set; cleaning weighs them first.
	Measures []int `toml:"column_measures"`
	// Wrong is how sure a wrong character must be to be shown: WrongQuiet, WrongUsual, WrongStrict or WrongOff;
	// empty is WrongUsual.
	Wrong string `toml:"wrong_characters"`
	// English is how English is spelt: EnglishBritish, EnglishAmerican or EnglishAny; empty is EnglishAny.
	English string `toml:"english"`
	// Languages are those that scans of the paper are read in, as tesseract names them and joined by "+"; empty is the
	// usual one.
	Languages string `toml:"scan_languages"`
	// Learned is what the corrected pages of the paper taught; nothing for a paper whose house never asked for it.
	Learned Learned `toml:"learned"`
}

// The pauses that a house may set in its headlines.
const (
	PauseSpace = "space" // one half-width space
	PauseWide  = "wide"  // one full-width space, U+3000
)

// The quotation marks that a house may set, and its brackets around Latin letters and numbers.
const (
	QuotesCurly  = "curly"  // “ ” ‘ ’
	QuotesCorner = "corner" // 「 」 『 』
	BracketsKeep = "keep"   // as they stand
	BracketsWide = "wide"   // （PM2.5）
)

// How sure wrong characters must be, and how English is spelt.
const (
	WrongQuiet      = "quiet"
	WrongUsual      = "usual"
	WrongStrict     = "strict"
	WrongOff        = "off"
	EnglishAny      = "any"
	EnglishBritish  = "british"
	EnglishAmerican = "american"
)

// narrowest and widest measure of a column that a profile may name, in em.
const narrowest, widest = 5, 60

// languages are the names of data files of tesseract, joined by "+"; those of scripts stand in a folder.
var languages = regexp.MustCompile(`^[A-Za-z0-9_]+(/[A-Za-z0-9_]+)?(\+[A-Za-z0-9_]+(/[A-Za-z0-9_]+)?)*$`)

// layoutRules are the rules of layout that a house can switch off, in the order of RULES.
var layoutRules = []string{"L1", "L2", "L3", "L5", "L6", "L7", "L8", "L9", "E1", "E2", "E8"}

// Rules are the ids of all rules that a house can switch off.
func Rules() []string {
	ids := slices.Clone(layoutRules)
	for _, r := range rule.All {
		if !slices.Contains(ids, r.ID) {
			ids = append(ids, r.ID)
		}
	}
	return ids
}

// Parse reads a profile from TOML. What it does not know is a problem that says so: a word that
// was misspelt must not be passed over.
func Parse(name, text string) (Profile, error) {
	var h Profile
	meta, err := toml.Decode(text, &h)
	bad := func(what say.Text, err error) (Profile, error) {
		return Profile{}, &say.Problem{
			Subject: name, What: what, Err: err,
			Do: say.T("规则写成 off = [\"S1\"]，标题停顿写成 headline_pause = \"space\" 或 \"wide\"；qingyang-cli profile 可打印一份完整的", "write rules as off = [\"S1\"], the pause as headline_pause = \"space\" or \"wide\"; qingyang-cli profile prints a whole one"),
		}
	}
	if err != nil {
		return bad(say.T("不是可读的规则文件", "is no profile that can be read"), err)
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		return bad(say.T("不认识“%s”", "“%s” is not known").With(unknown[0].String()), nil)
	}
	for _, id := range h.Off {
		if !slices.Contains(Rules(), id) {
			return bad(say.T("没有规则“%s”", "there is no rule “%s”").With(id), nil)
		}
	}
	for _, c := range []struct {
		value string
		known []string
		what  say.Text
	}{
		{h.Pause, []string{PauseSpace, PauseWide}, say.T("不认识停顿“%s”", "the pause “%s” is not known")},
		{h.Quotes, []string{QuotesCurly, QuotesCorner}, say.T("不认识引号“%s”", "the quotation marks “%s” are not known")},
		{h.Wrong, []string{WrongQuiet, WrongUsual, WrongStrict, WrongOff}, say.T("不认识错字的宽严“%s”", "the strictness “%s” is not known")},
		{h.English, []string{EnglishAny, EnglishBritish, EnglishAmerican}, say.T("不认识英文拼写“%s”", "the spelling “%s” is not known")},
		{h.Brackets, []string{BracketsKeep, BracketsWide}, say.T("不认识括号“%s”", "the brackets “%s” are not known")},
	} {
		if c.value != "" && !slices.Contains(c.known, c.value) {
			return bad(c.what.With(c.value), nil)
		}
	}
	if h.Languages != "" && !languages.MatchString(h.Languages) {
		return bad(say.T("识别语言“%s”不是 tesseract 的叫法（如 chi_sim+eng）", "the languages of scans “%s” are not as tesseract names them (chi_sim+eng)").With(h.Languages), nil)
	}
	if len(h.Measures) > clean.MostMeasures {
		return bad(say.T("栏宽最多写 %d 个", "at most %d column measures can be named").With(clean.MostMeasures), nil)
	}
	for _, m := range h.Measures {
		if m < narrowest || m > widest {
			return bad(say.T("栏宽 %d 字不在 %d 至 %d 之间", "a column measure of %d em is not between %d and %d").With(m, narrowest, widest), nil)
		}
	}
	if _, err := h.Learned.parse(); err != nil {
		return bad(say.T("学到的习惯有一行读不懂", "one of the learned habits cannot be read"), err)
	}
	slices.Sort(h.Off)
	h.Off = slices.Compact(h.Off)
	return h, nil
}

// TOML writes the profile so that Parse reads it back, with a line of comment for each rule.
func (h Profile) TOML() string {
	var b strings.Builder
	b.WriteString("# 清样：本报规则 / Qingyang: profile of a house\n")
	fmt.Fprintf(&b, "headline_pause = %q # %s, %s\n", cmp.Or(h.Pause, PauseSpace), PauseSpace, PauseWide)
	fmt.Fprintf(&b, "quotes = %q # %s “”, %s 「」\n", cmp.Or(h.Quotes, QuotesCurly), QuotesCurly, QuotesCorner)
	fmt.Fprintf(&b, "latin_brackets = %q # %s, %s （PM2.5）\n", cmp.Or(h.Brackets, BracketsKeep), BracketsKeep, BracketsWide)
	fmt.Fprintf(&b, "wrong_characters = %q # %s, %s, %s, %s\n", cmp.Or(h.Wrong, WrongUsual), WrongQuiet, WrongUsual, WrongStrict, WrongOff)
	fmt.Fprintf(&b, "english = %q # %s, %s, %s\n", cmp.Or(h.English, EnglishAny), EnglishAny, EnglishBritish, EnglishAmerican)
	fmt.Fprintf(&b, "scan_languages = %q # chi_sim+eng\n", h.Languages)
	fmt.Fprintf(&b, "column_measures = [%s] # em\noff = [\n", MeasuresText(h.Measures))
	for _, id := range h.Off {
		name := wording.Rule(id)
		fmt.Fprintf(&b, "  %q, # %s / %s\n", id, name.ZH, name.EN)
	}
	b.WriteString("]\n")
	h.Learned.write(&b)
	return b.String()
}

// MeasuresText writes measures as people do: "13, 16".
func MeasuresText(ms []int) string {
	var all []string
	for _, m := range ms {
		all = append(all, strconv.Itoa(m))
	}
	return strings.Join(all, ", ")
}

// ParseMeasures reads measures that MeasuresText wrote, or an editor: any marks and spaces part them.
func ParseMeasures(text string) (ms []int) {
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r < '0' || r > '9' }) {
		if m, err := strconv.Atoi(word); err == nil {
			ms = append(ms, m)
		}
	}
	return ms
}

// Clean is the house's wishes as cleaning takes them.
func (h Profile) Clean() clean.Profile {
	p := clean.Profile{Off: map[string]bool{}, Pause: ' ', Measures: h.Measures}
	p.Style = rule.Style{CornerQuotes: h.Quotes == QuotesCorner, WideBrackets: h.Brackets == BracketsWide}
	for _, id := range h.Off {
		p.Off[id] = true
	}
	habits, _ := h.Learned.parse()
	p.Habits = read.Known(habits)
	if h.Pause == PauseWide {
		p.Pause = '\u3000'
	}
	return p
}
