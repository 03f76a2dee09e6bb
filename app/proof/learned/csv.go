package learned

import (
	"encoding/csv"
	"errors"
	"io"
	"strconv"
	"strings"

	"qingyang/app/say"
)

var columns = []string{"before", "after", "accepted", "rejected", "off", "own", "example"}

// WriteCSV writes pairs as CSV in UTF-8 that spreadsheets read. Its errors are those of w.
func WriteCSV(w io.Writer, pairs []Pair) error {
	if _, err := io.WriteString(w, "\uFEFF"); err != nil {
		return err
	}
	rows := [][]string{columns}
	flag := map[bool]string{true: "1"}
	for _, p := range pairs {
		rows = append(rows, []string{p.Before, p.After, strconv.Itoa(p.Accepted), strconv.Itoa(p.Rejected), flag[p.Off], flag[p.Own], p.Example})
	}
	return csv.NewWriter(w).WriteAll(rows)
}

// most is how many lines of a file of pairs are read.
const most = 200_000

// ReadCSV reads pairs from CSV in UTF-8 as WriteCSV writes it; the first two columns are enough. What somebody
// wrote into a file is their own. name is what people call the file.
//
// A line that says nothing that can be kept is a *say.Problem in bad, and the others are read all the same. err is
// that of r, or that the file is no CSV; what was read before is kept then.
func ReadCSV(name string, r io.Reader) (pairs []Pair, bad []error, err error) {
	in := csv.NewReader(r)
	in.FieldsPerRecord, in.LazyQuotes = -1, true
	for first := true; ; first = false {
		row, err := in.Read()
		if errors.Is(err, io.EOF) {
			return pairs, bad, nil
		}
		line, _ := in.FieldPos(0)
		if err != nil {
			return pairs, bad, &say.Problem{
				Subject: name, What: say.T("第 %d 行不是 CSV", "has a line %d that is no CSV").With(line),
				Do: say.T("请另存为 UTF-8 的 CSV 再读入", "save it as CSV in UTF-8 and read it again"), Err: err,
			}
		}
		field := func(i int) string {
			if i < len(row) {
				return strings.TrimSpace(strings.TrimPrefix(row[i], "\uFEFF"))
			}
			return ""
		}
		count := func(i int) int {
			n, _ := strconv.Atoi(field(i)) // what is no count was not counted
			return min(max(n, 0), 1_000_000)
		}
		p := Pair{field(0), field(1), count(2), count(3), field(4) == "1", field(5) == "1" || len(row) <= 2, field(6)}
		switch {
		case first && strings.EqualFold(p.Before, columns[0]) && strings.EqualFold(p.After, columns[1]):
		case strings.TrimSpace(strings.Join(row, "")) == "":
		case !p.Fits() || len(p.Example) > longestExample || strings.ContainsAny(p.Example+p.Before+p.After, "\n\r\x00") || len(pairs) >= most:
			bad = append(bad, &say.Problem{
				Subject: name, What: say.T("第 %d 行不是一对改前、改后的文字（改前二至 %d 字）", "line %d is no pair of before and after (before: two to %d characters)").With(line, Longest),
				Do: say.T("这一行没有读入", "it was left out"),
			})
		default:
			pairs = append(pairs, p)
		}
	}
}

// longestExample is how many bytes an example has at most.
const longestExample = 400
