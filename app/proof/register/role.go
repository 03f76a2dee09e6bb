package register

import (
	"slices"
	"strings"

	"qingyang/app/script"
)

// roleWords are the words that titles of people end in, after 中国共产党章程, the organic laws of the state's
// bodies and 公司法; of a longer and a shorter one the longer stands first.
var roleWords = words("总书记 副书记 书记 副主席 主席 副总理 总理 副省长 省长 副市长 市长 副县长 县长 副区长 区长 副镇长 镇长 副乡长 乡长 副州长 州长 副部长 部长 副厅长 厅长 副局长 局长 副处长 处长 副科长 科长 副所长 所长 副主任 主任 副会长 会长 副理事长 理事长 副秘书长 秘书长 副院长 院长 副校长 校长 副检察长 检察长 副董事长 董事长 副总经理 总经理 副经理 经理 副站长 站长 副队长 队长 副村长 村长 副委员长 委员长 政委 司令员")

func words(all string) (list [][]rune) {
	for _, w := range strings.Fields(all) {
		list = append(list, []rune(w))
	}
	return list
}

// titlesOf are the titles that an entry has, in runes.
func titlesOf(title string) (all [][]rune) {
	for _, t := range strings.FieldsFunc(title, func(r rune) bool { return r == '、' || r == '；' || r == ';' }) {
		if t = strings.TrimSpace(t); t != "" {
			all = append(all, []rune(t))
		}
	}
	return all
}

// former are the words that say that a title was held, or is held for a while; what they stand before is not
// held against the register.
var former = words("原任 时任 曾任 原 前 代 拟任 候任")

// roles are the titles beside names of the register that are not those that the register has for the person:
// "县长张永真" where they are the 县委书记.
func (r *Register) roles(all []Found, text []rune, there []occurrence) []Found {
	for _, o := range there {
		e := &r.entries[o.entry]
		if e.Kind != Name || e.Title == "" {
			continue
		}
		from, to, ok := before(text, o.from)
		if !ok {
			from, to, ok = behind(text, o.to)
		}
		if !ok || r.holdsTitle(e.Text, text, from, to) {
			continue
		}
		f := Found{OtherRole, from, to, "", e.Entry}
		if current, ok := r.current(e.Text); ok && len(titlesOf(current.Title)) == 1 {
			f.Entry = current
			f.From, f.New = instead(text, from, titlesOf(current.Title)[0])
		}
		if !slices.ContainsFunc(all, func(x Found) bool { return x.What == OtherRole && x.From == f.From }) {
			all = append(all, f)
		}
	}
	return all
}

// before is the title that ends right before a name, by its last word.
func before(text []rune, at int) (from, to int, ok bool) {
	for _, w := range roleWords {
		if at >= len(w) && slices.Equal(text[at-len(w):at], w) {
			return at - len(w), at, true
		}
	}
	return 0, 0, false
}

// behind is the title right behind a name: "张永真县长", "张永真（县长）".
func behind(text []rune, at int) (from, to int, ok bool) {
	for _, w := range roleWords {
		if at+len(w) <= len(text) && slices.Equal(text[at:at+len(w)], w) {
			return at, at + len(w), true
		}
	}
	return 0, 0, false
}

// holdsTitle says whether the title that ends with the word [from, to) is one that the register has for a
// person on the day, as far as it is written out; one that is called a former one is not asked about.
func (r *Register) holdsTitle(name string, text []rune, from, to int) bool {
	for _, w := range former {
		for k := 0; k <= 8; k++ {
			if at := from - k - len(w); at >= 0 && slices.Equal(text[at:at+len(w)], w) && script.HanRun(text, at) >= len(w)+k {
				return true
			}
		}
	}
	for _, n := range r.exact[pairAt([]rune(name), 0)] {
		e := &r.entries[n]
		if e.Kind != Name || e.Text != name || !e.holds {
			continue
		}
		if e.Title == "" {
			return true
		}
		for _, t := range titlesOf(e.Title) {
			if agrees(t, text[:to], to-from) {
				return true
			}
		}
	}
	return false
}

// agrees says whether a text that ends in a title, whose last word has n characters, has the title as far as it
// is written out. What stands before a shorter form is no part of it unless it names another level or a deputy.
func agrees(title, text []rune, n int) bool {
	k := 0
	for k < len(title) && k < len(text) && title[len(title)-1-k] == text[len(text)-1-k] {
		k++
	}
	switch {
	case k < n || k < len(title) && title[len(title)-1-k] == '副':
		return false
	case k == len(title):
		return k == len(text) || text[len(text)-1-k] != '副'
	case k == len(text):
		return true
	}
	return !isLevel(text[len(text)-1-k])
}

// isLevel knows the characters that name another level, another body, or a deputy.
func isLevel(r rune) bool {
	return strings.ContainsRune("副省市县区镇乡州盟旗局厅部委院", r)
}

// current is the entry of a name that holds on the day.
func (r *Register) current(name string) (Entry, bool) {
	for _, n := range r.exact[pairAt([]rune(name), 0)] {
		if e := &r.entries[n]; e.Kind == Name && e.Text == name && e.holds {
			return e.Entry, true
		}
	}
	return Entry{}, false
}

// instead is where the title begins whose last word begins at from, as far as it is written out, and what stands
// there by the register: the register's title from the same part on.
func instead(text []rune, from int, title []rune) (begin int, new string) {
	stem := title
	for _, w := range roleWords {
		if len(title) > len(w) && slices.Equal(title[len(title)-len(w):], w) {
			stem = title[:len(title)-len(w)]
			break
		}
	}
	ends := func(part []rune) bool { return from >= len(part) && slices.Equal(text[from-len(part):from], part) }
	for k := range stem {
		if !ends(stem[k:]) {
			continue
		}
		if at := from - len(stem[k:]); k > 0 && at > 0 && isLevel(text[at-1]) { // 市委 for 县委
			return at - 1, string(title[k-1:])
		}
		return from - len(stem[k:]), string(title[k:])
	}
	for k := len(stem); k > 1; k-- {
		if ends(stem[:k]) {
			return from - k, string(title)
		}
	}
	return from, string(title)
}

// Titles calls found with the titles of people in a text, [from, to) in runes, with what of a body's name stands
// right before the last word: 渡口县县长, 局长. Linear in the text.
func Titles(text []rune, found func(from, to int)) {
	for i := range text {
		_, to, ok := behind(text, i)
		if !ok || i > 0 && text[i-1] == '副' {
			continue
		}
		from := i
		for from > 0 && i-from < 10 && script.IsHan(text[from-1]) && !strings.ContainsRune("的是和与由了对在为请到", text[from-1]) {
			from--
		}
		found(from, to)
	}
}
