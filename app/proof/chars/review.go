package chars

// scored is an alternative with its score on this page.
type scored struct {
	*alternative
	x     figures
	first float64 // what the ranker says of it by itself
	score float64 // and after a second look, which knows what it said of the others

	unsure bool // the reading machine doubted what stands there
}

// The figures of the second look: those of the ranker, and what it made of them.
const (
	firstScore  = nFigures + iota // the ranker's score
	overOthers                    // how much that is over the best other one of the place, at most ten
	closeOthers                   // how many others are within two of it, or over it
	nextDoor                      // the best score of the places beside it, at least -15
	alikeness                     // the better of likeness by shape and by sound, in hundredths
	Reviewed                      // how many there are
)

// scores are those of the alternatives of a block. What the ranker said of the same figures last time it is not
// asked again.
func (f *Finder) scores(p *page, rd *reading) []scored {
	if len(rd.alts) == 0 {
		return nil
	}
	named := p.isName(rd)
	all := make([]scored, len(rd.alts))
	var last []scored
	if kept := rd.scored.Load(); kept != nil {
		last = *kept
	}
	same := last != nil
	for j := range rd.alts {
		a := &rd.alts[j]
		l, old, r := at(rd.text, a.at-1), rd.text[a.at], at(rd.text, a.at+1)
		x := a.x
		x[wrongTwice] = float32(is(p.threes[threeKey(l, old, r)] > 1))
		x[wrongPairTwice] = float32(is(p.pairs[pairKey(l, old)] > 1) + is(p.pairs[pairKey(old, r)] > 1))
		x[rightThere] = float32(is(p.threes[threeKey(l, a.char, r)] > 0))
		x[rightPairsThere] = float32(is(p.pairs[pairKey(l, a.char)] > 0) + is(p.pairs[pairKey(a.char, r)] > 0))
		x[inName] = float32(is(named[a.at]))
		if last != nil && last[j].x == x {
			all[j] = last[j]
			continue
		}
		same = false
		first := f.ranker.score(x[:])
		all[j] = scored{alternative: a, x: x, first: first, score: first}
	}
	if same {
		return last
	}
	eachReviewed(all, func(j int, x *reviewed) { all[j].score = all[j].first + trust*f.review.score(x[:]) })
	rd.scored.Store(&all)
	return all
}

// reviewed are the figures of one alternative for the second look.
type reviewed [Reviewed]float32

// trust is how much of what the second look adds is taken. It was fitted on errors that a program planted: on
// texts in which people erred, of three genres, two thirds of it find more at the same precision than all of it,
// and than nothing.
const trust = 0.65

// hopelessScore is a score of the ranker below which no second look is taken.
const hopelessScore = -7

// eachReviewed calls yield with the figures of the alternatives of a block that are worth a second look; x holds
// until it returns. Linear in the alternatives.
func eachReviewed(all []scored, yield func(j int, x *reviewed)) {
	best := func(of []scored) float64 {
		most := -15.0
		for i := range of {
			most = max(most, of[i].first)
		}
		return most
	}
	before := -15.0
	for n := 0; n < len(all); {
		end := n + 1
		for end < len(all) && all[end].at == all[n].at {
			end++
		}
		here := all[n:end]
		if n == 0 || all[n-1].at != here[0].at-1 {
			before = -15
		}
		after := -15.0
		if end < len(all) && all[end].at == here[0].at+1 {
			next := end + 1
			for next < len(all) && all[next].at == all[end].at {
				next++
			}
			after = best(all[end:next])
		}
		for j := range here {
			s := &here[j]
			if s.first < hopelessScore {
				continue
			}
			var x reviewed
			copy(x[:], s.x[:])
			other, near := -15.0, 0
			for k := range here {
				if k != j {
					other = max(other, here[k].first)
					near += int(is(here[k].first > s.first-2))
				}
			}
			x[firstScore] = float32(s.first)
			x[overOthers] = float32(clip(s.first-other, -10, 10))
			x[closeOthers] = float32(near)
			x[nextDoor] = float32(max(before, after))
			sound := 0.0
			switch k := s.likes.kinds; {
			case k&sameTone != 0:
				sound = 95
			case k&sameSound != 0:
				sound = 80
			case k&nearSound != 0:
				sound = 70
			}
			x[alikeness] = float32(max(float64(s.likes.shape), sound))
			yield(n+j, &x)
		}
		before = best(here)
		n = end
	}
}
