package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"qingyang/app/sample"
)

// Registers and lessons go out as CSV and come in again; lines that say nothing are named, what is there already is
// not added twice.
func TestRegister(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("QINGYANG_NAME", "沈小禾")
	library, raw := filepath.Join(dir, "l.qingyang"), filepath.Join(dir, "a.txt")
	if err := os.WriteFile(raw, []byte(sample.Issues()[0].Pages[0].Raw), 0o600); err != nil {
		t.Fatal(err)
	}
	must(t, "", "import", "--library", library, "--publication", "苇港报", "--date", "2024-11-08", raw)
	file := "类别,词语,职务,次序,止\n人名,柳汀兰,县委书记,1,\n禁用词,盲流,,,\n人名,,,,\n地名,白鹭洲,,,2024-13-01\n"
	for i, want := range []string{"2 entries read, 2 of them new", "2 entries read, 0 of them new"} {
		_, said, err := run2(t, file, "register", "--library", library, "--publication", "苇港报", "--add", "-")
		if err != nil || !strings.Contains(said, want) || strings.Count(said, "left out") != 2 {
			t.Errorf("time %d: %v\n%s", i+1, err, said)
		}
	}
	out := must(t, "", "register", "--library", library, "--publication", "苇港报")
	want := "\uFEFFkind,text,title,instead,rank,from,until,note\nname,柳汀兰,县委书记,,1,,,\nbanned,盲流,,,,,,\n"
	if out != want {
		t.Errorf("%q\nwant %q", out, want)
	}
	if _, err := run(t, "", "register", "--library", library, "--publication", "无此报"); err == nil {
		t.Error("a publication that is not there has registers")
	}
	if out := must(t, "", "register", "--library", library, "--publication", "苇港报", "--suggest"); strings.Count(out, "\n") != 1 {
		t.Errorf("nothing was signed, and yet: %q", out)
	}
	must(t, "潮夕,潮汐\n", "learned", "--library", library, "--add", "-")
	if out := must(t, "", "learned", "--library", library); out != "\uFEFFbefore,after,accepted,rejected,off,own,example\n潮夕,潮汐,0,0,,1,\n" {
		t.Errorf("%q", out)
	}
}
