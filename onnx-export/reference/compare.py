"""Checks Parley as a stranger would: a checkpoint, some lines, some references; transformers' greedy codes against Parley's.

    python compare.py [--random N] [--seed S] [--checkpoint DIR ...] [--parley ./parley] [--work DIR] [--frames 24]

For each checkpoint: `parley convert --precision fp32`, then several `parley say --temperature 0 --codes`, with and without
references and with `||` parts. transformers loads the same folder and generates; its codes must be the same. Exit code 1 if
any differ or Parley refuses one. A difference where the best two logits (or codebook entries) are closer than 1e-4 is reported as a near tie.
"""

import argparse
import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import soundfile
import torch
from transformers import AutoTokenizer

import lm
import mimi
import shapes
import weights
from golden import margin
from tiny import load, quiet

ROOT = Path(__file__).resolve().parents[2]
NEAR = 1e-4
TEXTS = ["Hello world.", "I'm here, aren't you?", " It is 12345 o'clock.", "Well...", "caf\u00e9 \U0001F60A, na\u00efve", "The light is on, and you see the water.",
         "a", "No [pause 0.6] yes", "say <|AUDIO|> now", "\u4f60\u597d"]


class Refused(Exception):
    """Parley said no; whether it should have is for the reader to judge."""


class Sayings:
    """One checkpoint in transformers."""

    def __init__(self, folder):
        self.model, self.tokenizer = load(folder), AutoTokenizer.from_pretrained(folder)
        self.frame = self.model.codec_model.config.frame_size

    def expected(self, references, parts, frames):
        """Greedy codes of each part, by generate() and by hand; the smallest margin on the way. Each part hears those before it."""
        turns = [(who, text, lm.encode(self.model, audio)) for who, text, audio in references]
        out, smallest = [], min([self.encoding_margin(a) for _, _, a in references], default=1.0)
        for speaker, text in parts:
            positions = lm.prompt(self.model, self.tokenizer, turns, speaker, text)
            ran, _ = lm.greedy(self.model, positions, frames)
            kept = lm.transformers_kept(ran["codes"])
            assert lm.by_generate(self.model, lm.embed(self.model, positions), frames) == ran["codes"][:kept], "two ways in transformers differ"
            smallest = min(smallest, lm.smallest_margin(ran))
            codes = [f for f in ran["codes"] if any(f)]
            out.append((codes, smallest))
            turns.append((speaker, text, torch.tensor(codes, dtype=torch.long).view(-1, self.model.config.num_codebooks)))
        return out

    def encoding_margin(self, audio):
        with torch.no_grad():
            x = torch.from_numpy(audio)[None, None]
            codec = self.model.codec_model
            return float(mimi.distances(codec, codec.encoder(x).latents[0], codec.encode(x).audio_codes[0].T).min())


def clip(folder, name, seed, samples, text, kind):
    """A reference with its transcript; returns what any reader gets from it, as float32."""
    audio = lm.voice(seed, samples)
    path = folder / f"{name}.wav"
    soundfile.write(path, audio, 24000, subtype=kind)
    path.with_suffix(".txt").write_text(text)
    return path, soundfile.read(path, dtype="float32")[0]


def parley(args, *command):
    ran = subprocess.run([args.parley, *map(str, command)], capture_output=True, text=True)
    if ran.returncode:
        raise Refused(f"parley {command[0]} gave {ran.returncode}: {(ran.stderr or ran.stdout).strip()[-600:]}")
    return ran


def say(args, model, work, references, parts, frames):
    codes = work / "codes.json"
    codes.unlink(missing_ok=True)
    text = "||".join(t for _, t in parts)
    command = ["say", text, "--model", model, "--speaker", parts[0][0], "--temperature", "0", "--codes", codes, "--no-watermark",
               "--max-length", frames * 80, "-o", work / "out.wav"]
    for who, _, path in references:
        command += ["--reference", f"{who}={path}"]
    parley(args, *command)
    return json.loads(codes.read_text())


def cases(work, r, frame):
    """(references, parts): alone, one reference, two, one speaker twice, several parts."""
    refs = []
    for i, kind in enumerate(["FLOAT", "PCM_16", "PCM_24"]):
        samples = max(5, int(frame * r.uniform(1.2, 9)))
        text = r.choice(TEXTS).strip()  # Parley strips transcripts
        refs.append((i, text, *clip(work, f"ref{i}", r.randrange(1000), samples, text, kind)))
    t = lambda: r.choice(TEXTS)
    yield [], [(0, t())]
    yield refs[:1], [(0, t())]
    yield refs[:2], [(1, t())]
    yield [refs[0], (0, *refs[2][1:])], [(7, t())]
    yield refs[:1], [(0, "Hello world."), (1, "Well..."), (2, "And you see?")]


def check(args, folder, work, seed):
    started, failures = time.time(), 0
    model = work / "model"
    parley(args, "convert", folder, "-o", model, "--precision", "fp32")
    ours = Sayings(folder)
    for number, (references, parts) in enumerate(cases(work, random.Random(seed), ours.frame)):
        wanted = ours.expected([(w, t, a) for w, t, _, a in references], parts, args.frames)
        got = say(args, model, work, [(w, t, p) for w, t, p, _ in references], parts, args.frames)
        failures += judge(f"{folder.name} case {number}", wanted, got, parts)
    print(f"  {folder.name}: {'ok' if not failures else f'{failures} DIFFER'} ({time.time() - started:.0f} s)", flush=True)
    return failures


def judge(name, wanted, got, parts):
    if len(got) != len(wanted):
        print(f"  {name}: {len(got)} parts instead of {len(wanted)}")
        return 1
    for i, ((codes, closest), entry) in enumerate(zip(wanted, got)):
        said = [f for f in entry["codes"]]
        if said and not any(said[-1]):
            said = said[:-1]
        if entry["speaker"] != parts[i][0] or entry["text"] != parts[i][1]:
            print(f"  {name} part {i}: said {entry['speaker']}: {entry['text']!r} instead of {parts[i]}")
        if said != codes:
            first = next((f for f in range(min(len(said), len(codes))) if said[f] != codes[f]), min(len(said), len(codes)))
            print(f"  {name} part {i} {parts[i]}: {len(said)} frames against {len(codes)}, first difference in frame {first}; "
                  f"smallest margin {closest:.1e}{' (near tie)' if closest < NEAR else ''}\n    parley {said[first:first + 1]}\n    torch  {codes[first:first + 1]}")
            return 1
    return 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--random", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--checkpoint", type=Path, nargs="*", default=[])
    parser.add_argument("--parley", default=str(ROOT / "parley"))
    parser.add_argument("--work", type=Path)
    parser.add_argument("--frames", type=int, default=24)
    args = parser.parse_args()
    quiet()
    top = args.work or Path(tempfile.mkdtemp(prefix="parley-compare-"))
    failures, refused = 0, 0
    for i, folder in enumerate([*args.checkpoint, *(None for _ in range(args.random))]):
        work = top / f"{i}"
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir(parents=True)
        seed = args.seed + i
        if folder is None:
            folder = work / f"random-{seed}"
            print(f"seed {seed}: {shapes.write(folder, seed)}", flush=True)
        try:
            failures += check(args, folder, work, seed)
        except Refused as e:
            print(f"  {folder.name}: {e}", flush=True)
            refused += 1
    print(f"{failures} differ, {refused} refused; files in {top}")
    sys.exit(1 if failures or refused else 0)


if __name__ == "__main__":
    main()
