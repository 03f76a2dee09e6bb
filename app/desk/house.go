package desk

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"qingyang/app/clean"
	"qingyang/app/rule"
	"qingyang/app/say"
)

// House is what the house of a publication wants of cleaning. The zero House wants every rule, and
// one space for the pause in a headline.
type House struct {
	Off   []string `toml:"off"`            // the ids of the rules that are switched off
	Pause string   `toml:"headline_pause"` // PauseSpace or PauseWide; empty is PauseSpace
}

// The pauses that a house may set in its headlines.
const (
	PauseSpace = "space" // one half-width space
	PauseWide  = "wide"  // one full-width space, U+3000
)

// layoutRules are the rules of layout that a house can switch off, in the order of RULES.
var layoutRules = []string{"L1", "L2", "L3", "L5", "L6", "L7", "L8", "L9", "E1", "E2", "E8"}

// HouseRules are the ids of all rules that a house can switch off.
func HouseRules() []string {
	ids := slices.Clone(layoutRules)
	for _, r := range rule.All {
		if !slices.Contains(ids, r.ID) {
			ids = append(ids, r.ID)
		}
	}
	return ids
}

// ParseHouse reads a profile from TOML. What it does not know is a problem that says so: a word that
// was misspelt must not be passed over.
func ParseHouse(name, text string) (House, error) {
	var h House
	meta, err := toml.Decode(text, &h)
	bad := func(what say.Text, err error) (House, error) {
		return House{}, &say.Problem{
			Subject: name, What: what, Err: err,
			Do: say.T("规则写成 off = [\"S1\"]，标题停顿写成 headline_pause = \"space\" 或 \"wide\"", "write rules as off = [\"S1\"], the pause as headline_pause = \"space\" or \"wide\""),
		}
	}
	if err != nil {
		return bad(say.T("不是可读的规则文件", "is no profile that can be read"), err)
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		return bad(say.T("不认识“%s”", "“%s” is not known").With(unknown[0].String()), nil)
	}
	for _, id := range h.Off {
		if !slices.Contains(HouseRules(), id) {
			return bad(say.T("没有规则“%s”", "there is no rule “%s”").With(id), nil)
		}
	}
	if h.Pause != "" && h.Pause != PauseSpace && h.Pause != PauseWide {
		return bad(say.T("不认识停顿“%s”", "the pause “%s” is not known").With(h.Pause), nil)
	}
	slices.Sort(h.Off)
	h.Off = slices.Compact(h.Off)
	return h, nil
}

// TOML writes the profile so that ParseHouse reads it back, with a line of comment for each rule.
func (h House) TOML() string {
	var b strings.Builder
	b.WriteString("# 清样：本报规则 / Qingyang: profile of a house\n")
	pause := h.Pause
	if pause == "" {
		pause = PauseSpace
	}
	fmt.Fprintf(&b, "headline_pause = %q\noff = [\n", pause)
	for _, id := range h.Off {
		name := RuleName(id)
		fmt.Fprintf(&b, "  %q, # %s / %s\n", id, name.ZH, name.EN)
	}
	b.WriteString("]\n")
	return b.String()
}

// profile is the house's wishes as cleaning takes them.
func (h House) profile() clean.Profile {
	p := clean.Profile{Off: map[string]bool{}, Pause: ' '}
	for _, id := range h.Off {
		p.Off[id] = true
	}
	if h.Pause == PauseWide {
		p.Pause = '\u3000'
	}
	return p
}

// House reads the profile of a publication.
func (d *Desk) House(ctx context.Context, publication int64) (House, error) {
	text, err := d.lib.Profile(ctx, publication)
	if err != nil {
		return House{}, problem(d.path, err)
	}
	return ParseHouse(d.path, text)
}

// SetHouse keeps the profile of a publication. It holds for pages that are imported from then on; what
// a rule did on a page before is taken back by Sheet.SwitchOff.
func (d *Desk) SetHouse(ctx context.Context, publication int64, h House) error {
	return problem(d.path, d.lib.SetProfile(ctx, publication, h.TOML()))
}
