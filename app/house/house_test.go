package house_test

import (
	"cmp"
	"errors"
	"slices"
	"testing"

	"qingyang/app/house"
	"qingyang/app/say"
)

func TestProfilesAreReadBack(t *testing.T) {
	for _, h := range []house.Profile{{}, {Off: []string{"S1"}}, {Off: house.Rules(), Pause: house.PauseWide},
		{Quotes: house.QuotesCorner, Brackets: house.BracketsWide, Measures: []int{13, 16}},
		{Wrong: house.WrongOff, English: house.EnglishBritish}} {
		back, err := house.Parse("a", h.TOML())
		slices.Sort(h.Off)
		if h.Pause == "" {
			h.Pause = house.PauseSpace
		}
		h.Quotes, h.Brackets = cmp.Or(h.Quotes, house.QuotesCurly), cmp.Or(h.Brackets, house.BracketsKeep)
		h.Wrong, h.English = cmp.Or(h.Wrong, house.WrongUsual), cmp.Or(h.English, house.EnglishAny)
		if err != nil || back.Wrong != h.Wrong || back.English != h.English || back.Pause != h.Pause || back.Quotes != h.Quotes || back.Brackets != h.Brackets ||
			!slices.Equal(back.Off, h.Off) || !slices.Equal(back.Measures, h.Measures) || !slices.Equal(house.ParseMeasures(house.MeasuresText(h.Measures)), h.Measures) {
			t.Errorf("%+v became %+v: %v", h, back, err)
		}
	}
	for _, text := range []string{`off = ["S99"]`, `of = ["S1"]`, `headline_pause = "none"`, `off = S1`, "\x00",
		`quotes = "straight"`, `wrong_characters = "all"`, `english = "oxford"`, `latin_brackets = ""` + "x", `column_measures = [3]`, `column_measures = [10, 11, 12, 13, 14]`} {
		_, err := house.Parse("a", text)
		var p *say.Problem
		if !errors.As(err, &p) || p.Do.Zero() {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// FuzzParse: whatever a profile file holds, it is read or refused, and what is read is written
// back the same.
func FuzzParse(f *testing.F) {
	f.Add("off = [\"S1\"]\nheadline_pause = \"wide\"\n")
	f.Add("off = [")
	f.Add("[off]\na = 1979-05-27T07:32:00Z")
	f.Fuzz(func(t *testing.T, text string) {
		h, err := house.Parse("a", text)
		if err != nil {
			return
		}
		back, err := house.Parse("b", h.TOML())
		if err != nil || !slices.Equal(back.Off, h.Off) {
			t.Fatalf("%+v became %+v: %v", h, back, err)
		}
	})
}
