package window

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"qingyang/app/say"
)

// Exit statuses, as qingyang-cli has them.
const (
	failed = 1 // the window could not be opened
	misuse = 2 // the command line is wrong
)

// Main is the program: it reads the command line, without the program's own name, opens the window,
// and returns the status to exit with when it is closed. It must be called on the main goroutine.
func Main(args []string) (status int) {
	opt, err := readArgs(args, os.Stderr)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return 0
	case err != nil:
		return misuse
	case opt.Version:
		fmt.Println("qingyang " + Version)
		return 0
	case opt.Install:
		if err := installDesktop(os.Stdout, say.System()); err != nil {
			fmt.Fprintln(os.Stderr, "qingyang: "+say.Error(err, say.System()))
			return failed
		}
		return 0
	}
	if err := Run(opt); err != nil {
		fmt.Fprintln(os.Stderr, "qingyang: "+say.Error(err, say.System()))
		return failed
	}
	return 0
}

// readArgs reads the command line; what is wrong with it is written to out.
func readArgs(args []string, out io.Writer) (opt Options, err error) {
	lang := say.System()
	f := flag.NewFlagSet("qingyang", flag.ContinueOnError)
	f.SetOutput(out)
	f.BoolVar(&opt.Sample, "sample", false, "open the sample library / 打开示例档案库")
	f.BoolVar(&opt.New, "new", false, "make the library, which must not be there yet / 新建此档案库，文件须尚不存在")
	f.StringVar(&opt.Trace, "trace", "", "append a line to this file for every state the window reaches / 把窗口经过的状态写入此文件")
	f.BoolVar(&opt.Version, "version", false, "print the version / 显示版本")
	f.BoolVar(&opt.Install, "install-desktop", false, "make the desktop know the program and its libraries, for this user / 为当前用户登记到桌面菜单和文件类型")
	usage := func() {
		fmt.Fprintln(out, say.T("用法：qingyang [选项] [档案库.qingyang]", "usage: qingyang [options] [library.qingyang]").In(lang))
		f.PrintDefaults()
	}
	f.Usage = func() {} // Parse would call it before we have said what is wrong
	f.SetOutput(io.Discard)
	err = f.Parse(args)
	f.SetOutput(out)
	if errors.Is(err, flag.ErrHelp) {
		usage()
		return opt, err
	}
	if err != nil {
		what := strings.TrimPrefix(err.Error(), "flag provided but not defined: ")
		err = &say.Problem{
			Subject: what, What: say.T("不是清样认得的选项", "is no option of this program"),
			Do: say.T("可用的选项如下", "these are its options"),
		}
		fmt.Fprintln(out, "qingyang: "+say.Error(err, lang))
		usage()
		return opt, err
	}
	if f.NArg() > 1 {
		err = &say.Problem{
			Subject: fmt.Sprint(f.Args()[1:]), What: say.T("多余：只能打开一个档案库", "too much: one library can be opened"),
			Do: say.T("选项要写在路径前面", "options stand before the path"),
		}
		fmt.Fprintln(out, "qingyang: "+say.Error(err, lang))
		usage()
	}
	opt.Library = f.Arg(0)
	if err == nil && opt.New && opt.Library == "" {
		err = &say.Problem{
			Subject: "-new", What: say.T("没有说明新档案库的路径", "there is no path of the new library"),
			Do: say.T("请写在后面", "give it behind"),
		}
		fmt.Fprintln(out, "qingyang: "+say.Error(err, lang))
		usage()
	}
	return opt, err
}
