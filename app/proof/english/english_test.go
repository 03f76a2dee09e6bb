package english

import (
	"strings"
	"testing"
)

func TestFind(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"nothing wrong", "The council met on Monday to discuss the new ferry and its timetable.", ""},
		{"rn read as m", "The govemment has promised to repair the old harbour wall by spring.", "The government has promised to repair the old harbour wall by spring."},
		{"m read as rn", "The rneeting was opened by the mayor, and the minutes were read.", "The meeting was opened by the mayor, and the minutes were read."},
		{"l read as 1", "The counci1 will meet again when the tide tables have been printed.", "The council will meet again when the tide tables have been printed."},
		{"d read as cl", "The islanclers came to the quay to see the ferry off this morning.", "The islanders came to the quay to see the ferry off this morning."},
		{"capital in a word", "The ferry was Iate because of fog on the estuary this morning.", ""},
		{"a word twice", "The boats lay in the the harbour all night and left at dawn today.", "The boats lay in the harbour all night and left at dawn today."},
		{"trap: twice on purpose", "He said that that boat had had its day, and nobody would disagree.", ""},
		{"trap: a name", "Captain Wemham and Mrs Bamby were aboard the steamer Clovemere.", ""},
		{"trap: a spelling that comes again", "The fishermen call it skarn. Old skarn is what they put on the nets.", ""},
		{"trap: British and American", "The colour of the harbour, or the color of the harbor, is grey or gray.", ""},
		{"trap: a compound and a code", "The quayside tearoom has route 1a, gate B10 and the 2nd berth of 1905.", ""},
		{"trap: an address", "Write to office@harbor.example or see www.govemment.example for it.", ""},
		{"trap: Chinese text", "会议由 rneeting 主持，the the 不算。", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := []rune(c.text)
			all := Find([][]rune{text})
			out := c.text
			for i := len(all) - 1; i >= 0; i-- {
				out = string([]rune(out)[:all[i].From]) + all[i].Right[0] + string([]rune(out)[all[i].To:])
			}
			want := c.want
			if want == "" {
				want = c.text
			}
			if out != want {
				t.Errorf("got %q from %+v", out, all)
			}
			if again := Find([][]rune{[]rune(out)}); len(again) > 0 {
				t.Errorf("mended it is still doubted: %+v", again)
			}
		})
	}
}

func FuzzFind(f *testing.F) {
	f.Add("The the govemment é'x-y 1l0 I0l")
	f.Add(strings.Repeat("rnm1", 50))
	f.Fuzz(func(t *testing.T, s string) {
		text := []rune(s + " and the ferry went down the river to the sea")
		for _, x := range Find([][]rune{text, nil}) {
			if x.From >= x.To || x.To > len(text) || len(x.Right) == 0 {
				t.Errorf("%+v", x)
			}
		}
	})
}
