package cue

import (
	"bytes"
	"compress/flate"
	"fmt"
	"io"
)

// Pack compresses the weights of models.
func Pack(models ...[]byte) []byte {
	var out bytes.Buffer
	w, err := flate.NewWriter(&out, flate.BestCompression)
	if err != nil {
		panic(err) // the level is a constant
	}
	for _, m := range models {
		w.Write(m)
	}
	w.Close()
	return out.Bytes()
}

// Unpack undoes Pack.
func Unpack(b []byte) ([]byte, error) { return io.ReadAll(flate.NewReader(bytes.NewReader(b))) }

// Empty says that nothing may be left of a file of weights.
func Empty(b []byte) error {
	if len(b) > 0 {
		return fmt.Errorf("%d bytes too many in the weights", len(b))
	}
	return nil
}
