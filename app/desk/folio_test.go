package desk

import "testing"

func TestReadFolio(t *testing.T) {
	for _, c := range []struct {
		name  string
		lines []string
		want  Folio
	}{
		{"one line", []string{"青禾日报 2022年3月4日 星期五 第三版 综合新闻"}, Folio{"青禾日报", "", "2022-03-04", 3, "综合新闻"}},
		{"on lines of their own", []string{"\uFEFF 青禾日报", "", "２０２２年１１月４日", "第十二版"}, Folio{"青禾日报", "", "2022-11-04", 12, ""}},
		{"at the foot", append(make([]string, 30), "正文很长。", "04版 2022年3月4日"), Folio{"", "", "2022-03-04", 4, ""}},
		{"a short name and a number", []string{"青禾报", "每周五出版", "2022年3月4日 星期五 第 87 期 今日四版"}, Folio{"青禾报", "第87期", "2022-03-04", 0, ""}},
		{"a number and a name", []string{"4 农事·文化", "2022年3月4日 星期五"}, Folio{"", "", "2022-03-04", 4, "农事·文化"}},
		{"in Han", []string{"二〇二二年三月四日 星期五", "第十二版"}, Folio{"", "", "2022-03-04", 12, ""}},
		{"a part of the paper", []string{"A2版 要闻", "2022年3月4日"}, Folio{"", "", "2022-03-04", 2, "要闻"}},
		{"trap: no such day", []string{"青禾日报 2022年2月30日"}, Folio{Publication: "青禾日报"}},
		{"trap: words that end like a paper", []string{"渡口 捷报", "本报"}, Folio{}},
		{"trap: a date in a sentence", []string{"2022年3月4日，全镇召开春耕会议。"}, Folio{}},
		{"trap: a jump names another page", []string{"（下转第二版）"}, Folio{}},
		{"trap: no such month", []string{"青禾日报 2022年13月4日"}, Folio{Publication: "青禾日报"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := ReadFolio(c.lines); got != c.want {
				t.Errorf("got %+v, want %+v", got, c.want)
			}
		})
	}
}
