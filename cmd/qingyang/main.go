// Command qingyang is the program with a window.
package main

import (
	"flag"
	"fmt"
	"os"

	"qingyang/app/say"
	"qingyang/app/window"
)

// Exit statuses, as qingyang-cli has them.
const (
	failed = 1 // the window could not be opened
	misuse = 2 // the command line is wrong
)

func main() {
	lang := say.System()
	var opt window.Options
	flag.BoolVar(&opt.Sample, "sample", false, "open the sample library / 打开示例档案库")
	flag.StringVar(&opt.Trace, "trace", "", "append a line to this file for every state the window reaches / 把窗口经过的状态写入此文件")
	flag.Usage = func() {
		fmt.Fprintln(flag.CommandLine.Output(), say.T("用法：qingyang [选项] [档案库.qingyang]", "usage: qingyang [options] [library.qingyang]").In(lang))
		flag.PrintDefaults()
	}
	flag.Parse()
	if flag.NArg() > 1 {
		fmt.Fprintln(os.Stderr, "qingyang: "+say.T("只能打开一个档案库，多了：%v", "one library can be opened, this is too much: %v").With(flag.Args()[1:]).In(lang))
		flag.Usage()
		os.Exit(misuse)
	}
	opt.Library = flag.Arg(0)
	if err := window.Run(opt); err != nil {
		fmt.Fprintln(os.Stderr, "qingyang: "+say.Error(err, lang))
		os.Exit(failed)
	}
}
