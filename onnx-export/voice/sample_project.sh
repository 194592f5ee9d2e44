#!/bin/sh
# sample_project.sh [LINES]: make assets/samples/lighthouse.parley anew, its first LINES (default 4) lines spoken by the bundled voice.
set -e
cd "$(dirname "$0")/../../assets/samples"; parley=${PARLEY:-../../parley}; first=${1:-4}
rm -rf lighthouse.parley
trap 'rm -f first-lines.txt' EXIT
awk -v n="$first" '/^[^@#]/ && NF { if (spoken++ >= n) next } { print }' lighthouse.txt > first-lines.txt
$parley import first-lines.txt -o lighthouse.parley
$parley render lighthouse.parley --model ../voice
$parley import lighthouse.txt -o lighthouse.parley --update
rm -f lighthouse.parley/lock lighthouse.parley/journal lighthouse.parley/project.last.json    # no undo into how it was made
du -sk lighthouse.parley
