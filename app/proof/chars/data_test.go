package chars

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"io/fs"
	"math"
	"math/rand/v2"
	"runtime"
	"testing"
	"testing/fstest"
)

// packed is a file of counts: the symbols, and for each order how many strings go on from each string of the
// order below, their last symbols' ids and their counts.
func packed(symbols string, ones []byte, orders ...[3][]byte) []byte {
	b := []byte(countsMagic)
	b = binary.AppendUvarint(b, uint64(len([]rune(symbols))))
	for _, r := range symbols {
		b = binary.AppendUvarint(b, uint64(r))
	}
	b = append(b, ones...)
	for _, o := range orders {
		for _, part := range o {
			var z bytes.Buffer
			w, _ := flate.NewWriter(&z, 9)
			w.Write(part)
			w.Close()
			b = binary.LittleEndian.AppendUint32(b, uint32(z.Len()))
			b = append(b, z.Bytes()...)
		}
	}
	return b
}

// few are the counts of 甲乙 and of 甲乙丙, and nothing of four.
func few() []byte {
	return packed("甲乙丙", []byte{48, 32, 16},
		[3][]byte{{2, 0, 0}, {1, 1}, {32, 16}}, // 甲乙, 甲丙
		[3][]byte{{1, 0}, {2}, {16}},           // 甲乙丙
		[3][]byte{{0}, {}, {}})
}

func TestCounts(t *testing.T) {
	c, err := readCounts(few())
	if err != nil {
		t.Fatal(err)
	}
	a, b, z := c.idOf('甲'), c.idOf('乙'), c.idOf('丙')
	ab := c.child(1, a, b)
	if got := c.of(2, ab); math.Abs(got-math.Exp(2)) > 1e-9 {
		t.Errorf("甲乙 %v", got)
	}
	if got := c.of(3, c.child(2, ab, z)); math.Abs(got-math.E) > 1e-9 {
		t.Errorf("甲乙丙 %v", got)
	}
	if c.child(1, b, a) != none || c.child(2, ab, a) != none || c.idOf('丁') != none || c.child(1, none, a) != none {
		t.Error("strings that were never seen are there")
	}
	// Behind 甲, 乙 has its count less the discount, and its share by itself of what that leaves.
	start := chains{none, none, none, none, none}
	before := c.grow(start, a)
	kept, left := math.Exp(2)-.75, 1-(math.Exp(2)-.75+math.E-.75)/math.Exp(3)
	alone := (.3 + math.Exp(2)) / (math.Exp(3) + math.Exp(2) + math.E + 5000)
	if got, want := c.probability(before, c.grow(before, b)), kept/math.Exp(3)+left*alone; math.Abs(got-want) > 1e-6 {
		t.Errorf("behind 甲 乙 has %v, want %v", got, want)
	}
	if p, q := c.probability(before, c.grow(before, b)), c.probability(start, c.grow(start, b)); p <= q {
		t.Errorf("乙 is likelier alone (%v) than behind 甲 (%v)", q, p)
	}
}

func FuzzReadCounts(f *testing.F) {
	f.Add(few())
	f.Add([]byte(countsMagic))
	f.Add(packed("甲甲", []byte{0, 0}, [3][]byte{{200, 1, 1}, {1, 1}, {32, 16}}))
	f.Add(packed("甲乙", []byte{0, 0}, [3][]byte{{1, 1}, {9, 9}, {32, 16}}))
	f.Fuzz(func(t *testing.T, b []byte) {
		c, err := readCounts(b)
		if err != nil {
			return
		}
		l := newLine(c, []rune("甲乙丙丁甲"))
		for k := 1; k+2 < len(l.ids); k++ {
			w := l.with(c, k, c.idOf('乙'))
			w.support(c)
		}
	})
}

// The other files, cut anywhere or with any byte changed, are read or refused, and what is read can be used.
func TestDamaged(t *testing.T) {
	small := map[string][]byte{
		"words":  []byte("中 9 f\n中国 7 ns\n中国人 3 n\n国 2 n\n"),
		"alike":  []byte("己\t已:s0.97,p 巳:s0.95\n末\t未:s0.97\n"),
		"wrong":  []byte("己经\n末来\n"),
		"ranker": append(append([]byte(rankerMagic), nFigures, 0, 0, 0, 0, 0, 1, 0, 0, 0, 3, 0), bytes.Repeat([]byte{0xFF, 0, 0, 0, 0, 0, 0, 0, 0}, 3)...),
	}
	read := map[string]func([]byte) error{
		"words": func(b []byte) error {
			w, err := readWords(b)
			if err == nil {
				w.find([]rune("中国人"))
				w.isOrdinary([]rune("国"))
			}
			return err
		},
		"alike": func(b []byte) error {
			a, err := readAlike(b)
			if err == nil {
				a.of('己')
				a.of(0xFFFF)
			}
			return err
		},
		"wrong": func(b []byte) error { _, err := readWrong(b); return err },
		"ranker": func(b []byte) error {
			k, err := readRanker(b, nFigures)
			if err == nil {
				k.score(make([]float32, nFigures))
			}
			return err
		},
	}
	random := rand.New(rand.NewPCG(1, 2))
	for name, whole := range small {
		if err := read[name](whole); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		refused := 0
		for cut := range whole {
			if read[name](whole[:cut]) != nil {
				refused++
			}
		}
		for range 2000 {
			b := bytes.Clone(whole)
			b[random.IntN(len(b))] = byte(random.Uint32())
			if read[name](b) != nil {
				refused++
			}
		}
		if refused == 0 {
			t.Errorf("%s: no damage was seen", name)
		}
	}
}

// TestOpenDamaged: a finder whose data are cut or missing is an error.
func TestOpenDamaged(t *testing.T) {
	whole := fstest.MapFS{}
	for _, name := range []string{"counts.bin", "words.txt.gz", "confusion.tsv.gz", "wrong.txt.gz", "ranker.bin", "review.bin"} {
		b, err := data.ReadFile("data/" + name)
		if err != nil {
			t.Fatal(err)
		}
		whole[name] = &fstest.MapFile{Data: b[:len(b)/2]}
	}
	if _, err := Open(whole); err == nil {
		t.Error("half of each file was taken for all of it")
	}
	if _, err := Open(fstest.MapFS{}); err == nil {
		t.Error("no files were taken for all of them")
	}
}

// TestData: the data that are built in are whole, and within their bounds of size.
func TestData(t *testing.T) {
	f := Load()
	if n := len(f.counts.levels[4].last); n < 2_000_000 {
		t.Errorf("%d strings of four", n)
	}
	for wrong, right := range map[rune]rune{'己': '已', '末': '未', '杜': '社', '侯': '候', '渡': '度'} {
		found := false
		for _, l := range f.alike.of(wrong) {
			found = found || rune(l.char) == right
		}
		if !found {
			t.Errorf("%c is not among the likenesses of %c", right, wrong)
		}
	}
	if !f.words.isOrdinary([]rune("社区")) || f.words.isOrdinary([]rune("杜区")) || f.words.find([]rune("杜区")) != none {
		t.Error("社区 is a word, 杜区 is none")
	}
	size := 0
	entries, err := data.ReadDir("data")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		info, err := e.Info()
		if err != nil {
			t.Fatal(err)
		}
		size += int(info.Size())
	}
	if size > 16<<20 {
		t.Errorf("%d bytes are built in", size)
	}
}

// What is built in and what it takes in memory stay small: 16 MB and 120 MB.
func TestSizeOfData(t *testing.T) {
	entries, err := fs.ReadDir(dataDir(), ".")
	if err != nil {
		t.Fatal(err)
	}
	size := int64(0)
	for _, e := range entries {
		info, err := e.Info()
		if err != nil {
			t.Fatal(err)
		}
		size += info.Size()
	}
	held := func() uint64 {
		runtime.GC()
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	before := held()
	f, err := Open(dataDir())
	if err != nil {
		t.Fatal(err)
	}
	f.Find(page4000(), Usual)
	memory := held() - before
	runtime.KeepAlive(f)
	t.Logf("%.1f MB built in, %.1f MB of memory", float64(size)/1e6, float64(memory)/1e6)
	if size > 16e6 || memory > 120e6 {
		t.Errorf("%d bytes are built in, %d are held", size, memory)
	}
}
