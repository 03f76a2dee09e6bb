package desk

import (
	"context"
	"errors"

	"qingyang/app/folder"
	"qingyang/app/sample"
)

// ImportSample brings the sample bulletin into the library; pages that are there already are left
// as they are.
func (d *Desk) ImportSample(ctx context.Context, tell func(Progress)) ([]Imported, error) {
	var all []Imported
	issues := sample.Issues()
	for n, i := range issues {
		var files []File
		for _, p := range i.Pages {
			files = append(files, File{Name: p.File, Bytes: p.Raw, Place: folder.Place{Page: p.Number, Section: p.Section}})
		}
		in := Importing{Publication: i.Publication, Number: i.Number, Date: i.Date}
		done, bad, err := d.Import(ctx, files, in, func(p Progress) {
			if tell != nil {
				tell(Progress{n*len(files) + p.Done, len(issues) * len(files), p.Subject})
			}
		})
		all = append(all, done...)
		for _, b := range bad {
			if err == nil && !errors.Is(b, ErrKnown) {
				err = b
			}
		}
		if err != nil {
			return all, err
		}
	}
	return all, nil
}
