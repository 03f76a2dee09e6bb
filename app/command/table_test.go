package command_test

import (
	"flag"
	"os"
	"strings"
	"testing"

	"qingyang/app/command"
	"qingyang/app/say"
)

var update = flag.Bool("update", false, "write docs/keys.md anew")

func TestTableIsWhole(t *testing.T) {
	ids, names := map[string]bool{}, map[say.Text]string{}
	keys := map[command.Key]string{}
	for _, c := range command.Table {
		if c.ID == "" || ids[c.ID] {
			t.Errorf("id %q is empty or stands twice", c.ID)
		}
		ids[c.ID] = true
		if c.Name.ZH == "" || c.Name.EN == "" || c.Run == nil {
			t.Errorf("%s has no name in one language, or does nothing", c.ID)
		}
		if other := names[c.Name]; other != "" {
			t.Errorf("%s and %s have one name", c.ID, other)
		}
		names[c.Name] = c.ID
		bindings, err := c.Bindings()
		if err != nil {
			t.Error(err)
		}
		for _, k := range bindings {
			if other := keys[k]; other != "" {
				t.Errorf("%s and %s have one key: %+v", c.ID, other, k)
			}
			keys[k] = c.ID
			if !k.Ctrl && !k.Alt && len(k.Name) == 1 {
				t.Errorf("%s: the key %s would be typed into the text", c.ID, k.Name)
			}
		}
	}
}

// TestKeysOfTheEditorAreFree: what every text field does with a key stays the field's.
func TestKeysOfTheEditorAreFree(t *testing.T) {
	taken := map[string]bool{}
	for _, k := range strings.Fields("Ctrl+A Ctrl+C Ctrl+X Ctrl+V Ctrl+Left Ctrl+Right Ctrl+Home Ctrl+End Enter Backspace Del Up Down Left Right Home End PageUp PageDown") {
		taken[k] = true
	}
	for _, c := range command.Table {
		for _, k := range strings.Fields(c.Keys) {
			if taken[k] {
				t.Errorf("%s takes %s from the text", c.ID, k)
			}
		}
	}
}

func TestKeysInTheManual(t *testing.T) {
	const path = "../../docs/keys.md"
	want := command.Manual()
	if *update {
		if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(path)
	if err != nil || string(got) != want {
		t.Errorf("docs/keys.md is not what the table says; run `go test ./app/command -update`. %v", err)
	}
}
