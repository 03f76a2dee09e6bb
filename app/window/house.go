package window

import (
	"context"
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"qingyang/app/bulletin"
	"qingyang/app/desk"
	"qingyang/app/house"
	"qingyang/app/say"
	"qingyang/app/session"
	"qingyang/app/source"
	"qingyang/app/wording"
	"qingyang/widgets"
)

// AskHouse shows the profile of the open page's paper: which rules work, and how marks are set.
// Enter or a second click turns a rule on or off.
func (w *Window) AskHouse() {
	s, d := w.session, w.desk
	run(w.jobs, asking, say.Text{}, func(ctx context.Context) (house.Profile, error) { return d.House(ctx, s.Leaf.Paper) }, func(profile house.Profile, err error) {
		w.fail(err)
		if s == w.session && (err == nil || errors.Is(err, desk.ErrProfile)) { // one that cannot be read is made anew
			w.showHouse(s, profile)
		}
	})
}

func (w *Window) showHouse(s *session.Session, profile house.Profile) {
	was := profile
	was.Off = slices.Clone(profile.Off)
	ids := house.Rules()
	list := widgets.NewRows()
	list.Count = func() int { return len(ids) }
	list.Row = func(i int) widgets.Row {
		r := widgets.Row{Text: ids[i] + "  " + wording.Rule(ids[i]).In(w.lang), Tag: say.T("开", "on").In(w.lang)}
		if slices.Contains(profile.Off, ids[i]) {
			r.Tag, r.Ink, r.Cut = say.T("关", "off").In(w.lang), widgets.Weak, true
		}
		return r
	}
	list.OnOpen = func(i int) {
		if k := slices.Index(profile.Off, ids[i]); k >= 0 {
			profile.Off = slices.Delete(profile.Off, k, k+1)
		} else {
			profile.Off = append(profile.Off, ids[i])
		}
		list.Refresh()
	}
	style := w.houseStyle(&profile)
	file := newField(say.T("规则文件（.toml）的路径", "path of a profile (.toml)").In(w.lang))
	note := widgets.NewLine()
	read := newPush(say.T("读入", "Read").In(w.lang), func() {
		path := expand(file.Text)
		run(w.jobs, each, say.Text{}, func(ctx context.Context) (h house.Profile, err error) {
			b, err := source.ReadFile(ctx, path)
			if err != nil {
				return h, err
			}
			return house.Parse(path, string(b))
		}, func(h house.Profile, err error) {
			if err == nil {
				profile = h
				style.show()
				list.Refresh()
			}
			note.SetText(outcome(err, say.T("已读入", "read")).In(w.lang))
		})
	})
	d := w.desk
	write := newPush(say.T("写出", "Write").In(w.lang), func() {
		style.keep()
		path, e := expand(file.Text), desk.Export{Bytes: []byte(profile.TOML())}
		run(w.jobs, each, say.Text{}, func(ctx context.Context) (struct{}, error) { return struct{}{}, d.Write(ctx, path, e, false) }, func(_ struct{}, err error) {
			note.SetText(outcome(err, say.T("已写出", "written")).In(w.lang))
		})
	})
	foot := container.NewVBox(container.NewBorder(nil, nil, nil, container.NewHBox(w.browse(file, false, ".toml"), read, write), file), note)
	w.ask(asked{
		name: "house", title: say.T("%s：规则", "%s: rules").With(s.Leaf.Publication).In(w.lang),
		content: container.NewBorder(style.form, foot, nil, nil, list), size: w.share(0.6, 0.9), first: list,
		yes: say.T("保存", "Save"), do: func() {
			style.keep()
			w.setHouse(s, profile, was)
		},
	})
}

// outcome words what became of a file.
func outcome(err error, well say.Text) say.Text {
	if err != nil {
		return say.T(say.Error(err, say.Chinese), say.Error(err, say.English))
	}
	return well
}

// setHouse keeps a profile, and takes back on the open page what the rules did that were on before. Where the checks
// are to be of another strictness the page is opened anew.
func (w *Window) setHouse(s *session.Session, profile, was house.Profile) {
	d := w.desk
	run(w.jobs, each, say.Text{}, func(ctx context.Context) (struct{}, error) {
		if _, err := house.Parse(s.Leaf.Publication, profile.TOML()); err != nil {
			return struct{}{}, err
		}
		return struct{}{}, d.SetHouse(ctx, s.Leaf.Paper, profile)
	}, func(_ struct{}, err error) {
		if err != nil || s != w.session {
			w.fail(err)
			return
		}
		w.switchOff(profile.Off, was.Off)
		if profile.Wrong != was.Wrong || profile.English != was.English {
			w.openPageThen(s.Leaf.ID, &place{Page: s.Leaf.ID, Caret: w.clean.Caret(), Scroll: w.clean.Scroll()}, func() {})
		}
	})
}

// switchOff takes back on the open page what the rules did that are off now and were not before.
func (w *Window) switchOff(off, was []string) {
	var back []string
	for _, id := range off {
		if slices.Contains(was, id) {
			continue
		}
		if c, err := w.session.SwitchOff(id); err == nil {
			w.Show(c, bulletin.Place(w.clean.Caret()))
			back = append(back, id)
		}
	}
	t := say.T("规则已保存，对以后导入的版面生效", "the rules are kept, for pages imported from now on")
	if len(back) > 0 {
		t = say.T("规则已保存；本版收回了 %s 的改动", "the rules are kept; on this page the work of %s was taken back").With(strings.Join(back, " "))
	}
	w.Say(t)
	w.trace.say("house", "off", strings.Join(off, " "), "back", strings.Join(back, " "))
}

// styleForm edits what a profile says besides its rules.
type styleForm struct {
	form *widget.Form
	show func() // from the profile
	keep func() // into it
}

// houseStyle makes the form for a profile.
func (w *Window) houseStyle(profile *house.Profile) styleForm {
	type choice struct {
		value *string
		ids   []string
		sel   *options
	}
	var choices []choice
	form := widget.NewForm()
	add := func(name say.Text, value *string, ids []string, names ...say.Text) {
		var shown []string
		for _, n := range names {
			shown = append(shown, n.In(w.lang))
		}
		sel := newOptions(shown, nil)
		choices = append(choices, choice{value, ids, sel})
		form.Append(name.In(w.lang), sel)
	}
	add(say.T("标题停顿", "Pause in headlines"), &profile.Pause, []string{house.PauseSpace, house.PauseWide},
		say.T("半角空格", "a space"), say.T("全角空格", "a full-width space"))
	add(say.T("引号", "Quotation marks"), &profile.Quotes, []string{house.QuotesCurly, house.QuotesCorner},
		say.T("“ ” ‘ ’", "“ ” ‘ ’"), say.T("「 」 『 』", "「 」 『 』"))
	add(say.T("括西文、数字的括号", "Brackets around Latin"), &profile.Brackets, []string{house.BracketsKeep, house.BracketsWide},
		say.T("照原样", "as they stand"), say.T("全角（PM2.5）", "full-width （PM2.5）"))
	// What is said of the strictnesses was measured on news that nothing was fitted on, with one wrong character in
	// forty (qingyang-fit found); see package chars.
	add(say.T("疑误字", "Wrong characters"), &profile.Wrong, []string{house.WrongUsual, house.WrongQuiet, house.WrongStrict, house.WrongOff},
		say.T("通常：报 20 处约 19 处属实，能找出一半多", "usual: 19 of 20 shown are right; more than half are found"),
		say.T("从宽：报 100 处约 97 处属实，能找出不到一半", "quiet: 97 of 100 shown are right; nearly half are found"),
		say.T("从严：报 17 处约 16 处属实，能找出五分之三", "strict: 16 of 17 shown are right; three of five are found"),
		say.T("不查", "off"))
	add(say.T("英文拼写", "English spelling"), &profile.English, []string{house.EnglishAny, house.EnglishBritish, house.EnglishAmerican},
		say.T("英式美式都可", "British or American"), say.T("英式", "British"), say.T("美式", "American"))
	measures := newField(say.T("字数，如 13, 16；可不填", "em, such as 13, 16; may be empty").In(w.lang))
	form.Append(say.T("常用栏宽", "Column measures").In(w.lang), measures)
	languages := newField(say.T("不填则用通常的；如 chi_sim+eng", "the usual one where this is empty; such as chi_sim+eng").In(w.lang))
	machine := newOptions(nil, nil)
	machine.PlaceHolder = say.T("已装…", "installed…").In(w.lang)
	machine.OnChanged = func(l string) {
		if l != "" {
			languages.SetText(joined(languages.Text, l))
			machine.ClearSelected()
		}
	}
	about := widgets.NewLine() // a hint of the form's own would have the form laid out anew, which moves the field
	about.Ink = widgets.Weak
	form.Append(say.T("扫描件的语言", "Languages of scans").In(w.lang), container.NewVBox(container.NewBorder(nil, nil, nil, machine, languages), about))
	run(w.jobs, each, say.Text{}, source.FindMachine, func(m source.Machine, err error) {
		t := say.T("由 tesseract %s 识别；不填用 %s", "read by tesseract %s; in %s where nothing is said").With(m.Version, m.Usual)
		if err != nil {
			t = say.T("没有安装 tesseract，扫描件读不了", "tesseract is not installed: scans cannot be read")
		}
		about.SetText(t.In(w.lang))
		machine.Options = m.Languages
		machine.Refresh()
	})
	f := styleForm{form: form}
	f.show = func() {
		for _, c := range choices {
			c.sel.SetSelectedIndex(max(0, slices.Index(c.ids, *c.value)))
		}
		measures.SetText(house.MeasuresText(profile.Measures))
		languages.SetText(profile.Languages)
	}
	f.keep = func() {
		for _, c := range choices {
			*c.value = c.ids[max(0, c.sel.SelectedIndex())]
		}
		profile.Measures = house.ParseMeasures(measures.Text)
		profile.Languages = strings.ReplaceAll(strings.Join(strings.Fields(languages.Text), "+"), "++", "+")
	}
	f.show()
	return f
}

// joined is a list of languages with one more, or without it where it stands there.
func joined(list, one string) string {
	all := strings.FieldsFunc(list, func(r rune) bool { return r == '+' || r == ' ' })
	if i := slices.Index(all, one); i >= 0 {
		all = slices.Delete(all, i, i+1)
	} else {
		all = append(all, one)
	}
	return strings.Join(all, "+")
}
