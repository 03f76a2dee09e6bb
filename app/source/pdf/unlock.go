package pdf

import (
	"bytes"
	"context"
	"errors"

	"github.com/klippa-app/go-pdfium/requests"
)

// Unlock makes a copy of a file that needs a password, which needs none: what is kept of it can then be read ever after.
// The same file gives the same bytes. Errors: those of Each.
func Unlock(ctx context.Context, b []byte, password string) (out []byte, err error) {
	r := &reader{ctx: ctx, b: b, opt: Options{Password: password, Limit: 3 * pageTime}}
	defer r.close()
	doc, err := r.whole()
	if err != nil {
		return nil, err
	}
	err = r.within(func(context.Context) error {
		var copied bytes.Buffer
		_, err := r.in.FPDF_SaveAsCopy(&requests.FPDF_SaveAsCopy{Document: doc, Flags: requests.SaveFlagRemoveSecurity, FileWriter: &copied})
		out = copied.Bytes()
		return err
	})
	if err == nil && len(out) == 0 {
		err = ErrBroken
	}
	if err != nil && !errors.Is(err, ErrVast) {
		err = errors.Join(ErrBroken, err)
	}
	return out, err
}
