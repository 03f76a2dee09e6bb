package source

import (
	"context"
	"errors"
	"maps"
	"runtime"
	"slices"
	"strconv"
	"strings"

	"qingyang/app/say"
)

// readPage is what was found of one page of a file.
type readPage struct {
	number int
	of     int // pages that the file has
	raws   []Raw
	bad    error
}

// inOrder does jobs side by side, as many as there are cores, and gives what they find to take in the order in which feed
// put them. feed runs on a goroutine of its own and waits in put while enough is under way: what nobody took yet is never
// more than that. The first error of take ends it all: put returns an error then, as it does when ctx is cancelled.
func inOrder(ctx context.Context, feed func(ctx context.Context, put func(job func() readPage) error), take func(readPage) error) (taken error) {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	ahead := make(chan chan readPage, max(1, runtime.GOMAXPROCS(0)-1))
	go func() {
		defer close(ahead)
		feed(ctx, func(job func() readPage) error {
			one := make(chan readPage, 1)
			select {
			case ahead <- one:
			case <-ctx.Done():
				return ctx.Err()
			}
			go func() { one <- job() }()
			return nil
		})
	}()
	for one := range ahead {
		p := <-one
		if taken != nil {
			continue
		}
		if taken = take(p); taken != nil {
			stop()
		}
	}
	return taken
}

// taking gives the pages of a file to do, and counts.
type taking struct {
	Options
	do     func(Raw) error
	had    int // pages that were passed over
	wanted int // pages that were asked for
	done   int // raw pages that do was given
	bad    map[int]error
}

// wants says whether a page is to be read. It is asked once about each, by one goroutine.
func (t *taking) wants(page, of int) bool {
	if of > 1 && !t.Pages.Has(page) {
		return false
	}
	if t.Had != nil && t.Had(page) {
		t.had++
		return false
	}
	return true
}

func (t *taking) take(p readPage) error {
	t.wanted++
	if p.bad != nil {
		t.bad[p.number] = p.bad
	}
	for _, raw := range p.raws {
		t.done++
		if err := t.do(raw); err != nil {
			return err
		}
	}
	if t.Tell != nil && p.of > 1 {
		t.Tell(t.wanted, p.of)
	}
	return nil
}

// left is one problem for all pages that could not be read: the first one's, with the numbers of all. nil where there
// are none.
func (o Options) left(bad map[int]error) error {
	if len(bad) == 0 {
		return nil
	}
	var numbers []string
	sorted := slices.Sorted(maps.Keys(bad))
	for _, n := range sorted {
		numbers = append(numbers, strconv.Itoa(n))
	}
	var p *say.Problem
	if !errors.As(bad[sorted[0]], &p) {
		return bad[sorted[0]]
	}
	one := *p
	one.What = say.T("第 %s 页没有读入：%s", "page %s was not read: it %s").With(strings.Join(numbers, "、"), p.What)
	return &one
}
