package phrase

import "testing"

func TestLatinByline(t *testing.T) {
	for line, want := range map[string]string{
		"By Ann Poe":                        "By Ann Poe",
		"BY ANN POE and Jan de Roe":         "BY ANN POE and Jan de Roe",
		"Ann Poe, Staff Reporter":           "Ann Poe, Staff Reporter",
		"— Ann Poe":                         "Ann Poe",
		"-- Ann Poe":                        "Ann Poe",
		"By the river the boats lie":        "",
		"From Ann Poe in Paris":             "From Ann Poe in Paris",
		"From Paris to Rome by cart":        "",
		"Report by Ann Poe":                 "Report by Ann Poe",
		"Report of the Committee":           "",
		"Ann Poe reports":                   "Ann Poe reports",
		"Ann van Poe writes":                "Ann van Poe writes",
		"EXCLUSIVE by Ann Poe":              "EXCLUSIVE by Ann Poe",
		"Words: Ann Poe":                    "Words: Ann Poe",
		"by Ann Poe, for The Gull":          "by Ann Poe, for The Gull",
		"Special by the river":              "",
		"The committee reports":             "",
		"Committee reports":                 "",
		"New boats for Lowton":              "",
		"— Lowton":                          "",
		"By 9:30":                           "",
		"By Ann Poe / Gull Reporter":        "By Ann Poe / Gull Reporter",
		"Words: Ann Poe  Pictures: Jan Roe": "Words: Ann Poe  Pictures: Jan Roe",
		"Words: three  Pictures: none":      "",
		"By Ann Poe, Class of 1998":         "By Ann Poe, Class of 1998",
		"By Ann Poe (Year 9)":               "By Ann Poe (Year 9)",
		"By May, all boats were in.":        "",
		"By our City Reporter":              "By our City Reporter",
		"By our own reckoning":              "",
		"By":                                "",
		"Ann Poe, Guest Columnist":          "Ann Poe, Guest Columnist",
		"By Ann Poe '16":                    "By Ann Poe '16",
		"By '16 all boats":                  "",
		"Staff Writer":                      "",
		"":                                  "",
	} {
		k, ok := LatinByline([]rune(line))
		if got := words(line, k, ok); got != want {
			t.Errorf("%q: %q, want %q", line, got, want)
		}
	}
}

func TestLatinDateline(t *testing.T) {
	for text, want := range map[string]string{
		"HARWICK, Jan. 1 — Boats": "HARWICK, Jan. 1 —", "LOWTON (AP) – Boats": "LOWTON (AP) –", "ST. IVES — Boats": "ST. IVES —", "HARWICK, May 3 (Wire) - Boats": "HARWICK, May 3 (Wire) -", "HARWICK, May 3 -- Boats": "HARWICK, May 3 --", "NORTH-EAST, that": "", "HARWICK - Boats": "", "HARWICK -- Boats": "HARWICK --", "HARWICK --": "HARWICK --", "BOATS COUNTED. -- Ten": "", "A -- boat": "", "KING'S LYNN, May 3 — Boats": "KING'S LYNN, May 3 —",
		"Harwick — boats": "", "UK — boats": "", "BOATS ARE BACK": "", "HARWICK: boats — back": "", "": "",
	} {
		r := []rune(text)
		if got := string(r[:LatinDateline(r)]); got != want {
			t.Errorf("%q: %q", text, got)
		}
	}
}

func TestAbbreviation(t *testing.T) {
	for text, want := range map[string]bool{ // of the last point
		"asked Mr.": true, "by Hon.": true, "near St. ": true, "Dr. Poe": true, "the Rev. John": true, "Gen. Roe": true, "MRS. POE": true,
		"No. 5": true, "No.": true, "see No. 12": true, "pp. 3": true, "on Jan. 4": true, "in Jan. The": false, "He said No. The": false,
		"J. Poe": true, "by A. B. Roe": true, "by J. de Roe": true, "Mr. J.": true, "vitamin C. The": false, "it was I. The": false,
		"at 5 p.m. on": true, "at 5 p.m. The": false, "the U.S. army": true, "the U.S. The": false, "etc., and": true, "Poe & Co. said": true, "Poe & Co. The": false,
		"the harbour. The": false, "12. The": false, ".": false, "it's. The": false, "the most. ": false,
	} {
		r := []rune(text)
		at := -1
		for i, c := range r {
			if c == '.' {
				at = i
			}
		}
		if got := IsAbbreviated(r, at); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
	for text, want := range map[string]bool{"Gull Co.": true, "the U.S.": true, "vitamin C.": true, "Windows.": false, "11.": false, "渡口.": false} {
		r := []rune(text)
		if got := MayAbbreviate(r, len(r)-1); got != want {
			t.Errorf("%q may abbreviate: %v", text, got)
		}
	}
	for text, want := range map[string]bool{"asked Mr.": true, "the end of the": true, "TWO OUT OF THE": true, "Lohe und": true, "haben in der": true, "sur le": true, "die": false, "at the quay": false, "Panama": false, "der": false, "渡口": false} {
		if got := EndsBefore([]rune(text), 'A'); got != want {
			t.Errorf("%q ends before more: %v", text, got)
		}
	}
	if IsAbbreviated([]rune("渡口."), 2) || IsAbbreviated(nil, 0) || IsAbbreviated([]rune("Mr"), 1) {
		t.Error("no abbreviation")
	}
}

func TestLastSentence(t *testing.T) {
	for text, want := range map[string]int{"开了。关": 3, "“开了。”关": 5, "开了": -1, "": -1, "真的？！": 4, "开了…": 3, "开了.（关": 3, "开了.关": -1, "No.": -1} {
		if got := LastSentence([]rune(text)); got != want {
			t.Errorf("%q: %d", text, got)
		}
	}
}

func TestBareLatinName(t *testing.T) {
	for text, want := range map[string]bool{
		"Ann J. Poe":             true,
		"Ann Poe in Stone Mere":  true,
		"Hugh van der Loo":       true,
		"Ann":                    false,
		"Ann Poe was late":       false,
		"Ann Poe in the harbour": false,
		"Boats 4 Sale":           false,
		"":                       false,
	} {
		if got := BareLatinName([]rune(text)); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestLatinPlace(t *testing.T) {
	for text, want := range map[string]int{
		"Mere — The clock stopped":             6,
		"Stone Bridge, May 4 — The clock":      21,
		"Port Alder, 14th March.—The clock":    24,
		"Stone Bridge, May 4 —":                21,
		"Stone Bridge —":                       0,
		"Choir practice — There will be":       0,
		"Mere — the clock stopped":             0,
		"The old man of Mere — The clock":      0,
		"Mere—The clock stopped":               0,
		"— The clock stopped":                  0,
		"Mr. Orchard — He was late — spoke up": 0,
	} {
		if got := LatinPlace([]rune(text)); got != want {
			t.Errorf("LatinPlace(%q) = %d, want %d", text, got, want)
		}
	}
}

func TestUnpartedHead(t *testing.T) {
	for _, c := range []struct {
		text   string
		marked bool
		want   string
	}{
		{"WEED IN POND The harbour is", false, "WEED IN POND"},
		{"WEED IN POND A boat", false, "WEED IN POND"},
		{"THE COUNCIL of Lowton", false, ""},
		{"TODAY The harbour", false, ""},
		{"Weed in pond The harbour is shut", false, ""},
		{"Weed in pond The harbour is shut", true, "Weed in pond"},
		{"Boat fares rise Tickets are four", true, "Boat fares rise"},
		{"Work on Mill Lane Crews will dig", true, "Work on Mill Lane"},
		{"Book reading Novelist Ann Poe will read", true, "Book reading"},
		{"Weed in Lowton pond again", true, ""},
		{"Weed, The harbour is", true, ""},
		{"", true, ""},
	} {
		r := []rune(c.text)
		if got := string(r[:UnpartedHead(r, 0, c.marked)]); got != c.want {
			t.Errorf("%q: %q", c.text, got)
		}
	}
}

func TestLatinAdvert(t *testing.T) {
	for line, want := range map[string]bool{
		"FOR SALE: two carts": true, "For sale: two carts": true, "For sale": true, "HELP WANTED": true, "FOR SALE two carts, nearly new": true, "WANTED: a cart": true, "Lost: a grey cat": true,
		"Eels while you wait": true, "For sale signs line the road": false, "Wanted man is found": false, "Lost boats come home": false, "Auction of carts draws a crowd": false, "": false,
	} {
		if got := IsLatinAdvert([]rune(line)); got != want {
			t.Errorf("%q: %v", line, got)
		}
	}
}
