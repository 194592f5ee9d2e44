"""Write into a converted model what it is: `describe.py MODEL WORK MEASURED.json [--bench BENCH.json]`.

model.json gets `made`, `quality` and the licences of all that went into it (docs/model-folder.md); nothing else changes.
"""
import argparse
import datetime
import functools
import json
import pathlib

import torch

import attribution

FROM_MEASURED = {name: (name,) for name in ("sentences", "words", "runaway", "empty", "cut")}
FROM_MEASURED["word_error_rate_long_lines"] = "long", "wer", "pocketsphinx"
FROM_MEASURED["word_error_rate_long_lines_whisper"] = "long", "wer", "whisper"
for prefix, kind in (("", "voice"), ("teacher_", "teacher"), ("codec_", "codec")):
    FROM_MEASURED[prefix + "word_error_rate"] = kind + "_wer", "pocketsphinx"
    FROM_MEASURED[prefix + "word_error_rate_whisper"] = kind + "_wer", "whisper"
    for which in ("trained", "new"):
        FROM_MEASURED[f"{prefix}speaker_match_{which}"] = kind + "_match_encoder", which
        FROM_MEASURED[f"{prefix}speaker_match_{which}_acoustics"] = kind + "_match_acoustics", which
FROM_BENCH = dict(real_time_factor="realTimeFactor", first_sound_ms="firstAudioMillis", threads="threads")


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("model", type=pathlib.Path)
    p.add_argument("work", type=pathlib.Path)
    p.add_argument("measured", type=pathlib.Path)
    p.add_argument("--bench", type=pathlib.Path, help="what `parley bench --json` said")
    p.add_argument("--hours", type=float, default=16.1, help="of the corpus")
    a = p.parse_args()
    file = a.model / "model.json"
    model, measured = json.loads(file.read_text()), json.loads(a.measured.read_text())
    steps = {n: torch.load(a.work / f"{n}.pt", map_location="cpu")["step"] for n in ("books", "decoder", "speech")}
    quality = dict(measured=datetime.date.today().isoformat(), how="held-out sentences spoken by Parley, words by pocketsphinx en-us "
                   "and Whisper tiny.en, voices by Resemblyzer and by pitch and spectra; docs/voice.md")
    for key, path in FROM_MEASURED.items():
        found = functools.reduce(lambda part, name: part.get(name) if isinstance(part, dict) else None, path, measured)
        if found is not None:
            quality[key] = found
    if a.bench:
        bench = json.loads(a.bench.read_text())
        quality.update({key: round(bench[name], 3) for key, name in FROM_BENCH.items() if name in bench})
    made = (f"onnx-export/voice: {a.hours} h of flite's statistical voices, four plain and 160 altered; codebooks {steps['books']} steps, "
            f"decoder {steps['decoder']}, language networks {steps['speech']}, on two processor cores")
    out = {}
    for key, value in model.items():
        if key in ("made", "quality", "reading"):
            continue
        out[key] = attribution.PARTS if key == "licences" else value
        if key == "name":
            out.update(made=made, reading="english_words", quality=quality)
    file.write_text(json.dumps(out, indent=2, ensure_ascii=False) + "\n")
    print(made, quality)


if __name__ == "__main__":
    main()
