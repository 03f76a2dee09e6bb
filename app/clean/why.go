package clean

// The reasons of a junction, codes of bulletin.Cue: a weight above 0 speaks for a break, below for a join.
// Words for people are made elsewhere.
const (
	WhyBlank     = "blank"     // an empty line stands between, or none
	WhyStop      = "stop"      // the line ends as a sentence does, or doesn't
	WhyShort     = "short"     // the line is shorter than its column; the next word had fitted
	WhyFull      = "full"      // the line fills its column
	WhyIndent    = "indent"    // the next line is indented, or as short at its start as an indent
	WhyBarred    = "barred"    // the next line begins with a mark that begins none
	WhyLead      = "lead"      // the next line opens a story: 本报讯
	WhySeries    = "series"    // the next line opens an item: （二）, 2.
	WhyTitle     = "title"     // one of the two is a title
	WhySeam      = "seam"      // two title lines that are one title, or not
	WhyWord      = "word"      // a word, or a number and its unit, runs across the break
	WhyCredit    = "credit"    // one of the two is a credit
	WhyPhoto     = "photo"     // one of the two is a caption
	WhyAlone     = "alone"     // one of the two is a sentence that stands alone
	WhyFurniture = "furniture" // one of the two belongs to the page, not to a story
	WhyAdvert    = "advert"    // one of the two is an advert
	WhySpeck     = "speck"     // one of the two is a stray mark
	WhyRow       = "row"       // one of the two is a row of a table or list
	WhyMeasure   = "measure"   // the column changes its width here
	WhyHyphen    = "hyphen"    // the line ends with a cut word
	WhySize      = "size"      // the letters differ in size
)

// Reasons for what a block is, and whose; there the weight is above 0 for what speaks for it.
const (
	WhyMarks  = "marks"  // it holds no comma or stop, as titles do, or some
	WhyPause  = "pause"  // a space parts two phrases, as in titles
	WhyColumn = "column" // it names a standing column, as kickers do
	WhyAbove  = "above"  // it stands right above its story
	WhyWords  = "words"  // it shares words with its story
	WhyText   = "text"   // it reads as running text
	WhyVerse  = "verse"  // a line of verse
)
