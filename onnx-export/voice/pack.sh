#!/bin/bash
# pack.sh FILE.tar CORPUS LINES [MINUTES]: the first minutes of a corpus (35 are about 50 MB) and the test lines as FLAC, for gpu.sh on a
# machine that reaches no network. $VOCODER, a vocoder.pt, goes along to be trained on. Needs PyPI's soundfile here and carries it.
set -e
here=$(cd "$(dirname "$0")" && pwd); pack=$(mktemp -d); trap 'rm -r "$pack"' EXIT
PYTHONPATH=$here ${PYTHON:-python3} - "$pack" "$2" "${4:-35}" <<'PY'
import json, pathlib, sys
import numpy as np, soundfile
out, corpus, minutes = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), float(sys.argv[3])
kept = [u for u in map(json.loads, open(corpus / "index.jsonl")) if u["offset"] + u["samples"] <= minutes * 60 * 24000]
(out / "index.jsonl").write_text("".join(json.dumps(u) + "\n" for u in kept))
soundfile.write(out / "audio.flac", np.fromfile(corpus / "audio.i16", "<i2", kept[-1]["offset"] + kept[-1]["samples"]), 24000)
PY
cp -r "$3" "$pack/lines"
[ -z "$VOCODER" ] || cp "$VOCODER" "$pack/vocoder.pt"
# 3.12 is the Python there: say so if it changes
${PYTHON:-python3} -m pip download -q -d "$pack/wheels" --only-binary=:all: --python-version "${PYTHON_THERE:-3.12}" soundfile cffi pycparser --no-deps
tar -C "$pack" -cf "$1" . && ls -l "$1"
