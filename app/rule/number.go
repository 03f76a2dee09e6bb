package rule

import (
	"strings"

	"qingyang/app/phrase"
	"qingyang/app/script"
)

// N1 narrows full-width digits, letters and the sign of per cent: "１２月" → "12月", "ＧＤＰ" → "GDP".
//
// Full-width marks stay, except the point and the hyphen between two such digits; enclosed and
// Roman numbers are no full-width forms.
var N1 = Rule{ID: "N1", need: wides, Find: at(func(p Para, i int) (Edit, bool) {
	r := p.Text[i]
	switch {
	case r >= '０' && r <= '９', r >= 'Ａ' && r <= 'Ｚ', r >= 'ａ' && r <= 'ｚ', r == '％':
	case (r == '．' || r == '－') && script.IsWideDigit(p.at(i-1)) && script.IsWideDigit(p.at(i+1)):
	default:
		return Edit{}, false
	}
	return auto(i, i+1, string(r-0xFEE0))
})}

// N2 sets right a nought in a year: "2O20年" → "2020年", "二○二○年" → "二〇二〇年".
//
// Nowhere else: ○ may be a bullet or a blank, O a letter of a code.
var N2 = Rule{ID: "N2", need: letters | rings | digits, Find: whole(func(p Para) []Edit {
	var es []Edit
	for i, r := range p.Text {
		if r != '年' || i < 4 || i > 4 && isInYear(p.Text[i-5]) {
			continue
		}
		year := p.Text[i-4 : i]
		digits, han := 0, 0
		for _, y := range year {
			switch {
			case isDigit(y):
				digits++
			case phrase.HanDigit(y) >= 0 && y != '零' && y != '两':
				han++
			case y != 'O' && y != 'o' && y != '○' && y != '◯':
				digits, han = -9, -9
			}
		}
		nought := ""
		switch {
		case digits >= 2 && digits < 4 && han <= 0 && (year[0] == '1' || year[0] == '2'):
			nought = "0"
		case han >= 2 && han < 4 && !strings.ContainsAny(string(year), "123456789"):
			nought = "〇"
		default:
			continue
		}
		for k, y := range year {
			if y == 'O' || y == 'o' || y == '○' || y == '◯' || y == '0' && nought == "〇" {
				es = append(es, Edit{i - 4 + k, i - 3 + k, nought, Auto})
			}
		}
	}
	return es
})}

// isInYear says whether r before a year would make it something longer.
func isInYear(r rune) bool {
	return isAlnum(r) || phrase.HanDigit(r) >= 0 || r == '○' || r == '.' || r == '-'
}

// N4 closes the space before a sign of per cent: "12.5 %" → "12.5%".
var N4 = Rule{ID: "N4", need: percents, Find: at(func(p Para, i int) (Edit, bool) {
	if r := p.Text[i]; (r == '～' || r == '~') && isDigit(p.at(i-1)) && isDigit(p.at(i+1)) && p.isPercent(i+1) && !p.latin {
		return suggest(i, i, "%")
	}
	to, ok := p.numberGap(i)
	if !ok || p.Text[to] != '%' && p.Text[to] != '‰' || p.latin {
		return Edit{}, false
	}
	return auto(i, to, "")
})}

// isPercent says whether the number at i ends in a sign of per cent.
func (p Para) isPercent(i int) bool {
	for i < len(p.Text) && (isDigit(p.Text[i]) || p.Text[i] == '.') {
		i++
	}
	return p.at(i) == '%'
}

// numberGap is the run of spaces that begins at i behind a digit: [i, to).
func (p Para) numberGap(i int) (to int, ok bool) {
	if i == 0 || !isGap(p.Text[i]) || !isDigit(p.Text[i-1]) {
		return 0, false
	}
	for to = i; to < len(p.Text) && isGap(p.Text[to]); to++ {
	}
	return to, to < len(p.Text)
}

// N5 makes the one sign of degrees Celsius, closed up to its number: "5 °C", "37oC" → "5℃", "37℃".
//
// Degrees of an angle have no C behind them; the sign of a number stays where it is.
var N5 = Rule{ID: "N5", need: degrees | letters, Find: at(func(p Para, i int) (Edit, bool) {
	if p.latin {
		return Edit{}, false
	}
	from := i
	if to, ok := p.numberGap(i); ok {
		if p.Text[to] == '℃' {
			return auto(i, to, "")
		}
		i = to
	} else if !isDigit(p.at(i - 1)) {
		return Edit{}, false
	}
	switch p.Text[i] {
	case '°', 'º', '˚':
	case 'o':
		if from != i {
			return Edit{}, false
		}
	default:
		return Edit{}, false
	}
	if p.at(i+1) != 'C' || isAlnum(p.at(i+2)) {
		return Edit{}, false
	}
	return auto(from, i+2, "℃")
})}

// N6 sets right the name of a pollutant: "PM2。5", "PM2 .5", "PM 2.5" → "PM2.5", "PM 10" → "PM10".
//
// A time of the afternoon has a colon ("PM 2:05") or an hour before it ("5 PM 10 boats"), or says that it is one ("PM 10点").
var N6 = Rule{ID: "N6", need: letters, Find: at(func(p Para, i int) (Edit, bool) {
	if !script.HasAt(p.Text, i, "PM") || isAlnum(p.at(i-1)) || p.Kept(i) {
		return Edit{}, false
	}
	two := p.after(i + 1)
	if two > i+2 && script.HasAt(p.Text, two, "10") && !p.latin && !isDigit(p.at(p.before(i))) {
		if c := p.at(two + 2); !isAlnum(c) && !script.In(":：.点时", c) {
			return auto(i+2, two, "")
		}
		return Edit{}, false
	}
	if p.at(two) != '2' {
		return Edit{}, false
	}
	point := p.after(two)
	switch p.at(point) {
	case '.', '。', '，', ',', '·', '•', '．':
	default:
		return Edit{}, false
	}
	five := p.after(point)
	if p.at(five) != '5' || isAlnum(p.at(five+1)) || five-i == 4 && p.Text[point] == '.' {
		return Edit{}, false
	}
	return auto(i+2, five, "2.")
})}
