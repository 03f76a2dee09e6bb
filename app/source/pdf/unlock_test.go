package pdf

import (
	"bytes"
	"crypto/md5"
	"crypto/rc4"
	"encoding/hex"
	"errors"
	"fmt"
	"testing"
)

// padding fills up passwords (ISO 32000-1, 7.6.3.3).
var padding, _ = hex.DecodeString("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")

func padded(password string) []byte { return append([]byte(password), padding...)[:32] }

func rc4Of(key, b []byte) []byte {
	c, err := rc4.NewCipher(key)
	if err != nil {
		panic(err)
	}
	out := make([]byte, len(b))
	c.XORKeyStream(out, b)
	return out
}

// locked is a page of a few words that opens with a password (revision 2 of the standard security handler).
func locked(password string) []byte {
	owner := md5.Sum(padded("owner"))
	o := rc4Of(owner[:5], padded(password))
	id := []byte("0123456789abcdef")
	h := md5.Sum(append(append(append(padded(password), o...), 0xFC, 0xFF, 0xFF, 0xFF), id...))
	key := h[:5]
	u := rc4Of(key, padding)
	text := []byte("BT /A 12 Tf 20 380 Td (The ferry leaves at six) Tj ET")
	k := md5.Sum(append(bytes.Clone(key), 5, 0, 0, 0, 0))
	text = rc4Of(k[:10], text)
	objects := []string{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Resources << /Font << /A 4 0 R >> >> /Contents 5 0 R >>",
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
		fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(text), text),
		fmt.Sprintf("<< /Filter /Standard /V 1 /R 2 /O <%x> /U <%x> /P -4 >>", o, u)}
	b := file(objects)
	return bytes.Replace(b, []byte("/Root 1 0 R"), fmt.Appendf(nil, "/Root 1 0 R /Encrypt 6 0 R /ID [<%x> <%x>]", id, id), 1)
}

// A file that is locked asks for its password, opens with it, and its copy needs none; the copy is the same each time.
func TestUnlock(t *testing.T) {
	b := locked("gate")
	for _, wrong := range []string{"", "door"} {
		if _, err := readAll(t.Context(), b, Options{Password: wrong}); !errors.Is(err, ErrPassword) {
			t.Errorf("with %q: %v", wrong, err)
		}
		if _, err := Unlock(t.Context(), b, wrong); !errors.Is(err, ErrPassword) {
			t.Errorf("unlocked with %q: %v", wrong, err)
		}
	}
	f, err := readAll(t.Context(), b, Options{Password: "gate"})
	if err != nil || len(f.Pages) != 1 || texts(f.Pages[0]) != "The ferry leaves at six" {
		t.Fatalf("%+v %v", f, err)
	}
	open, err := Unlock(t.Context(), b, "gate")
	if err != nil {
		t.Fatal(err)
	}
	if g, err := readAll(t.Context(), open, Options{}); err != nil || texts(g.Pages[0]) != texts(f.Pages[0]) {
		t.Errorf("the copy: %+v %v", g, err)
	}
	if again, err := Unlock(t.Context(), b, "gate"); err != nil || !bytes.Equal(open, again) {
		t.Errorf("another copy differs: %v", err)
	}
}
