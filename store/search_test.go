package store_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

func TestSearchFinds(t *testing.T) {
	ctx, l := t.Context(), create(t)
	old := addPage(t, l, "2022-03-04", "东关渡口修好了，PM2.5浓度下降\n镇里（东关）庆祝")
	young := addPage(t, l, "2022-03-11", "渡口的灯亮了一夜，价格 3.5元")
	for _, c := range []struct {
		query string
		want  []int64
	}{
		{"渡口", []int64{int64(young), int64(old)}},
		{"渡", []int64{int64(young), int64(old)}},
		{"夜", []int64{int64(young)}},
		{"了", []int64{int64(young), int64(old)}},
		{"渡口 庆祝", []int64{int64(old)}},
		{"pm2.5", []int64{int64(old)}},
		{"（东关", []int64{int64(old)}},
		{"3.5", []int64{int64(young)}},
		{".5", []int64{int64(young), int64(old)}},
		{"口渡", nil},
		{`"`, nil},
		{"*", nil},
		{"\x00", nil},
		{"  ", nil},
	} {
		hits, err := l.Search(ctx, c.query, 10)
		if err != nil {
			t.Errorf("%q: %v", c.query, err)
		}
		var got []int64
		for _, h := range hits {
			got = append(got, int64(h.Page))
		}
		if fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("%q found %v, want %v", c.query, got, c.want)
		}
	}
	if hits, _ := l.Search(ctx, "庆祝", 1); len(hits) != 1 || hits[0].Offset != 24 || !strings.Contains(hits[0].Snippet, "庆祝") {
		t.Errorf("the place is %+v", hits)
	}
}

func TestSearchAgreesWithAScan(t *testing.T) {
	ctx, l := t.Context(), create(t)
	rnd := rand.New(rand.NewPCG(1, 2))
	letters := []rune("天地人和，。ab1 \n")
	var texts []string
	for i := range 60 {
		var b strings.Builder
		for range 5 + rnd.IntN(40) {
			b.WriteRune(letters[rnd.IntN(len(letters))])
		}
		texts = append(texts, b.String())
		addPage(t, l, fmt.Sprintf("2022-%02d-%02d", 1+i/28, 1+i%28), b.String())
	}
	for range 400 {
		var q strings.Builder
		for range 1 + rnd.IntN(4) {
			q.WriteRune(letters[rnd.IntN(len(letters)-1)])
		}
		words := strings.Fields(q.String())
		if len(words) == 0 {
			continue
		}
		want := 0
		for _, text := range texts {
			all := true
			for _, w := range words {
				all = all && strings.Contains(text, w)
			}
			if all {
				want++
			}
		}
		hits, err := l.Search(ctx, q.String(), 1000)
		if err != nil || len(hits) != want {
			t.Fatalf("%q: %d hits, a scan finds %d (%v)", q.String(), len(hits), want, err)
		}
	}
}
