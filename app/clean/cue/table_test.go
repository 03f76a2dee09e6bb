package cue

import (
	"slices"
	"testing"
)

func sample() (t *Table, a, b int) {
	t = &Table{Outcomes: 2}
	a = t.Add("one", Blank, 0, 2, 3)
	b = t.Add("two", Stop, 1, 4, 1)
	return t, a, b
}

func TestAnswersOfATable(t *testing.T) {
	table, a, b := sample()
	s := table.Sheet()
	s.Say(a, 1, 2)
	s.Say(a, 9, -1) // as (1, 0)
	s.Say(b, 3, 0)
	if !slices.Equal(s.Held, []int32{5, 3, 9}) || table.Answers() != 10 {
		t.Errorf("held %v of %d answers", s.Held, table.Answers())
	}
	for answer, name := range []string{"one", "one", "one", "one", "one", "one", "two", "two", "two", "two"} {
		if got := table.Of(int32(answer)).Name; got != name {
			t.Errorf("answer %d is of %q, want %q", answer, got, name)
		}
	}
}

func TestWeightsKeepWhatWasWritten(t *testing.T) {
	table, _, _ := sample()
	want := map[[2]int]int8{{0, 0}: 3, {5, 1}: -7, {9, 0}: 127, {9, 1}: -127}
	b := table.Append(nil, func(answer, outcome int) int8 { return want[[2]int{answer, outcome}] })
	packed := Pack(b)
	all, err := Unpack(packed)
	if err != nil {
		t.Fatal(err)
	}
	w, rest, err := table.Parse(all)
	if err != nil || len(rest) > 0 {
		t.Fatal(err, rest)
	}
	for answer := range table.Answers() {
		for outcome := range 2 {
			if got := w.Of(int32(answer), outcome); got != float32(want[[2]int{answer, outcome}])/Grain {
				t.Errorf("answer %d weighs %v for %d", answer, got, outcome)
			}
		}
	}
	for n := range b {
		if _, _, err := table.Parse(b[:n]); err == nil {
			t.Fatalf("%d of %d bytes are no error", n, len(b))
		}
	}
	other := &Table{Outcomes: 2}
	other.Add("one", Blank, 0, 2, 4)
	if _, _, err := other.Parse(b); err == nil {
		t.Error("weights of another table are no error")
	}
}

func TestTwoCuesOfOneName(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("two cues of one name are allowed")
		}
	}()
	table, _, _ := sample()
	table.Add("one", Blank, 0, 1, 1)
}
