"""Measure teachers, codec and voice: `measure.py CHECKPOINT OUT [--parley ../../parley --model DIR] [--parts teacher codec voice long match]`.

Words by independent recognisers (hearing.py) on sentences never trained (heldout.txt); speaker match over eight reference voices, four never
trained: is a line nearest to its own reference (resemblance.py)? With --parley the program itself speaks,
from its model folder, watermark and all; else the checkpoint does. Writes OUT/measured.json and all WAVs; parts that were
measured before stay in it.
"""
import argparse
import json
import pathlib
import shlex
import time

import numpy as np
import torch

import speakers
from audio import FRAME, RATE, write_wav
from console import Console
from hearing import word_error_rates, words
from resemblance import cast, judges
from say import Voice

HERE = pathlib.Path(__file__).parent
REFERENCE = "The evening train was late again, so we walked home along the canal."


def spoken(text, speaker):
    return speakers.speak(text, speaker)[0].astype(np.float32) / 32768


class Direct:
    """The checkpoint speaks, in PyTorch."""

    def __init__(self, voice):
        self.voice = voice

    def lines(self, texts, numbers, reference=None, seed=1):
        """[(samples, ended by itself)]"""
        before = [(0, reference[1], self.voice.encode(reference[0]))] if reference else []
        out = []
        for at in range(0, len(texts), 16):
            frames, ended = self.voice.generate([before + [(n, t, None)] for n, t in zip(numbers[at: at + 16], texts[at: at + 16])], seed=seed + at)
            out += [(self.voice.sound(f) if len(f) else np.zeros(0, np.float32), e) for f, e in zip(frames, ended)]
        return out


class ByParley:
    """Parley speaks, from a model folder; `findings` counts what its own check says."""

    def __init__(self, command, model, more):
        self.command, self.model, self.more, self.findings = shlex.split(command), model, shlex.split(more), {}

    def lines(self, texts, numbers, reference=None, seed=1):
        console, out = Console(self.command, self.model, reference, seed, self.more), []
        for text, number in zip(texts, numbers):
            x, findings = console.say(text, number)
            for f in findings:
                self.findings[f] = self.findings.get(f, 0) + 1
            nothing = any(f.startswith("nothing was said") for f in findings)
            out.append((x[:0] if nothing else x, not any(f.startswith("no end of speech") for f in findings)))
        console.close()
        return out


def percent(hits):
    return round(100 * float(np.mean(hits)), 1)


def measure_lines(source, a, written, texts, teacher, folder):
    """Words and ends of lines that are spoken one at a time, each without a past, by the plain voices in turn."""
    began = time.time()
    made = source.lines(written, [i % 4 for i in range(len(written))], seed=a.seed)
    took = time.time() - began
    folder.mkdir(parents=True, exist_ok=True)
    files = [folder / f"{i}.wav" for i in range(len(texts))]
    for file, (x, _) in zip(files, made):
        write_wav(file, x)
    lengths = np.array([len(x) / len(real) for (x, _), real in zip(made, teacher)])
    return dict(wer=word_error_rates(files, texts, folder / "heard.txt"),
                runaway=percent([not ended for _, ended in made]), empty=percent([len(x) < 3 * FRAME for x, _ in made]),
                cut=percent((lengths < .6) & (lengths > 0)), rambling=percent(lengths > 1.8),
                length_against_teacher=round(float(np.median(lengths)), 2),
                seconds_per_second=round(took / (sum(len(x) for x, _ in made) / RATE), 3))


def measure_match(source, a, voice, written, texts):
    """The reference is speaker 0, as in the console; the voices are no plain ones, so only the reference says who speaks."""
    eight, folder, kept = cast(), a.out / "match", min(a.match_lines, len(texts))
    clips = [spoken(REFERENCE, s) for s in eight]
    referees, made, wrong_ends = judges(clips), dict(voice=[], codec=[], teacher=[]), 0
    for k, (speaker, clip) in enumerate(zip(eight, clips)):
        write_wav(folder / f"reference{k}.wav", clip)
        lines = source.lines(written[:kept], [0] * kept, (clip, REFERENCE), seed=a.seed + k)
        teacher = [spoken(text, speaker) for text in written[:kept]]
        made["voice"] += [x for x, _ in lines]
        made["teacher"] += teacher
        made["codec"] += [voice.sound(voice.encode(x)) for x in teacher]
        wrong_ends += sum(not ended for _, ended in lines)
    files = [folder / f"{i // kept}-{i % kept}.wav" for i in range(8 * kept)]
    for file, x in zip(files, made["voice"]):
        write_wav(file, x)
    result = dict(match_lines=len(files), match_runaway=round(100 * wrong_ends / len(files), 1))
    for judge, referee in referees.items():
        for kind, sounds in made.items():
            hits = [len(x) > 5 * FRAME and referee.nearest(x) == i // kept for i, x in enumerate(sounds)]
            half = len(hits) // 2
            result[f"{kind}_match_{judge}"] = dict(trained=percent(hits[:half]), new=percent(hits[half:]))
    result["match_wer"] = word_error_rates(files, texts[:kept] * 8, folder / "heard.txt")
    return result


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("checkpoint")
    p.add_argument("out", type=pathlib.Path)
    p.add_argument("--parley", help="the command: its console speaks, not the checkpoint")
    p.add_argument("--model", help="the model folder for --parley")
    p.add_argument("--console", default="", help="further options of the console, e.g. '--temperature 0.5'")
    p.add_argument("--lines", type=pathlib.Path, default=HERE / "heldout.txt", help="tuning.txt to choose settings by, so that heldout.txt stays a test")
    p.add_argument("--sentences", type=int, default=64)
    p.add_argument("--match-lines", type=int, default=8, help="per voice")
    p.add_argument("--parts", nargs="+", default=["teacher", "codec", "voice", "long", "match"])
    p.add_argument("--temperature", type=float)
    p.add_argument("--depth-temperature", type=float)
    p.add_argument("--top-k", type=int)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--threads", type=int, default=2)
    a = p.parse_args()
    torch.set_num_threads(a.threads)
    voice = Voice(a.checkpoint)
    voice.temperature, voice.depth_temperature = a.temperature or voice.temperature, a.depth_temperature or voice.depth_temperature
    voice.top_k = a.top_k or voice.top_k
    source = ByParley(a.parley, a.model, a.console) if a.parley else Direct(voice)
    texts = a.lines.read_text().splitlines()[: a.sentences]
    written = [t.capitalize() + "." for t in texts]
    file = a.out / "measured.json"
    result = json.loads(file.read_text()) if file.exists() else {}
    result.update(sentences=len(texts), words=sum(len(words(t)) for t in texts), through="parley" if a.parley else "pytorch")
    assert not (a.model and a.out.resolve() in pathlib.Path(a.model).resolve().parents), "the WAVs would land in the model folder; choose another OUT"
    for part in ("teacher", "codec", "match"):
        (a.out / part).mkdir(parents=True, exist_ok=True)
    teacher = [spoken(t, speakers.PLAIN[i % 4]) for i, t in enumerate(written)]
    for kind, sound in (("teacher", lambda x: x), ("codec", lambda x: voice.sound(voice.encode(x)))):
        if kind in a.parts:
            files = [a.out / kind / f"{i}.wav" for i in range(len(texts))]
            for wav, x in zip(files, teacher):
                write_wav(wav, sound(x))
            result[f"{kind}_wer"] = word_error_rates(files, texts, a.out / kind / "heard.txt")
    if "voice" in a.parts:
        lines = measure_lines(source, a, written, texts, teacher, a.out / "voice")
        result.update(voice_wer=lines.pop("wer"), **lines)
    if "long" in a.parts:                  # three sentences to a line: 27 words, longer than anything flite spoke for the training
        three = [slice(i, i + 3) for i in range(0, len(texts) - 2, 3)]
        result["long"] = measure_lines(source, a, [" ".join(written[s]) for s in three], [" ".join(texts[s]) for s in three],
                                       [np.concatenate(teacher[s]) for s in three], a.out / "long")
    if "match" in a.parts:
        result.update(measure_match(source, a, voice, written, texts))
    if a.parley:
        result["findings"] = source.findings
    file.write_text(json.dumps(result, indent=1) + "\n")
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
