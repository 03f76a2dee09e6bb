package pages

import "slices"

// order puts the frames in the order in which the extractor gives them.
func (p *Page) order() []*frame {
	var fs []*frame
	switch p.ways.order {
	case "made":
		fs = p.asMade()
	case "story":
		fs = p.byStory()
	case "bands":
		fs = p.byBand()
	default:
		fs = cutApart(slices.Clone(p.frames), p.ways.columnsFirst)
	}
	return p.homeward(fs)
}

func (p *Page) of(a *article, rs ...role) (fs []*frame) {
	for _, f := range p.frames {
		if f.of == a && slices.Contains(rs, f.role) {
			fs = append(fs, f)
		}
	}
	return fs
}

// asMade: as the designer placed the frames: bodies as they were poured, titles and captions
// first, last, or where they were dropped.
func (p *Page) asMade() []*frame {
	d, w := p.d, p.ways
	var chains, stacks [][]*frame
	var caps []*frame
	for _, a := range p.articles {
		t, body, c := p.of(a, titles), p.of(a, bodyText), p.of(a, picture)
		if w.titles == "near" || len(t) == 0 || d.chance(0.3) {
			body = append(t, body...)
		} else {
			stacks = append(stacks, t)
		}
		switch w.captions {
		case "near":
			body = append(body, c...)
		case "inside":
			k := d.between(min(1, len(body)), len(body))
			body = slices.Insert(body, k, c...)
		default:
			caps = append(caps, c...)
		}
		chains = append(chains, body)
	}
	if d.chance(0.3) {
		d.Shuffle(len(chains), func(i, j int) { chains[i], chains[j] = chains[j], chains[i] })
	}
	switch w.titles {
	case "first":
		chains = append(stacks, chains...)
	case "last":
		chains = append(chains, stacks...)
	default:
		for _, t := range stacks {
			chains = slices.Insert(chains, d.IntN(len(chains)+1), t)
		}
	}
	var fs []*frame
	for _, c := range chains {
		fs = append(fs, c...)
	}
	return p.withFixtures(append(fs, caps...))
}

// byStory: as an editor copies one story after the other.
func (p *Page) byStory() (fs []*frame) {
	for _, a := range p.articles {
		c := p.of(a, picture)
		fs = append(fs, p.of(a, titles)...)
		if p.d.chance(0.3) {
			fs, c = append(fs, c...), nil
		}
		fs = append(append(fs, p.of(a, bodyText)...), c...)
	}
	return p.withFixtures(fs)
}

// byBand: band by band, the titles of all boxes first, then their texts.
func (p *Page) byBand() (fs []*frame) {
	bands := map[int]bool{}
	for _, f := range p.frames {
		if f.of == nil || bands[f.band] {
			continue
		}
		bands[f.band] = true
		var top, rest, under []*frame
		y := 1 << 30
		for _, g := range p.frames {
			if g.of != nil && g.band == f.band {
				y = min(y, g.y0)
			}
		}
		for _, g := range p.frames {
			switch {
			case g.of == nil || g.band != f.band:
			case g.role == titles && g.y0-y < 6:
				top = append(top, g)
			case g.role == picture:
				under = append(under, g)
			default:
				rest = append(rest, g)
			}
		}
		fs = append(append(append(fs, top...), rest...), under...)
	}
	return p.withFixtures(fs)
}

// withFixtures puts the furniture before, behind, or among the rest.
func (p *Page) withFixtures(fs []*frame) []*frame {
	d := p.d
	var first, last []*frame
	for _, f := range p.frames {
		if f.of != nil {
			continue
		}
		switch {
		case p.ways.fixtures == "left out":
		case p.ways.fixtures == "first":
			first = append(first, f)
		case p.ways.fixtures == "last":
			last = append(last, f)
		case p.ways.fixtures == "place" && f.y0 < 4:
			first = append(first, f)
		case p.ways.fixtures == "place" && f.band < p.band-6:
			k := slices.IndexFunc(fs, func(g *frame) bool { return g.band > f.band })
			fs = slices.Insert(fs, max(k, 0), f)
		case p.ways.fixtures == "place":
			last = append(last, f)
		default: // anywhere: mostly between stories
			k := d.IntN(len(fs) + 1)
			for k > 0 && k < len(fs) && fs[k-1].of == fs[k].of && (fs[k].role == titles || !p.ways.interrupts) {
				k++
			}
			if k > 0 && k < len(fs) && fs[k-1].of == fs[k].of {
				p.trait("furniture-inside")
			}
			fs = slices.Insert(fs, k, f)
		}
	}
	return append(append(first, fs...), last...)
}

// cutApart orders frames by their place: it cuts at the widest gap that runs through, and where
// there is none it goes down, or from the left.
func cutApart(fs []*frame, columnsFirst bool) []*frame {
	if len(fs) < 2 {
		return fs
	}
	down := func(f *frame) (int, int) { return f.y0 * em * 3 / 2, f.y1 * em * 3 / 2 }
	across := func(f *frame) (int, int) { return f.x0, f.x1 }
	a, gapA := widest(fs, down)
	b, gapB := widest(fs, across)
	if columnsFirst {
		gapB *= 3
	}
	switch {
	case gapA < 0 && gapB < 0:
		slices.SortStableFunc(fs, func(f, g *frame) int {
			if columnsFirst && f.x0 != g.x0 {
				return f.x0 - g.x0
			}
			return f.y0 - g.y0
		})
		return fs
	case gapB > gapA:
		a, down = b, across
	}
	var first, rest []*frame
	for _, f := range fs {
		if _, end := down(f); end <= a {
			first = append(first, f)
		} else {
			rest = append(rest, f)
		}
	}
	return append(cutApart(first, columnsFirst), cutApart(rest, columnsFirst)...)
}

// widest finds the widest gap that no frame crosses, and where it begins; -1 when there is none.
func widest(fs []*frame, way func(*frame) (int, int)) (at, gap int) {
	s := slices.Clone(fs)
	slices.SortStableFunc(s, func(f, g *frame) int { a, _ := way(f); b, _ := way(g); return a - b })
	gap = -1
	_, end := way(s[0])
	for _, f := range s[1:] {
		from, to := way(f)
		if from-end > gap {
			at, gap = end, from-end
		}
		end = max(end, to)
	}
	return at, gap
}

// homeward moves a stack that no words bring back to its story to the head of its text; the same for
// captions far from theirs. What stays away is a trait of the page.
func (p *Page) homeward(fs []*frame) []*frame {
	for _, a := range p.articles {
		stack, body, caps := p.of(a, titles), p.of(a, bodyText), p.of(a, picture)
		at := slices.Index(fs, body[0])
		home := at >= len(stack)
		for k := range stack {
			home = home && fs[at-len(stack)+k].of == a && fs[at-len(stack)+k].role == titles
		}
		if len(stack) > 0 && !home {
			if a.head != nil && p.telling(a, a.kicker, a.head, a.sub) {
				p.trait("displaced-title")
				fs = together(fs, stack)
			} else {
				fs = bring(fs, stack, body[0])
				p.trait("brought-home")
			}
		}
		for i, c := range caps {
			k := slices.Index(fs, c)
			near := k > 0 && fs[k-1].of == a || k+1 < len(fs) && fs[k+1].of == a
			if near || i >= len(a.caps) || p.telling(a, a.caps[i]) {
				continue
			}
			fs = slices.Delete(slices.Clone(fs), k, k+1)
			fs = slices.Insert(fs, slices.Index(fs, body[len(body)-1])+1, c)
		}
	}
	return fs
}

// together brings the frames of a stack to where its first one stands.
func together(fs, stack []*frame) []*frame {
	first := slices.IndexFunc(fs, func(f *frame) bool { return slices.Contains(stack, f) })
	var out []*frame
	for i, f := range fs {
		if i == first {
			out = append(out, stack...)
		}
		if !slices.Contains(stack, f) {
			out = append(out, f)
		}
	}
	return out
}

// bring puts the frames of a stack right before another frame.
func bring(fs, stack []*frame, before *frame) []*frame {
	var out []*frame
	for _, f := range fs {
		if f == before {
			out = append(out, stack...)
		}
		if !slices.Contains(stack, f) {
			out = append(out, f)
		}
	}
	return out
}
