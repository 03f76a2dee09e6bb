package source

import (
	"context"
	"fmt"

	"qingyang/app/say"
	"qingyang/app/script"
)

// readText reads plain text: one page, whatever form feeds are in it.
func readText(ctx context.Context, b []byte, opt Options) ([]Raw, error) {
	raw := Raw{Encoding: opt.Encoding}
	known := opt.Media != ""
	if raw.Encoding == "" {
		raw.Encoding, raw.Detected = Detect(b)[0].Encoding, true
		if !known && raw.Encoding != UTF16LE && raw.Encoding != UTF16BE && controls(b) {
			p := opt.problem(say.T("不是文本文件", "is not a text file"), say.T("请选文本（TXT）文件", "choose a text (TXT) file"))
			p.Err = ErrFormat
			return nil, p
		}
	}
	if err := raw.decode(ctx, b, opt, known); err != nil {
		return nil, err
	}
	raw.Lines = cut(raw.Text)
	return []Raw{raw}, nil
}

// decode fills in the text of a page of plain text. unbound: it may have any number of lines.
func (raw *Raw) decode(ctx context.Context, b []byte, opt Options, unbound bool) error {
	next, ok := decoders[raw.Encoding]
	if !ok {
		return opt.problem(say.T("不认识编码 %s", "is to be read in %s, which is not known").With(string(raw.Encoding)),
			say.T("请改选编码", "choose another encoding"))
	}
	raw.Text = make([]rune, 0, len(b)/2+8)
	breaks := 0
	for rest := b; len(rest) > 0; {
		r, n := next(rest)
		switch {
		case r == bad:
			raw.Damage = append(raw.Damage, Damage{len(raw.Text), BadBytes})
			r = '\uFFFD'
		case private(r):
			raw.Damage = append(raw.Damage, Damage{len(raw.Text), Private})
		case script.IsBreak(r):
			if breaks++; breaks > lineLimit && !unbound {
				return opt.tooManyLines()
			}
		}
		raw.Text = append(raw.Text, r)
		rest = rest[n:]
		if len(raw.Text)%(1<<16) == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
	}
	return nil
}

func private(r rune) bool { return r >= 0xE000 && r <= 0xF8FF || r >= 0xF0000 && r <= 0x10FFFD }

// cut finds the lines of a text. They tile it: each rune is in one line or in one break. A text that
// ends with a break has no empty line behind it.
func cut(text []rune) []Line {
	var lines []Line
	from := 0
	for i := 0; i < len(text); i++ {
		if !script.IsBreak(text[i]) {
			continue
		}
		l := Line{From: from, To: i, Next: i + 1, Break: text[i]}
		if text[i] == '\r' && i+1 < len(text) && text[i+1] == '\n' {
			i++
			l.Next, l.Break = i+1, '\n'
		}
		lines = append(lines, l)
		from = l.Next
	}
	if from < len(text) {
		lines = append(lines, Line{From: from, To: len(text), Next: len(text)})
	}
	return lines
}

// controls says whether more than one byte in a hundred of the first 64 KiB is a control character
// that texts do not have.
func controls(b []byte) bool {
	b = b[:min(len(b), lookAt)]
	n := 0
	for _, c := range b {
		if c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1A {
			n++
		}
	}
	return n*100 > len(b)
}

// Strings are the lines as strings, without their breaks. It allocates them all.
func (r Raw) Strings() []string {
	all := make([]string, len(r.Lines))
	for i, l := range r.Lines {
		all[i] = string(r.Text[l.From:l.To])
	}
	return all
}

// String is for messages of tests.
func (l Line) String() string { return fmt.Sprintf("[%d,%d)+%d", l.From, l.To, l.Next-l.To) }
