// Command qingyang is the program with a window.
package main

import (
	"flag"
	"fmt"
	"os"

	"qingyang/app/window"
)

func main() {
	var opt window.Options
	flag.BoolVar(&opt.Sample, "sample", false, "open the sample library / 打开示例档案库")
	flag.StringVar(&opt.Trace, "trace", "", "append a line to this file for every state the window reaches / 把窗口经过的状态写入此文件")
	flag.Parse()
	opt.Library = flag.Arg(0)
	if err := window.Run(opt); err != nil {
		fmt.Fprintln(os.Stderr, "qingyang:", err)
		os.Exit(1)
	}
}
