package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Another text of a page is held against it, taken in as one revision, and the same file is known from then on.
func TestCompare(t *testing.T) {
	t.Setenv("QINGYANG_NAME", "沈小禾")
	folder := t.TempDir()
	library := filepath.Join(folder, "p.qingyang")
	const raw = "夜航首日\n\n　　昨天下午，镇里的干部到社区慰问困难群众，要求做好冬季取暖工作。老船工说，岸上的人越来越少，大家都望着对岸。\n"
	page := filepath.Join(folder, "1.txt")
	if err := os.WriteFile(page, []byte(raw), 0o600); err != nil {
		t.Fatal(err)
	}
	must(t, "", "import", "--library", library, page)
	other := filepath.Join(folder, "改.txt")
	if err := os.WriteFile(other, []byte(strings.NewReplacer("困难", "困苦", "望着", "望向").Replace(raw)+"附：改两处。\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	const want = "differs\t\"难\"\t\"苦\"\t难\ndiffers\t\"着\"\t\"向\"\t着\n"
	if out := must(t, "", "compare", "--library", library, "--page", "1", "--corrected", other); !strings.HasPrefix(out, want) || !strings.Contains(out, "large\t\"\"\t\"。\\n附：改两处\"") {
		t.Error(out)
	}
	if out := must(t, "", "history", "--library", library, "--page", "1"); strings.Count(out, "\n") != 1 {
		t.Errorf("comparing wrote:\n%s", out)
	}
	out, errs, err := run2(t, "", "compare", "--library", library, "--page", "1", "--corrected", "--take", other)
	if err != nil || !strings.HasPrefix(out, want) || !strings.Contains(errs, "2 places taken over, 1 not") {
		t.Error(out, errs, err)
	}
	if out := must(t, "", "history", "--library", library, "--page", "1"); strings.Count(out, "\n") != 2 || !strings.Contains(out, "corrected outside: 改.txt") {
		t.Error(out)
	}
	if _, err := run(t, "", "import", "--library", library, other); err == nil || !strings.Contains(err.Error(), "not imported") {
		t.Errorf("what was taken in came in once more: %v", err)
	}
	if out := must(t, "", "verify", "--library", library); strings.Contains(out, "#1") {
		t.Error(out)
	}
	second := filepath.Join(folder, "2-1.txt")
	if err := os.WriteFile(second, []byte(strings.Replace(raw, "锣鼓", "罗鼓", 1)+"尾\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, errs, err := run2(t, "", "import", "--library", library, second); err != nil || !strings.Contains(errs, "has a page 1 (#1)") || !strings.Contains(errs, "compare --page 1") {
		t.Errorf("a second page 1: %v %s", err, errs)
	}
	unlike := filepath.Join(folder, "别的.txt")
	if err := os.WriteFile(unlike, []byte("潮水退得比往年早，湾里的养殖户连夜起网，天亮前运到码头。\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := run(t, "", "compare", "--library", library, "--page", "1", unlike); err == nil || !strings.Contains(err.Error(), "is no text of") {
		t.Errorf("another page: %v", err)
	}
}
