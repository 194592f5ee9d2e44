"""Write into a converted model what it is: `describe.py MODEL WORK MEASURED.json [--bench BENCH.json]`.

model.json gets `made`, `quality` and the licences of all that went into it (docs/model-folder.md); nothing else changes.
"""
import argparse
import datetime
import json
import pathlib

import torch

import attribution

FROM_MEASURED = dict(
    sentences="sentences", words="words", word_error_rate="voice_wer", teacher_word_error_rate="teacher_wer", codec_word_error_rate="codec_wer",
    speaker_match_trained="voice_match_trained", speaker_match_new="voice_match_new", speaker_match_teacher_trained="teacher_match_trained",
    speaker_match_teacher_new="teacher_match_new", runaway="runaway", empty="empty", cut="cut")
FROM_BENCH = dict(real_time_factor="realTimeFactor", first_sound_ms="firstAudioMillis", threads="threads")


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("model", type=pathlib.Path)
    p.add_argument("work", type=pathlib.Path)
    p.add_argument("measured", type=pathlib.Path)
    p.add_argument("--bench", type=pathlib.Path, help="what `parley bench --json` said")
    p.add_argument("--hours", type=float, default=12.1, help="of the corpus")
    a = p.parse_args()
    file = a.model / "model.json"
    model, measured = json.loads(file.read_text()), json.loads(a.measured.read_text())
    steps = {n: torch.load(a.work / f"{n}.pt", map_location="cpu")["step"] for n in ("books", "decoder", "speech")}
    quality = dict(measured=datetime.date.today().isoformat(), how="pocketsphinx en-us on held-out sentences spoken by Parley; docs/voice.md")
    quality.update({key: measured[name] for key, name in FROM_MEASURED.items() if name in measured})
    if a.bench:
        bench = json.loads(a.bench.read_text())
        quality.update({key: round(bench[name], 3) for key, name in FROM_BENCH.items() if name in bench})
    made = (f"onnx-export/voice: {a.hours} h of flite's four voices and 160 altered ones; codebooks {steps['books']} steps, "
            f"decoder {steps['decoder']}, language networks {steps['speech']}, on two processor cores")
    out = {}
    for key, value in model.items():
        if key in ("made", "quality"):
            continue
        out[key] = attribution.PARTS if key == "licences" else value
        if key == "name":
            out.update(made=made, quality=quality)
    file.write_text(json.dumps(out, indent=2, ensure_ascii=False) + "\n")
    print(made, quality)


if __name__ == "__main__":
    main()
