package desk

import (
	"context"
	"errors"

	"qingyang/app/house"
	"qingyang/app/proof"
	"qingyang/app/record"
	"qingyang/app/say"
	"qingyang/app/session"
)

// ErrProfile says that the profile of a publication is in the library and cannot be read.
var ErrProfile = errors.New("the profile of the publication cannot be read")

// House reads the profile of a publication. One that cannot be read is a problem of its own (ErrProfile)
// and no fault of the library; whoever can do with the zero Profile goes on with that and says so.
func (d *Desk) House(ctx context.Context, publication int64) (house.Profile, error) {
	text, err := d.lib.Profile(ctx, publication)
	if err != nil {
		return house.Profile{}, record.Problem(d.path, err)
	}
	h, err := house.Parse("", text)
	if err == nil {
		return h, nil
	}
	papers, failed := d.Publications(ctx)
	if failed != nil {
		return house.Profile{}, failed
	}
	name := ""
	for _, p := range papers {
		if p.ID == publication {
			name = p.Name
		}
	}
	return house.Profile{}, &say.Problem{
		Subject: name,
		What:    say.T("的规则读不出来（%s）", "has rules that cannot be read (%s)").With(say.T(say.Error(err, say.Chinese), say.Error(err, say.English))),
		Do: say.T("在“本报规则”里重新保存，或用 qingyang-cli profile --set 读入一份；此前版面按默认规则打开",
			"save them again under “Rules of the house”, or take a file by qingyang-cli profile --set; until then pages open under the usual rules"),
		Err: errors.Join(ErrProfile, err),
	}
}

// Languages are the languages that scans of a publication are read in, by its profile; "" where that does not say, and
// where it cannot be read.
func (d *Desk) Languages(ctx context.Context, publication string) (string, error) {
	if publication == "" {
		return "", nil
	}
	papers, err := d.Publications(ctx)
	for _, p := range papers {
		if p.Name != publication {
			continue
		}
		h, err := d.House(ctx, p.ID)
		if err != nil && !errors.Is(err, ErrProfile) {
			return "", err
		}
		return h.Languages, nil
	}
	return "", err
}

// damagedProfiles are the publications whose profile cannot be read.
func (d *Desk) damagedProfiles(ctx context.Context) (faults []Fault, err error) {
	papers, err := d.Publications(ctx)
	for _, p := range papers {
		var said *say.Problem
		if _, damage := d.House(ctx, p.ID); errors.As(damage, &said) {
			faults = append(faults, Fault{p.Name, said.What})
		}
	}
	return faults, err
}

// SetHouse keeps the profile of a publication. It holds for pages that are imported from then on; what
// a rule did on a page before is taken back by Session.SwitchOff.
func (d *Desk) SetHouse(ctx context.Context, publication int64, h house.Profile) error {
	return record.Problem(d.path, d.lib.SetProfile(ctx, publication, h.TOML()))
}

// wishesOf is what a profile wants of the checks.
func wishesOf(h house.Profile) session.Wishes {
	w := session.Wishes{Off: map[string]bool{}}
	switch h.Wrong {
	case house.WrongQuiet:
		w.Strict = proof.Quiet
	case house.WrongStrict:
		w.Strict = proof.Strict
	case house.WrongOff:
		w.Off[proof.Wrong] = true
	}
	switch h.English {
	case house.EnglishBritish:
		w.English = proof.British
	case house.EnglishAmerican:
		w.English = proof.American
	}
	return w
}
