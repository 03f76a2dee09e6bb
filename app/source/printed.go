package source

import (
	"context"
	"errors"
	"slices"

	"qingyang/app/say"
	"qingyang/app/source/ocr"
	"qingyang/app/source/sheet"
)

// recognised makes a Read of a form that reading machines write.
func recognised(form ocr.Form) func(context.Context, []byte, Options) ([]Raw, error) {
	return func(ctx context.Context, b []byte, opt Options) ([]Raw, error) {
		raw, err := opt.decoded(ctx, b)
		if err != nil {
			return nil, err
		}
		pages, err := form(string(raw.Text))
		switch {
		case errors.Is(err, ocr.ErrVast):
			return nil, opt.problem(say.T("里的内容多得不像一份报纸", "has more in it than any paper"), say.T("请检查文件，或拆成几个", "look whether it is the right file, or cut it into several"))
		case err != nil:
			p := opt.problem(say.T("已损坏，读不出文字", "is damaged: no text can be read in it"), say.T("请用原来的识别程序再导出一次", "export it again with the program that made it"))
			p.Err = err
			return nil, p
		}
		if part := opt.Pages.From; opt.Media != "" && len(pages) == 1 && part > 0 { // it was read on one page of a picture that has more
			opt.Pages = Range{}
			all := printed(pages, false, raw.Encoding, raw.Detected, opt)
			for i := range all {
				all[i].Part = part
			}
			return all, ctx.Err()
		}
		all := printed(pages, len(pages) > 1, raw.Encoding, raw.Detected, opt)
		switch {
		case len(all) > 0 || len(pages) == 0:
			return all, ctx.Err()
		case !slices.ContainsFunc(pages, func(p sheet.Page) bool { return opt.Pages.Has(p.Number) }):
			return nil, opt.noSuchPages(len(pages))
		}
		return nil, opt.problem(say.T("里没有文字", "has no text"), say.T("请先识别文字，再导出一次", "have its text recognised, then export it again"))
	}
}

// printed makes raw pages of printed ones, those left out that are not wanted or have no text. several says that
// they are pages of a file that has more than one.
func printed(pages []sheet.Page, several bool, enc Encoding, detected bool, opt Options) (all []Raw) {
	for i := range pages {
		p := &pages[i]
		if len(p.Lines) == 0 || !opt.Pages.Has(p.Number) {
			continue
		}
		raw := written(p)
		raw.Encoding, raw.Detected = enc, detected
		if several {
			raw.Part = p.Number
		}
		all = append(all, raw)
	}
	return all
}

// written is a printed page as text: its lines in the order of the file, each ended by a line feed.
func written(p *sheet.Page) Raw {
	p.Measure()
	n := 0
	for i := range p.Lines {
		n += len(p.Lines[i].Chars) + 8
	}
	raw := Raw{Width: p.W, Height: p.H, DPI: p.DPI, Image: p.Image, Text: make([]rune, 0, n), Lines: make([]Line, 0, len(p.Lines))}
	glyphs := make([]Glyph, 0, n)
	placed := false
	for i := range p.Lines {
		l := &p.Lines[i]
		row := Line{From: len(raw.Text), Break: '\n', Box: l.Box, Size: l.Size, Bold: l.Bold, Zone: l.Zone, Says: l.Says, Opens: l.Opens}
		for k := range l.Chars {
			c := &l.Chars[k]
			if c.Space {
				raw.Text, glyphs = append(raw.Text, ' '), append(glyphs, Glyph{})
			}
			switch {
			case c.Rune == '\uFFFD':
				raw.Damage = append(raw.Damage, Damage{len(raw.Text), BadBytes})
			case private(c.Rune):
				raw.Damage = append(raw.Damage, Damage{len(raw.Text), Private})
			}
			placed = placed || !c.Box.Zero() || c.Doubt > 0
			raw.Text = append(raw.Text, c.Rune)
			glyphs = append(glyphs, Glyph{float32(c.Box.X), float32(c.Box.Y), float32(c.Box.W), float32(c.Box.H), c.Other, c.Doubt})
		}
		row.To = len(raw.Text)
		raw.Text, glyphs = append(raw.Text, '\n'), append(glyphs, Glyph{})
		row.Next = len(raw.Text)
		raw.Lines = append(raw.Lines, row)
	}
	if placed {
		raw.Glyphs = glyphs
	}
	if p.Cut && len(raw.Text) > 0 {
		raw.Damage = append(raw.Damage, Damage{len(raw.Text) - 1, CutOff})
	}
	return raw
}
