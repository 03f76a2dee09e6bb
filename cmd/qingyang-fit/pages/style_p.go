package pages

// styleP is of older and rougher papers: dailies of provinces and counties of 1950 to 1985, papers of base areas and of the
// front, city papers of the republic with their telegrams, sheets of works; and of English ones: provincial papers of 1851 to
// 1930, weeklies of small towns of 1951 to 1988, newsletters of firms and of chapels. It was written without a look at what
// cleaning knows.
func styleP() *Style {
	return &Style{
		Name:   "P",
		houses: []string{"daily", "daily", "daily", "daily", "county", "county", "base", "base", "city", "city", "works"},
		abroad: []string{"prov", "prov", "prov", "town", "town", "town", "house"},
		years: map[string][2]int{"daily": {1950, 1985}, "county": {1953, 1983}, "base": {1939, 1949}, "city": {1920, 1948}, "works": {1954, 1985},
			"prov": {1851, 1930}, "town": {1951, 1988}, "house": {1948, 1986}},
		fixed:    []string{"unit"},
		layouts:  odds{{"boxed", 7.5}, {"poured", 2.2}, {"single", 1.2}},
		columns:  []int{3, 4, 5, 5, 6, 6, 7, 8},
		measures: []int{9, 10, 11, 12, 12, 13, 14, 15, 17, 19, 24},
		mix: odds{{"news", 24}, {"brief", 8}, {"feature", 2.4}, {"photo", 5}, {"essay", 1.6}, {"verse", 0.9}, {"letter", 3.4}, {"reply", 1.4}, {"qa", 0.8},
			{"notice", 5}, {"list", 1.8}, {"table", 1}, {"items", 2.4}, {"obituary", 0.8}, {"serial", 0.8}, {"comment", 3}, {"mixed", 0.5},
			{"talk", 0.6}, {"rules", 0.8}, {"report", 0.8}, {"science", 0.8}, {"case", 0.8}},
		foreign: odds{{"en-news", 10}, {"en-feature", 1.4}, {"en-brief", 6}, {"en-photo", 3}, {"en-notice", 4.5}, {"en-letter", 3}, {"en-verse", 0.7},
			{"en-list", 3}, {"en-essay", 0.7}},
		bylineAt: odds{{"brackets", 5}, {"lead", 2}, {"under", 1.8}, {"tail", 1.5}, {"foot", 1.5}, {"end", 1.2}, {"front", 0.7}},
		writerAt: odds{{"under", 3.5}, {"end", 1.8}, {"beside", 2}, {"foot", 1.2}, {"above", 1.2}, {"brackets", 1.2}},
		latinAt:  odds{{"under", 6}, {"end", 2}, {"tail", 1.2}},
		leads:    0.72, jumps: 0.14, standing: 0.2, insets: 0.36, adverts: 0.45, runIn: 0.65,
		runInMarks: [][2]string{{"△", "　"}, {"▲", "　"}, {"●", "　"}, {"○", "　"}, {"【", "】"}, {"◇", "　"}, {"□", "　"}, {"×", "　"}, {"※", "　"},
			{"", "　"}, {"", "——"}, {"", "："}, {"◎", "　"}, {"▲", "："}, {"⊙", "　"}, {"〔", "〕"}, {"△", " "}},
		runInLatin: [][2]string{{"", ".—"}, {"", ".—"}, {"", ". — "}, {"", ": "}, {"", " -- "}, {"", ".--"}, {"* ", ". "}, {"", "—"}, {"", ".-"}},
		leadGaps:   []string{"　", "　", " ", " ", "", "：", "  "},
		byMarks:    []string{"", "", "", "", "", "", "△", "○ ", "▲", "· "},
		titleAt:    []string{"over", "over", "over", "over", "first", "inside"},
		blanks:     odds{{"paragraphs", 3}, {"frames", 4}, {"none", 2.4}, {"every", 0.8}, {"loose", 1}, {"random", 1}},
		indents:    odds{{"lost", 4}, {"two", 4}, {"one", 0.8}, {"spaces", 1.2}, {"mixed", 1}, {"tab", 0.3}},
		orders:     odds{{"made", 3.5}, {"story", 2.2}, {"bands", 3}, {"cut", 3.2}},
		titles:     odds{{"near", 5}, {"first", 1.2}, {"last", 1.2}, {"among", 1.9}},
		fixtures:   odds{{"first", 2.8}, {"last", 2.2}, {"place", 3.4}, {"among", 2}, {"left out", 1}},
		leadMarks:  [][2]string{{}, {}, {}, {}, {}, {"【", "】"}, {"（", "）"}, {"〔", "〕"}},
		brackets:   [][2]string{{"（", "）"}, {"（", "）"}, {"（", "）"}, {"（", "）"}, {"(", ")"}, {"〔", "〕"}, {"〈", "〉"}},
		tight:      0.8,
		told:       0.16,
		upright:    0.04,

		since:       1950,
		writerMarks: []string{"", "", "", "", "", "·", "○ ", "△", "□"},
		creditWords: []string{" 本报记者", " 本报通讯员", " 通讯组", " 报道组", " 新华社记者", " Staff Writer", " County Agent", " Society Editor"},
		tightCredit: true,
		wideGaps:    0.45,
		extra:       2,
		signed:      0.2,
		askedHeads:  true,
		bare:        0.25,
		stacked:     0.5,

		braids:      []float64{0, 0.7, 1, 1},
		rows:        0.3,
		runInPhoto:  0.3,
		runInNotice: 0.35,
		creditLine:  0.18,
		bareCredit:  0.35,
	}
}
