package pages

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"qingyang/app/script"
)

// Style is a family of papers: a text, wordings, and how often its papers do what.
type Style struct {
	Name    string
	House   int // above 0: all pages are of this one paper, with its names, its layout, and its way into raw text
	parents []*Style
	stories []*story
	words   wording
	pairs   map[[2]rune]int // how often two characters stand together in its text

	layouts          odds
	columns          []int
	measures         []int // em
	mix, foreign     odds  // kinds of stories on Chinese and on Latin pages
	bylineAt         odds
	writerAt         odds
	leads            float64
	jumps            float64
	standing         float64
	insets           float64
	adverts          float64
	runIn            float64
	runInMarks       [][2]string
	runInLatin       [][2]string
	leadGaps         []string
	byMarks          []string
	titleAt          []string
	blanks           odds
	indents          odds
	orders           odds
	titles, fixtures odds

	// Habits that not every style has: where one is zero, nothing is drawn for it.
	leadMarks [][2]string // round a lead: 【本报讯】
	brackets  [][2]string // round a credit; none: （ ）
	tight     float64     // how often the spaces of Latin text are one wide; else those of rows are as wide as its cells
	told      float64     // how often a lead runs on into its credit: 本报讯 记者张三报道：
	upright   float64     // how often a short title stands upright, a character a line

	since       int      // the year of the oldest paper; none: 2001
	writerMarks []string // before a writer's name, in no block: 文/
	creditWords []string // before these words, too, a credit may go on on a second line
	tightCredit bool     // the credit of a photo in brackets follows its caption without a space
	extra       int      // how many paragraphs that fit any story a story may be given at most; none: 8
	wideGaps    float64  // how often the gaps of furniture, credits and rows are as wide as a character
	oneCredit   bool     // a picture story has one credit: its captions have none
	houses      []string // what a page is of: all its stories and some of its wordings are of that house
	fixed       []string // sets of words that are drawn once for a page, besides the names that every page has
	signed      float64  // how often editors sign below the stories
	askedHeads  bool     // a headline in capitals has no full stop behind another mark
	bare        float64  // how often news has neither dateline nor credit
	stacked     float64  // how often the parts of a kicker, a headline, a subheadline stand below one another
	abroad      []string // what a page of Latin text is of, where that is not one of its houses

	braids     []float64 // how often titles that stand side by side come line by line; none: 0, 0.6, 1
	rows       float64   // how often small pieces stand side by side in a row, a column each
	runInPhoto float64   // how often the title of a picture runs into its caption: 【晨练】3月5日，
	creditLine float64   // how often the credit of a photo stands on a line of its own under the caption
	bareCredit float64   // how often a caption has no credit

	latinAt     odds    // where the credit of an English story stands; none: under the title, seldom at the end
	runInNotice float64 // how often the head of a notice runs into its text: STRAYED.—From the Common,

	years map[string][2]int // the years [from, to) of the papers of a house that is not of the style's own time
}

// kinds are the odds of a track.
func (st *Style) kinds(track string) odds {
	switch track {
	case "latin":
		return st.foreign
	case "mixed":
		return append(odds{{"mixed", 24}, {"table", 2}, {"list", 1.5}, {"en-news", 2}, {"en-brief", 0.5}}, st.mix...)
	}
	return st.mix
}

// cohesion says how much two characters belong together in a title: 0 strangers, 1 a word.
func (st *Style) cohesion(a, b rune) float64 {
	n := st.pairs[[2]rune{a, b}]
	return float64(n) / float64(n+2)
}

var named = map[string]func() (*Style, error){
	"A": sync.OnceValues(func() (*Style, error) { return styleA().load() }),
	"B": sync.OnceValues(func() (*Style, error) { return styleB().load() }),
	"C": sync.OnceValues(func() (*Style, error) { return styleC().load() }),
	"D": sync.OnceValues(func() (*Style, error) { return styleD().load() }),
	"E": sync.OnceValues(func() (*Style, error) { return styleE().load() }),
	"F": sync.OnceValues(func() (*Style, error) { return styleF().load() }),
	"G": sync.OnceValues(func() (*Style, error) { return styleG().load() }),
	"H": sync.OnceValues(func() (*Style, error) { return styleH().load() }),
	"I": sync.OnceValues(func() (*Style, error) { return styleI().load() }),
	"J": sync.OnceValues(func() (*Style, error) { return styleJ().load() }),
	"K": sync.OnceValues(func() (*Style, error) { return styleK().load() }),
	"L": sync.OnceValues(func() (*Style, error) { return styleL().load() }),
	"M": sync.OnceValues(func() (*Style, error) { return styleM().load() }),
	"N": sync.OnceValues(func() (*Style, error) { return styleN().load() }),
	"O": sync.OnceValues(func() (*Style, error) { return styleO().load() }),
	"P": sync.OnceValues(func() (*Style, error) { return styleP().load() }),
}

// StyleNamed gives a style: A and papers between fourteen styles, Between, are fitted on; B and K are for judging alone (doc.go
// says what they taught).
func StyleNamed(name string) (*Style, error) {
	load, ok := named[name]
	if !ok {
		return nil, fmt.Errorf("no style is called %q: there are %s", name, strings.Join(slices.Sorted(maps.Keys(named)), ", "))
	}
	return load()
}

// load reads the text and the wordings of a style.
func (st *Style) load() (*Style, error) {
	var err error
	if st.stories, err = readStories(st.Name); err != nil {
		return nil, err
	}
	if st.words, err = readWording(st.Name); err != nil {
		return nil, err
	}
	st.pairs = map[[2]rune]int{}
	for _, s := range st.stories {
		for _, q := range append([]part{{0, s.title}, {0, s.kicker}, {0, s.sub}}, s.parts...) {
			r := []rune(q.text)
			for i := 1; i < len(r); i++ {
				if script.IsHan(r[i-1]) && script.IsHan(r[i]) {
					st.pairs[[2]rune{r[i-1], r[i]}]++
				}
			}
		}
	}
	return st, nil
}

func styleA() *Style {
	return &Style{
		Name:     "A",
		layouts:  odds{{"boxed", 6}, {"poured", 3}, {"single", 1}},
		columns:  []int{2, 3, 4, 5, 6, 7},
		measures: []int{9, 10, 11, 12, 13, 14, 15, 16, 17, 19, 22, 26},
		mix: odds{{"news", 26}, {"brief", 2.5}, {"feature", 4}, {"photo", 1.6}, {"essay", 2.8}, {"verse", 1}, {"letter", 1.2}, {"reply", 0.5}, {"qa", 1},
			{"notice", 2}, {"list", 0.7}, {"table", 0.7}, {"items", 0.5}, {"obituary", 0.4}, {"serial", 1}, {"comment", 1.5}, {"mixed", 1.5},
			{"rules", 1.2}, {"case", 1.2}, {"report", 0.8}, {"talk", 1.2}, {"science", 0.8}},
		foreign:  odds{{"en-news", 12}, {"en-feature", 4}, {"en-brief", 2}, {"en-notice", 1.2}, {"en-letter", 1.2}, {"en-verse", 0.5}, {"en-list", 0.8}},
		bylineAt: odds{{"under", 3}, {"lead", 3}, {"end", 2}, {"tail", 2}, {"brackets", 2}, {"foot", 1}, {"front", 1}},
		writerAt: odds{{"under", 4}, {"above", 1.5}, {"beside", 1}, {"end", 2}, {"foot", 1.7}},
		leads:    0.6, jumps: 0.12, standing: 0.06, insets: 0.3, adverts: 0.35, runIn: 0.75,
		runInMarks: [][2]string{{"＊", "　"}, {"·", "　"}, {"", "　"}, {"◆", "　"}, {"▲", "："}, {"【", "】"}, {"●", "　"}, {"◆", " "}, {"■", "："}, {"☆", "　"}, {"◇", "："}, {"▼", "　"},
			{"►", " "}, {"［", "］"}, {"「", "」"}, {"✦", "　"}, {"♦", "："}, {"☞", "　"}, {"○", "："}, {"▽", "　"}, {"❖", "："}, {"◈", "　"}, {"✿", "："}, {"★", "　"}, {"★", " "}, {"■", "　"}, {"※", "　"}, {"〔", "〕"}, {"▍", "："}, {"【", "】"}},
		runInLatin: [][2]string{{"", ".—"}, {"", " — "}, {"● ", " "}, {"▸ ", " – "}, {"■ ", ": "}, {"• ", ": "}, {"", ". "}, {"* ", " - "}, {"» ", " "}, {"", ": "}, {"", " – "}, {"► ", ": "}},
		leadGaps:   []string{" ", "　", " ", " ", ""},
		byMarks:    []string{"", "", "", "□", "□ ", "●", "■ ", "◇", "★ "},
		titleAt:    []string{"over", "over", "over", "first", "inside"},
		blanks:     odds{{"paragraphs", 5}, {"frames", 3}, {"none", 1.2}, {"every", 0.8}, {"loose", 1}, {"random", 0.6}},
		indents:    odds{{"lost", 5}, {"two", 3}, {"one", 0.6}, {"spaces", 1}, {"mixed", 0.7}, {"tab", 0.2}},
		orders:     odds{{"made", 4}, {"story", 2}, {"bands", 1.5}, {"cut", 3}},
		titles:     odds{{"near", 5}, {"first", 1}, {"last", 1.5}, {"among", 2}},
		fixtures:   odds{{"first", 3}, {"last", 2}, {"place", 3}, {"among", 2}, {"left out", 1}},
		leadMarks:  [][2]string{{}, {}, {}, {}, {}, {}, {"【", "】"}, {"［", "］"}, {"〔", "〕"}},
		brackets:   [][2]string{{"（", "）"}, {"（", "）"}, {"（", "）"}, {"（", "）"}, {"(", ")"}, {"〔", "〕"}, {"【", "】"}},
		tight:      0.5,
		told:       0.15,

		since:       1990,
		tightCredit: true,
		writerMarks: []string{"", "", "", "", "文/", "作者：", "□", "■ ", "◇", "撰文：", "● "},
		creditWords: []string{" 记者", " 本报记者", " Staff Reporter", " Gazette Staff", " Courier Correspondent"},
	}
}

func styleB() *Style {
	return &Style{
		Name:     "B",
		layouts:  odds{{"boxed", 5}, {"poured", 3}, {"single", 2}},
		columns:  []int{2, 4, 5, 7},
		measures: []int{9, 11, 12, 14, 16, 18, 21, 24},
		mix: odds{{"news", 22}, {"brief", 3}, {"feature", 4}, {"photo", 1.2}, {"essay", 3}, {"verse", 0.8}, {"letter", 1}, {"reply", 0.6}, {"qa", 1.2},
			{"notice", 1.8}, {"list", 0.7}, {"table", 0.6}, {"items", 0.6}, {"obituary", 0.5}, {"serial", 0.8}, {"comment", 1.8}, {"mixed", 1.5}},
		foreign:  odds{{"en-news", 11}, {"en-feature", 4}, {"en-brief", 2.5}, {"en-notice", 1.2}, {"en-letter", 1}, {"en-verse", 0.5}, {"en-list", 0.6}},
		bylineAt: odds{{"under", 2}, {"lead", 2}, {"end", 3}, {"tail", 3}, {"brackets", 2}},
		writerAt: odds{{"under", 3}, {"above", 2}, {"end", 3}, {"brackets", 1}},
		leads:    0.5, jumps: 0.15, standing: 0.08, insets: 0.35, adverts: 0.4, runIn: 0.8,
		runInMarks: [][2]string{{"★", "　"}, {"【", "】"}, {"□", "："}, {"▶", "　"}, {"◎", "："}, {"△", " "}, {"※", "　"}},
		runInLatin: [][2]string{{"", ": "}, {"▪ ", " – "}, {"", ". — "}},
		leadGaps:   []string{"　", " ", " ", "  "},
		byMarks:    []string{"", "", "○", "◎ "},
		titleAt:    []string{"over", "over", "first", "inside", "inside"},
		blanks:     odds{{"paragraphs", 4}, {"frames", 3.5}, {"none", 1}, {"every", 1.2}, {"loose", 1}, {"random", 0.8}},
		indents:    odds{{"lost", 4}, {"two", 3}, {"one", 1}, {"spaces", 1.5}, {"mixed", 0.8}, {"tab", 0.3}},
		orders:     odds{{"made", 3}, {"story", 2}, {"bands", 2}, {"cut", 3.5}},
		titles:     odds{{"near", 4}, {"first", 1.5}, {"last", 1}, {"among", 2.5}},
		fixtures:   odds{{"first", 2}, {"last", 3}, {"place", 3}, {"among", 2.5}, {"left out", 1}},
	}
}

// styleC is of papers with other subjects, wordings and habits than those of A and B. It judged once, before it was
// fitted on.
func styleC() *Style {
	return &Style{
		Name:     "C",
		layouts:  odds{{"boxed", 5}, {"poured", 4}, {"single", 1.5}},
		columns:  []int{3, 4, 5, 6, 8},
		measures: []int{8, 10, 12, 13, 15, 17, 20, 23, 28},
		mix: odds{{"news", 30}, {"brief", 4}, {"feature", 3}, {"photo", 1.6}, {"essay", 2}, {"verse", 0.8}, {"letter", 1}, {"reply", 0.6}, {"qa", 0.8},
			{"notice", 2.4}, {"list", 0.9}, {"table", 1.1}, {"items", 0.9}, {"obituary", 0.5}, {"serial", 0.7}, {"comment", 1.6}, {"mixed", 1.2},
			{"rules", 0.6}, {"case", 0.8}, {"report", 0.6}, {"talk", 0.7}, {"science", 0.6}},
		foreign: odds{{"en-news", 10}, {"en-feature", 3}, {"en-brief", 3.5}, {"en-notice", 1.5}, {"en-letter", 1.2}, {"en-verse", 0.4}, {"en-list", 0.8},
			{"en-essay", 0.5}},
		bylineAt: odds{{"under", 3}, {"lead", 4}, {"end", 1.5}, {"tail", 1.5}, {"brackets", 2}, {"foot", 2.5}},
		writerAt: odds{{"under", 5}, {"above", 1}, {"end", 1.5}, {"foot", 1.5}},
		leads:    0.55, jumps: 0.18, standing: 0.12, insets: 0.25, adverts: 0.5, runIn: 0.65,
		runInMarks: [][2]string{{"■", "　"}, {"●", "："}, {"▲", "　"}, {"◆", "："}, {"【", "】"}, {"※", "："}, {"★", " "}, {"▍", "　"}, {"〔", "〕"}, {"◎", "："}, {"▪", "　"}},
		runInLatin: [][2]string{{"", " – "}, {"► ", ": "}, {"• ", " — "}, {"", ". "}},
		leadGaps:   []string{" ", " ", "　", "", "："},
		byMarks:    []string{"", "", "", "□ ", "■", "◎", "▲ "},
		titleAt:    []string{"over", "over", "over", "first", "inside"},
		blanks:     odds{{"paragraphs", 3}, {"frames", 4}, {"none", 1.5}, {"every", 0.8}, {"loose", 1.2}, {"random", 0.7}},
		indents:    odds{{"lost", 4.5}, {"two", 3}, {"one", 0.8}, {"spaces", 1.2}, {"mixed", 0.7}, {"tab", 0.4}},
		orders:     odds{{"made", 4}, {"story", 2}, {"bands", 1.5}, {"cut", 3}},
		titles:     odds{{"near", 5}, {"first", 1}, {"last", 1.2}, {"among", 2}},
		fixtures:   odds{{"first", 2.5}, {"last", 2.5}, {"place", 3.5}, {"among", 2}, {"left out", 0.8}},
		leadMarks:  [][2]string{{}, {}, {}, {}, {"【", "】"}, {"［", "］"}},
		brackets:   [][2]string{{"（", "）"}, {"（", "）"}, {"（", "）"}, {"(", ")"}, {"〔", "〕"}, {"【", "】"}},
		tight:      1,
		told:       0.3,
		upright:    0.06,
	}
}

// styleD is of papers that C does not have either: of a province, of farmers, of courts, of science, of a port and a
// railway, of the screen, of the Chinese overseas and of colonies. It judged once, before it was fitted on.
func styleD() *Style {
	return &Style{
		Name:     "D",
		layouts:  odds{{"boxed", 4.5}, {"poured", 3.5}, {"single", 2}},
		columns:  []int{2, 3, 4, 6, 7, 9},
		measures: []int{9, 11, 14, 16, 18, 19, 22, 24, 26, 30},
		mix: odds{{"news", 28}, {"brief", 3.5}, {"feature", 3.5}, {"photo", 1.4}, {"essay", 2.4}, {"verse", 0.9}, {"letter", 1.1}, {"reply", 0.6},
			{"qa", 1}, {"notice", 2.8}, {"list", 0.9}, {"table", 1}, {"items", 0.9}, {"obituary", 0.5}, {"serial", 1}, {"comment", 1.8}, {"mixed", 1.6},
			{"rules", 0.7}, {"case", 0.9}, {"report", 0.5}, {"talk", 0.8}, {"science", 0.8}},
		foreign: odds{{"en-news", 9}, {"en-feature", 4}, {"en-brief", 3}, {"en-notice", 2}, {"en-letter", 1.6}, {"en-verse", 0.6}, {"en-list", 0.9},
			{"en-essay", 0.7}},
		bylineAt: odds{{"under", 3.5}, {"lead", 2.5}, {"end", 2}, {"tail", 1.2}, {"brackets", 2.5}, {"foot", 1.8}},
		writerAt: odds{{"under", 4}, {"above", 2}, {"end", 2}, {"foot", 1}},
		leads:    0.45, jumps: 0.16, standing: 0.1, insets: 0.3, adverts: 0.45, runIn: 0.7,
		runInMarks: [][2]string{{"⊙", "　"}, {"▌", "　"}, {"〈", "〉"}, {"☆", "："}, {"□", "　"}, {"▷", "："}, {"『", "』"}, {"◆◆", "　"}, {"▲", "——"},
			{"", "　"}, {"⊙", "："}, {"◤", "　"}},
		runInLatin: [][2]string{{"", " -- "}, {"¶ ", ": "}, {"+ ", " — "}, {"◆ ", ": "}},
		leadGaps:   []string{" ", "　", " ", "：", ""},
		byMarks:    []string{"", "", "", "", "⊙ ", "▲", "○ ", "※ "},
		titleAt:    []string{"over", "over", "over", "first", "inside", "inside"},
		blanks:     odds{{"paragraphs", 4}, {"frames", 3.5}, {"none", 1.5}, {"every", 0.6}, {"loose", 0.8}, {"random", 0.9}},
		indents:    odds{{"lost", 4}, {"two", 3.5}, {"one", 0.7}, {"spaces", 1}, {"mixed", 1}, {"tab", 0.3}},
		orders:     odds{{"made", 3.5}, {"story", 2}, {"bands", 2}, {"cut", 3}},
		titles:     odds{{"near", 5}, {"first", 1.2}, {"last", 1.2}, {"among", 1.8}},
		fixtures:   odds{{"first", 3}, {"last", 2}, {"place", 3}, {"among", 2.2}, {"left out", 1}},
		leadMarks:  [][2]string{{}, {}, {}, {}, {"（", "）"}, {"（", "）"}, {"〖", "〗"}},
		brackets:   [][2]string{{"（", "）"}, {"（", "）"}, {"（", "）"}, {"(", ")"}, {"［", "］"}},
		tight:      0.7,
		told:       0.2,
		upright:    0.08,
	}
}

// styleE is of the dailies and evening papers of counties and cities from 1985 to 2023, and of a small English daily:
// written without a look at what cleaning knows or where it failed, and fitted on with A, C, D and F.
func styleE() *Style {
	return &Style{
		Name:     "E",
		layouts:  odds{{"boxed", 6}, {"poured", 3}, {"single", 1}},
		columns:  []int{3, 4, 5, 5, 6},
		measures: []int{10, 12, 13, 13, 14, 15, 17, 20, 21, 25},
		mix: odds{{"news", 28}, {"brief", 4}, {"feature", 3}, {"photo", 2}, {"essay", 3}, {"verse", 1.3}, {"letter", 1.4}, {"reply", 0.7}, {"qa", 0.9},
			{"notice", 2.6}, {"list", 0.9}, {"table", 0.9}, {"items", 0.8}, {"obituary", 0.5}, {"serial", 0.8}, {"comment", 2}, {"mixed", 1.2},
			{"rules", 0.5}, {"case", 0.9}, {"report", 0.4}, {"talk", 0.7}, {"science", 0.8}},
		foreign: odds{{"en-news", 11}, {"en-feature", 3}, {"en-brief", 3.5}, {"en-notice", 1.5}, {"en-letter", 1.5}, {"en-verse", 0.5}, {"en-list", 0.9},
			{"en-essay", 0.7}},
		bylineAt: odds{{"lead", 5}, {"under", 2.5}, {"front", 1.5}, {"brackets", 2.5}, {"end", 1.5}, {"tail", 1}, {"foot", 0.8}},
		writerAt: odds{{"under", 5}, {"above", 1}, {"beside", 1.5}, {"end", 1}, {"foot", 0.4}},
		leads:    0.65, jumps: 0.13, standing: 0.12, insets: 0.25, adverts: 0.45, runIn: 0.6,
		runInMarks: [][2]string{{"▲", "　"}, {"●", "　"}, {"【", "】"}, {"◆", "　"}, {"○", "　"}, {"△", "　"}, {"☆", "　"}, {"◎", "　"}, {"□", "　"},
			{"■", "　"}, {"", "　"}, {"＊", "　"}, {"·", "　"}, {"◇", "　"}},
		runInLatin: [][2]string{{"", ": "}, {"● ", " "}, {"", ". "}, {"▸ ", " – "}, {"", " — "}},
		leadGaps:   []string{"　", " ", "　", " ", ""},
		byMarks:    []string{"", "", "", "", "□", "□ ", "■", "○", "◎"},
		titleAt:    []string{"over", "over", "over", "over", "first", "inside"},
		blanks:     odds{{"paragraphs", 3.5}, {"frames", 4}, {"none", 1.5}, {"every", 0.7}, {"loose", 1}, {"random", 0.7}},
		indents:    odds{{"lost", 4}, {"two", 4}, {"one", 0.5}, {"spaces", 1}, {"mixed", 0.8}, {"tab", 0.2}},
		orders:     odds{{"made", 4}, {"story", 2.5}, {"bands", 1.5}, {"cut", 3}},
		titles:     odds{{"near", 5}, {"first", 1.2}, {"last", 1.2}, {"among", 1.8}},
		fixtures:   odds{{"first", 3}, {"last", 2}, {"place", 3.5}, {"among", 1.8}, {"left out", 1}},
		leadMarks:  [][2]string{{}, {}, {}, {}, {}, {"【", "】"}, {"〔", "〕"}},
		brackets:   [][2]string{{"（", "）"}, {"（", "）"}, {"（", "）"}, {"（", "）"}, {"(", ")"}, {"［", "］"}},
		tight:      0.8,
		told:       0.12,
		upright:    0.07,

		since:       1985,
		writerMarks: []string{"", "", "", "文/", "作者：", "□", "□ ", "○"},
		creditWords: []string{" 见习记者", " 记者", " Post Staff"},
		tightCredit: true,
		oneCredit:   true,
		wideGaps:    0.35,
		extra:       2,
	}
}

// styleF is of bulletins and trade papers, written without a look at what cleaning knows: of schools, works and unions, a
// trade, the Chinese overseas, a parish, the young. A page is of one of these, and its stories are akin.
func styleF() *Style {
	return &Style{
		Name:     "F",
		houses:   []string{"campus", "campus", "works", "works", "trade", "overseas", "parish", "youth"},
		fixed:    []string{"unit"},
		layouts:  odds{{"boxed", 5}, {"poured", 4}, {"single", 3}},
		columns:  []int{2, 3, 4, 4, 5, 6},
		measures: []int{10, 12, 13, 15, 16, 17, 18, 20, 21, 24, 27, 32},
		mix: odds{{"news", 22}, {"brief", 4.5}, {"feature", 5}, {"photo", 2.6}, {"essay", 4}, {"verse", 2.2}, {"letter", 1.3}, {"reply", 0.8}, {"qa", 1.6},
			{"notice", 3}, {"list", 2}, {"table", 0.9}, {"items", 1}, {"obituary", 0.9}, {"serial", 1}, {"comment", 2.2}, {"mixed", 1.2}, {"talk", 1},
			{"rules", 0.6}, {"report", 0.4}, {"science", 0.6}, {"en-brief", 0.25}},
		foreign: odds{{"en-news", 10}, {"en-feature", 3.5}, {"en-brief", 4}, {"en-notice", 2.2}, {"en-letter", 1.6}, {"en-verse", 0.5}, {"en-list", 1.2},
			{"en-essay", 1}},
		bylineAt: odds{{"under", 2.5}, {"lead", 2.5}, {"end", 2}, {"tail", 2}, {"brackets", 4}, {"foot", 2}, {"front", 0.7}},
		writerAt: odds{{"under", 4.5}, {"above", 1.2}, {"end", 1.5}, {"brackets", 0.6}, {"foot", 1}, {"beside", 1.5}},
		leads:    0.6, jumps: 0.14, standing: 0.16, insets: 0.25, adverts: 0.35, runIn: 0.7,
		runInMarks: [][2]string{{"▶", "　"}, {"【", "】"}, {"＊", "　"}, {"△", "："}, {"〖", "〗"}, {"□ ", "　"}, {"●", "——"}, {"[", "]"}, {"▪", "："},
			{"★", "★"}, {"◇ ", "　"}, {"·", "　"}},
		runInLatin: [][2]string{{"▸ ", ": "}, {"", " — "}, {"[", "] "}, {"", ": "}, {"✦ ", " – "}},
		leadGaps:   []string{" ", " ", " ", "　", "　", "　", "：", "  ", ""},
		byMarks:    []string{"", "", "", "□", "◎ ", "■", "● ", "✎ ", "▣ "},
		titleAt:    []string{"over", "over", "over", "over", "first", "inside"},
		blanks:     odds{{"paragraphs", 3.5}, {"frames", 3.5}, {"none", 1.5}, {"every", 0.8}, {"loose", 1.8}, {"random", 0.9}},
		indents:    odds{{"lost", 4}, {"two", 3.5}, {"one", 0.5}, {"spaces", 1.5}, {"mixed", 0.8}, {"tab", 0.5}},
		orders:     odds{{"made", 4}, {"story", 3}, {"bands", 1.5}, {"cut", 3}},
		titles:     odds{{"near", 6}, {"first", 1}, {"last", 1.2}, {"among", 1.5}},
		fixtures:   odds{{"first", 2.5}, {"last", 2.5}, {"place", 3.5}, {"among", 2}, {"left out", 0.8}},
		leadMarks:  [][2]string{{}, {}, {}, {}, {}, {"【", "】"}, {"（", "）"}, {"[", "]"}},
		brackets:   [][2]string{{"（", "）"}, {"（", "）"}, {"（", "）"}, {"(", ")"}, {"【", "】"}, {"[", "]"}},
		tight:      1,
		told:       0.12,
		upright:    0.06,

		since:       1990,
		writerMarks: []string{"", "", "", "□ ", "□", "◎ ", "● ", "■ ", "文/", "文：", "作者：", "◆"},
		creditWords: []string{" 学生记者", " 辅导员", " 指导教师", " 指导老师"},
		tightCredit: true,
		extra:       3,
		signed:      0.3,
	}
}

// styleG is of papers that no other style has: of works, universities, garrisons, farmers, medicine, unions, courts,
// evening papers' supplements, sports and books, and of an English weekly of a market town: written without a
// look at what cleaning knows, and for judging alone.
func styleG() *Style {
	return &Style{
		Name:     "G",
		houses:   []string{"works", "campus", "army", "farm", "clinic", "union", "court", "evening", "evening", "sports"},
		fixed:    []string{"unit"},
		layouts:  odds{{"boxed", 6}, {"poured", 3}, {"single", 1.5}},
		columns:  []int{2, 3, 4, 5, 5, 6, 7},
		measures: []int{9, 11, 12, 14, 15, 16, 17, 19, 22, 23, 26, 29},
		mix: odds{{"news", 21}, {"brief", 5}, {"feature", 4}, {"photo", 2}, {"essay", 4.5}, {"verse", 2}, {"letter", 1.8}, {"reply", 1.1}, {"qa", 1.6},
			{"notice", 2.8}, {"list", 1.6}, {"table", 1.5}, {"items", 1.3}, {"obituary", 0.9}, {"serial", 1.5}, {"comment", 2.6}, {"mixed", 1.2},
			{"talk", 1.1}, {"rules", 0.7}, {"report", 0.5}, {"science", 1.2}, {"case", 1}},
		foreign: odds{{"en-news", 11}, {"en-feature", 3.5}, {"en-brief", 4}, {"en-notice", 2}, {"en-letter", 2}, {"en-verse", 0.6}, {"en-list", 1.1},
			{"en-essay", 0.8}},
		bylineAt: odds{{"under", 3.5}, {"lead", 3}, {"end", 2}, {"tail", 2}, {"brackets", 3}, {"foot", 1.2}, {"front", 0.8}},
		writerAt: odds{{"under", 4.5}, {"above", 1}, {"end", 1.5}, {"brackets", 0.8}, {"foot", 0.8}, {"beside", 1.8}},
		leads:    0.55, jumps: 0.13, standing: 0.18, insets: 0.28, adverts: 0.4, runIn: 0.65,
		runInMarks: [][2]string{{"●", "　"}, {"【", "】"}, {"▲", "　"}, {"■", " "}, {"☆", "　"}, {"◇", "："}, {"〔", "〕"}, {"·", "："}, {"◎", "　"},
			{"＊", " "}, {"▌", "："}, {"◆", "——"}, {"", "　"}, {"►", "　"}},
		runInLatin: [][2]string{{"", ".—"}, {"", ": "}, {"• ", " – "}, {"", " -- "}, {"▪ ", ": "}, {"", ". "}},
		leadGaps:   []string{" ", " ", "　", "　", "", "  ", "："},
		byMarks:    []string{"", "", "", "", "□", "■ ", "◎", "● ", "▲", "◇ "},
		titleAt:    []string{"over", "over", "over", "over", "first", "inside", "inside"},
		blanks:     odds{{"paragraphs", 4}, {"frames", 4}, {"none", 1.3}, {"every", 0.8}, {"loose", 1.2}, {"random", 0.8}},
		indents:    odds{{"lost", 4.5}, {"two", 3.5}, {"one", 0.6}, {"spaces", 1.2}, {"mixed", 0.9}, {"tab", 0.3}},
		orders:     odds{{"made", 4}, {"story", 2.5}, {"bands", 1.5}, {"cut", 3.2}},
		titles:     odds{{"near", 5.5}, {"first", 1}, {"last", 1.2}, {"among", 1.8}},
		fixtures:   odds{{"first", 2.8}, {"last", 2.3}, {"place", 3.5}, {"among", 2}, {"left out", 0.9}},
		leadMarks:  [][2]string{{}, {}, {}, {}, {}, {}, {"【", "】"}, {"（", "）"}, {"〔", "〕"}},
		brackets:   [][2]string{{"（", "）"}, {"（", "）"}, {"（", "）"}, {"（", "）"}, {"(", ")"}, {"【", "】"}, {"〔", "〕"}},
		tight:      0.8,
		told:       0.18,
		upright:    0.07,

		since:       1988,
		writerMarks: []string{"", "", "", "", "□", "□ ", "■", "文/", "作者：", "◎ ", "○", "▲ "},
		creditWords: []string{" 本报记者", " 特约通讯员", " 实习记者", " 指导老师", " 记者", " Chronicle Reporter"},
		tightCredit: true,
		oneCredit:   true,
		wideGaps:    0.25,
		extra:       3,
		signed:      0.25,
	}
}
