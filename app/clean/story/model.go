package story

import (
	_ "embed"
	"sync"

	"qingyang/app/clean/cue"
)

//go:embed weights.bin
var fitted []byte

// Models are what telling weighs on pages in Han characters and in Latin letters.
type Models struct {
	Han, Latin *Model
	Set, Seen  *Models // for printed pages, as they were set and as a machine read them; nil: as for plain text
}

// Plain are the models for pages of plain text.
func Plain() Models { return plain() }

var plain = sync.OnceValue(func() Models {
	m, err := Decode(fitted)
	if err != nil {
		panic("app/clean/story/weights.bin: " + err.Error()) // it was built in, and a test reads it
	}
	return m
})

var shipped = sync.OnceValue(func() Models {
	m, err := plain(), error(nil)
	if m.Set, m.Seen, err = DecodeShown(m, fittedShown); err != nil {
		panic("app/clean/story/prints.bin: " + err.Error()) // likewise
	}
	return m
})

// Fitted are the models that the program ships with. They are unpacked once.
func Fitted() Models { return shipped() }

// Decode unpacks what cue.Pack made of two models, each the weights of its parts one behind the other.
func Decode(b []byte) (Models, error) {
	all, err := cue.Unpack(b)
	if err != nil {
		return Models{}, err
	}
	ms := Models{Han: &Model{}, Latin: &Model{}}
	for _, m := range []*Model{ms.Han, ms.Latin} {
		for _, p := range m.Parts() {
			var w cue.Weights
			if w, all, err = p.Table.Parse(all); err != nil {
				return Models{}, err
			}
			*p.To = &w
		}
	}
	return ms, cue.Empty(all)
}
