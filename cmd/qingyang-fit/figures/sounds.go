package figures

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/mozillazg/go-pinyin"
)

// manySounds are characters of which more than the first reading of the dictionary is in daily use.
var manySounds = func() map[rune]bool {
	m := map[rune]bool{}
	for _, r := range "长行重还得着了的地和都乐调传藏曾朝盛强少数种中当发便背奔屏薄参差创答待担倒弹斗度恶分干给更供冠好号荷喝横会几济间将角教结解禁卷卡看空累量落没闷蒙模磨难宁喷铺奇切亲曲任散丧扫色上舍什省胜识似宿提挑通同吐为相兴旋要应与载涨折正只转钻作把磅炮扁别泊伯不裁操查称乘澄冲臭处畜幢大单叨钉恫读垛肚佛夫服杆岗葛观龟过哈汗和核轰华划晃混豁奇缉夹假监见降嚼劲圈咖壳可克坑拉勒擂俩淋陵令笼露率绿论抹埋脉氓秘名娜泥弄努刨泡迫仆朴栖欺塞扇尚汤体帖吓系巷削校血压咽殷饮佣轧扎占爪症挣殖抓拽" {
		m[r] = true
	}
	return m
}()

// readings are those of a character that count: the first one, without and with its tone; all of them for
// characters that are in daily use with more.
func readings(r rune) (all []string) {
	a := pinyin.NewArgs()
	a.Style, a.Heteronym = pinyin.Tone3, manySounds[r]
	return pinyin.SinglePinyin(r, a)
}

// likelySounds leaves out of a table of likenesses those of sound that rest on rare readings only (柠 as zhù), and
// what is left without any reason.
func likelySounds(packed []byte) ([]byte, error) {
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	b, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	for line := range strings.Lines(string(b)) {
		head, tail, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if !ok {
			return nil, fmt.Errorf("%q is no row", line)
		}
		own, _ := utf8.DecodeRuneInString(head)
		of := readings(own)
		var kept []string
		for word := range strings.FieldsSeq(tail) {
			c, n := utf8.DecodeRuneInString(word)
			kinds := strings.Split(word[n+1:], ",")
			kinds = slices.DeleteFunc(kinds, func(k string) bool { return k[0] != 's' && !sound(k, of, readings(c)) })
			if len(kinds) > 0 {
				kept = append(kept, word[:n+1]+strings.Join(kinds, ","))
			}
		}
		if len(kept) > 0 {
			fmt.Fprintf(&out, "%s\t%s\n", head, strings.Join(kept, " "))
		}
	}
	return zipped(out.Bytes())
}

// sound says whether two characters sound alike in the way k: t with their tone, p without, f nearly.
func sound(k string, a, b []string) bool {
	for _, x := range a {
		for _, y := range b {
			switch {
			case k == "t" && x == y,
				k == "p" && toneless(x) == toneless(y),
				k == "f" && blurred(x) == blurred(y):
				return true
			}
		}
	}
	return false
}

func toneless(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return -1
		}
		return r
	}, s)
}

// blurred is a syllable without what many speakers do not tell apart.
func blurred(s string) string {
	s = toneless(s)
	for _, c := range []string{"z", "c", "s"} {
		if rest, ok := strings.CutPrefix(s, c+"h"); ok {
			s = c + rest
		}
	}
	if strings.HasPrefix(s, "l") {
		s = "n" + s[1:]
	}
	return strings.TrimSuffix(s, "g")
}
