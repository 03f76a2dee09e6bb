package read

import (
	_ "embed"
	"qingyang/app/clean/cue"
	"sync"
)

//go:embed weights.bin
var fitted []byte

// Models are what reading weighs on pages in Han characters and in Latin letters.
type Models struct {
	Han, Latin *Model
	Prints     *Prints // of printed pages, whatever their script; nil: what the print shows counts for nothing
}

var shipped = sync.OnceValue(func() Models {
	m, err := Decode(fitted)
	if err == nil {
		err = m.Judge(fittedSure)
	}
	if err != nil {
		panic("weights of app/clean/read: " + err.Error()) // they were built in, and a test reads them
	}
	if m.Prints, err = DecodePrints(fittedPrints); err != nil {
		panic("app/clean/read/prints.bin: " + err.Error()) // likewise
	}
	return m
})

// Fitted are the models that the program ships with. They are unpacked once.
func Fitted() Models { return shipped() }

// Decode unpacks what cue.Pack made of two models, each the weights of pairs of roles, then those of the two
// tables.
func Decode(b []byte) (m Models, err error) {
	all, err := cue.Unpack(b)
	if err != nil {
		return m, err
	}
	for _, to := range []**Model{&m.Han, &m.Latin} {
		*to = &Model{}
		if all, err = (*to).parse(all); err != nil {
			return m, err
		}
	}
	return m, cue.Empty(all)
}

// Model is what reading weighs, for one script.
type Model struct {
	Line, Junction, Space cue.Weights
	Run                   [Roles][Roles]float32 // of pairs of neighbouring roles

	sure *cue.Weights // of SureCues; nil where nobody fitted them
}

func (m *Model) parse(b []byte) (rest []byte, err error) {
	if len(b) < int(Roles)*int(Roles) {
		return nil, cue.ErrShort
	}
	for a := range Roles {
		for c := range Roles {
			m.Run[a][c] = float32(int8(b[int(a)*int(Roles)+int(c)])) / cue.Grain
		}
	}
	if m.Line, b, err = LineCues.Parse(b[int(Roles)*int(Roles):]); err != nil {
		return nil, err
	}
	if m.Junction, b, err = JunctionCues.Parse(b); err != nil {
		return nil, err
	}
	m.Space, b, err = SpaceCues.Parse(b)
	return b, err
}
