package app_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// arrows says for each room which other rooms its code may import; tests may import more (a test
// of the window may open a store to look at it from outside).
var arrows = map[string]string{
	"app":                 "",
	"app/script":          "",
	"app/say":             "",
	"app/bulletin":        "",
	"app/lexicon":         "app/script",
	"app/cores":           "",
	"app/phrase":          "app/lexicon app/script",
	"app/compare":         "app/bulletin app/script",
	"app/revision":        "app/bulletin app/compare app/script",
	"app/rule":            "app/phrase app/script",
	"app/source/sheet":    "app/script",
	"app/source/ocr":      "app/source/sheet app/script",
	"app/source/pdf":      "app/source/sheet app/script",
	"app/source/scan":     "",
	"app/source/document": "",
	"app/source":          "app/picture app/source/sheet app/source/ocr app/source/pdf app/source/scan app/source/document app/bulletin app/script app/say",
	"app/clean/cue":       "",
	"app/clean/layout":    "app/bulletin app/phrase app/proof/chars app/script app/source",
	"app/clean/read":      "app/clean/cue app/clean/layout app/bulletin app/cores app/lexicon app/phrase app/proof/chars app/proof/english app/script",
	"app/clean/story":     "app/clean/cue app/clean/layout app/clean/read app/bulletin app/lexicon app/phrase app/script",
	"app/clean":           "app/clean/cue app/clean/layout app/clean/read app/clean/story app/bulletin app/cores app/lexicon app/phrase app/revision app/rule app/script app/source",
	"app/proof/chars":     "app/cores app/lexicon app/script",
	"app/proof/english":   "",
	"app/proof/register":  "app/say app/script",
	"app/proof/learned":   "app/say app/script",
	"app/proof":           "app/proof/chars app/proof/english app/proof/learned app/proof/register app/bulletin app/compare app/lexicon app/phrase app/rule app/script app/source",
	"app/merge":           "app/bulletin app/compare app/revision app/say app/script",
	"app/quality":         "app/bulletin app/compare app/revision",
	"app/errata":          "app/bulletin app/clean app/compare app/proof app/revision app/say app/source app/wording",
	"app/folder":          "app/picture app/say",
	"app/export":          "app/bulletin app/say app/script app/source",
	"app/wording":         "app/bulletin app/compare app/clean app/clean/cue app/clean/layout app/proof app/revision app/say",
	"store":               "",
	"fonts":               "",
	"widgets":             "fonts",
	"widgets/method":      "",
	"app/sample":          "",
	"app/picture":         "app/say",
	"app/house":           "app/clean app/clean/read app/rule app/say app/wording",
	"app/record":          "app/bulletin app/clean app/revision app/say app/source store",
	"app/glossary":        "app/proof/learned app/proof/register app/record app/say store",
	"app/session":         "app/merge app/glossary app/proof/learned app/proof/register app/script app/say app/bulletin app/lexicon app/phrase app/compare app/revision app/rule app/source app/clean app/proof app/quality app/record app/wording store",
	"app/desk":            "app/merge app/picture app/source/pdf app/glossary app/proof/learned app/proof/register app/folder app/script app/say app/bulletin app/lexicon app/phrase app/compare app/revision app/rule app/source app/clean app/clean/layout app/clean/read app/proof app/quality app/export app/house app/record app/wording app/session app/sample store",
	"app/command":         "app/bulletin app/desk app/proof app/revision app/say app/session app/wording",
	"app/window":          "app/merge app/picture app/glossary app/proof/learned app/proof/register app/folder app/script app/say app/bulletin app/lexicon app/phrase app/compare app/revision app/rule app/source app/clean app/proof app/quality app/export app/sample app/house app/wording app/session app/desk app/command widgets widgets/method fonts",
	"cmd/qingyang":        "app/window",
	"cmd/qingyang-fit":    "cmd/qingyang-fit/figures cmd/qingyang-fit/fit cmd/qingyang-fit/judge cmd/qingyang-fit/pages",
	"cmd/qingyang-cli":    "app/merge app/glossary app/proof/learned app/proof/register app/folder app/errata app/proof app/desk app/session app/bulletin app/say app/sample app/source app/house app/wording",

	// pages for fitting and judging; not shipped
	"cmd/qingyang-fit/figures": "app/errata app/proof app/proof/chars cmd/qingyang-fit/pages",
	"cmd/qingyang-fit/judge":   "app/bulletin app/clean app/clean/layout app/revision app/script app/source cmd/qingyang-fit/pages",
	"cmd/qingyang-fit/pages":   "app/script",
	"cmd/qingyang-fit/fit":     "app/clean app/clean/cue app/clean/layout app/clean/read app/clean/story app/bulletin app/cores app/script app/source cmd/qingyang-fit/pages",
}

func TestArrows(t *testing.T) {
	root := ".."
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && path != root && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata") {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		rel, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		room := filepath.ToSlash(filepath.Dir(rel))
		may, known := arrows[room]
		if !known {
			t.Errorf("%s: no room of that name in the map of app/doc.go", rel)
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, i := range f.Imports {
			name, err := strconv.Unquote(i.Path.Value)
			if err != nil {
				return err
			}
			if other, ours := strings.CutPrefix(name, "qingyang/"); ours && !has(may, other) {
				t.Errorf("%s imports %s: no arrow from %s", rel, other, room)
			}
			if strings.HasPrefix(name, "fyne.io/") && room != "widgets" && room != "app/window" && room != "cmd/qingyang" {
				t.Errorf("%s imports %s: only widgets and app/window know Fyne", rel, name)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func has(list, name string) bool {
	for _, l := range strings.Fields(list) {
		if l == name {
			return true
		}
	}
	return false
}
