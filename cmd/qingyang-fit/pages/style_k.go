package pages

// styleK is of ordinary bulletins and dailies of today: of works, carriers and energy groups with their party and union
// pages, of a university, a district or county, associations, a museum and a library, soldiers and veterans, a border
// region, a province, a community; its English pages are of a university's gazette, a company's newsletter and the local
// page of a city daily. It was written without a look at what cleaning knows, and is for judging alone.
func styleK() *Style {
	return &Style{
		Name: "K",
		houses: []string{"firm", "firm", "firm", "uni", "uni", "county", "county", "county", "assoc", "museum", "veteran", "border", "province", "province",
			"estate"},
		abroad:   []string{"gazette", "newsletter", "metro", "metro"},
		fixed:    []string{"unit"},
		layouts:  odds{{"boxed", 6.5}, {"poured", 2}, {"single", 1.5}},
		columns:  []int{3, 4, 4, 5, 5, 6},
		measures: []int{10, 11, 12, 13, 14, 15, 16, 17, 18, 20, 21, 24},
		mix: odds{{"news", 30}, {"brief", 4.5}, {"feature", 3.5}, {"photo", 2.4}, {"essay", 3}, {"verse", 1.3}, {"letter", 0.7}, {"reply", 0.6}, {"qa", 0.9},
			{"notice", 2.8}, {"list", 1.2}, {"table", 1.1}, {"items", 0.6}, {"obituary", 0.6}, {"serial", 0.9}, {"comment", 2.4}, {"mixed", 1},
			{"talk", 0.9}, {"rules", 0.5}, {"report", 0.5}, {"science", 1}, {"case", 0.7}},
		foreign: odds{{"en-news", 12}, {"en-feature", 3}, {"en-brief", 4}, {"en-notice", 1.6}, {"en-letter", 1.3}, {"en-verse", 0.25}, {"en-list", 1.2},
			{"en-essay", 0.7}},
		bylineAt: odds{{"lead", 5}, {"brackets", 4}, {"under", 3.5}, {"end", 1.6}, {"tail", 1.2}, {"foot", 1}, {"front", 0.6}},
		writerAt: odds{{"under", 5.5}, {"beside", 1.2}, {"above", 0.8}, {"end", 1}, {"foot", 0.7}, {"brackets", 0.5}},
		leads:    0.68, jumps: 0.12, standing: 0.15, insets: 0.22, adverts: 0.4, runIn: 0.5,
		runInMarks: [][2]string{{"●", "　"}, {"◆", "　"}, {"▲", "　"}, {"■", "　"}, {"【", "】"}, {"★", "　"}, {"○", "　"}, {"", "　"}, {"◆", "："}, {"◎", "　"},
			{"▶", " "}, {"※", "　"}, {"□", "　"}, {"●", "："}, {"【", "】　"}},
		runInLatin: [][2]string{{"", ": "}, {"• ", " — "}, {"", ". "}, {"■ ", ": "}, {"", " – "}},
		leadGaps:   []string{" ", " ", " ", "　", "　", "", "："},
		byMarks:    []string{"", "", "", "", "", "", "□", "□ ", "■ ", "●", "○ "},
		titleAt:    []string{"over", "over", "over", "over", "over", "over", "first", "inside"},
		blanks:     odds{{"paragraphs", 3.5}, {"frames", 4}, {"none", 1.5}, {"every", 0.8}, {"loose", 1.2}, {"random", 0.6}},
		indents:    odds{{"lost", 4}, {"two", 4.5}, {"one", 0.5}, {"spaces", 1.3}, {"mixed", 0.7}, {"tab", 0.3}},
		orders:     odds{{"made", 4}, {"story", 2.5}, {"bands", 1.5}, {"cut", 3}},
		titles:     odds{{"near", 6}, {"first", 1}, {"last", 1}, {"among", 1.5}},
		fixtures:   odds{{"first", 3}, {"last", 2}, {"place", 4}, {"among", 1.4}, {"left out", 1}},
		leadMarks:  [][2]string{{}, {}, {}, {}, {}, {}, {}, {}, {"【", "】"}, {"（", "）"}},
		brackets:   [][2]string{{"（", "）"}, {"（", "）"}, {"（", "）"}, {"（", "）"}, {"（", "）"}, {"(", ")"}, {"(", ")"}, {"【", "】"}},
		tight:      0.8,
		told:       0.1,
		upright:    0.05,

		since:       2000,
		writerMarks: []string{"", "", "", "", "□ ", "□", "■ ", "文/", "○ ", "作者：", "●"},
		creditWords: []string{" 学生记者", " 本报记者", " 特约记者", " 小记者", " STAFF WRITER", " Staff Writer", " College of"},
		tightCredit: true,
		oneCredit:   true,
		wideGaps:    0.2,
		extra:       2,
		signed:      0.3,
	}
}
