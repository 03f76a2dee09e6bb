package desk

import (
	"fmt"
	"strings"

	"qingyang/app/bulletin"
	"qingyang/app/clean"
	"qingyang/app/export"
	"qingyang/app/revision"
	"qingyang/app/rule"
	"qingyang/app/say"
	"qingyang/app/source"
)

// Cleaned is one file cleaned without a library.
type Cleaned struct {
	Raw   source.Raw
	Page  bulletin.Page
	draft clean.Result
	text  *revision.Text
}

// CleanFile reads a page and makes its first draft; nothing is kept.
func CleanFile(name string, b []byte, enc source.Encoding) (Cleaned, error) {
	raw, err := source.Read(b, source.Options{Name: name, Encoding: enc})
	if err != nil {
		return Cleaned{}, err
	}
	draft := clean.Draft(raw, clean.Profile{})
	text, err := revision.Load(raw.Text, draft.Revisions)
	if err != nil {
		return Cleaned{}, err
	}
	return Cleaned{raw, text.Page(), draft, text}, nil
}

// JSON is the page in the form that is documented in docs/json.md.
func (c Cleaned) JSON() ([]byte, error) { return export.PageJSON(c.Page) }

// Plain is the page as plain text: its articles, then the tray and the furniture.
func (c Cleaned) Plain(l say.Lang) string {
	var b strings.Builder
	for _, a := range c.Page.Articles {
		for _, k := range []bulletin.Kind{bulletin.Kicker, bulletin.Headline, bulletin.Subheadline} {
			if s := a.Of(k); s != "" {
				fmt.Fprintf(&b, "【%s】%s\n", KindName(k).In(l), s)
			}
		}
		for _, x := range a.Blocks {
			if !x.Kind.Title() {
				fmt.Fprintf(&b, "【%s】%s\n", KindName(x.Kind).In(l), x.Text)
			}
		}
		b.WriteByte('\n')
	}
	for _, x := range c.Page.Tray {
		fmt.Fprintf(&b, "【%s】%s\n", say.T("待归区", "tray").In(l), x.Text)
	}
	for _, x := range c.Page.Furniture {
		fmt.Fprintf(&b, "【%s】%s\n", KindName(bulletin.Furniture).In(l), x.Text)
	}
	return b.String()
}

// Explain says of every junction of two lines what was decided, how surely, and why: strongest
// reason first.
func (c Cleaned) Explain(l say.Lang) string {
	var b strings.Builder
	for _, j := range c.draft.Junctions {
		what := say.T("分", "break")
		if j.Join {
			what = say.T("接", "join ")
		}
		var why []string
		for _, w := range j.Why {
			why = append(why, fmt.Sprintf("%s %+.1f", reason(w.Code).In(l), w.Value))
		}
		mark := " "
		if j.Uncertain() {
			mark = "?"
		}
		fmt.Fprintf(&b, "%4d–%-4d %s %s %.3f  %s\n", j.Above+1, j.Below+1, what.In(l), mark, j.Confidence, strings.Join(why, say.T("，", ", ").In(l)))
	}
	return b.String()
}

// reasons words the strongest reasons of a decision, at most three.
func reasons(why []clean.Why) say.Text {
	var all say.Text
	for i, w := range why[:min(3, len(why))] {
		r := reason(w.Code)
		if i > 0 {
			all.ZH, all.EN = all.ZH+"、", all.EN+", "
		}
		all.ZH, all.EN = all.ZH+r.ZH, all.EN+r.EN
	}
	return all
}

// reason words a reason of cleaning.
func reason(c clean.Code) say.Text {
	t, ok := map[clean.Code]say.Text{
		clean.WhyBlank:     say.T("空行", "empty line"),
		clean.WhyStop:      say.T("句末", "end of a sentence"),
		clean.WhyShort:     say.T("行短", "short line"),
		clean.WhyFull:      say.T("行满", "full line"),
		clean.WhyIndent:    say.T("缩进", "indent"),
		clean.WhyBarred:    say.T("禁则", "mark that begins no line"),
		clean.WhyLead:      say.T("电头", "lead"),
		clean.WhySeries:    say.T("序号", "numbered item"),
		clean.WhyTitle:     say.T("标题", "title"),
		clean.WhySeam:      say.T("跨行词", "word across the lines"),
		clean.WhyCredit:    say.T("署名", "credit"),
		clean.WhyPhoto:     say.T("图注", "caption"),
		clean.WhyAlone:     say.T("独句", "sentence alone"),
		clean.WhyFurniture: say.T("版面信息", "furniture"),
		clean.WhyAdvert:    say.T("广告", "advert"),
		clean.WhyRow:       say.T("表行", "row of a table"),
		clean.WhyMeasure:   say.T("栏宽变化", "another measure"),
		clean.WhyHyphen:    say.T("断词", "cut word"),
		clean.WhySize:      say.T("字号", "size of letters"),
	}[c]
	if !ok {
		return say.T(string(c), string(c))
	}
	return t
}

// Normalize is a line after the rules of typography of class A, by itself.
func Normalize(line string) string { return rule.Line(line) }

// Formats are the ids of the formats that articles and issues can be exported to.
func Formats() []string {
	var ids []string
	for _, f := range export.Formats {
		ids = append(ids, f.ID)
	}
	return ids
}
