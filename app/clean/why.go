package clean

// Code names a reason for a decision. Words for people are made elsewhere.
type Code string

// The reasons. Value says how strongly one speaks: above 0 for a break, below for a join.
const (
	WhyBlank     Code = "blank"     // an empty line stands between, or none
	WhyStop      Code = "stop"      // the line ends as a sentence does, or doesn't
	WhyShort     Code = "short"     // the line is shorter than its column; the next word had fitted
	WhyFull      Code = "full"      // the line fills its column
	WhyIndent    Code = "indent"    // the next line is indented, or as short at its start as an indent
	WhyBarred    Code = "barred"    // the next line begins with a mark that begins none
	WhyLead      Code = "lead"      // the next line opens a story: 本报讯
	WhySeries    Code = "series"    // the next line opens an item: （二）, 2.
	WhyTitle     Code = "title"     // one of the two is a title
	WhySeam      Code = "seam"      // two title lines that are one title, or not
	WhyWord      Code = "word"      // a word, or a number and its unit, runs across the break
	WhyCredit    Code = "credit"    // one of the two is a credit
	WhyPhoto     Code = "photo"     // one of the two is a caption
	WhyAlone     Code = "alone"     // one of the two is a sentence that stands alone
	WhyFurniture Code = "furniture" // one of the two belongs to the page, not to a story
	WhyAdvert    Code = "advert"    // one of the two is an advert
	WhySpeck     Code = "speck"     // one of the two is a stray mark
	WhyRow       Code = "row"       // one of the two is a row of a table or list
	WhyMeasure   Code = "measure"   // the column changes its width here
	WhyHyphen    Code = "hyphen"    // the line ends with a cut word
	WhySize      Code = "size"      // the letters differ in size
)

// Reasons for what a block is, and whose; there Value is above 0 for what speaks for it.
const (
	WhyMarks  Code = "marks"  // it holds no comma or stop, as titles do, or some
	WhyPause  Code = "pause"  // a space parts two phrases, as in titles
	WhyColumn Code = "column" // it names a standing column, as kickers do
	WhyAbove  Code = "above"  // it stands right above its story
	WhyWords  Code = "words"  // it shares words with its story
	WhyText   Code = "text"   // it reads as running text
	WhyVerse  Code = "verse"  // a line of verse
)

// Why is one reason with its weight in natural logarithms of odds.
type Why struct {
	Code  Code
	Value float64
}
