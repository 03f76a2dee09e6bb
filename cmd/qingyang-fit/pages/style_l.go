package pages

// styleL is of papers that are rich in pictures and in many small pieces: picture supplements and photographers' papers, sports
// papers, weeklies of travel and museums, of film, of farmers with weather and water, of courts, of health, bulletins of
// schools, front pages of counties, local pages of Hong Kong, Macau and the Chinese overseas in simplified characters; and of
// an English weekly of a small town and a shipping and farm gazette of about 1900. It was written without a look at what
// cleaning knows.
func styleL() *Style {
	return &Style{
		Name: "L",
		houses: []string{"pix", "pix", "pix", "sport", "sport", "tour", "tour", "farm", "farm", "court", "health", "xian", "xian", "xian", "school", "school",
			"haiwai", "haiwai", "tele"},
		abroad:   []string{"weekly", "weekly", "gazette"},
		years:    map[string][2]int{"gazette": {1889, 1911}, "weekly": {1976, 2022}},
		fixed:    []string{"unit"},
		layouts:  odds{{"boxed", 8}, {"poured", 1.8}, {"single", 1.2}},
		columns:  []int{3, 4, 5, 5, 6, 6, 7},
		measures: []int{9, 10, 11, 12, 13, 14, 15, 16, 18, 20, 25},
		mix: odds{{"news", 18}, {"brief", 8}, {"feature", 2.6}, {"photo", 11}, {"essay", 2}, {"verse", 1.2}, {"letter", 1.6}, {"reply", 0.9}, {"qa", 1.6},
			{"notice", 4}, {"list", 3}, {"table", 2.4}, {"items", 2.6}, {"obituary", 0.8}, {"serial", 0.8}, {"comment", 1.6}, {"mixed", 0.9},
			{"talk", 0.8}, {"rules", 0.5}, {"report", 0.5}, {"science", 1.2}, {"case", 1.3}},
		foreign: odds{{"en-news", 8}, {"en-feature", 2}, {"en-brief", 6}, {"en-photo", 3.4}, {"en-notice", 3.4}, {"en-letter", 2.4}, {"en-verse", 0.5},
			{"en-list", 2.6}, {"en-essay", 0.7}},
		bylineAt: odds{{"brackets", 3.5}, {"lead", 3.5}, {"tail", 2.2}, {"under", 2.2}, {"end", 1.4}, {"foot", 0.7}, {"front", 1.2}},
		writerAt: odds{{"under", 3.5}, {"beside", 1.4}, {"end", 1.6}, {"above", 1.2}, {"foot", 1.2}, {"brackets", 1}},
		leads:    0.62, jumps: 0.15, standing: 0.12, insets: 0.35, adverts: 0.55, runIn: 0.62,
		runInMarks: [][2]string{{"▲", "　"}, {"●", "　"}, {"【", "】"}, {"◆", "："}, {"▎", "　"}, {"○", "："}, {"[", "]　"}, {"★", "："}, {"◎", "　"}, {"□", "——"},
			{"", "　"}, {"■ ", "　"}, {"◇", "　"}, {"☉", "　"}, {"▶ ", "："}, {"〖", "〗"}, {"△", "　"}, {"↑", "　"}, {"①", "　"}},
		runInLatin: [][2]string{{"", ": "}, {"", ".—"}, {"", " — "}, {"— ", ". "}, {"■ ", ": "}, {"", " -- "}, {"", "—"}},
		leadGaps:   []string{"　", " ", " ", "", "　　", "：", "  "},
		byMarks:    []string{"", "", "", "", "", "", "", "", "", "■", "□ ", "◎", "● ", "▲", "○ ", "☉ "},
		titleAt:    []string{"over", "over", "over", "over", "first", "inside"},
		blanks:     odds{{"paragraphs", 3}, {"frames", 4.5}, {"none", 2}, {"every", 0.7}, {"loose", 1.2}, {"random", 0.9}},
		indents:    odds{{"lost", 4.5}, {"two", 3.5}, {"one", 0.7}, {"spaces", 1.2}, {"mixed", 0.9}, {"tab", 0.3}},
		orders:     odds{{"made", 3.5}, {"story", 2}, {"bands", 4.5}, {"cut", 3.5}},
		titles:     odds{{"near", 5}, {"first", 1.2}, {"last", 1.2}, {"among", 2}},
		fixtures:   odds{{"first", 2.8}, {"last", 2.2}, {"place", 3.5}, {"among", 2}, {"left out", 0.8}},
		leadMarks:  [][2]string{{}, {}, {}, {}, {}, {"【", "】"}, {"（", "）"}, {"〔", "〕"}, {"[", "]"}},
		brackets:   [][2]string{{"（", "）"}, {"（", "）"}, {"（", "）"}, {"（", "）"}, {"(", ")"}, {"〔", "〕"}, {"[", "]"}},
		tight:      0.75,
		told:       0.2,
		upright:    0.1,

		since:       1986,
		writerMarks: []string{"", "", "", "", "□", "■ ", "文/", "◎", "撰文/", "○ ", "作者 "},
		creditWords: []string{" 本报记者", " 见习记者", " 实习记者", " 摄影报道", " 图/文", " Staff Writer"},
		tightCredit: true,
		wideGaps:    0.4,
		extra:       2,
		signed:      0.3,

		braids:     []float64{0, 0.7, 1, 1},
		rows:       0.4,
		runInPhoto: 0.3,
		creditLine: 0.22,
		bareCredit: 0.25,
	}
}
