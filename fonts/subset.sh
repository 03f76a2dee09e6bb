#!/bin/sh
# Makes the two theme fonts from the full ones beside this script: GB 2312 (characters of its
# two levels and its marks), Latin, punctuation, arrows, and the shapes that menus and lists use.
# Needs python3-fonttools (Debian). Run it in this folder; the result is the same every time.
set -eu
cd "$(dirname "$0")"
python3 - >gb2312.unicodes <<'P'
wanted = set()
for high in range(0xA1, 0xF8):
    for low in range(0xA1, 0xFF):
        try:
            wanted.add(ord(bytes([high, low]).decode("gb2312")))
        except UnicodeDecodeError:
            pass
for first, last in [
    (0x20, 0x7E), (0xA0, 0x17F), (0x2000, 0x206F), (0x20A0, 0x20BF), (0x2100, 0x218F),
    (0x2190, 0x21FF), (0x2200, 0x22FF), (0x2300, 0x23FF), (0x2460, 0x24FF), (0x2500, 0x25FF),
    (0x2600, 0x27BF), (0x2B00, 0x2BFF), (0x3000, 0x303F), (0xFF00, 0xFFEF),
]:
    wanted.update(range(first, last + 1))
wanted.update(map(ord, "〇々镕喆堃昇陞甯玥琯珺祎祇珅垚淼焱犇晳皙佺侔偲頔頫瑀璟璠翀翮昪昇昉昳栐桢邨闫甪"))
print("\n".join("U+%04X" % c for c in sorted(wanted)))
P
for weight in Regular Bold; do
    python3 -m fontTools.subset "NotoSansSC-$weight.ttf" \
        --unicodes-file=gb2312.unicodes --output-file="NotoSansSC-Theme-$weight.ttf" \
        --layout-features='' --no-hinting --name-IDs='*' --notdef-outline --drop-tables+=vhea,vmtx,BASE,STAT
done
rm gb2312.unicodes
