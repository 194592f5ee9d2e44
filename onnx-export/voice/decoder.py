"""Train the codec's decoder, the way from codes to sound, in two stages.

    decoder.py CORPUS WORK --from-spectra --minutes 40     a vocoder: true log-mel spectra to sound (WORK/vocoder.pt)
    decoder.py CORPUS WORK --minutes 60                    from codes that no longer change (WORK/decoder.pt)

The first stage needs no codes, so it runs beside books.py. Where the second begins, the decoder's transformer already
draws spectra out of codes (books.py taught it), and the vocoder's first convolution is folded with that head: together
they speak at once, and learn on as one. Losses: log spectra with windows of 5 to 85 ms, in mel bands and in even ones;
from step --adversarial on also discriminators. A running mean of the weights is what gets published. Both resume. Cost on a
busy core with AMX: the wide shape .65 s a step of 4 crops; with discriminators two to three times that.
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
from audio import FRAME, Corpus
from books import Patches
from discriminators import Discriminators, judge
from encode import load_model
from losses import Balance, Spectra
from muon import Muon
from workers import Diary, Schedule, Sums, Workers, save_atomically


JUDGED, UNSETTLED = 8192, 5760     # samples of each crop that the discriminators hear; samples at its beginning that lack a past, unheard
SHARES = dict(mel=1., even=.5, fooled=1., features=2.)     # of the gradient


class FromSpectra(nn.Module):
    """The decoder's convolutions, told true spectra in place of the transformer's output."""

    name = "vocoder.pt"

    def __init__(self, corpus, shape):
        super().__init__()
        model, self.corpus, self.shape = mimi.new_model(shape), corpus, shape
        layers = mimi.part(model, "decoder")
        self.first = nn.Conv1d(Patches.SIZE, layers[0].conv.out_channels, layers[0].conv.kernel_size)
        self.rest, self.patches = nn.ModuleList(layers[1:]), Patches()
        self.register_buffer("middle", torch.zeros(Patches.SIZE))
        self.register_buffer("spread", torch.ones(Patches.SIZE))

    def draw(self, rng, batch, frames, device):
        x = self.corpus.crops(rng.integers(0, (self.corpus.frames - frames) * FRAME, batch), frames * FRAME, device)
        return x, self.patches(x)

    def inner(self, patches):
        return self.first(F.pad(((patches - self.middle) / self.spread).transpose(1, 2), (self.first.kernel_size[0] - 1, 0)))

    def forward(self, patches):
        return mimi.seanet(self.rest, self.inner(patches))[:, 0]

    @torch.no_grad()
    def start(self, patches, x):
        self.middle.copy_(patches.mean((0, 1)))
        self.spread.copy_(patches.std((0, 1)).clamp(min=.2))
        self.first.bias.zero_()
        self.first.weight /= self.inner(patches).std()
        mimi.unit_start(self.rest, self.inner(patches), last=float(x.std()))

    def learning(self):
        return dict(self.named_parameters())


class FromCodes(nn.Module):
    """All that lies between codes and sound."""

    name = "decoder.pt"

    def __init__(self, corpus, work, device):
        super().__init__()
        self.corpus, self.work, self.model = corpus, work, load_model(work / "books.pt", device).train()
        self.shape = torch.load(work / "books.pt", map_location=device)["shape"]
        self.codes = np.fromfile(work / "codes.i16", np.int16).reshape(-1, self.model.config.num_quantizers)
        learning = self.learning()
        for n, q in self.named_parameters():
            q.requires_grad_(n in learning)

    def draw(self, rng, batch, frames, device):
        at = rng.integers(0, len(self.codes) - frames, batch)
        y = np.stack([self.codes[i: i + frames].T for i in at]).astype(np.int64)
        return self.corpus.crops(at * FRAME, frames * FRAME, device), torch.from_numpy(y).to(device)

    def forward(self, codes):
        return mimi.sound(self.model, mimi.dequantise(self.model, codes))

    @torch.no_grad()
    def start(self, codes, x):
        """The vocoder's weights, its first convolution behind the head that draws spectra; scaled noise where there is no vocoder."""
        layers, vocoder = mimi.part(self.model, "decoder"), self.work / FromSpectra.name
        if not vocoder.exists():
            mimi.unit_start(layers, mimi.widen(self.model, mimi.dequantise(self.model, codes)), last=float(x.std()))
            return
        saved, head = torch.load(vocoder, map_location=x.device), torch.load(self.work / "books.pt", map_location=x.device)["net"]
        learnt, scale = saved["mean"], saved["net"]["spread"]
        first = learnt["first.weight"] / scale[:, None]
        layers[0].conv.weight.copy_(torch.einsum("omk,mi->oik", first, head["to_mel.weight"]))
        layers[0].conv.bias.copy_(learnt["first.bias"] + torch.einsum("omk,m->o", first, head["to_mel.bias"] - saved["net"]["middle"]))
        nn.ModuleList(layers[1:]).load_state_dict({n.removeprefix("rest."): t for n, t in learnt.items() if n.startswith("rest.")})

    def learning(self):
        return {n: q for n, q in self.named_parameters()
                if mimi.published(n.removeprefix("model.")).startswith(("decoder", "upsample")) or "output_proj" in n}


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("corpus")
    p.add_argument("work", type=pathlib.Path)
    p.add_argument("--from-spectra", action="store_true")
    p.add_argument("--steps", type=int, default=20000, help="of the whole schedule; one may stop and resume anywhere")
    p.add_argument("--minutes", type=float, help="end the schedule after this time, if it comes before the steps")
    p.add_argument("--steady", type=float, default=.4, help="part of the schedule before the rate goes down")
    p.add_argument("--adversarial", type=int, default=10 ** 9, help="step from which discriminators take part")
    p.add_argument("--shape", default="small", choices=mimi.SHAPES, help="of a vocoder that begins")
    p.add_argument("--batch", type=int, default=8, help="crops per worker and step")
    p.add_argument("--frames", type=int, default=16, help="of a crop")
    p.add_argument("--rate", type=float, default=1e-3)
    p.add_argument("--judge-rate", type=float, default=5e-4)
    p.add_argument("--workers", type=int, default=1)
    p.add_argument("--device", default="cpu")
    p.add_argument("--save-every", type=float, default=240, help="seconds")
    a = p.parse_args()
    team = Workers(a.workers, a.device)
    a.work.mkdir(parents=True, exist_ok=True)
    corpus, file = Corpus(a.corpus), a.work / (FromSpectra if a.from_spectra else FromCodes).name
    saved = torch.load(file, map_location=a.device) if file.exists() else None
    net = (FromSpectra(corpus, saved["shape"] if saved else a.shape) if a.from_spectra else FromCodes(corpus, a.work, a.device)).to(a.device)
    spectra = torch.compile(Spectra().to(a.device), dynamic=False)
    named = net.learning()
    parameters = list(named.values())
    matrices = [q for q in parameters if q.dim() > 1 and min(len(q), q[0].numel()) > 4]
    chosen = {id(q) for q in matrices}
    optimizer = Muon(matrices, [q for q in parameters if id(q) not in chosen], a.rate, team)
    judges, balance = Discriminators().to(a.device), Balance()
    critics = list(judges.parameters())
    judge_optimizer = torch.optim.AdamW(critics, lr=a.judge_rate, betas=(.8, .99), weight_decay=1e-3)
    rng, step = np.random.default_rng([team.rank, int(time.time())]), 0
    if saved:
        step, mean = saved["step"], saved["mean"]
        balance.sizes = saved["balance"]
        for module, part in ((net, "net"), (optimizer, "optimizer"), (judges, "judges"), (judge_optimizer, "judge_optimizer")):
            if part in saved:                     # what comes from another machine travels without the optimizers' state
                module.load_state_dict(saved[part])
    else:
        x, told = net.draw(rng, a.batch, a.frames, a.device)
        net.start(told, x)
        team.from_first(list(net.state_dict().values()))
        mean = {n: q.detach().clone() for n, q in named.items()}
    torch.manual_seed(step * 16 + team.rank)

    def save():
        if team.first:
            save_atomically(dict(net=net.state_dict(), mean=mean, optimizer=optimizer.state_dict(), judges=judges.state_dict(),
                                 judge_optimizer=judge_optimizer.state_dict(), balance=balance.sizes, step=step, shape=net.shape), file)

    diary, sums, began = Diary(file.with_suffix(".jsonl"), a.save_every, save), Sums(), time.time()
    schedule = Schedule(team, a.steps, a.minutes)
    while (done := schedule.done(step)) < 1:
        falling = max(0., (done - a.steady) / max(1e-9, 1 - a.steady))
        pace = min(1, (step + 1) / 60) * (.02 + .98 * .5 * (1 + math.cos(math.pi * falling)))
        x, told = net.draw(rng, a.batch, a.frames, a.device)
        with team.mixed():
            made = net(told)
        losses = dict(zip(("mel", "even"), spectra(made, x)))
        if step >= a.adversarial:
            at = int(rng.integers(UNSETTLED, x.shape[1] - JUDGED + 1))
            with team.mixed():
                adversary, losses["fooled"], losses["features"] = judge(judges, made[:, at: at + JUDGED], x[:, at: at + JUDGED])
        heeded = min(1., max(0., (step - a.adversarial + 1) / 300))          # judges that have just begun know nothing
        total = balance(step, made, losses, SHARES | {n: heeded * SHARES[n] for n in ("fooled", "features")})
        torch.autograd.backward(total, inputs=parameters, retain_graph=step >= a.adversarial)
        if step >= a.adversarial:
            torch.autograd.backward(adversary, inputs=critics)
            team.mean_gradients(critics)
            for group in judge_optimizer.param_groups:
                group["lr"] = a.judge_rate * min(1, (step - a.adversarial + 1) / 60) * pace
            judge_optimizer.step()
            judge_optimizer.zero_grad(set_to_none=True)
        team.mean_gradients(parameters)
        optimizer.step(a.rate * pace)
        optimizer.zero_grad()
        step += 1
        with torch.no_grad():
            keep = min(.998, 1 - 1 / (step / 10 + 1))
            torch._foreach_lerp_(list(mean.values()), parameters, 1 - keep)
        sums.add(losses | (dict(adversary=adversary) if step > a.adversarial else {}))
        if step % 50 == 0 and team.first:
            diary.tell(dict(step=step, seconds=round(time.time() - began), cpu=round(time.process_time()), rate=round(a.rate * pace, 6), **sums.read()))
        diary.keep()
    save()


if __name__ == "__main__":
    main()
