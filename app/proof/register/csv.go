package register

import (
	"encoding/csv"
	"errors"
	"io"
	"strconv"
	"strings"
	"time"

	"qingyang/app/say"
)

// columns of a register's file, in the order in which WriteCSV has them, and what people call them.
var columns = []struct{ name, zh string }{
	{"kind", "类别"}, {"text", "词语"}, {"title", "职务"}, {"instead", "改用"}, {"rank", "次序"}, {"from", "起"}, {"until", "止"}, {"note", "说明"},
}

// kindWords are what people call the kinds in files.
var kindWords = map[string]Kind{
	"人名": Name, "机构": Organisation, "单位": Organisation, "地名": Place, "固定表述": Phrase, "禁用词": Banned, "慎用词": Careful,
	"organization": Organisation,
}

// WriteCSV writes entries as CSV in UTF-8 that spreadsheets read: with a byte order mark and a row of names. Its
// errors are those of w.
func WriteCSV(w io.Writer, entries []Entry) error {
	if _, err := io.WriteString(w, "\uFEFF"); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	var head []string
	for _, c := range columns {
		head = append(head, c.name)
	}
	rows := [][]string{head}
	for _, e := range entries {
		rank := ""
		if e.Rank > 0 {
			rank = strconv.Itoa(e.Rank)
		}
		rows = append(rows, []string{e.Kind.String(), e.Text, e.Title, e.Instead, rank, e.From, e.Until, e.Note})
	}
	return out.WriteAll(rows)
}

// most is how many lines of a register's file are read, and longestField how many bytes a field of it has.
const (
	most         = 200_000
	longestField = 2_000
)

// ReadCSV reads entries from CSV in UTF-8: the columns by their names in the first row, in any order, in
// Chinese or in English; without such a row in the order of WriteCSV. name is what people call the file.
//
// A line that says nothing that can be kept is a *say.Problem in bad, which names it, and the others are read all
// the same. err is that of r, or that the file is no CSV; what was read before is kept then.
func ReadCSV(name string, r io.Reader) (entries []Entry, bad []error, err error) {
	in := csv.NewReader(r)
	in.FieldsPerRecord, in.LazyQuotes, in.ReuseRecord = -1, true, true
	order := make([]int, len(columns)) // column of the file by our column; -1 for none
	for i := range order {
		order[i] = i
	}
	for first := true; ; first = false {
		row, err := in.Read()
		if errors.Is(err, io.EOF) {
			return entries, bad, nil
		}
		line, _ := in.FieldPos(0)
		if err != nil {
			return entries, bad, &say.Problem{
				Subject: name, What: say.T("第 %d 行不是 CSV", "has a line %d that is no CSV").With(line),
				Do: say.T("请另存为 UTF-8 的 CSV 再读入", "save it as CSV in UTF-8 and read it again"), Err: err,
			}
		}
		if len(row) > 0 {
			row[0] = strings.TrimPrefix(row[0], "\uFEFF")
		}
		if first {
			if head, ok := headOf(row); ok {
				order = head
				continue
			}
		}
		if strings.TrimSpace(strings.Join(row, "")) == "" {
			continue
		}
		e, what := entryOf(row, order)
		if len(entries) >= most {
			what = say.T("超过 %d 行", "is beyond line %d").With(most)
		}
		if !what.Zero() {
			bad = append(bad, &say.Problem{
				Subject: name, What: say.T("第 %d 行：%s", "line %d %s").With(line, what), Do: say.T("这一行没有读入", "it was left out"),
			})
			continue
		}
		entries = append(entries, e)
	}
}

// headOf reads a row of names.
func headOf(row []string) (order []int, ok bool) {
	order = make([]int, len(columns))
	for i := range order {
		order[i] = -1
		for k, cell := range row {
			if cell = strings.ToLower(strings.TrimSpace(cell)); cell == columns[i].name || cell == columns[i].zh {
				order[i] = k
			}
		}
	}
	return order, order[0] >= 0 && order[1] >= 0
}

// entryOf reads a row; what says why it is none.
func entryOf(row []string, order []int) (e Entry, what say.Text) {
	field := func(i int) string {
		if k := order[i]; k >= 0 && k < len(row) {
			return strings.TrimSpace(row[k])
		}
		return ""
	}
	for i := range columns {
		if len(field(i)) > longestField || strings.ContainsAny(field(i), "\n\r\x00") {
			return e, say.T("“%s”一栏太长或不止一行", "has a “%s” that is too long, or more than one line").With(columns[i].name)
		}
	}
	kind, ok := KindNamed(strings.ToLower(field(0)))
	if !ok {
		kind, ok = kindWords[strings.ToLower(field(0))]
	}
	if !ok {
		return e, say.T("不认识类别“%s”", "has a kind “%s” that is not known").With(field(0))
	}
	e = Entry{Kind: kind, Text: field(1), Title: field(2), Instead: field(3), From: field(5), Until: field(6), Note: field(7)}
	if rank := field(4); rank != "" {
		n, err := strconv.Atoi(rank)
		if err != nil || n < 0 || n > 1_000_000 {
			return e, say.T("次序“%s”不是数", "has a rank “%s” that is no number").With(rank)
		}
		e.Rank = n
	}
	return e, e.Wrong()
}

// Wrong says why an entry cannot be kept: it has no text, or a day that is none. The zero Text is that it can.
func (e Entry) Wrong() say.Text {
	if e.Text == "" {
		return say.T("没有词语", "has no text")
	}
	if len([]rune(e.Text)) >= 2*longest {
		return say.T("词语太长", "has a text that is too long")
	}
	for _, day := range []string{e.From, e.Until} {
		if _, err := time.Parse(time.DateOnly, day); day != "" && err != nil {
			return say.T("日期“%s”不是 2006-01-02 的写法", "has a day “%s” that is not like 2006-01-02").With(day)
		}
	}
	if e.From != "" && e.Until != "" && e.Until < e.From {
		return say.T("止日在起日之前", "ends before it begins")
	}
	return say.Text{}
}
