package command

import (
	"fmt"
	"strings"
)

// Key is one key with what is held down beside it.
type Key struct {
	Ctrl, Shift, Alt bool
	Name             string // as Fyne names keys: "F8", "P", "1", "Up", "Next" (page down)
}

// Bindings are the keys of a command.
func (c Command) Bindings() ([]Key, error) {
	var keys []Key
	for _, word := range strings.Fields(c.Keys) {
		k, err := parseKey(word)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", c.ID, err)
		}
		keys = append(keys, k)
	}
	return keys, nil
}

// names are the keys whose label differs from the name that Fyne has for them.
var names = map[string]string{
	"PageUp": "Prior", "PageDown": "Next", "Enter": "Return", "Plus": "=", "Minus": "-", "Del": "Delete",
}

func parseKey(word string) (Key, error) {
	var k Key
	parts := strings.Split(word, "+")
	for i, p := range parts {
		last := i == len(parts)-1
		switch {
		case p == "":
			return Key{}, fmt.Errorf("key %q has an empty part", word)
		case !last && p == "Ctrl":
			k.Ctrl = true
		case !last && p == "Shift":
			k.Shift = true
		case !last && p == "Alt":
			k.Alt = true
		case !last:
			return Key{}, fmt.Errorf("key %q: %q is no modifier", word, p)
		default:
			k.Name = p
			if n, ok := names[p]; ok {
				k.Name = n
			}
		}
	}
	return k, nil
}
