package desk

import (
	"context"
	"crypto/sha256"
	"errors"

	"qingyang/app/folder"
	"qingyang/app/record"
	"qingyang/app/sample"
)

// ImportSample brings the sample bulletin into the library; pages that are there already are left
// as they are.
func (d *Desk) ImportSample(ctx context.Context, tell func(Progress)) ([]Imported, error) {
	var all []Imported
	issues := append(sample.Issues(), sample.Printed())
	before, pages := 0, 0 // how many are done, and all
	for _, i := range issues {
		pages += len(i.Pages)
	}
	for _, i := range issues {
		var files []File
		for _, p := range i.Pages {
			known, _, err := d.lib.SourceBySHA(ctx, sha256.Sum256(p.Raw)) // reading a PDF costs more than asking
			if err != nil {
				return all, record.Problem(d.path, err)
			}
			if len(known) == 0 {
				files = append(files, File{Name: p.File, Bytes: p.Raw, Picture: p.Scan, Place: folder.Place{Page: p.Number, Section: p.Section}})
			}
		}
		in := Importing{Publication: i.Publication, Number: i.Number, Date: i.Date}
		done, bad, err := d.Import(ctx, files, in, func(p Progress) {
			if tell != nil {
				tell(Progress{Done: before + p.Done, All: pages, Subject: p.Subject})
			}
		})
		before += len(i.Pages)
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
