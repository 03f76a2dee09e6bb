package pages

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// wording are the phrases of a style: everything on a page that is no story (text/STYLE.words).
//
// "[name]" opens a set, each further line is an alternative, a line "* a b c" is several of one word.
// A set "[name@house]" takes the place of "[name]" on the pages of that house.
// In any text {name} is filled from that set, {x=name} remembers it as {x}, {3-9} is a number,
// {3-9:2} one of two figures, {3-9:z} one in Chinese numerals, {a|b} one of several.
type wording map[string][]string

func readWording(style string) (wording, error) {
	b, err := files.ReadFile("text/" + style + ".words")
	if err != nil {
		return nil, err
	}
	w, name := wording{}, ""
	for n, line := range strings.Split(string(b), "\n") {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || strings.HasPrefix(line, "//"):
		case strings.HasPrefix(line, "[") && strings.HasSuffix(line, "]") && !strings.ContainsAny(line, "{|"):
			name = line[1 : len(line)-1]
		case name == "":
			return nil, fmt.Errorf("text/%s.words:%d: a phrase before the first set", style, n+1)
		case strings.HasPrefix(line, "* "):
			w[name] = append(w[name], strings.Fields(line[2:])...)
		default:
			w[name] = append(w[name], line)
		}
	}
	return w, nil
}

// words fills the slots of texts on one page.
type words struct {
	d    dice
	sets wording
	page map[string]string // what is the same all over the page
	own  map[string]string // what is the same all over a story
	keep bool              // numbers drawn now are kept for the same slots later on
}

// settle draws the house of a page, where the style has houses, and then what is the same all over the page.
func (w *words) settle(st *Style, names ...string) {
	if len(st.houses) > 0 {
		w.page["house"] = pick(w.d, st.houses)
	}
	for _, s := range append(slices.Clone(st.fixed), names...) {
		w.page[s] = w.say(s)
	}
}

// date gives a page a day of its house's own time, where the house has one.
func (w *words) date(st *Style) {
	if y, ok := st.years[w.page["house"]]; ok {
		maps.Copy(w.page, drawDay(w.d, y[0], y[1]))
	}
}

// set gives the phrases of a set, those of the page's house before those of all.
func (w *words) set(name string) []string {
	if own, ok := w.sets[name+"@"+w.page["house"]]; ok {
		return own
	}
	return w.sets[name]
}

// bound is a filler with a memory of its own, for one story.
func (w *words) bound() *words {
	return &words{d: w.d, sets: w.sets, page: w.page, own: map[string]string{}}
}

// say draws one of the phrases of a set and fills it.
func (w *words) say(name string) string { return w.bound().fill("{" + name + "}") }

func (w *words) fill(text string) string {
	for {
		to := strings.IndexByte(text, '}')
		if to < 0 {
			return text
		}
		from := strings.LastIndexByte(text[:to], '{')
		if from < 0 {
			panic(fmt.Sprintf("pages: %q closes a slot that it never opened", text))
		}
		text = text[:from] + w.slot(text[from+1:to]) + text[to+1:]
	}
}

func (w *words) slot(s string) string {
	if v, ok := w.own[s]; ok {
		return v
	}
	if v, ok := w.page[s]; ok {
		return v
	}
	if name, set, ok := strings.Cut(s, "="); ok {
		v := w.fill("{" + set + "}")
		w.own[name] = v
		return v
	}
	if strings.Contains(s, "|") {
		return pick(w.d, strings.Split(s, "|"))
	}
	if k := 1 + strings.IndexByte(s[1:], '-'); k > 0 {
		hi, digits, _ := strings.Cut(s[k+1:], ":")
		a, err := strconv.Atoi(s[:k])
		b, err2 := strconv.Atoi(hi)
		if err == nil && err2 == nil {
			n, _ := strconv.Atoi(digits)
			number := w.d.between(a, b)
			v := fmt.Sprintf("%0*d", n, number)
			if digits == "z" {
				v = inWords(number)
			}
			if w.keep {
				w.own[s] = v
			}
			return v
		}
	}
	set := w.set(s)
	if set == nil {
		panic(fmt.Sprintf("pages: no set of phrases is called %q", s))
	}
	return w.fill(pick(w.d, set))
}

// elsewhere are the words with the date and number of another page.
func (w *words) elsewhere(day map[string]string) *words {
	page := maps.Clone(w.page)
	maps.Copy(page, day)
	return &words{d: w.d, sets: w.sets, page: page, own: map[string]string{}}
}
