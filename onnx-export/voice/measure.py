"""Measure teachers, codec and voice: `measure.py CHECKPOINT OUT [--sentences 64] [--parts teacher codec voice match]`.

Words by pocketsphinx (an independent recogniser, en-us) on heldout.txt; speaker match over eight reference voices, four
never trained: is a line nearest to its own reference in pitch, MFCC and spectrum? Writes OUT/measured.json and all WAVs.
"""
import argparse
import json
import pathlib
import re
import subprocess
import time

import numpy as np
import torch

import speakers
from audio import RATE, LogMel, write_wav
from say import Voice

HERE = pathlib.Path(__file__).parent
REFERENCE_TEXTS = ["The evening train was late again, so we walked home along the canal.",
                   "I never thought I would say this, but the garden looks better in the rain."]


def words(text):
    return re.sub(r"[^a-z' ]", "", text.lower()).split()


def errors(said, heard):
    d = list(range(len(heard) + 1))
    for i, x in enumerate(said, 1):
        diagonal, d[0] = d[0], i
        for j, y in enumerate(heard, 1):
            diagonal, d[j] = d[j], min(d[j] + 1, d[j - 1] + 1, diagonal + (x != y))
    return d[-1]


def recognise(path):
    raw = path.with_suffix(".16k.wav")
    subprocess.run(["sox", str(path), "-r", "16000", "-c", "1", "-b", "16", str(raw), "pad", "0.2", "0.2", "norm", "-3"], check=True)
    out = subprocess.run(["pocketsphinx_continuous", "-infile", str(raw), "-logfn", "/dev/null"], capture_output=True, text=True).stdout
    raw.unlink()
    return words(out)


def word_error_rate(folder, texts):
    wrong = total = 0
    lines = []
    for i, text in enumerate(texts):
        heard = recognise(folder / f"{i}.wav")
        e = errors(words(text), heard)
        wrong, total = wrong + e, total + len(words(text))
        lines.append(f"{e}/{len(words(text))}  {text}  ->  {' '.join(heard)}")
    (folder / "heard.txt").write_text("\n".join(lines) + "\n")
    return round(100 * wrong / total, 1)


def pitch(x):
    """Median fundamental of the voiced parts, hertz."""
    size, found = int(.04 * RATE), []
    for at in range(0, len(x) - size, size // 2):
        s = x[at: at + size] * np.hanning(size)
        if (s ** 2).mean() < 1e-4:
            continue
        r = np.fft.irfft(np.abs(np.fft.rfft(s, 4 * size)) ** 2)
        low, high = RATE // 400, RATE // 60
        k = low + int(r[low:high].argmax())
        if r[k] > .4 * r[0]:
            found.append(RATE / k)
    return float(np.median(found)) if found else 100.


def features(x):
    """Voice of a sound: log pitch, mean of 40 log-mel bands and of their first cosine coefficients over the loud frames."""
    mel = LogMel(1024, 256, 40)(torch.from_numpy(x)[None])[0].numpy()
    loud = mel[mel.mean(1) > np.quantile(mel.mean(1), .4)]
    bands = loud.mean(0) - loud.mean()
    cosines = np.cos(np.pi * np.outer(np.arange(1, 14), np.arange(40) + .5) / 40) @ bands / 40
    return np.log2(pitch(x)), cosines, bands


def nearest(line, references):
    """Index of the reference whose voice is nearest; each kind of feature is scaled by its spread over the references."""
    total = np.zeros(len(references))
    for kind, weight in ((0, 1.), (1, 1.), (2, 1.)):
        known = np.array([np.atleast_1d(r[kind]) for r in references])
        distance = np.sqrt(((known - np.atleast_1d(line[kind])) ** 2).sum(1))
        spread = np.sqrt(((known[:, None] - known[None]) ** 2).sum(-1))
        total += weight * distance / spread[np.triu_indices(len(known), 1)].mean()
    return int(total.argmin())


def cast():
    """Four trained and four new altered voices, each group spread as wide as it goes in formants and pitch."""
    chosen = []
    for group in (speakers.ALTERED, speakers.STRANGERS):
        place = lambda s: np.array([np.log2(s.formant) * 2, np.log2(s.pitch * dict(slt=1.65, rms=1, awb=1.2, kal16=1)[s.base]) * 2])
        picked = [max(group, key=lambda s: np.linalg.norm(place(s)))]
        while len(picked) < 4:
            picked.append(max(group, key=lambda s: min(np.linalg.norm(place(s) - place(o)) for o in picked + chosen)))
        chosen += picked
    return chosen


def spoken(text, speaker):
    return speakers.speak(text, speaker)[0].astype(np.float32) / 32768


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("checkpoint")
    p.add_argument("out", type=pathlib.Path)
    p.add_argument("--sentences", type=int, default=64)
    p.add_argument("--parts", nargs="+", default=["teacher", "codec", "voice", "match"])
    p.add_argument("--temperature", type=float)
    p.add_argument("--depth-temperature", type=float)
    p.add_argument("--threads", type=int, default=2)
    a = p.parse_args()
    torch.set_num_threads(a.threads)
    voice = Voice(a.checkpoint)
    voice.temperature, voice.depth_temperature = a.temperature or voice.temperature, a.depth_temperature or voice.depth_temperature
    texts = (HERE / "heldout.txt").read_text().splitlines()[: a.sentences]
    written = [t.capitalize() + "." for t in texts]
    cast_of = [speakers.PLAIN[i % 4] for i in range(len(texts))]
    result = dict(checkpoint=a.checkpoint, sentences=len(texts), words=sum(len(words(t)) for t in texts))
    for part in a.parts:
        (a.out / part).mkdir(parents=True, exist_ok=True)
    teacher = [spoken(t, s) for t, s in zip(written, cast_of)]
    if "teacher" in a.parts:
        for i, x in enumerate(teacher):
            write_wav(a.out / "teacher" / f"{i}.wav", x)
        result["teacher_wer"] = word_error_rate(a.out / "teacher", texts)
    if "codec" in a.parts:
        for i, x in enumerate(teacher):
            write_wav(a.out / "codec" / f"{i}.wav", voice.sound(voice.encode(x)))
        result["codec_wer"] = word_error_rate(a.out / "codec", texts)
    if "voice" in a.parts:
        began, frames, ended = time.time(), [], []
        for at in range(0, len(texts), 16):
            f, e = voice.generate([[(s.id, t, None)] for s, t in zip(cast_of[at: at + 16], written[at: at + 16])], seed=at)
            frames, ended = frames + f, ended + e
        result["seconds_per_second_batched"] = round((time.time() - began) / (.08 * sum(map(len, frames))), 3)
        for i, f in enumerate(frames):
            write_wav(a.out / "voice" / f"{i}.wav", voice.sound(f))
        lengths = np.array([len(f) * 1920 / len(x) for f, x in zip(frames, teacher)])
        result.update(runaway=round(100 * (1 - np.mean(ended)), 1), empty=round(100 * float(np.mean([len(f) < 3 for f in frames])), 1),
                      cut=round(100 * float(((lengths < .6) & (lengths > 0)).mean()), 1), length_against_teacher=round(float(np.median(lengths)), 2),
                      voice_wer=word_error_rate(a.out / "voice", texts))
    if "match" in a.parts:
        eight = cast()
        clips = [np.concatenate([spoken(t, s) for t in REFERENCE_TEXTS[:1]]) for s in eight]
        references, right, kept = [features(x) for x in clips], dict(voice=[], codec=[], teacher=[]), min(8, len(texts))
        for k, (speaker, clip) in enumerate(zip(eight, clips)):
            write_wav(a.out / "match" / f"reference{k}.wav", clip)
            context = (k, REFERENCE_TEXTS[0], voice.encode(clip))
            lines, _ = voice.generate([[context, (k, t, None)] for t in written[:kept]], seed=k)
            for i, f in enumerate(lines):
                x = voice.sound(f)
                write_wav(a.out / "match" / f"{k}-{i}.wav", x)
                right["voice"].append(len(f) > 5 and nearest(features(x), references) == k)
                real = spoken(written[i], speaker)
                right["teacher"].append(nearest(features(real), references) == k)
                right["codec"].append(nearest(features(voice.sound(voice.encode(real))), references) == k)
        for kind, hits in right.items():
            half = len(hits) // 2
            result[f"{kind}_match_trained"], result[f"{kind}_match_new"] = (round(100 * float(np.mean(h)), 1) for h in (hits[:half], hits[half:]))
        result["match_wer"] = {s.id: word_error_rate_of(a.out / "match", k, texts[:kept]) for k, s in enumerate(eight)}
    (a.out / "measured.json").write_text(json.dumps(result, indent=1) + "\n")
    print(json.dumps(result, indent=1))


def word_error_rate_of(folder, k, texts):
    pairs = [(words(t), recognise(folder / f"{k}-{i}.wav")) for i, t in enumerate(texts)]
    return round(100 * sum(errors(a, b) for a, b in pairs) / sum(len(a) for a, _ in pairs), 1)


if __name__ == "__main__":
    main()
