package window

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
)

// LikeTruth fails the test where an export lacks a headline or a paragraph of a case's truth.
func LikeTruth(t *testing.T, truth, export string) {
	t.Helper()
	var want struct {
		Articles []struct {
			Headline   string
			Paragraphs []string
		}
	}
	b, err := os.ReadFile(truth)
	if err == nil {
		err = json.Unmarshal(b, &want)
	}
	if err != nil || len(want.Articles) == 0 {
		t.Fatal(len(want.Articles), err)
	}
	for _, a := range want.Articles {
		for _, p := range append([]string{a.Headline}, a.Paragraphs...) {
			if !strings.Contains(export, p) {
				t.Errorf("the export has no %q", p)
			}
		}
	}
}
