#!/usr/bin/env bash
# Draws icons/*.png from icons/icon.svg, with Chromium. To be run when the icon has changed.
set -euo pipefail
cd "$(dirname "$0")/../icons"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
draw() { # file side background share-of-the-side
  printf '<style>body{margin:0;background:%s}img{display:block;width:%s;margin:calc((100vw - %s)/2)}</style><img src="%s">' \
    "$3" "$4" "$4" "file://$PWD/icon.svg" >"$work/icon.html"
  chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --allow-file-access-from-files \
    --default-background-color=00000000 --user-data-dir="$work/profile" --window-size="$2,$2" \
    --screenshot="$work/icon.png" "file://$work/icon.html" 2>/dev/null
  mv "$work/icon.png" "$1"
}
draw icon-192.png 192 transparent 192px
draw icon-512.png 512 transparent 512px
# What a system cuts into its own shape shows the outer tenth of each side to nobody.
draw maskable-512.png 512 '#23303b' 400px
