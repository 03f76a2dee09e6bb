package phrase

import (
	"qingyang/app/script"
)

// IsHours says whether a text begins with the days or the hours at which an office is open: 周一至周五.
func IsHours(r []rune) bool {
	return len(r) > 4 && len(r) < 16 && (r[0] == '周' || script.HasAt(r, 0, "星期")) && script.Find(r[:5], 1, "至") > 0 && MarksIn(r, "。；") == 0
}

// IsEvent says whether a line announces when something takes place, to the hour: 4月26日9:00.
func IsEvent(t []rune) bool {
	if len(t) > 60 {
		return false
	}
	for i := 3; i+3 < len(t); i++ {
		if t[i] == '日' && IsDigit(t[i-1]) && script.Find(t[:i], max(0, i-4), "月") > 0 {
			for k := i + 1; k+2 < len(t) && k < i+8; k++ {
				if (t[k] == ':' || t[k] == '：') && IsDigit(t[k-1]) && IsDigit(t[k+1]) && IsDigit(t[k+2]) {
					return true
				}
			}
		}
	}
	return false
}

// IsYearly says whether a title names an event by its year or its number: 2024…, 第12届, 第5次.
func IsYearly(t []rune) bool {
	if len(t) > 4 && IsDigit(t[0]) && IsDigit(t[1]) && IsDigit(t[2]) && IsDigit(t[3]) {
		return true
	}
	for i := range t {
		if t[i] != '第' {
			continue
		}
		k := i + 1
		for k < len(t) && IsDigit(t[k]) {
			k++
		}
		return k > i+1 && k < len(t) && (t[k] == '届' || t[k] == '次')
	}
	return false
}
