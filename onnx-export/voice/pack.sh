#!/bin/sh
# pack.sh FILE.tar.gz: what the recipe needs besides Python, for a machine without Debian's packages; unpack it at / there.
pack=$(mktemp -d)
mkdir -p "$pack/usr/bin" "$pack/usr/lib/x86_64-linux-gnu" "$pack/usr/share/festival/dicts" "$pack/usr/share/games"
cp "$(command -v flite)" "$pack/usr/bin/"
for library in $(ldd "$(command -v flite)" | grep -oE '/[^ ]*(flite|asound)[^ ]*'); do cp -L "$library" "$pack/usr/lib/x86_64-linux-gnu/"; done
cp -r /usr/share/festival/dicts/cmu "$pack/usr/share/festival/dicts/"
cp -r /usr/share/games/fortunes "$pack/usr/share/games/"
tar -C "$pack" -czf "$1" usr && rm -r "$pack" && ls -l "$1"
