package learned_test

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"qingyang/app/proof/learned"
)

var pairs = []learned.Pair{
	{Before: "己经", After: "已经", Accepted: 3, Example: "灯己经亮了"},
	{Before: "渡囗", After: "渡口", Own: true},
	{Before: "渡囗镇", After: "渡口镇", Own: true},
	{Before: "船员", After: "船员们", Own: true},
	{Before: "夜杭", After: "夜航", Rejected: learned.Refused},
	{Before: "潮夕", After: "潮汐", Off: true},
}

func TestFind(t *testing.T) {
	l := learned.New(pairs)
	for text, want := range map[string]string{
		"灯己经亮了，己经":   "[1,3)已经 [6,8)已经",
		"渡囗镇的渡囗":     "[0,3)渡口镇 [4,6)渡口",
		"夜杭与潮夕":      "", // rejected three times; switched off
		"船员说，船员们都来了": "[0,2)船员们",
		"己":          "",
	} {
		var got []string
		for _, f := range l.Find([]rune(text)) {
			got = append(got, fmt.Sprintf("[%d,%d)%s", f.From, f.To, f.Pair.After))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %v, want %s", text, got, want)
		}
	}
}

// A pair is suggested until it was rejected three times.
func TestRefused(t *testing.T) {
	for n := range learned.Refused + 2 {
		got := len(learned.New([]learned.Pair{{Before: "己经", After: "已经", Accepted: 9, Rejected: n}}).Find([]rune("己经")))
		if want := map[bool]int{true: 1}[n < 3]; got != want {
			t.Errorf("rejected %d times it is found %d times, want %d", n, got, want)
		}
	}
}

func TestCSV(t *testing.T) {
	var b bytes.Buffer
	if err := learned.WriteCSV(&b, pairs); err != nil {
		t.Fatal(err)
	}
	got, bad, err := learned.ReadCSV("x", &b)
	if err != nil || len(bad) > 0 || !reflect.DeepEqual(got, pairs) {
		t.Errorf("%+v %v %v", got, bad, err)
	}
	got, bad, err = learned.ReadCSV("own", strings.NewReader("灯熄了,灯熄灭了\n己,已\n甲乙,甲乙\n\n"))
	if want := []learned.Pair{{Before: "灯熄了", After: "灯熄灭了", Own: true}}; err != nil || len(bad) != 2 || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v %v %v", got, bad, err)
	}
}

// FuzzReadCSV: no file makes the reader fall, and what it reads comes back from what is written.
func FuzzReadCSV(f *testing.F) {
	var b bytes.Buffer
	if err := learned.WriteCSV(&b, pairs); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Add([]byte("\"a\nb\",c\n,,\n\x00\xff,"))
	f.Fuzz(func(t *testing.T, data []byte) {
		first, _, _ := learned.ReadCSV("x", bytes.NewReader(data))
		var out bytes.Buffer
		if err := learned.WriteCSV(&out, first); err != nil {
			t.Fatal(err)
		}
		again, bad, err := learned.ReadCSV("x", &out)
		if err != nil || len(bad) > 0 || !slices.Equal(again, first) {
			t.Fatalf("%+v came back as %+v: %v %v", first, again, bad, err)
		}
		learned.New(first).Find([]rune(strings.ToValidUTF8(string(data), "?")))
	})
}
