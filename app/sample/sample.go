// Package sample holds the sample bulletin: two issues of a district paper that does not exist,
// eight raw pages as PDF extraction would have left them, and a third issue as it was printed, one page as PDF,
// one as a scan with what a reading machine made of it.
//
// The pages under pages/ are made from the finished text in testdata/manuscript by the typesetter
// in the _test files (go generate); the same run writes their truth under testdata/corpus, as a
// track for the scorer. The printed pages are set by the press there from testdata/printed. The package imports nothing of ours and is the only part that is shipped.
package sample

import (
	"embed"
	"fmt"
)

//go:generate go test -run Committed$ -update .

//go:embed pages
var pages embed.FS

// Issue is one number of the sample bulletin.
type Issue struct {
	Publication string
	Number      string // as printed: "第612期"
	Date        string // ISO 8601
	Pages       []Page // in the order of their numbers
}

// Page is one raw page, as a file on a desk.
type Page struct {
	Number  int    // from 1
	Section string // the name of the page
	File    string // a file name without a folder
	Raw     []byte // what the file holds, in whatever encoding and with whatever line ends it has
	Scan    []byte // the picture that the file was read from, as PNG; nil where there is none
}

const publication = "苇港报"

// contents are the issues without their bytes. A test holds them against the manuscripts.
var contents = []Issue{
	{publication, "第612期", "2024-11-08", []Page{
		{Number: 1, Section: "要闻", File: "weigang-612-1.txt"},
		{Number: 2, Section: "民生", File: "weigang-612-2.txt"},
		{Number: 3, Section: "教育·健康", File: "weigang-612-3.txt"},
		{Number: 4, Section: "三农·文化", File: "weigang-612-4.txt"},
	}},
	{publication, "第613期", "2024-11-15", []Page{
		{Number: 1, Section: "要闻", File: "weigang-613-1.txt"},
		{Number: 2, Section: "经济·三农", File: "weigang-613-2.txt"},
		{Number: 3, Section: "社会·体育", File: "weigang-613-3.txt"},
		{Number: 4, Section: "文苑", File: "weigang-613-4.txt"},
	}},
}

// press is the issue as it was printed.
var press = Issue{publication, "第614期", "2024-11-22", []Page{
	{Number: 1, Section: "要闻", File: "weigang-614-1.pdf"},
	{Number: 2, Section: "民生", File: "weigang-614-2.hocr"},
}}

// Issues are the sample issues of raw text, the older one first. Every call returns fresh copies (about 90 kB);
// any goroutine may call it.
func Issues() []Issue {
	issues := make([]Issue, len(contents))
	for i, issue := range contents {
		issues[i] = filled(issue)
	}
	return issues
}

// Printed is the issue whose pages come as they were printed. Every call returns fresh copies (about 200 kB); any
// goroutine may call it.
func Printed() Issue {
	issue := filled(press)
	issue.Pages[1].Scan = read("weigang-614-2.png")
	return issue
}

func filled(issue Issue) Issue {
	issue.Pages = append([]Page(nil), issue.Pages...)
	for k := range issue.Pages {
		issue.Pages[k].Raw = read(issue.Pages[k].File)
	}
	return issue
}

func read(name string) []byte {
	b, err := pages.ReadFile("pages/" + name)
	if err != nil {
		panic(fmt.Sprintf("sample: a page that was embedded is gone: %v", err))
	}
	return b
}
