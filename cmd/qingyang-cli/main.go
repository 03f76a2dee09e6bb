// Command qingyang-cli is the desk without a display: it imports, cleans, lists, exports, verifies
// and backs up. It needs neither cgo nor a window system.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"time"

	"github.com/spf13/cobra"

	"qingyang/app/desk"
	"qingyang/app/say"
)

// Exit statuses, after sysexits and the habit of Unix tools.
const (
	failed = 1 // something could not be done
	misuse = 2 // the command line is wrong
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	context.AfterFunc(ctx, stop) // asked a second time, the program ends whatever it does
	if os.Getenv("QINGYANG_LOG") == "" {
		slog.SetDefault(slog.New(slog.DiscardHandler)) // what a person needs is said below
	}
	t := &tool{lang: say.System()}
	err := t.root().ExecuteContext(ctx)
	if err == nil {
		return
	}
	if errors.Is(err, context.Canceled) {
		err = &say.Problem{
			What: say.T("已中断", "interrupted"), Err: err,
			Do: say.T("此前完成的都已保存", "what was done before is kept"),
		}
	}
	fmt.Fprintln(terminal{os.Stderr}, "qingyang-cli: "+say.Error(err, t.lang))
	stop()
	if t.ran {
		os.Exit(failed)
	}
	os.Exit(misuse)
}

// tool is what the commands share.
type tool struct {
	lang    say.Lang
	library string
	ran     bool             // the command line was right and the work began
	err     io.Writer        // standard error, once the work began
	ticks   <-chan time.Time // when watched folders are looked at; nil is every few seconds
}

func (t *tool) root() *cobra.Command {
	c := &cobra.Command{
		Use:           "qingyang-cli",
		Short:         t.in("清样：把报纸版面的原始文字整理成稿件", "Qingyang: from the raw text of a newspaper page to finished articles"),
		SilenceUsage:  true,
		SilenceErrors: true,
		PersistentPreRun: func(c *cobra.Command, _ []string) {
			t.ran = true
			c.SetOut(terminal{c.OutOrStdout()})
			c.SetErr(terminal{c.ErrOrStderr()})
			t.err = c.ErrOrStderr()
		},
	}
	c.AddCommand(t.clean(), t.check(), t.normalize(), t.imports(), t.list(), t.history(), t.corrections(),
		t.exports(), t.search(), t.verify(), t.backup(), t.salvage(), t.restore(), t.sample(), t.profile(), t.register(), t.learned(), t.notes(), t.compare())
	return c
}

func (t *tool) in(zh, en string) string { return say.T(zh, en).In(t.lang) }

// needs adds the flag that names the library.
func (t *tool) needs(c *cobra.Command) *cobra.Command {
	c.Flags().StringVar(&t.library, "library", "", t.in("档案库文件（.qingyang）", "the library file (.qingyang)"))
	if err := c.MarkFlagRequired("library"); err != nil {
		panic(err)
	}
	return c
}

// with opens the library to read it and closes it again. A library that is not there is not made, and
// nobody's name is written into one that is.
func (t *tool) with(ctx context.Context, work func(d *desk.Desk) error) error {
	return t.open(ctx, desk.Options{Existing: true, Reading: true}, work)
}

// withExisting does as with, to write too.
func (t *tool) withExisting(ctx context.Context, work func(d *desk.Desk) error) error {
	return t.open(ctx, desk.Options{Existing: true}, work)
}

// withNew does as withExisting, and makes a library that is not there.
func (t *tool) withNew(ctx context.Context, work func(d *desk.Desk) error) error {
	return t.open(ctx, desk.Options{}, work)
}

func (t *tool) open(ctx context.Context, opt desk.Options, work func(d *desk.Desk) error) error {
	opt.Name = os.Getenv("QINGYANG_NAME")
	d, err := desk.Open(ctx, t.library, opt)
	if err != nil {
		return err
	}
	if notice := d.Notice(); notice != nil {
		fmt.Fprintln(t.err, say.Error(notice, t.lang))
	}
	return errors.Join(work(d), d.Close())
}

// progress shows how far a long job is, on standard error.
func (t *tool) progress(p desk.Progress) {
	if p.Pages > 1 {
		fmt.Fprintf(t.err, "[%d/%d] %s %d/%d\n", p.Done, p.All, p.Subject, p.Page, p.Pages)
		return
	}
	fmt.Fprintf(t.err, "[%d/%d] %s\n", p.Done, p.All, p.Subject)
}
