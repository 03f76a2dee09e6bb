package window

import _ "embed"

// Version is the program's; FyneApp.toml has the same, which a test sees to.
const Version = "0.1.0"

// icon is the program's picture for desktops: 512 pixels square, as PNG.
//
//go:embed Icon.png
var icon []byte
