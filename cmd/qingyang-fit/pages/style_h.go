package pages

// styleH is of papers that no other style has: of railways, harbours and fishermen, streets and county towns, schools, old
// people and consumers, popular science and forests, mines and power stations, the Chinese overseas with their churches
// and temples, of the extras of sports papers, and of an English campus daily and the paper of a coast town. It was
// written without a look at what cleaning knows, and is for judging alone.
func styleH() *Style {
	return &Style{
		Name:     "H",
		houses:   []string{"rail", "port", "street", "street", "school", "elder", "elder", "sci", "mine", "qiao", "sport"},
		fixed:    []string{"unit"},
		layouts:  odds{{"boxed", 5.5}, {"poured", 3}, {"single", 2}},
		columns:  []int{2, 3, 4, 4, 5, 6, 8},
		measures: []int{8, 10, 11, 13, 14, 15, 16, 18, 20, 23, 25, 28, 31},
		mix: odds{{"news", 23}, {"brief", 4.5}, {"feature", 4.5}, {"photo", 2.4}, {"essay", 3.8}, {"verse", 1.8}, {"letter", 1.8}, {"reply", 1.3}, {"qa", 1.5},
			{"notice", 3}, {"list", 1.5}, {"table", 1.5}, {"items", 1.3}, {"obituary", 0.9}, {"serial", 1.3}, {"comment", 2.5}, {"mixed", 1.3},
			{"talk", 1.1}, {"rules", 0.9}, {"report", 0.6}, {"science", 1.4}, {"case", 0.8}},
		foreign: odds{{"en-news", 11}, {"en-feature", 3}, {"en-brief", 4}, {"en-notice", 1.8}, {"en-letter", 2}, {"en-verse", 0.5}, {"en-list", 1.2},
			{"en-essay", 1}},
		bylineAt: odds{{"under", 3.5}, {"lead", 3.5}, {"end", 2.5}, {"tail", 2}, {"brackets", 3.5}, {"foot", 1.5}, {"front", 0.8}},
		writerAt: odds{{"under", 5}, {"above", 1.2}, {"end", 2}, {"beside", 1.8}},
		leads:    0.6, jumps: 0.14, standing: 0.2, insets: 0.25, adverts: 0.4, runIn: 0.6,
		runInMarks: [][2]string{{"◆", "　"}, {"【", "】"}, {"●", "　"}, {"▶", "："}, {"◇", "　"}, {"☆", "："}, {"［", "］"}, {"▪", "　"}, {"◉", "　"}, {"■", "　"},
			{"❖", " "}, {"△", "——"}, {"", "　"}, {"〔", "〕"}, {"»", "　"}},
		runInLatin: [][2]string{{"", ": "}, {"▪ ", " — "}, {"", " – "}, {"", ". "}, {"» ", ": "}, {"■ ", " "}},
		leadGaps:   []string{" ", " ", "　", "　", "", "：", "  "},
		byMarks:    []string{"", "", "", "", "■", "□ ", "◎ ", "●", "◆ ", "▌"},
		titleAt:    []string{"over", "over", "over", "over", "over", "first", "inside", "inside"},
		blanks:     odds{{"paragraphs", 3.5}, {"frames", 4}, {"none", 1.6}, {"every", 1}, {"loose", 1.4}, {"random", 0.8}},
		indents:    odds{{"lost", 4.5}, {"two", 3.5}, {"one", 0.6}, {"spaces", 1.5}, {"mixed", 1}, {"tab", 0.4}},
		orders:     odds{{"made", 4}, {"story", 2.5}, {"bands", 1.8}, {"cut", 3.2}},
		titles:     odds{{"near", 5.5}, {"first", 1}, {"last", 1.3}, {"among", 1.7}},
		fixtures:   odds{{"first", 2.5}, {"last", 2.5}, {"place", 3.5}, {"among", 2}, {"left out", 0.9}},
		leadMarks:  [][2]string{{}, {}, {}, {}, {}, {}, {"【", "】"}, {"［", "］"}, {"（", "）"}},
		brackets:   [][2]string{{"（", "）"}, {"（", "）"}, {"（", "）"}, {"（", "）"}, {"(", ")"}, {"［", "］"}, {"〔", "〕"}},
		tight:      0.8,
		told:       0.15,
		upright:    0.06,

		since:       1986,
		writerMarks: []string{"", "", "", "", "文/", "文｜", "作者：", "撰文：", "□ ", "◎", "■ ", "◆"},
		creditWords: []string{" 通讯员", " 实习生", " 辅导员", " 指导教师", " 特约通讯员", " Staff Writer", " Current Staff", " SENIOR REPORTER"},
		tightCredit: true,
		oneCredit:   true,
		wideGaps:    0.3,
		extra:       3,
		signed:      0.3,
	}
}
