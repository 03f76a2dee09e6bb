package clean

import (
	"testing"

	"qingyang/app/bulletin"
)

func TestDropCap(t *testing.T) {
	text := "New boats for Lowton harbour\n\nT\nhe council of Lowton has bought two\nboats to clear the harbour of weed, it\nsaid on Monday.\n  Work will begin when the ice has gone,\nthe harbour master said, and is to last\ntwo weeks.\n"
	page, r := drafted(t, text, Profile{})
	if len(page.Articles) != 1 {
		t.Fatalf("%d articles", len(page.Articles))
	}
	got := page.Articles[0].Texts(bulletin.Paragraph)
	if len(got) != 2 || got[0] != "The council of Lowton has bought two boats to clear the harbour of weed, it said on Monday." {
		t.Errorf("paragraphs: %q", got)
	}
	named := false
	for _, rev := range r.Revisions {
		named = named || rev.Author.Rule == "E8"
	}
	if !named {
		t.Error("no revision of E8")
	}
	accounted(t, text)
}
