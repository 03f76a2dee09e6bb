package source

import (
	"bytes"
	"slices"
	"unicode/utf8"

	"qingyang/app/script"
)

// Guess is an encoding that a file may be in, with a score: 1 is certain.
type Guess struct {
	Encoding Encoding
	Score    float64
}

// lookAt is how many bytes of a file are looked at to find its encoding.
const lookAt = 64 << 10

// Detect finds the encodings that a file may be in, the likeliest first; there is always one.
//
// A byte order mark and valid UTF-8 with something beyond ASCII in it are certain, and so is UTF-8
// with a few bad bytes. Otherwise the bytes are decoded in each encoding, and the one whose
// characters look most like a text wins: common Han and marks count for, controls, private use and
// bad bytes against it.
func Detect(b []byte) []Guess {
	switch {
	case bytes.HasPrefix(b, []byte("\xEF\xBB\xBF")):
		return []Guess{{UTF8, 1}}
	case bytes.HasPrefix(b, []byte("\xFF\xFE")) && len(b)%2 == 0:
		return []Guess{{UTF16LE, 1}}
	case bytes.HasPrefix(b, []byte("\xFE\xFF")) && len(b)%2 == 0:
		return []Guess{{UTF16BE, 1}}
	}
	b = b[:min(len(b), lookAt)]
	good, wrong := 0, 0
	for rest := b; len(rest) > 0; {
		r, n := utf8.DecodeRune(rest)
		switch {
		case r == utf8.RuneError && n == 1 && utf8.FullRune(rest):
			wrong++
		case n > 1:
			good++
		}
		rest = rest[n:]
	}
	if wrong == 0 && !bytes.Contains(b, []byte{0}) {
		return []Guess{{UTF8, 1}} // ASCII alone is UTF-8 too
	}
	if good > 20*wrong {
		return []Guess{{UTF8, 0.98}, {GB18030, 0}}
	}
	var all []Guess
	for _, e := range []Encoding{GB18030, Big5, UTF16LE, UTF16BE, Latin1, UTF8} {
		all = append(all, Guess{e, score(b, e)})
	}
	slices.SortStableFunc(all, func(a, b Guess) int {
		switch {
		case a.Score > b.Score:
			return -1
		case a.Score < b.Score:
			return 1
		}
		return 0
	})
	return all
}

// score is how much the bytes look like a text in an encoding: the mean worth of their characters.
func score(b []byte, e Encoding) float64 {
	next := decoders[e]
	worth, n := 0.0, 0
	var last rune
	for rest := b; len(rest) > 0; {
		if len(rest) < 4 && len(b) == lookAt {
			break // the look ends inside a character
		}
		r, size := next(rest)
		rest = rest[size:]
		n++
		worth += worthOf(r, last, e)
		last = r
	}
	if n == 0 {
		return 0
	}
	return max(worth/float64(n), 0)
}

// worthOf says how much a character speaks for a text: 1 for what every page is full of, below 0 for
// what none has. The weights were set by hand; TestDetection counts how often they find the truth.
func worthOf(r, last rune, e Encoding) float64 {
	switch {
	case r == bad:
		return -4
	case r == 0 || private(r) && e != GB18030:
		return -3
	case private(r):
		return -0.5
	case r < 0x20 && !script.IsBreak(r) && r != '\t':
		return -3
	case isCommon(r):
		return 1
	case r >= 0x4E00 && r <= 0x9FA5:
		return 0.35
	case isChineseMark(r):
		return 0.8
	case r < 0x80 || script.IsBreak(r):
		if e == UTF16LE || e == UTF16BE || e == Latin1 {
			return 0.6
		}
		return 0.5
	case e == Latin1:
		// A letter with an accent stands among letters; a run of them is Chinese misread.
		if script.IsLatin(r) && last < 0x80 {
			return 0.5
		}
		if (r == '’' || r == '“' || r == '”' || r == '—' || r == '–' || r == '‘' || r == '£' || r == '€' || r == '…') && last < 0x80 {
			return 0.5
		}
		return -1.5
	case r >= 0x3400 && r < 0xA000 || r >= 0x2000 && r < 0x2700 || r >= 0xFF00 && r < 0xFFEF:
		return 0
	}
	return -0.8
}

func isChineseMark(r rune) bool {
	switch r {
	case '，', '。', '、', '；', '：', '？', '！', '“', '”', '‘', '’', '（', '）', '《', '》', '—', '…', '·', 0x3000, '％':
		return true
	}
	return r >= '０' && r <= '９'
}

// common are frequent characters of Chinese newspapers, simplified and traditional; about two thirds
// of a page are made of them.
const common = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严" +
	"這個國會時來對發動過說產種後學經進著電裡現實業從應開還與關間樣重數題黨員總設長頭資邊統較將組見計論運農幾區強決戰則領東導濟階術極聯認權證單風帶場車務萬達積議報鬥類離華確張馬節話況傳許廣記觀織裝復容須際驗連斷難礦備辦約團歷構稱準號維劃選標寫親廠適屬圓調縣參紅細聽鐵價嚴"

var commonSet = func() map[rune]bool {
	set := map[rune]bool{}
	for _, r := range common {
		set[r] = true
	}
	return set
}()

func isCommon(r rune) bool { return r >= 0x4E00 && commonSet[r] }
