#!/bin/bash
# gpu.sh PACK OUT: the waveform end on a GPU, in one command of under 10 minutes (not run so far on one).
# Unpacks what pack.sh made, trains the vocoder (plain, then with discriminators), speaks the test lines, and leaves weights (without the
# optimizers' state: about 44 MB), log and lines as OUT/vocoder.tar.* in pieces of 15 MB; quality.py measures the lines at home.
# MINUTES of training (7), ADVERSARIAL step from which discriminators take part (1500). Goes on with a vocoder.pt in the pack.
set -e
here=$(cd "$(dirname "$0")" && pwd); pack=$(realpath "$1"); mkdir -p "$2"; out=$(realpath "$2"); work=${WORK:-/tmp/parley-voice}
mkdir -p "$work/vocoder"; tar -C "$work" -xf "$pack"; cd "$work"; exec > >(tee -a "$out/all.log") 2>&1; date
python=${PYTHON:-python3}; export PYTHONUNBUFFERED=1 PYTHONPATH=$work/more
$python -c "import soundfile" 2> /dev/null || $python -m pip install -q --no-index --no-deps --target "$work/more" wheels/*.whl
$python -c 'import soundfile; soundfile.read("audio.flac", dtype="int16")[0].tofile("audio.i16")'
[ ! -e vocoder.pt ] || mv vocoder.pt vocoder
timeout -s TERM 540 $python "$here/decoder.py" "$work" vocoder --from-spectra --shape "${SHAPE:-wide}" --device "${DEVICE:-cuda}" \
  --batch "${BATCH:-32}" --rate 2e-3 --steady .5 --adversarial "${ADVERSARIAL:-1500}" --steps 1000000 --minutes "${MINUTES:-7}" --save-every 60
date
$python "$here/vocode.py" vocoder/vocoder.pt lines spoken
$python - <<'PY'
import torch
saved = torch.load("vocoder/vocoder.pt", map_location="cpu")
torch.save({n: v for n, v in saved.items() if "optimizer" not in n}, "vocoder.pt")
PY
tar -cf - vocoder.pt vocoder/vocoder.jsonl spoken | split -b 15000000 - "$out/vocoder.tar."; date; touch "$out/finished"
