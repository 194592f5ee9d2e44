"""Train the codec's decoder on codes that no longer change: `decoder.py CORPUS WORK --steps 20000 [--adversarial 8000]`.

Only the way from codes to sound learns, so it can go on beside and after the language networks. Losses: log-mel spectra
with windows of 5 to 85 ms; from step --adversarial on also discriminators that look at the waveform in several
foldings and at its spectra, which takes the buzz away. Resumes from WORK/decoder.pt (a running mean of the weights
is what gets published). Cost: about 25 s of speech a second per core, 10 with discriminators.
"""
import argparse
import math
import pathlib
import time

import numpy as np
import torch
from torch import nn
import torch.nn.functional as F

import mimi
from audio import FRAME, Corpus, LogMel
from discriminators import Discriminators, adversary_loss, generator_loss
from encode import load_model
from workers import Diary, Schedule, Sums, Workers, save_atomically


class Spectra(nn.Module):
    """Distance of two sounds over several windows."""

    def __init__(self):
        super().__init__()
        self.mels = nn.ModuleList(LogMel(w, w // 4, bands, top=11500) for w, bands in ((128, 16), (256, 32), (512, 64), (1024, 100), (2048, 128)))

    def forward(self, made, real):
        total = 0.
        for mel in self.mels:
            a = mel(made)
            with torch.no_grad():
                b = mel(real)
            total = total + F.l1_loss(a, b) + .3 * F.mse_loss(a, b)
        return total / len(self.mels)


def decoding(model):
    """Names of what learns here."""
    return [n for n, _ in model.named_parameters() if mimi.published(n).startswith(("decoder", "upsample")) or "output_proj" in n]


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("corpus")
    p.add_argument("work", type=pathlib.Path)
    p.add_argument("--steps", type=int, default=20000, help="of the whole schedule; one may stop and resume anywhere")
    p.add_argument("--minutes", type=float, help="end the schedule after this time, if it comes before the steps")
    p.add_argument("--adversarial", type=int, default=10 ** 9, help="step from which discriminators take part")
    p.add_argument("--batch", type=int, default=6, help="crops per worker and step")
    p.add_argument("--frames", type=int, default=16, help="of a crop")
    p.add_argument("--rate", type=float, default=1.5e-3)
    p.add_argument("--workers", type=int, default=1)
    p.add_argument("--device", default="cpu")
    p.add_argument("--save-every", type=float, default=240, help="seconds")
    a = p.parse_args()
    team = Workers(a.workers, a.device)
    corpus = Corpus(a.corpus)
    model = load_model(a.work / "books.pt", a.device)
    codes = np.fromfile(a.work / "codes.i16", np.int16).reshape(-1, model.config.num_quantizers)
    spectra = Spectra().to(a.device)
    learning = decoding(model)
    named = dict(model.named_parameters())
    for n, q in named.items():
        q.requires_grad_(n in learning)
    parameters = [named[n] for n in learning]
    optimizer = torch.optim.AdamW(parameters, lr=a.rate, betas=(.8, .98), weight_decay=1e-3)
    judges = Discriminators().to(a.device)
    judge_optimizer = torch.optim.AdamW(judges.parameters(), lr=2e-4, betas=(.8, .98), weight_decay=1e-3)
    rng = np.random.default_rng([team.rank, int(time.time())])

    def batch():
        at = rng.integers(0, len(codes) - a.frames, a.batch)
        x = corpus.crops(at * FRAME, a.frames * FRAME, a.device)
        y = np.stack([codes[i: i + a.frames].T for i in at]).astype(np.int64)
        return x, torch.from_numpy(y).to(a.device)

    step = 0
    if (a.work / "decoder.pt").exists():
        saved = torch.load(a.work / "decoder.pt", map_location=a.device)
        mimi.load(model, {n.removeprefix("model."): t for n, t in saved["live"].items()})
        optimizer.load_state_dict(saved["optimizer"])
        judges.load_state_dict(saved["judges"])
        judge_optimizer.load_state_dict(saved["judge_optimizer"])
        kept = {mimi.published(n): t for n, t in saved["net"].items()}
        mean, step = {n: kept["model." + mimi.published(n)].clone() for n in learning}, saved["step"]
    else:
        x, y = batch()
        with torch.no_grad():
            wide = mimi.widen(model, mimi.dequantise(model, y))
            mimi.unit_start(model, mimi.part(model, "decoder"), wide, last=float(x.std()))
        team.from_first([q.data for q in parameters])
        mean = {n: named[n].detach().clone() for n in learning}
    torch.manual_seed(step * 16 + team.rank)

    def save():
        if team.first:
            live = {"model." + n: t for n, t in model.state_dict().items()}
            net = {**live, **{"model." + n: t for n, t in mean.items()}}
            save_atomically(dict(net=net, live=live, optimizer=optimizer.state_dict(), judges=judges.state_dict(),
                                 judge_optimizer=judge_optimizer.state_dict(), step=step), a.work / "decoder.pt")

    diary, sums, began = Diary(a.work / "decoder.jsonl", a.save_every, save), Sums(), time.time()
    schedule = Schedule(a.steps, a.minutes)
    while (done := schedule.done(step)) < 1:
        team.wait_while_paused()
        rate = a.rate * min(1, (step + 1) / 60) * (1 if done < .3 else .02 + .98 * .5 * (1 + math.cos(math.pi * (done - .3) / .7)))
        for group in optimizer.param_groups:
            group["lr"] = rate
        x, y = batch()
        made = mimi.sound(model, mimi.dequantise(model, y))
        parts = dict(mel=spectra(made, x))
        loss = parts["mel"]
        optimizer.zero_grad(set_to_none=True)
        if step >= a.adversarial:
            judge_optimizer.zero_grad(set_to_none=True)
            parts["judged"] = adversary_loss(judges, made.detach(), x)
            parts["judged"].backward()
            team.mean_gradients(list(judges.parameters()))
            judge_optimizer.step()
            fooled, features = generator_loss(judges, made, x)
            parts.update(fooled=fooled, features=features)
            warm = min(1., (step - a.adversarial + 1) / 500)
            loss = loss + warm * (.1 * fooled + .2 * features)
        loss.backward()
        team.mean_gradients(parameters)
        parts["gradient"] = nn.utils.clip_grad_norm_(parameters, 2.)
        optimizer.step()
        step += 1
        with torch.no_grad():
            keep = min(.998, 1 - 1 / (step / 10 + 1))
            for n, t in mean.items():
                t.lerp_(named[n], 1 - keep)
        sums.add(parts)
        if step % 50 == 0 and team.first:
            line = dict(step=step, seconds=round(time.time() - began), rate=round(rate, 6), **sums.read())
            diary.tell(line)
        diary.keep()
    save()


if __name__ == "__main__":
    main()
