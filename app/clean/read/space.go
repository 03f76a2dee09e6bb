package read

import (
	"slices"
	"unicode"

	"qingyang/app/clean/cue"
	"qingyang/app/clean/layout"
	"qingyang/app/phrase"
	"qingyang/app/script"
)

// SpaceCues are asked of two lines that are joined: do they go on with a space between them, or without?
// Chinese lines join without one, but for the pause between the phrases of a title, the parts of a credit and
// the cells of a row; Latin words with one, but where the line's end cut a word or a number.
var SpaceCues = cue.Table{Outcomes: 1}

const (
	roleN  = int(Roles)
	groupN = 0
)

var (
	sRole    = SpaceCues.Add("role", cue.Form, groupN, roleN, 2)
	sEnds    = SpaceCues.Add("last and first", cue.Stop, groupN, roleN*classes, classes)
	sEndsAll = SpaceCues.Add("last and first, any role", cue.Stop, groupN, classes, classes)
	sBond    = SpaceCues.Add("bond", cue.Seam, groupN, roleN, 10)
	sLengths = SpaceCues.Add("lengths", cue.Length, groupN, 2*10, 10)
	sEqual   = SpaceCues.Add("equal lengths", cue.Length, groupN, roleN, 9)
	sPauses  = SpaceCues.Add("pauses", cue.Marks, groupN, roleN, 9)
	sRuns    = SpaceCues.Add("Latin ends", cue.Seam, groupN, 16, 16)
	sKnown   = SpaceCues.Add("words elsewhere", cue.Words, groupN, 2, 8)
	sRoom    = SpaceCues.Add("room", cue.Full, groupN, roleN, 12)
	sRoomRun = SpaceCues.Add("room and Latin ends", cue.Full, groupN, 12, 16)
	sCalling = SpaceCues.Add("callings and names", cue.Form, groupN, roleN, 32)
	sForms   = SpaceCues.Add("forms", cue.Form, groupN, 2*forms, 2)
	sOpen    = SpaceCues.Add("open quotes", cue.Marks, groupN, roleN, 3)
	sPair    = SpaceCues.Add("pair", cue.Letters, int(letterCues), twoLetters, 1)
	sFirst   = SpaceCues.Add("first character", cue.Letters, int(letterCues), 2*oneLetter, 1)
	sLast    = SpaceCues.Add("last character", cue.Letters, int(letterCues), 2*oneLetter, 1)
	sSpaced  = SpaceCues.Add("letterspaced", cue.Marks, groupN, 3, 3)
	sGap     = SpaceCues.Add("gap", cue.Blank, groupN, roleN, 4)
	sCells   = SpaceCues.Add("cells", cue.Form, groupN, 5, 5)
)

// Space says what holds of the seam between lines i and j of a block of role role.
func (x *reader) space(i, j int, role Role, s *cue.Sheet) {
	a, b := &x.ls[i], &x.ls[j]
	fa, fb := &x.fs[i], &x.fs[j]
	k := int(role)
	title := one(role.Title())
	s.Say(sRole, k, one(x.page.Latin))
	s.Say(sEnds, k*classes+fa.last, fb.first)
	s.Say(sEndsAll, fa.last, fb.first)
	s.Say(sBond, k, bondOf(a, b))
	na, nb := rung(fa.n, 2, 3, 4, 5, 6, 7, 8, 10, 12), rung(fb.n, 2, 3, 4, 5, 6, 7, 8, 10, 12)
	s.Say(sLengths, title*10+na, nb)
	s.Say(sEqual, k, clamp(fb.n-fa.n, -4, 4)+4)
	s.Say(sPauses, k, min(2, fa.pause)*3+min(2, fb.pause))
	ra, rb := runClass(wordAtEnd(a.Text), a.Last), runClass(wordAtHead(b.Text), b.First)
	s.Say(sRuns, ra, rb)
	if ra > 0 && rb > 0 {
		s.Say(sKnown, one(x.page.Latin), x.known(a, b))
	}
	room := clamp(x.columnRoom(i)-b.Unit, -4, 7) + 4
	s.Say(sRoom, k, room)
	s.Say(sRoomRun, room, ra)
	s.Say(sCalling, k, one(phrase.EndsInCalling(a.Text))*16+one(phrase.CallingAt(b.Text, 0) > 0)*8+one(phrase.IsName(b.Text))*4+one(phrase.CallingBehind(a.Text))*2+one(b.Apart))
	for f := range forms {
		if fb.has(f) {
			s.Say(sForms, f, title)
		}
		if fa.has(f) {
			s.Say(sForms, forms+f, title)
		}
	}
	s.Say(sOpen, k, fa.openQuotes+1)
	s.Say(sPair, bucket2(a.Last, b.First), 0)
	s.Say(sFirst, title*oneLetter+bucket1(b.First), 0)
	s.Say(sLast, title*oneLetter+bucket1(a.Last), 0)
	s.Say(sSpaced, spacedOut(a.Text), spacedOut(b.Text))
	s.Say(sGap, k, b.Gap)
	s.Say(sCells, phrase.Cells(a.Text), phrase.Cells(b.Text))
}

// spacedOut says whether a line has single characters parted by spaces (2), or may be of such a line (1).
func spacedOut(r []rune) int {
	single, n := 0, 0
	for i := range r {
		if script.IsSpace(r[i]) {
			continue
		}
		if (i == 0 || script.IsSpace(r[i-1])) && (i+1 == len(r) || script.IsSpace(r[i+1])) {
			single++
		}
		n++
	}
	switch {
	case n > 1 && single == n:
		return 2
	case n == 1:
		return 1
	}
	return 0
}

func isWord(c rune) bool { return script.IsLatin(c) || script.IsDigit(c) }

// wordAtEnd and wordAtHead are the Latin letters or digits that end a text, and that begin one.
func wordAtEnd(r []rune) []rune {
	i := len(r)
	for i > 0 && isWord(r[i-1]) {
		i--
	}
	return r[i:]
}

func wordAtHead(r []rune) []rune {
	i := 0
	for i < len(r) && isWord(r[i]) {
		i++
	}
	return r[:i]
}

// runClass classes such letters or digits, of which at stands at the line's end or head: how many, of which kind; 0 for
// none.
func runClass(r []rune, at rune) int {
	if len(r) == 0 {
		return 0
	}
	kind := 0
	switch {
	case script.IsDigit(at):
		kind = 2
	case unicode.IsUpper(at):
		kind = 1
	}
	return 1 + kind*5 + rung(len(r), 1, 2, 3, 5)
}

// known says which of the words at a seam stand elsewhere on the page: both as one, the upper, the lower.
func (x *reader) known(a, b *layout.Line) int {
	up, low := string(wordAtEnd(a.Text)), string(wordAtHead(b.Text))
	return one(x.latin[up+low])*4 + one(x.latin[up])*2 + one(x.latin[low])
}

// latinWords notes the words of a line that do not stand at its ends.
func (x *reader) latinWords(r []rune) {
	for i := 0; i < len(r); i++ {
		w := wordAtHead(r[i:])
		if n := len(w); n > 0 && n < 24 && i > 0 && i+n < len(r) && !x.latin[string(w)] {
			x.latin[string(w)] = true
		}
		i += len(w)
	}
}

// Seam is what stands between two lines that are joined.
type Seam struct {
	Space bool
	Drop  int // runes at the end of the upper line that go: a hyphen (E2)
	Skip  int // runes at the head of the lower line that go
}

// Seam says what stands between lines i and j where they are joined in a block of a role.
func (r *Reading) Seam(i, j int, role Role) Seam {
	a, b := &r.Page.Lines[i], &r.Page.Lines[j]
	if there, goes := heldOver(a, b); there {
		return Seam{Skip: one(goes)}
	}
	if loneHyphen(a) && i > 0 {
		return Seam{Drop: one(cutsWord(r.Page.Lines[i-1].Text, b.Text))}
	}
	switch a.Last {
	case '-', '‐', '⸗', '¬':
		return Seam{Drop: hyphen(a, b)}
	case 0xAD: // it goes under L11
		return Seam{}
	}
	if !r.Page.Latin && creditGoesOn(a.Text, b.Text) {
		return Seam{Space: true}
	}
	if loneHyphen(b) || role.Text() && script.IsHan(a.Last) && script.IsHan(b.First) && !a.Tail && !b.Rest {
		return Seam{} // nearly all seams are of this kind
	}
	return Seam{Space: r.space(a, b, i, j, role)}
}

// longestCredit is how many characters a line has at most that goes on with a credit.
const longestCredit = 24

// creditGoesOn says whether a credit goes on, or begins behind the end of a sentence, from one line to the next between
// two of its parts: 通讯员 / 沈小禾; 记者 江上帆 / 通讯员 沈小禾; 渡船早班开航。 / 通讯员 沈小禾 供图. In brackets it
// ends with them: 本报讯（记者 江上帆 / 通讯员 沈小禾）渡船早班开航。
func creditGoesOn(a, b []rune) bool {
	for i := len(a) - 1; i >= max(0, len(a)-longestCredit) && !script.IsClosing(a[i]); i-- {
		if phrase.IsMarkBracket(a[i]) || a[i] == '（' || a[i] == '(' {
			a = a[i+1:]
			if end := slices.IndexFunc(b, script.IsClosing); end >= 0 {
				b = b[:end]
			}
			break
		}
	}
	if len(b) > longestCredit || len(a) == 0 || len(b) == 0 {
		return false
	}
	if phrase.EndsInCalling(a) {
		if phrase.IsName(b) || phrase.IsNames(b) {
			return true
		}
		_, ok := phrase.WholeCredit(append([]rune("记者 "), b...))
		return ok && script.HanRun(b, 0) >= 2
	}
	if phrase.CallingAt(b, 0) == 0 {
		return false
	}
	if _, ok := phrase.WholeCredit(b); !ok && !phrase.EndsInCalling(b) && !phrase.IsPhotoEnd(b) {
		return false
	}
	if script.IsStop(a[len(a)-1]) || script.IsClosing(a[len(a)-1]) {
		return true
	}
	_, whole := phrase.WholeCredit(a)
	_, tail := phrase.TrailingCredit(a)
	return whole || tail
}

// space says whether two lines go on with a space.
func (r *Reading) space(a, b *layout.Line, i, j int, role Role) bool {
	if b.Rest && b.Apart {
		return true // without a space there are no two names
	}
	if x, y := spacedOut(a.Text), spacedOut(b.Text); role.Title() && x > 0 && y > 0 && x+y > 2 {
		return true // a letterspaced title: S3 closes it
	}
	s := SpaceCues.Sheet()
	r.asker.space(i, j, role, &s)
	return r.model.Space.Sum(s.Held) > 0
}
