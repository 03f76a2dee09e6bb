package pages

// styleM is of the ordinary dense page: provincial and city dailies of the 1950s to 1980s, bulletins of trades from the
// railway to the tax office, popular science, literature supplements, universities' and military papers, enterprises'
// newsletters of the 2010s and 2020s, sheets of alumni, clans, temples and charities; and a learned society's bulletin, a
// union's newsletter, a parish magazine, a colonial daily of the 1930s. It was written without a look at what cleaning knows.
func styleM() *Style {
	return &Style{
		Name:   "M",
		houses: []string{"daily", "daily", "daily", "trade", "trade", "popular", "letters", "letters", "campus", "army", "firm", "firm", "clan"},
		abroad: []string{"society", "union", "parish", "colony", "colony"},
		years: map[string][2]int{"daily": {1951, 1989}, "trade": {1956, 1999}, "popular": {1979, 1996}, "letters": {1979, 2012}, "campus": {1981, 2016},
			"army": {1956, 1997}, "firm": {2011, 2024}, "clan": {2006, 2024},
			"society": {1948, 2018}, "union": {1946, 2012}, "parish": {1950, 2020}, "colony": {1929, 1940}},
		fixed:    []string{"unit"},
		layouts:  odds{{"boxed", 7}, {"poured", 2.5}, {"single", 1.5}},
		columns:  []int{3, 4, 5, 6, 6, 7, 8},
		measures: []int{9, 10, 11, 12, 13, 13, 15, 16, 18, 21, 25},
		mix: odds{{"news", 27}, {"brief", 5}, {"feature", 3.5}, {"photo", 2.6}, {"essay", 3.6}, {"verse", 1.8}, {"letter", 2.8}, {"reply", 1.2}, {"qa", 1.4},
			{"notice", 3}, {"list", 1.8}, {"table", 1}, {"items", 1.4}, {"obituary", 1}, {"serial", 1.4}, {"comment", 3}, {"mixed", 0.8},
			{"talk", 1}, {"rules", 0.8}, {"report", 0.8}, {"science", 1.4}, {"case", 0.8}},
		foreign: odds{{"en-news", 12}, {"en-feature", 2.5}, {"en-brief", 4.5}, {"en-notice", 2.4}, {"en-letter", 2.4}, {"en-verse", 0.5}, {"en-list", 1.4},
			{"en-essay", 0.9}},
		bylineAt: odds{{"brackets", 4}, {"lead", 2.5}, {"under", 2.8}, {"tail", 1.8}, {"foot", 1.8}, {"end", 1.8}, {"front", 0.9}},
		writerAt: odds{{"under", 4}, {"end", 2}, {"beside", 1.8}, {"foot", 1.2}, {"above", 1.5}, {"brackets", 0.8}},
		leads:    0.6, jumps: 0.14, standing: 0.2, insets: 0.34, adverts: 0.32, runIn: 0.6,
		runInMarks: [][2]string{{"△", "　"}, {"▲", "　"}, {"●", "　"}, {"○", "　"}, {"【", "】"}, {"◇", "　"}, {"□", "："}, {"※", "　"}, {"☆", "　"},
			{"·", "　"}, {"", "　"}, {"", "——"}, {"■", "　"}, {"◎", "："}, {"▶ ", "："}, {"〔", "〕"}, {"×", "　"}},
		runInLatin: [][2]string{{"", ".—"}, {"", ". "}, {"", ": "}, {"* ", ": "}, {"", " — "}, {"• ", " – "}, {"¶ ", ". "}},
		leadGaps:   []string{"　", "　", " ", " ", "", "：", "  "},
		byMarks:    []string{"", "", "", "", "", "□", "■ ", "○ ", "▲", "◆ "},
		titleAt:    []string{"over", "over", "over", "over", "first", "inside"},
		blanks:     odds{{"paragraphs", 3.2}, {"frames", 4}, {"none", 1.8}, {"every", 0.8}, {"loose", 1.2}, {"random", 0.9}},
		indents:    odds{{"lost", 4.2}, {"two", 4}, {"one", 0.6}, {"spaces", 1.1}, {"mixed", 0.9}, {"tab", 0.3}},
		orders:     odds{{"made", 4}, {"story", 2.5}, {"bands", 1.8}, {"cut", 3}},
		titles:     odds{{"near", 5.5}, {"first", 1.1}, {"last", 1.2}, {"among", 1.7}},
		fixtures:   odds{{"first", 3}, {"last", 2.2}, {"place", 3.3}, {"among", 1.8}, {"left out", 1}},
		leadMarks:  [][2]string{{}, {}, {}, {}, {}, {}, {"【", "】"}, {"（", "）"}, {"〔", "〕"}},
		brackets:   [][2]string{{"（", "）"}, {"（", "）"}, {"（", "）"}, {"（", "）"}, {"(", ")"}, {"〔", "〕"}, {"【", "】"}},
		tight:      0.8,
		told:       0.16,
		upright:    0.07,

		since:       1979,
		writerMarks: []string{"", "", "", "", "", "□", "○ ", "文/", "作者：", "●", "◇ ", "撰文："},
		creditWords: []string{" 通讯组", " 报道组", " 本报记者", " 本报通讯员", " 供稿", " 校友会", " Staff Writer"},
		tightCredit: true,
		wideGaps:    0.4,
		extra:       2,
		signed:      0.2,
		askedHeads:  true,
		bare:        0.22,
		stacked:     0.45,
		bareCredit:  0.25,
	}
}
