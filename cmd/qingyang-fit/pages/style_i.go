package pages

// styleI is of papers of other times: of the communes of the 1950s to 1970s and of cities before 1949 as archives key
// them in, with numbers and dates in Chinese; of evening papers and of farm and market papers of the 1990s; of an English
// daily of a treaty port and of a city's weekly of today. It was written without a look at what cleaning knows.
func styleI() *Style {
	return &Style{
		Name:   "I",
		houses: []string{"commune", "commune", "minguo", "minguo", "wanbao", "wanbao", "market"},
		abroad: []string{"bund", "weekly"},
		years: map[string][2]int{"commune": {1953, 1979}, "minguo": {1927, 1949}, "wanbao": {1990, 2002}, "market": {1985, 2004},
			"bund": {1872, 1931}, "weekly": {1994, 2024}},
		fixed:    []string{"unit"},
		layouts:  odds{{"boxed", 6.5}, {"poured", 2.5}, {"single", 1.2}},
		columns:  []int{3, 4, 5, 6, 7, 8, 8},
		measures: []int{8, 9, 10, 11, 12, 13, 14, 16, 18, 22, 26},
		mix: odds{{"news", 25}, {"brief", 6}, {"feature", 3.5}, {"photo", 1.6}, {"essay", 3.2}, {"verse", 2}, {"letter", 2.4}, {"reply", 1.5}, {"qa", 1.6},
			{"notice", 3.6}, {"list", 2}, {"table", 1.8}, {"items", 1.5}, {"obituary", 0.7}, {"serial", 1.6}, {"comment", 2.8}, {"mixed", 0.8},
			{"talk", 1.3}, {"rules", 0.9}, {"report", 0.6}, {"science", 1.3}, {"case", 0.9}},
		foreign: odds{{"en-news", 11}, {"en-feature", 2.5}, {"en-brief", 5}, {"en-notice", 2.8}, {"en-letter", 2.6}, {"en-verse", 0.5}, {"en-list", 1.8},
			{"en-essay", 0.9}},
		bylineAt: odds{{"brackets", 4.5}, {"lead", 2.5}, {"under", 2.5}, {"tail", 1.8}, {"foot", 2.2}, {"end", 1.6}, {"front", 1}},
		writerAt: odds{{"under", 4.5}, {"end", 1.5}, {"beside", 2}, {"foot", 1.4}, {"above", 0.8}, {"brackets", 0.8}},
		leads:    0.72, jumps: 0.13, standing: 0.2, insets: 0.22, adverts: 0.5, runIn: 0.55,
		runInMarks: [][2]string{{"△", "　"}, {"▲", "　"}, {"○", "　"}, {"◎", "　"}, {"【", "】"}, {"〔", "〕"}, {"□", "　"}, {"×", "　"}, {"※", "　"},
			{"●", "　"}, {"⊙", "："}, {"★", "　"}, {"", "　"}, {"▼", "　"}, {"◇", "——"}, {"☆", "："}, {"『", "』"}},
		runInLatin: [][2]string{{"", ".—"}, {"", ".— "}, {"", ". "}, {"", ": "}, {"* ", " – "}, {"▸ ", " "}},
		leadGaps:   []string{"　", "　", " ", " ", "", "：", "  "},
		byMarks:    []string{"", "", "", "", "", "○", "△ ", "□ ", "▲"},
		titleAt:    []string{"over", "over", "over", "over", "first", "inside"},
		blanks:     odds{{"paragraphs", 3}, {"frames", 4}, {"none", 2}, {"every", 0.8}, {"loose", 1.2}, {"random", 0.9}},
		indents:    odds{{"lost", 4}, {"two", 4}, {"one", 0.8}, {"spaces", 1}, {"mixed", 0.9}, {"tab", 0.2}},
		orders:     odds{{"made", 3.5}, {"story", 3}, {"bands", 1.8}, {"cut", 3}},
		titles:     odds{{"near", 5.5}, {"first", 1.1}, {"last", 1.2}, {"among", 1.6}},
		fixtures:   odds{{"first", 3}, {"last", 2}, {"place", 3.5}, {"among", 1.8}, {"left out", 1}},
		leadMarks:  [][2]string{{}, {}, {}, {}, {}, {"【", "】"}, {"〔", "〕"}, {"（", "）"}, {"［", "］"}},
		brackets:   [][2]string{{"（", "）"}, {"（", "）"}, {"（", "）"}, {"（", "）"}, {"(", ")"}, {"〔", "〕"}},
		tight:      0.85,
		told:       0.14,
		upright:    0.08,

		since:       1990,
		writerMarks: []string{"", "", "", "", "", "□", "○", "作者 ", "文 ", "◎", "△"},
		creditWords: []string{" 本报通讯员", " 本报记者", " 报道组", " 实习生", " 特派员", " Weekly Staff"},
		tightCredit: true,
		wideGaps:    0.5,
		extra:       2,
		signed:      0.15,
	}
}
