package script

import "testing"

func TestLevelled(t *testing.T) {
	const down, across = "他說︑好︒﹁走﹂︵林渡攝︶︙︱", "他說、好。「走」（林渡攝）…—"
	in := []rune(down)
	if got := string(Levelled(in)); got != across || string(in) != down {
		t.Errorf("%s is %s, want %s", down, got, across)
	}
	if got := Levelled([]rune(across)); string(got) != across {
		t.Errorf("%s is %s", across, string(got))
	}
	for from, to := range vertical {
		if from < firstVertical || from > lastVertical || HalfEms(to) == 0 {
			t.Errorf("%c is %c", from, to)
		}
	}
}
