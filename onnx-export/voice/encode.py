"""Code the corpus with a trained encoder: `encode.py CORPUS WORK [--hours 4]`.

Writes WORK/codes.i16 (frames x books, the corpus from its beginning); run again with more hours, it carries on.
Cost: about 70 s of speech a second per core, as most utterances have a length of their own.
"""
import argparse
import contextlib
import multiprocessing
import os
import pathlib
import time

import numpy as np
import torch

import mimi
from audio import FRAME, Corpus
from workers import Workers


def load_model(path, device="cpu"):
    """The Mimi of a books.pt or decoder.pt checkpoint; of the latter the running means."""
    saved = torch.load(path, map_location=device)
    model = mimi.new_model(saved["shape"]).to(device).eval()
    net = {**saved["net"], **saved.get("mean", {})}
    mimi.load(model, {n.removeprefix("model."): t for n, t in net.items() if n.startswith("model.")})
    mimi.reserve_zero(model)
    return model


@torch.no_grad()
def codes_of(model, waves):
    """(batch, samples) -> (batch, frames, books)"""
    return model.quantizer.encode(mimi.encode(model, waves).float()).permute(1, 2, 0)


class Coder:
    """One process's part: the codes of some utterances that lie end to end."""

    def __init__(self, corpus, model, device, frames):
        self.corpus, self.model, self.device, self.frames, self.team = corpus, model, device, frames, Workers(1, device)

    def __call__(self, part):
        self.team.wait_while_paused()
        first = part[0]["offset"] // FRAME
        codes = np.zeros(((part[-1]["offset"] + part[-1]["samples"]) // FRAME - first, self.model.config.num_quantizers), np.int16)
        lengths = {}
        for u in part:
            lengths.setdefault(u["samples"], []).append(u)
        for length, same in lengths.items():
            n = max(1, self.frames * FRAME // length)
            for i in range(0, len(same), n):
                x = torch.from_numpy(np.stack([self.corpus.of(u) for u in same[i: i + n]])).to(self.device)
                with self.team.mixed():
                    coded = codes_of(self.model, x).cpu().numpy()
                for u, c in zip(same[i: i + n], coded):
                    codes[u["offset"] // FRAME - first: u["offset"] // FRAME - first + len(c)] = c
        return codes


def begin(*of_coder):
    global coder
    coder = Coder(*of_coder)


def code(part):
    return coder(part)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("corpus")
    p.add_argument("work", type=pathlib.Path)
    p.add_argument("--hours", type=float, default=1e9)
    p.add_argument("--frames", type=int, default=400, help="coded at a time")
    p.add_argument("--jobs", type=int, default=os.cpu_count())
    p.add_argument("--device", default="cpu")
    a = p.parse_args()
    corpus, model = Corpus(a.corpus), load_model(a.work / "books.pt", a.device)
    books, out, began = model.config.num_quantizers, a.work / "codes.i16", time.time()
    done = out.stat().st_size // (2 * books) if out.exists() else 0
    todo = [u for u in corpus.index if u["offset"] // FRAME >= done and u["offset"] < a.hours * 3600 * 24000]
    parts = [todo[at: at + 400] for at in range(0, len(todo), 400)]
    begin(corpus, model, a.device, a.frames)
    with open(out, "ab") as file, contextlib.ExitStack() as stack:
        # forked, so that all share the corpus and the model
        run = map if a.device != "cpu" else stack.enter_context(multiprocessing.get_context("fork").Pool(a.jobs)).imap
        for codes in run(code, parts):
            file.write(codes.tobytes())
            file.flush()
            done += len(codes)
            print(f"{done * FRAME / 24000 / 3600:.2f} h, {time.time() - began:.0f} s", flush=True)
    codes = np.fromfile(out, np.int16).reshape(-1, books)
    for k in range(books):
        share = np.bincount(codes[:, k]) / len(codes)
        share = share[share > 0]
        print(f"book {k}: perplexity {2 ** -(share * np.log2(share)).sum():.0f}")


if __name__ == "__main__":
    main()
