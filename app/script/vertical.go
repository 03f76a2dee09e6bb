package script

// Marks have other forms in text that is set from the top down, and some programs write these as characters of their own
// (Unicode, CJK Compatibility Forms and Vertical Forms).
const (
	firstVertical = '︐'
	lastVertical  = '﹈'
)

var vertical = map[rune]rune{
	'︐': '，', '︑': '、', '︒': '。', '︓': '：', '︔': '；', '︕': '！', '︖': '？', '︗': '〖', '︘': '〗', '︙': '…', '︰': '‥', '︱': '—', '︲': '–',
	'︵': '（', '︶': '）', '︷': '｛', '︸': '｝', '︹': '〔', '︺': '〕', '︻': '【', '︼': '】', '︽': '《', '︾': '》', '︿': '〈', '﹀': '〉',
	'﹁': '「', '﹂': '」', '﹃': '『', '﹄': '』', '﹇': '［', '﹈': '］',
}

// Level is the mark whose form for text from the top down r is, 0 where it is none.
func Level(r rune) rune {
	if r < firstVertical || r > lastVertical {
		return 0
	}
	return vertical[r]
}

// Levelled is text with its marks as lines have them, rune for rune. Text without such forms comes back as it is, without
// a copy. Linear.
func Levelled(text []rune) []rune {
	var out []rune
	for i, r := range text {
		m := Level(r)
		if m == 0 {
			continue
		}
		if out == nil {
			out = append(out, text...)
		}
		out[i] = m
	}
	if out == nil {
		return text
	}
	return out
}
