package bulletin

// Kind says what a block is on the page.
type Kind uint8

// The kinds of a block. Line is text that nobody has placed yet: a line of the raw page.
const (
	Line        Kind = iota // 原文行
	Kicker                  // 引题
	Headline                // 主题
	Subheadline             // 副题
	Dateline                // 电头
	Paragraph               // 正文
	Byline                  // 署名
	Caption                 // 图注
	Furniture               // 版面信息
	kinds
)

var kindNames = [kinds]string{
	"line", "kicker", "headline", "subheadline", "dateline", "paragraph", "byline", "caption", "furniture",
}

// Kinds are all kinds, in the order of the constants.
func Kinds() []Kind {
	all := make([]Kind, kinds)
	for k := range all {
		all[k] = Kind(k)
	}
	return all
}

// String is the name under which files and the library know the kind.
func (k Kind) String() string {
	if k < kinds {
		return kindNames[k]
	}
	return "unknown"
}

// ParseKind is the inverse of String; ok is false for a name that is no kind.
func ParseKind(name string) (k Kind, ok bool) {
	for k, n := range kindNames {
		if n == name {
			return Kind(k), true
		}
	}
	return Line, false
}

// Title says whether a block of this kind is part of a headline stack.
func (k Kind) Title() bool { return k == Kicker || k == Headline || k == Subheadline }
