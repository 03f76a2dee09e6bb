package say

import "fmt"

// Count is a number with what it counts: "3 处改动", "1 correction", "3 corrections".
func Count(n int, zh, one, many string) Text {
	en := many
	if n == 1 {
		en = one
	}
	return Text{fmt.Sprintf("%d %s", n, zh), fmt.Sprintf("%d %s", n, en)}
}
