package bulletin

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"
)

// anyAccount draws an account as cleaning may make one, weights with two decimals.
func anyAccount(t *rapid.T) Account {
	number := func(name string, lo, hi int) int { return rapid.IntRange(lo, hi).Draw(t, name) }
	cues := func() (all []Cue) {
		for range number("cues", 0, 3) {
			all = append(all, Cue{
				Code: rapid.SampledFrom([]string{"blank", "stop", "词"}).Draw(t, "code"), Weight: float64(number("weight", -900, 900)) / 100,
				Holds: rapid.Bool().Draw(t, "holds"),
			})
		}
		return all
	}
	ids := func() (all []ID) {
		for range number("ids", 0, 3) {
			all = append(all, ID{int32(number("origin", -1, 9)), int32(number("index", -1, 1<<30))})
		}
		return all
	}
	a := Account{Headless: ids(), Homeless: ids()}
	for range number("junctions", 0, 8) {
		above := number("above", 0, 1<<20)
		a.Junctions = append(a.Junctions, Junction{
			Above: above, Below: above + number("gap", 1, 9), At: ID{Index: int32(number("at", 0, 1<<30))},
			Join: rapid.Bool().Draw(t, "join"), Uncertain: rapid.Bool().Draw(t, "uncertain"),
			Confidence: float64(number("confidence", 5000, 10000)) / 1e4, Cues: cues(),
		})
	}
	for range number("verdicts", 0, 8) {
		first := number("first", 0, 1<<20)
		v := Verdict{First: first, Last: first + number("more", 0, 99), Kind: Kind(number("kind", 0, int(kinds)-1)), Story: number("story", -1, 40), Cues: cues()}
		for range number("words", 0, 3) {
			v.Words = append(v.Words, rapid.StringOfN(rapid.RuneFrom([]rune("渡口夜航ab")), 0, 5, -1).Draw(t, "word"))
		}
		a.Verdicts = append(a.Verdicts, v)
	}
	return a
}

func TestAccountsAreReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := anyAccount(t)
		b := EncodeAccount(a)
		got, err := DecodeAccount(AccountFormat, b)
		if err != nil || !reflect.DeepEqual(got, a) {
			t.Fatalf("%+v\nbecame %+v\n%v", a, got, err)
		}
		if again := EncodeAccount(got); !reflect.DeepEqual(again, b) {
			t.Fatal("the same account has other bytes")
		}
		if len(b) > 0 { // a part of it is no account
			if cut, err := DecodeAccount(AccountFormat, b[:rapid.IntRange(0, len(b)-1).Draw(t, "cut")]); err == nil {
				t.Fatalf("a part was read as %+v", cut)
			}
		}
		if _, err := DecodeAccount(AccountFormat, append(b, 0)); err == nil {
			t.Fatal("more than an account was read as one")
		}
	})
	if _, err := DecodeAccount(AccountFormat+1, EncodeAccount(Account{})); err == nil {
		t.Error("an account in a form to come was read")
	}
}

// FuzzDecodeAccount: whatever the bytes are, the answer is an account or an error.
func FuzzDecodeAccount(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte{0xff, 0xff, 0xff, 0xff, 0x0f})
	f.Add(EncodeAccount(Account{
		Junctions: []Junction{{Above: 1, Below: 3, At: ID{0, 17}, Join: true, Confidence: 0.9, Cues: []Cue{{"stop", -5, false}}}},
		Verdicts:  []Verdict{{First: 1, Last: 3, Kind: Headline, Story: 2, Words: []string{"渡口"}}},
	}))
	f.Fuzz(func(t *testing.T, b []byte) {
		a, err := DecodeAccount(AccountFormat, b)
		if err != nil {
			return
		}
		if again, err := DecodeAccount(AccountFormat, EncodeAccount(a)); err != nil || !reflect.DeepEqual(again, a) {
			t.Errorf("%+v became %+v, %v", a, again, err)
		}
	})
}

func TestUncertainJunctions(t *testing.T) {
	a := Account{Junctions: []Junction{{Above: 1}, {Above: 2, Uncertain: true}, {Above: 3}}}
	if got := a.Uncertain(); len(got) != 1 || got[0].Above != 2 {
		t.Errorf("%+v", got)
	}
}
