package pages

// styleN is of the ordinary papers of the 1990s to today: dailies and evening papers of cities, county papers, bulletins of
// universities and enterprises, organs of parties and offices; and of an American town's daily, an English local weekly and
// the newsletters of hospitals, colleges and foundations. It was written without a look at what cleaning knows.
func styleN() *Style {
	return &Style{
		Name:     "N",
		houses:   []string{"daily", "daily", "daily", "daily", "county", "county", "county", "uni", "uni", "uni", "firm", "firm", "firm", "party", "party"},
		abroad:   []string{"town", "town", "inst", "inst", "shire"},
		years:    map[string][2]int{"daily": {1994, 2026}, "county": {1995, 2026}, "uni": {1993, 2026}, "firm": {1993, 2026}, "party": {1991, 2025}, "town": {1998, 2026}, "inst": {2002, 2026}, "shire": {1996, 2026}},
		fixed:    []string{"unit", "org"},
		layouts:  odds{{"boxed", 7.5}, {"poured", 2}, {"single", 1}},
		columns:  []int{3, 4, 4, 5, 5, 6, 7},
		measures: []int{10, 11, 12, 13, 14, 15, 16, 17, 19, 20, 23, 26},
		mix: odds{{"news", 30}, {"brief", 6}, {"feature", 3.6}, {"photo", 6.5}, {"essay", 2.4}, {"verse", 1}, {"letter", 1.3}, {"reply", 0.8}, {"qa", 1.5},
			{"notice", 3}, {"list", 2.2}, {"table", 1.2}, {"items", 2.2}, {"obituary", 0.6}, {"serial", 0.7}, {"comment", 2.4}, {"mixed", 1},
			{"talk", 0.8}, {"rules", 0.6}, {"report", 0.7}, {"science", 0.8}, {"case", 0.7}},
		foreign: odds{{"en-news", 13}, {"en-feature", 3}, {"en-brief", 5}, {"en-photo", 3.2}, {"en-notice", 2.2}, {"en-letter", 1.8}, {"en-verse", 0.3},
			{"en-list", 2}, {"en-essay", 0.9}},
		bylineAt: odds{{"lead", 4}, {"brackets", 3.2}, {"under", 3}, {"tail", 1.6}, {"end", 1.6}, {"front", 1}, {"foot", 0.9}},
		writerAt: odds{{"under", 4.5}, {"beside", 1}, {"end", 1.4}, {"above", 1.2}, {"foot", 1}, {"brackets", 0.8}},
		leads:    0.66, jumps: 0.14, standing: 0.13, insets: 0.35, adverts: 0.4, runIn: 0.5,
		runInMarks: [][2]string{{"●", "　"}, {"▲", "　"}, {"◆", "　"}, {"■", "　"}, {"【", "】"}, {"▶", "　"}, {"★", "　"}, {"◇", "　"}, {"", "　"}, {"○", "　"}, {"☆", "："},
			{"※", "　"}, {"◎", "　"}, {"→", "　"}, {"［", "］"}, {"§", "　"}, {"◢", "　"}, {"▣ ", "　"}, {"“", "”　"}, {"|", "|　"}},
		runInLatin: [][2]string{{"", ": "}, {"", ". "}, {"", " – "}, {"• ", " — "}, {"■ ", " "}, {"", " | "}, {"▪ ", ". "}, {"", " — "}},
		leadGaps:   []string{"　", " ", " ", "", "　", "  ", "："},
		byMarks:    []string{"", "", "", "", "", "", "□ ", "■", "●", "◎ ", "▲ ", "○"},
		titleAt:    []string{"over", "over", "over", "over", "first", "inside"},
		blanks:     odds{{"paragraphs", 3.5}, {"frames", 4.2}, {"none", 1.6}, {"every", 0.7}, {"loose", 1.2}, {"random", 0.8}},
		indents:    odds{{"lost", 4.5}, {"two", 4}, {"one", 0.5}, {"spaces", 1.1}, {"mixed", 0.8}, {"tab", 0.3}},
		orders:     odds{{"made", 4}, {"story", 2.4}, {"bands", 2.2}, {"cut", 3}},
		titles:     odds{{"near", 5.5}, {"first", 1.1}, {"last", 1.2}, {"among", 1.6}},
		fixtures:   odds{{"first", 3.2}, {"last", 2}, {"place", 3.4}, {"among", 1.8}, {"left out", 0.9}},
		leadMarks:  [][2]string{{}, {}, {}, {}, {}, {}, {"【", "】"}, {"（", "）"}, {"［", "］"}, {"〖", "〗"}},
		brackets:   [][2]string{{"（", "）"}, {"（", "）"}, {"（", "）"}, {"（", "）"}, {"(", ")"}, {"[", "]"}, {"〔", "〕"}},
		tight:      0.8,
		told:       0.16,
		upright:    0.06,

		since:       1993,
		writerMarks: []string{"", "", "", "", "□ ", "■ ", "文/", "◎", "作者：", "● ", "◇ ", "文 "},
		creditWords: []string{" 本报记者", " 见习记者", " 记者", " 本报通讯员", " 文/图", " Staff Writer", " Staff Reporter", " Communications Office"},
		tightCredit: true,
		wideGaps:    0.3,
		extra:       2,
		signed:      0.25,
		askedHeads:  true,
		bare:        0.14,
		stacked:     0.3,

		braids:     []float64{0, 0.5, 1},
		rows:       0.22,
		runInPhoto: 0.18,
		creditLine: 0.15,
		bareCredit: 0.22,
	}
}
