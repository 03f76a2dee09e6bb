package pages

// look is what a paper decides once for all its pages.
type look struct {
	layout                          string // boxed, poured, single
	columns, measure, gutter        int
	height                          int // of a column of the poured layouts
	indent                          int
	set                             setter
	chars                           int // how much text the page takes
	runIn                           bool
	runInMark, runInLatin           [2]string
	leadGap, byMark, writerMark     string
	leadMark, bracket               [2]string
	verse                           align
	flush, capsHeads, spread, apart bool
	dropCap, tight, wideGaps        bool
}

// ways is how the raw text came about: the extractor's order, its empty lines, its faults.
type ways struct {
	order, titles, captions, fixtures             string
	columnsFirst, interrupts                      bool
	blank                                         string
	gapFrame, gapPara, gapTail, gapTitle, gapLine float64
	indent                                        string
	centred                                       bool
	ends                                          string
	bom                                           bool
	feed, tail, braid, cut                        float64
	half, spaceBefore, spaceBehind, spaceMark     float64
	straight, wideDigits                          bool
	radicals, invisible, double                   float64
	ligatures                                     bool
	cells                                         int // spaces between the cells of a row
	dots, dashes                                  string
	wrong, lost, specks                           float64
}

func drawLook(d dice, st *Style, track string) look {
	l := look{layout: st.layouts.draw(d), columns: pick(d, st.columns), measure: pick(d, st.measures)*em + pick(d, []int{0, 0, 0, 3, 5}),
		gutter: d.between(8, 22), indent: 2 * em, chars: d.between(1200, 3600)}
	l.set = setter{squeeze: d.chance(0.5), hang: d.chance(0.2), whole: d.chance(0.65)}
	switch l.layout {
	case "poured":
		l.columns = d.between(2, 4)
		l.height = d.between(30, 70)
	case "single":
		l.columns, l.measure, l.height = 1, d.between(20, 30)*em, d.between(34, 52)
		l.chars = l.chars * 2 / 3
	}
	if track == "latin" {
		l.measure = d.between(13, 26) * em
		if l.layout == "single" {
			l.measure = d.between(28, 40) * em
		}
		l.columns = min(l.columns, 4)
		l.indent = pick(d, []int{0, 10, 15, 20})
		l.set = setter{latin: true, hyphen: d.chance(0.75)}
		l.chars = d.between(1200, 2600)
	}
	for l.columns > 2 && l.columns*l.measure > 100*em {
		l.columns--
	}
	if d.chance(0.12) {
		l.indent = em
	}
	l.runIn = d.chance(st.runIn)
	l.runInMark, l.runInLatin = pick(d, st.runInMarks), pick(d, st.runInLatin)
	l.leadGap, l.byMark = pick(d, st.leadGaps), pick(d, st.byMarks)
	l.verse = pick(d, []align{left, centre, left})
	l.flush, l.capsHeads, l.spread = d.chance(0.5), d.chance(0.35), d.chance(0.35)
	l.apart, l.dropCap = d.chance(0.3), d.chance(0.1)
	l.bracket = [2]string{"（", "）"}
	if len(st.brackets) > 0 {
		l.bracket = pick(d, st.brackets)
	}
	if len(st.leadMarks) > 0 {
		l.leadMark = pick(d, st.leadMarks)
	}
	if len(st.writerMarks) > 0 {
		l.writerMark = pick(d, st.writerMarks)
	}
	l.wideGaps = st.wideGaps > 0 && d.chance(st.wideGaps)
	l.tight = st.tight > 0 && d.chance(st.tight)
	return l
}

func drawWays(d dice, st *Style, track, layout string) ways {
	w := ways{order: st.orders.draw(d), titles: st.titles.draw(d), captions: pick(d, []string{"near", "last", "inside"}), fixtures: st.fixtures.draw(d),
		columnsFirst: d.chance(0.3), interrupts: d.chance(0.5), blank: st.blanks.draw(d), indent: st.indents.draw(d), centred: d.chance(0.4),
		ends: pick(d, []string{"\n", "\n", "\n", "\r\n", "\r\n"}), bom: d.chance(0.12), dots: "……", dashes: "——"}
	if d.chance(0.03) {
		w.ends = "\r"
	}
	if layout != "boxed" && (w.order == "bands" || w.order == "cut") {
		w.order = pick(d, []string{"made", "story"})
	}
	if track == "ocr" && w.order == "made" {
		w.order = "cut"
		if layout != "boxed" {
			w.order = "story"
		}
	}
	switch w.blank {
	case "paragraphs", "loose":
		w.gapPara, w.gapFrame = pick(d, []float64{1, 0.95, 0.8}), pick(d, []float64{1, 0.9, 0.6})
		w.gapTitle = pick(d, []float64{0, 0, 0.4, 1})
	case "frames", "every":
		w.gapPara, w.gapFrame = pick(d, []float64{0, 0, 0.1}), pick(d, []float64{1, 0.9, 0.7})
		w.gapTitle = pick(d, []float64{0, 0, 0.3})
	case "random":
		w.gapPara, w.gapFrame, w.gapTitle, w.gapLine = 0.35, 0.5, 0.2, d.Float64()*0.15
	case "none":
		if w.indent == "lost" && d.chance(0.5) {
			w.indent = "two"
		}
	}
	w.gapTail = w.gapPara * pick(d, []float64{0, 0.3, 1})
	w.feed, w.tail = d.rate(0.85, 0.1, 0.4), d.rate(0.5, 0.1, 0.6)
	w.cells = pick(d, []int{1, 2, 3, 4, 6})
	braids := st.braids
	if len(braids) == 0 {
		braids = []float64{0, 0.6, 1}
	}
	w.braid = pick(d, braids)
	if track == "latin" {
		w.indent = pick(d, []string{"lost", "lost", "spaces", "spaces", "mixed"})
		w.double, w.ligatures = d.rate(0.4, 0.01, 0.03), d.chance(0.3)
	}
	if track == "ocr" {
		w.wrong = pick(d, []float64{0.002, 0.006, 0.012, 0.025})
		w.lost, w.specks, w.cut = w.wrong*d.Float64(), d.rate(0.3, 0.01, 0.03), d.rate(0.5, 0.005, 0.015)
		return w
	}
	w.half, w.spaceMark = d.rate(0.3, 0.01, 0.1), d.rate(0.6, 0.005, 0.02)
	w.spaceBefore, w.spaceBehind = d.rate(0.3, 0.2, 0.7), d.rate(0.6, 0.2, 0.7)
	w.straight, w.wideDigits = d.chance(0.12), d.chance(0.1)
	w.radicals, w.invisible = d.rate(0.7, 0.02, 0.15), d.rate(0.8, 0.001, 0.004)
	w.dots, w.dashes = pick(d, []string{"……", "……", "......", "…", "······"}), pick(d, []string{"——", "——", "--", "──", "－－"})
	return w
}
