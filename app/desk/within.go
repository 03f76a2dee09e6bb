package desk

import (
	"context"

	"qingyang/app/say"
	"qingyang/app/source"
	"qingyang/app/wording"
)

// within does work on a goroutine of its own and waits for it, but no longer than ctx lasts: work that
// knows no context, and is pure, is left to itself then.
func within[T any](ctx context.Context, work func() (T, error)) (T, error) {
	type result struct {
		v   T
		err error
	}
	done := make(chan result, 1)
	go func() {
		v, err := work()
		done <- result{v, err}
	}()
	select {
	case got := <-done:
		return got.v, got.err
	case <-ctx.Done():
		var none T
		return none, ctx.Err()
	}
}

// warnings are what the page as a whole is not fit for.
func (c cleanedPage) warnings() []say.Text {
	var bad, private int
	for _, d := range c.raw.Damage {
		if d.Kind == source.Private {
			private++
		} else {
			bad++
		}
	}
	var all []say.Text
	if bad > 0 {
		all = append(all, say.T("有 %d 处字节按 %s 读不出来，以“\uFFFD”代替", "%d places could not be read as %s; “\uFFFD” stands there").With(bad, string(c.raw.Encoding)))
	}
	if private > 0 {
		all = append(all, say.T("有 %d 个造字，没有统一码", "%d characters are the layout program's own and have no Unicode").With(private))
	}
	for _, w := range c.unfit {
		all = append(all, wording.Warning(w))
	}
	return all
}
