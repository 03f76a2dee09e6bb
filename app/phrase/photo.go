package phrase

import (
	"unicode"

	"qingyang/app/script"
)

// IsPhotoEnd says whether a line ends with who took a photo: "沈小禾 摄", "记者沈小禾 摄）", "资料图", "Photo by
// Ann Poe". Looks at no more than the last 80 runes.
//
// "他一路走一路拍摄" is none: a name, with a space or a calling, or nothing stands before 摄.
func IsPhotoEnd(r []rune) bool {
	r = r[max(0, len(r)-80):]
	n := script.TrimBlank(r, 0, len(r))
	for n > 0 && contains("）)。", r[n-1]) {
		n--
	}
	if n == 0 {
		return false
	}
	if NamesPhotographer(r) || latinPhotoEnd(r[:n]) {
		return true
	}
	switch {
	case n >= 2 && script.HasAt(r, n-2, "供图"), n >= 4 && script.HasAt(r, n-2, "社发") && (n == 4 || !script.IsHan(r[n-5])), n >= 4 && script.HasAt(r, n-4, "资料图片"), n >= 3 && script.HasAt(r, n-3, "资料图"), n >= 4 && (script.HasAt(r, n-4, "资料照片") || script.HasAt(r, n-4, "提供图片") || script.HasAt(r, n-4, "提供照片")),
		n >= 5 && n <= 20 && script.HasAt(r, n-2, "提供") && (script.Find(r[:n], 0, "图片由") >= 0 || script.Find(r[:n], 0, "照片由") >= 0 || photoLabels.At(r, 0) > 0),
		n >= 4 && n <= 8 && (script.HasAt(r, n-2, "截图") || script.HasAt(r, n-4, "网络图片")):
		return true
	case r[n-1] == '图' && n > 3 && contains("/／", r[n-2]):
		i := n - 2
		for i > 0 && script.IsHan(r[i-1]) {
			i--
		}
		return IsName(r[i : n-2])
	case shotBy(r[:n]):
		return true
	case r[n-1] != '摄' && !script.HasAt(r, n-2, "摄影"):
		return false
	case n <= 2:
		return true // the rest of the name stands above
	}
	if run := n - 1; script.HasAt(r, n-2, "拍") {
		for run > 0 && script.IsHan(r[run-1]) {
			run--
		}
		if n-run > 6 {
			return false // 一路走一路拍摄
		}
	}
	i := n - 1
	for i > 0 && (script.IsHan(r[i-1]) || script.IsSpace(r[i-1]) || contains("/／、", r[i-1])) && n-i < 24 {
		i--
	}
	return n-i <= 20 && (i == 0 || contains("。（(！？”》", r[i-1]) || i < n-2)
}

// shotBy says whether a text ends with 摄影 and a name: 摄影 沈小禾, 摄影：沈小禾; or is a label and one: 供图/沈小禾.
func shotBy(r []rune) bool {
	if n := photoLabels.At(r, 0); n > 0 && len(r)-n <= 12 && IsSignature(r[n:]) {
		return true
	}
	for i := max(0, len(r)-12); i+3 < len(r); i++ {
		if script.HasAt(r, i, "摄影") && (i == 0 || !script.IsHan(r[i-1])) && !script.IsHan(r[i+2]) {
			name := r[script.SkipBlank(r, i+3):]
			return IsName(name) || IsSpacedName(name)
		}
	}
	return false
}

// NamesPhotographer says whether r says in English who took a photo: "Photo by …".
func NamesPhotographer(r []rune) bool { return photoWords.In(r) }

// latinPhotoEnd says whether a line ends with who took a photo in English: "Ann Poe photo", "Ann Poe/Staff", "Ann Poe | The
// Gull", "Courtesy of Ann Poe", "Contributed photo".
func latinPhotoEnd(r []rune) bool {
	if photoEnds.Ends(r) || contributed.Is(r) {
		return true
	}
	for _, w := range [...]string{"Courtesy of ", "courtesy of "} {
		if i := script.Find(r, max(0, len(r)-48), w); i >= 0 {
			_, all := latinNames(r[i+len(w):])
			return all
		}
	}
	named := func(to int) bool { // two words with capitals end there
		from := to
		for words := 0; words < 2; words++ {
			at := script.TrimBlank(r, 0, from)
			if from = at; from == 0 {
				return false
			}
			for from > 0 && !script.IsSpace(r[from-1]) {
				from--
			}
			if !unicode.IsUpper(r[from]) || contains(",.:;", r[at-1]) && at-from > 2 {
				return false
			}
		}
		return true
	}
	if at := len(r) - len("photo"); at > 5 && script.IsSpace(r[at-1]) && (script.HasAt(r, at, "photo") || script.HasAt(r, at, "Photo") || script.HasAt(r, at, "PHOTO")) {
		return named(at)
	}
	for i := len(r) - 2; i > 5 && i > len(r)-24; i-- {
		if r[i] != '/' && r[i] != '|' {
			continue
		}
		_, all := latinNames(r[i+1:])
		return all && named(i)
	}
	return false
}

var (
	photoEnds   = lex("Contributed photo", "contributed photo", "Submitted photo", "submitted photo", "File photo", "file photo", "Courtesy photo", "courtesy photo", "Photo courtesy", "Photo contributed", "Photo submitted")
	contributed = lex("Contributed", "Submitted", "Courtesy")
)

// PhotoCredit is where in the words under a picture the credit of its photographer begins, len(r) where there is
// none: behind the last sentence, or at "Photo by". Looks at no more than the last 80 runes.
func PhotoCredit(r []rune) int {
	low := max(0, len(r)-80)
	for i := low; i < len(r); i++ {
		if photoWords.At(r, i) > 0 {
			return i
		}
	}
	if !IsPhotoEnd(r) {
		return len(r)
	}
	i := script.TrimBlank(r, 0, len(r))
	for i > low && contains("）)。", r[i-1]) {
		i--
	}
	for i > low && !contains("。！？”》（(", r[i-1]) {
		i--
	}
	return i
}

// ShowsPicture says whether a line opens as the words under a picture do: 图为, 图①.
func ShowsPicture(r []rune) bool { return showWords.At(r, 0) > 0 }

// ShowsLatinPicture says whether a line opens as the words under a picture do in English: "Pictured", "Above:".
func ShowsLatinPicture(r []rune) bool { return shownWords.At(r, 0) > 0 }

var (
	showWords = lex("图为", "上图为", "下图为", "左图为", "右图为", "图①", "图②", "图③", "图④", "图⑤", "图⑥", "图⑦", "图⑧", "图⑨", "图一", "图二：", "图三：", "图四：", "图1：", "图2：", "图3：", "图4：",
		"图片说明", "左图：", "右图：", "上图：", "下图：", "大图：", "小图：", "中图：", "图说：", "图：", "左上图", "右上图", "左下图", "右下图")
	shownWords  = lex("Pictured", "Above:", "Below:", "Left:", "Right:")
	photoLabels = lex("供图：", "供图:", "供图/", "图片：", "图片:", "图片/", "照片：", "图/", "图：", "摄/", "摄：", "摄影/")
	photoWords  = lex("Photo by", "Photograph by", "Photo:", "Photograph:", "Picture:", "Picture by", "Photos:", "Photos by")
)

// IsScene says whether a text is one short sentence that shows who does what where, as the words under a
// picture do: 工人正在铺设管道。 A report's last sentence (…正在调查中。) does not.
func IsScene(r []rune) bool {
	n := len(r)
	if n < 8 || n > 24 || r[n-1] != '。' || r[n-2] == '中' || MarksIn(r[:n-1], "，。、：；“！？") > 0 {
		return false
	}
	at := script.Find(r, 1, "在")
	return at > 0 && at < 10 && at < n-4 && !script.HasAt(r, at, "在于") && !ownVoice.In(r)
}

// ownVoice are words of a story's own voice, not of a picture's.
var ownVoice = lex("我", "你", "他说", "她说", "记者", "目前", "已经", "将", "至今")
