package folder

import (
	"cmp"
	"context"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"qingyang/app/picture"
	"qingyang/app/say"
)

// most is how many files a folder may have: a slip of the hand that chooses a whole disk ends soon.
const most = 200_000

// List finds the regular files below a folder whose names end in one of the extensions (with the dot, in
// lower case), by their paths from the folder, with slashes, in the order in which people count: A2 before
// A10. A picture comes behind the other files of its name: what a reading machine wrote of it comes in with it, and then it
// is known. Names that begin with a dot and symbolic links are left out, and what cannot be entered too.
//
// The error is a *say.Problem, or that of ctx.
func List(ctx context.Context, root string, extensions []string) ([]string, error) {
	if info, err := os.Stat(root); err != nil || !info.IsDir() {
		return nil, &say.Problem{
			Subject: root, What: say.T("不是文件夹", "is no folder"), Err: err,
			Do: say.T("请检查路径", "check the path"),
		}
	}
	var all []string
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err != nil && path == root:
			return &say.Problem{
				Subject: root, What: say.T("读不出来", "cannot be read"), Err: err,
				Do: say.T("请检查文件夹的权限", "check the permissions of the folder"),
			}
		case err != nil:
			return fs.SkipDir
		case path != root && strings.HasPrefix(d.Name(), "."):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case !d.Type().IsRegular() || !slices.Contains(extensions, strings.ToLower(filepath.Ext(path))):
			return nil
		case len(all) == most:
			return &say.Problem{
				Subject: root, What: say.T("有超过 %d 个文件", "has more than %d files").With(most),
				Do: say.T("请选小一些的文件夹", "choose a smaller folder"),
			}
		}
		rel, err := filepath.Rel(root, path)
		all = append(all, filepath.ToSlash(rel))
		return err
	})
	slices.SortFunc(all, before)
	return all, err
}

// before orders paths for List.
func before(a, b string) int {
	stem := func(s string) (string, int) {
		ext := path.Ext(s)
		if slices.Contains(picture.Extensions, strings.ToLower(ext)) {
			return strings.TrimSuffix(s, ext), 1
		}
		return strings.TrimSuffix(s, ext), 0
	}
	x, m := stem(a)
	y, n := stem(b)
	return cmp.Or(natural(x, y), cmp.Compare(m, n), natural(a, b))
}

// natural orders names as people count: runs of digits by what they are worth, the rest by code points.
func natural(a, b string) int {
	for i, j := 0, 0; ; {
		if i == len(a) || j == len(b) {
			return cmp.Or(cmp.Compare(len(a)-i, len(b)-j), cmp.Compare(a, b))
		}
		m, n := digits(a[i:]), digits(b[j:])
		if m == 0 || n == 0 {
			if a[i] != b[j] {
				return cmp.Compare(a[i], b[j])
			}
			i, j = i+1, j+1
			continue
		}
		x, y := strings.TrimLeft(a[i:i+m], "0"), strings.TrimLeft(b[j:j+n], "0")
		if c := cmp.Or(cmp.Compare(len(x), len(y)), cmp.Compare(x, y)); c != 0 {
			return c
		}
		i, j = i+m, j+n
	}
}

// digits is how many ASCII digits s begins with.
func digits(s string) int {
	n := 0
	for n < len(s) && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	return n
}
