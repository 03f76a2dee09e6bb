// Command qingyang is the program with a window.
package main

import (
	"os"

	"qingyang/app/window"
)

func main() { os.Exit(window.Main(os.Args[1:])) }
