package house_test

import (
	"cmp"
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"qingyang/app/clean/read"
	"qingyang/app/house"
	"qingyang/app/say"
)

func TestProfilesAreReadBack(t *testing.T) {
	for _, h := range []house.Profile{{}, {Off: []string{"S1"}}, {Off: house.Rules(), Pause: house.PauseWide},
		{Quotes: house.QuotesCorner, Brackets: house.BracketsWide, Measures: []int{13, 16}},
		{Languages: "chi_sim+eng"}, {Languages: "script/HanT"},
		{Wrong: house.WrongOff, English: house.EnglishBritish}} {
		back, err := house.Parse("a", h.TOML())
		slices.Sort(h.Off)
		if h.Pause == "" {
			h.Pause = house.PauseSpace
		}
		h.Quotes, h.Brackets = cmp.Or(h.Quotes, house.QuotesCurly), cmp.Or(h.Brackets, house.BracketsKeep)
		h.Wrong, h.English = cmp.Or(h.Wrong, house.WrongUsual), cmp.Or(h.English, house.EnglishAny)
		if err != nil || back.Languages != h.Languages || back.Wrong != h.Wrong || back.English != h.English || back.Pause != h.Pause || back.Quotes != h.Quotes || back.Brackets != h.Brackets ||
			!slices.Equal(back.Off, h.Off) || !slices.Equal(back.Measures, h.Measures) || !slices.Equal(house.ParseMeasures(house.MeasuresText(h.Measures)), h.Measures) {
			t.Errorf("%+v became %+v: %v", h, back, err)
		}
	}
	for _, text := range []string{`off = ["S99"]`, `of = ["S1"]`, `headline_pause = "none"`, `off = S1`, "\x00",
		`quotes = "straight"`, `wrong_characters = "all"`, `english = "oxford"`, `latin_brackets = ""` + "x", `scan_languages = "chi_sim, eng"`, `scan_languages = "../eng"`, `column_measures = [3]`, `column_measures = [10, 11, 12, 13, 14]`} {
		_, err := house.Parse("a", text)
		var p *say.Problem
		if !errors.As(err, &p) || p.Do.Zero() {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// What was learned is read back as it was written, to the line; nothing is written of nothing; a line that is no
// habit is refused, and one that cleaning does not know (any more) is kept and counts for nothing.
func TestLearnedIsReadBack(t *testing.T) {
	var h house.Profile
	h.Learned.Keep(read.Teaching{Pages: 5, Junctions: 300, Before: 30, After: 20, Habits: []read.Habit{
		{Of: read.HabitJunction, Cue: "gap", X: 1, For: "para para", Weight: 0.5}, {Of: read.HabitLine, Cue: "room in column", X: 7, Y: 1, For: "head", Weight: -0.3125}}}, 41)
	back, err := house.Parse("a", h.TOML())
	if err != nil || !reflect.DeepEqual(back.Learned, h.Learned) {
		t.Fatalf("%+v became %+v: %v", h.Learned, back.Learned, err)
	}
	if got := back.Clean().Habits; len(got) != 2 || got[0].Weight != 0.5 || got[1].Weight != -0.3125 || got[1].Cue != "room in column" {
		t.Errorf("cleaning gets %+v", got)
	}
	if said := back.Learned.Told(); len(said) != 5 || !strings.Contains(said[0].ZH, "41") || !strings.Contains(said[0].EN, "41") || !strings.Contains(said[4].ZH, "主题") || !strings.Contains(said[4].EN, "headline") {
		t.Errorf("it is told as %v", said)
	}
	if s := (house.Profile{}).TOML(); strings.Contains(s, "learned") {
		t.Errorf("a new profile has learned: %s", s)
	}
	for _, bad := range []string{"gap", "junction | gap | 1 | para | 1", "junction | gap | 1 x | para | 1", "junction | gap | 1 0 | para | NaN"} {
		if _, err := house.Parse("a", "[learned]\nhabits = [\""+bad+"\"]\n"); err == nil {
			t.Errorf("%q is read", bad)
		}
	}
	old, err := house.Parse("a", "[learned]\nhabits = [\"line | a cue of long ago | 1 0 | head | +1\"]\n")
	if err != nil || len(old.Clean().Habits) != 0 || len(old.Learned.Habits) != 1 {
		t.Errorf("a habit that is not known: %+v %v", old, err)
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
