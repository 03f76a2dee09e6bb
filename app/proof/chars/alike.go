package chars

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"
)

// likeness is a character that may be meant where another stands, and why.
type likeness struct {
	char  uint16
	shape uint8 // how alike they look, in hundredths; 0 for not
	kinds kind
}

// kind says how two characters are alike, besides their shape.
type kind uint8

const (
	sameTone  kind = 1 << iota // the same sound
	sameSound                  // the same but for the tone
	nearSound                  // what many speakers do not tell apart: zh and z, n and ng
	pairOfOld                  // the pairs that proofreaders know by heart
)

// alike is the table of the characters of GB 2312, about sixty likenesses each. About 2 MB.
type alike struct {
	first [1<<16 + 1]uint32 // the likenesses of r are all[first[r]:first[r+1]]
	all   []likeness
}

func (a *alike) of(r rune) []likeness {
	if r > 0xFFFF {
		return nil
	}
	return a.all[a.first[r]:a.first[r+1]]
}

var errAlike = errors.New("chars: damaged table of likenesses")

// readAlike reads lines of "character TAB candidate:kinds …"; of the kinds s0.97 is a likeness of shape, t, p
// and f are those of sound.
func readAlike(b []byte) (*alike, error) {
	lines := make(map[rune][]byte, bytes.Count(b, []byte{'\n'}))
	for line := range bytes.Lines(b) {
		head, tail, ok := bytes.Cut(bytes.TrimSuffix(line, []byte{'\n'}), []byte{'\t'})
		r, size := utf8.DecodeRune(head)
		if !ok || size != len(head) || r > 0xFFFF || lines[r] != nil {
			return nil, errAlike
		}
		lines[r] = tail
	}
	a := &alike{all: make([]likeness, 0, len(b)/7)}
	for r := range rune(1 << 16) {
		a.first[r] = uint32(len(a.all))
		for word := range bytes.FieldsSeq(lines[r]) {
			l, ok := parseLikeness(word)
			if !ok {
				return nil, errAlike
			}
			if isOldPair(r, rune(l.char)) {
				l.kinds |= pairOfOld
			}
			a.all = append(a.all, l)
		}
	}
	a.first[1<<16] = uint32(len(a.all))
	return a, nil
}

func parseLikeness(word []byte) (l likeness, ok bool) {
	r, size := utf8.DecodeRune(word)
	if r > 0xFFFF || r == utf8.RuneError || len(word) < size+2 || word[size] != ':' {
		return l, false
	}
	l.char = uint16(r)
	for k := range bytes.SplitSeq(word[size+1:], []byte{','}) {
		switch {
		case string(k) == "t":
			l.kinds |= sameTone
		case string(k) == "p":
			l.kinds |= sameSound
		case string(k) == "f":
			l.kinds |= nearSound
		case len(k) == 5 && k[0] == 's' && k[2] == '.' && (k[1] == '0' || k[1] == '1') && isDigit(k[3]) && isDigit(k[4]):
			l.shape = 100*(k[1]-'0') + 10*(k[3]-'0') + k[4] - '0'
		default:
			return l, false
		}
	}
	return l, true
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// oldPairs are groups of characters that are taken for each other by shape.
var oldPairs = strings.Fields("己已巳 未末 人入八 日曰 土士 千干于 大太犬 夭天 失矢 戊戌戍 侯候 住往 侍待 析折拆 拨拔 辨辩辫 即既 治冶 兔免 晴睛 洒酒 师帅 贷货 杜社 竞竟 慕幕暮墓募 嬴赢羸 撤撒 徽微 毫亳 祟崇 颖颍 狠狼 寇冠 嫌赚 铄烁 光兴")

// groupOf is the group of a character, 0 for none.
var groupOf = func() map[rune]int {
	m := map[rune]int{}
	for n, group := range oldPairs {
		for _, r := range group {
			m[r] = n + 1
		}
	}
	return m
}()

func isOldPair(a, b rune) bool { return a != b && groupOf[a] != 0 && groupOf[a] == groupOf[b] }
