#!/bin/bash
# Measures Parley on a graphics card against the targets, within 10 minutes: packaging/qa/gpu.sh [--dry] [folder]
#
# Needed: an NVIDIA card that 'parley doctor' finds, 25 GB of disk space in the folder (default: a temporary one), and Python with the packages of
# onnx-export/reference/requirements.txt (variable PYTHON) and PyTorch for the card. Weights are random and of CSM-1B's size: what they say means
# nothing, and takes as long. --dry goes through the same steps on the processor with a tiny model; its figures say nothing about a card.
#
# This script has not been run on a card yet; --dry has.
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd -P)
python=${PYTHON:-python3}
parley=${PARLEY:-$here/parley}
dry=0
if [ "${1:-}" = --dry ]; then
    dry=1
    shift
fi
if [ $# -gt 0 ]; then
    work=$1
    mkdir -p "$work"
else
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
fi
device=cuda
frames=50
[ $dry = 1 ] && device=cpu && frames=10

say() { printf '== %s\n' "$*"; }

# A command with the largest memory of the card while it runs, in MiB, in the file $work/memory.
with_memory() {
    : >"$work/memory"
    "$@" &
    local pid=$!
    while kill -0 "$pid" 2>/dev/null; do
        [ $dry = 1 ] || nvidia-smi --query-gpu=memory.used --format=csv,noheader,nounits >>"$work/memory"
        sleep 0.5
    done
    wait "$pid"
}

if [ $dry = 0 ]; then
    nvidia-smi --query-gpu=name,driver_version,memory.total --format=csv,noheader || { echo "No NVIDIA card was found." >&2; exit 2; }
fi

say "A checkpoint with random weights"
checkpoint=$work/checkpoint
if [ $dry = 1 ]; then
    checkpoint=$here/src/test/resources/golden/tiny-a
elif [ ! -e "$checkpoint/config.json" ]; then
    (cd "$here/onnx-export/reference" && "$python" full_size.py "$checkpoint")
fi

for precision in fp16 int4; do
    say "Converting to $precision"
    [ -e "$work/$precision/model.json" ] || "$parley" convert "$checkpoint" -o "$work/$precision" --precision $precision
    say "Measuring $precision on $device"
    with_memory "$parley" bench --model "$work/$precision" --device $device --frames $frames --takes 1,4,8 --json >"$work/$precision.json"
    sort -n "$work/memory" | tail -n 1 >"$work/$precision.memory"
done
say "The same frames on the processor"
"$parley" bench --model "$work/fp16" --device cpu --frames 2 --takes 1 --json >"$work/processor.json"

say "transformers, static cache, compiled"
"$python" "$here/packaging/qa/transformers_speed.py" "$checkpoint" $device $frames >"$work/transformers.json" || echo '{}' >"$work/transformers.json"

"$python" - "$work" $device <<'PYTHON'
import json, sys
from pathlib import Path

work, device = Path(sys.argv[1]), sys.argv[2]
read = lambda name: json.loads((work / name).read_text())
fp16, int4, processor, other = (read(n + ".json") for n in ("fp16", "int4", "processor", "transformers"))
failed = False


def row(what, value, unit, target=None, least=False):
    global failed
    if value is None:
        verdict, shown = "not measured", "-"
        failed |= target is not None
    else:
        shown = f"{value:.3f} {unit}"
        good = target is None or (value >= target if least else value <= target)
        verdict = "" if target is None else "pass" if good else "FAIL"
        failed |= not good
    wanted = "" if target is None else f"{'>=' if least else '<='} {target:g}"
    print(f"{what:52} {shown:>16}  {wanted:>8}  {verdict}")


def agreement(a, b):
    """Share of greedy codes that agree, as long as what came before agrees: after the first difference two runs say different things."""
    same = total = 0
    for x, y in zip(a, b):
        same += sum(i == j for i, j in zip(x, y))
        total += len(x)
        if x != y:
            break
    return same / total if total else None


if any(r["device"] != device for r in (fp16, int4)):
    print("FAIL: Parley did not use the card; see 'parley doctor'.")
    failed = True
print(f"\n{'':52} {'measured':>16}  {'target':>8}")
row("greedy codes as on the processor (fp16)", agreement(fp16["greedyCodes"], processor["greedyCodes"]), "", 0.9, least=True)
for name, r in ("fp16", fp16), ("int4", int4):
    row(f"{name}: frame", r["frameMillis"], "ms")
    row(f"{name}: decoding a frame", r["decodeMillis"], "ms")
    row(f"{name}: real-time factor", r["realTimeFactor"], "", 0.1)
    row(f"{name}: frames per second", 1000 / (r["frameMillis"] + r["decodeMillis"]), "")
    row(f"{name}: first audio", r["firstAudioMillis"], "ms", 100)
    for t in r["takes"]:
        row(f"{name}: {t['takes']} takes over one", t["ratio"], "", 1.5 if t["takes"] == 8 else None)
    memory = (work / f"{name}.memory").read_text().strip()
    row(f"{name}: memory of the card", float(memory) if memory else None, "MiB")
ms = other.get("frameMillis")
row("transformers: frame without decoding", ms, "ms")
row("fp16: frame over transformers'", fp16["frameMillis"] / ms if ms else None, "", 0.3)
sys.exit(1 if failed and device == "cuda" else 0)
PYTHON
