package pages

// styleJ is of papers that no other style has: of banks, tax and customs offices, posts, telecoms and cooperatives, water
// works and weather services, textile, chemical and building trades, publishers and libraries, party schools and
// governments' gazettes; of weeklies of hospitals, film and television, children, women and families; of Chinese dailies of
// Hong Kong and Southeast Asia in simplified characters; and of English trade letters, a chamber of commerce, a parish and
// a campus magazine. It was written without a look at what cleaning knows.
func styleJ() *Style {
	return &Style{
		Name: "J",
		houses: []string{"bank", "post", "water", "mill", "book", "cadre", "cadre", "ward", "ward", "screen", "screen", "child", "child", "hearth", "hearth",
			"tropic", "tropic"},
		fixed:    []string{"unit"},
		layouts:  odds{{"boxed", 6}, {"poured", 2.5}, {"single", 2.5}},
		columns:  []int{2, 3, 3, 4, 5, 6, 7},
		measures: []int{8, 9, 11, 12, 14, 15, 17, 18, 19, 21, 24, 27, 30},
		mix: odds{{"news", 20}, {"brief", 5}, {"feature", 4}, {"photo", 2.2}, {"essay", 4.2}, {"verse", 2}, {"letter", 2}, {"reply", 1.5}, {"qa", 2.6},
			{"notice", 4}, {"list", 2.4}, {"table", 1.9}, {"items", 1.6}, {"obituary", 1.1}, {"serial", 1.5}, {"comment", 2.6}, {"mixed", 1.3},
			{"talk", 1.4}, {"rules", 1.1}, {"report", 0.8}, {"science", 1}, {"case", 1}},
		foreign: odds{{"en-news", 10}, {"en-feature", 3}, {"en-brief", 4.5}, {"en-notice", 2.4}, {"en-letter", 2.2}, {"en-verse", 0.6}, {"en-list", 1.5},
			{"en-essay", 1.2}},
		bylineAt: odds{{"under", 3}, {"lead", 2.5}, {"end", 2.5}, {"tail", 2.5}, {"brackets", 4}, {"foot", 1.8}, {"front", 0.9}},
		writerAt: odds{{"under", 4.5}, {"above", 1.5}, {"end", 2}, {"foot", 1}, {"brackets", 0.6}, {"beside", 2}},
		leads:    0.5, jumps: 0.12, standing: 0.24, insets: 0.28, adverts: 0.45, runIn: 0.6,
		runInMarks: [][2]string{{"◆", "："}, {"▷", "　"}, {"【", "】"}, {"○", " "}, {"■", "："}, {"❀", "　"}, {"「", "」"}, {"☆ ", "　"}, {"◎", "——"},
			{"▲", "："}, {"＞", "　"}, {"§", "　"}, {"", "　"}, {"［", "］"}, {"◐", "　"}, {"●", "："}, {"※", "："}},
		runInLatin: [][2]string{{"", ". "}, {"", ": "}, {"§ ", ": "}, {"▷ ", " — "}, {"", " – "}, {"○ ", ". "}},
		leadGaps:   []string{" ", " ", "　", "　", "", "：", "　　"},
		byMarks:    []string{"", "", "", "", "◇", "□ ", "● ", "△", "◆", "▷ ", "☆"},
		titleAt:    []string{"over", "over", "over", "first", "inside", "inside"},
		blanks:     odds{{"paragraphs", 3.5}, {"frames", 4}, {"none", 1.8}, {"every", 0.9}, {"loose", 1.3}, {"random", 0.9}},
		indents:    odds{{"lost", 4.5}, {"two", 3.5}, {"one", 0.8}, {"spaces", 1.2}, {"mixed", 1}, {"tab", 0.5}},
		orders:     odds{{"made", 4}, {"story", 2.5}, {"bands", 1.8}, {"cut", 3.2}},
		titles:     odds{{"near", 5.5}, {"first", 1.1}, {"last", 1.2}, {"among", 1.8}},
		fixtures:   odds{{"first", 2.5}, {"last", 2.5}, {"place", 3.5}, {"among", 2}, {"left out", 0.8}},
		leadMarks:  [][2]string{{}, {}, {}, {}, {}, {}, {"（", "）"}, {"【", "】"}, {"「", "」"}},
		brackets:   [][2]string{{"（", "）"}, {"（", "）"}, {"（", "）"}, {"(", ")"}, {"【", "】"}, {"〔", "〕"}, {"〈", "〉"}},
		tight:      0.7,
		told:       0.2,
		upright:    0.09,

		since:       1984,
		writerMarks: []string{"", "", "", "", "文/", "文：", "作者/", "□", "◇", "☆ ", "△ "},
		creditWords: []string{" 指导老师", " 通讯员", " 专家", " 实习记者", " 摄影"},
		tightCredit: true,
		oneCredit:   true,
		wideGaps:    0.35,
		extra:       3,
		signed:      0.35,
	}
}
