#!/usr/bin/env bash
# Makes the faces of printed papers, internal/render/font: Noto Sans SC cut to the characters of GB 2312, of
# the table of standard Chinese characters (通用规范汉字表) and Latin-1. Nobody needs to run it but who wants
# another version or more characters; the result is committed.
#
#   apt-get install fonttools unicode-data && scripts/fonts.sh
set -euo pipefail
cd "$(dirname "$0")/.."

version=0.4.3
out=internal/render/font
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

(cd "$work" && npm pack --silent "@expo-google-fonts/noto-sans-sc@$version" >/dev/null && tar xzf ./*.tgz)

python3 - >"$work/characters" <<'PYTHON'
import bz2

wanted = set(range(0x20, 0x7F)) | set(range(0xA0, 0x180)) | set(range(0x2010, 0x2028)) | {0x2030, 0x20AC, 0x2122, 0x3013}
for row in range(0xA1, 0xF8):
    for cell in range(0xA1, 0xFF):
        try:
            wanted.add(ord(bytes((row, cell)).decode("gb2312")))
        except UnicodeDecodeError:
            pass
for line in bz2.open("/usr/share/unicode/Unihan_OtherMappings.txt.bz2", "rt", encoding="utf-8"):
    if "\tkTGH\t" in line:
        wanted.add(int(line.split("\t")[0][2:], 16))
print("\n".join(f"U+{c:04X}" for c in sorted(wanted) if c <= 0xFFFF))
PYTHON

mkdir -p "$out"
for face in 400Regular:Regular 700Bold:Bold; do
  pyftsubset "$work/package/${face%%:*}/NotoSansSC_${face%%:*}.ttf" --unicodes-file="$work/characters" \
    --layout-features='' --no-hinting --desubroutinize --notdef-outline --name-IDs=0,1,2,3,4,5,6,13,14 \
    --output-file="$out/NotoSansSC-${face##*:}.ttf"
done
cp "$work/package/LICENSE_FONT" "$out/LICENSE"
ls -l "$out"
