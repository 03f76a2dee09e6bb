package bulletin

// Round is one of the proofs an article goes through.
type Round uint8

// The rounds in their order. Draft is before the first proof.
const (
	Draft       Round = iota // 未校
	FirstProof               // 一校
	SecondProof              // 二校
	ThirdProof               // 三校
	Final                    // 定稿
)

// Publication is a paper.
type Publication struct{ Name string }

// Issue is one number of a publication.
type Issue struct {
	Publication string
	Number      string // as printed: "第1024期", "1024"; may be empty
	Date        string // ISO 8601, "2020-12-11"; may be empty
	Leaves      []Leaf
}

// Leaf is a page in its place in an issue.
type Leaf struct {
	Number  int    // from 1
	Section string // the name of the page: "综合新闻"; may be empty
	Page    Page
}
