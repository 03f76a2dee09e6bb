package main

import (
	"bufio"
	"context"
	"errors"
	"io"

	"github.com/spf13/cobra"

	"qingyang/app/desk"
	"qingyang/app/say"
)

// longestLine is the longest line that normalize takes, in bytes.
const longestLine = 16 << 20

func (t *tool) normalize() *cobra.Command {
	return &cobra.Command{
		Use:     "normalize",
		Short:   t.in("逐行规范标点、空格和全半角（标准输入到标准输出）", "normalize marks, spaces and widths line by line, from standard input to standard output"),
		Example: "  qingyang-cli normalize < lines.txt",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			done := make(chan error, 1)
			go func() { done <- normalizeLines(c.Context(), c.InOrStdin(), data(c)) }()
			select {
			case err := <-done:
				return err
			case <-c.Context().Done(): // the reader may wait for a terminal
				return c.Context().Err()
			}
		},
	}
}

// normalizeLines writes each line that it reads after the rules; line ends, and bytes that are no UTF-8,
// stay as they are.
func normalizeLines(ctx context.Context, r io.Reader, w io.Writer) error {
	in, out := bufio.NewReader(r), bufio.NewWriter(w)
	for ctx.Err() == nil {
		line, err := readLine(in)
		if n := len(line); n > 0 && line[n-1] == '\n' {
			line = desk.Normalize(line[:n-1]) + "\n"
		} else {
			line = desk.Normalize(line)
		}
		if _, err := out.WriteString(line); err != nil {
			return err
		}
		switch {
		case err == io.EOF:
			return out.Flush()
		case err != nil:
			return errors.Join(out.Flush(), err)
		}
	}
	return ctx.Err()
}

// readLine reads a line with its end, of at most longestLine bytes.
func readLine(in *bufio.Reader) (string, error) {
	var line []byte
	for {
		part, err := in.ReadSlice('\n')
		if len(line)+len(part) > longestLine {
			return "", &say.Problem{
				What: say.T("有一行超过 %d MB", "a line has more than %d MB").With(longestLine >> 20),
				Do:   say.T("请检查输入是不是文本", "look whether the input is a text"),
			}
		}
		line = append(line, part...)
		if !errors.Is(err, bufio.ErrBufferFull) {
			return string(line), err
		}
	}
}
