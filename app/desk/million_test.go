package desk_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"qingyang/app/desk"
)

// columns is a raw page of about n characters as scans of a newspaper give it: stories with headlines, in lines of
// thirteen characters, with a space or a half-width mark where none belongs.
func columns(n int) string {
	sentences := []string{
		"渡口的第%d个早晨，老船工照例把缆绳解开，竹篙往石阶上一点，渡船就荡到了河心。", "船上的人说着收成,说着孩子，说着对岸新开的集市。",
		"镇里今年添了 %d盏灯，夜航由两班增加到五班。", "“以前要绕三十里路，现在过江只要%d分钟。”在对岸工厂上班的居民说。",
	}
	var b strings.Builder
	for story := 0; n > 0; story++ {
		fmt.Fprintf(&b, "渡口第%d班船开航\n\n", story)
		for p := range 6 {
			text := ""
			if p == 0 {
				text = "本报讯　"
			}
			for i := range 5 {
				s := sentences[(story+p+i)%len(sentences)]
				if strings.Contains(s, "%d") {
					s = fmt.Sprintf(s, story*30+p*5+i)
				}
				text += s
			}
			line := 11 // the indent of a paragraph is lost
			for r := []rune(text); len(r) > 0; line = 13 {
				k := min(line, len(r))
				b.WriteString(string(r[:k]) + "\n")
				r, n = r[k:], n-k-1
			}
		}
		b.WriteString("记者 沈小禾\n\n")
		n -= 20
	}
	return b.String()
}

// BenchmarkImport imports pages of 4,000 and of 1,000,000 characters into a new library: wall time, and processor
// time of all threads.
func BenchmarkImport(b *testing.B) {
	for _, n := range []int{4_000, 1_000_000} {
		file := desk.File{Name: "p.txt", Bytes: []byte(columns(n))}
		b.Run(fmt.Sprintf("runes=%d", n), func(b *testing.B) {
			path, k := b.TempDir(), 0
			var spent time.Duration
			for b.Loop() {
				b.StopTimer()
				k++
				d, err := desk.Open(b.Context(), filepath.Join(path, fmt.Sprint(k, ".qingyang")), desk.Options{Name: "沈校"})
				if err != nil {
					b.Fatal(err)
				}
				before := processor(b)
				b.StartTimer()
				done, bad, err := d.Import(b.Context(), []desk.File{file}, desk.Importing{}, nil)
				b.StopTimer()
				spent += processor(b) - before
				if err != nil || len(bad) > 0 || len(done) != 1 {
					b.Fatal(done, bad, err)
				}
				if err := d.Close(); err != nil {
					b.Fatal(err)
				}
				b.StartTimer()
			}
			b.ReportMetric(float64(spent.Milliseconds())/float64(b.N), "cpu-ms")
		})
	}
}

// processor is the processor time that the program took so far.
func processor(b *testing.B) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
