"""Train the codec's encoder and codebooks: `books.py CORPUS WORK --minutes 38 --steps 100000`.

No waveform is made here. The decoder's transformer and one linear head draw log-mel spectra out of the codes, so the
codes hold what is heard and no phase, and a step costs half of a whole codec's. (decoder.py goes on from both.) Code 0
must also tell which phones are spoken (four 20 ms labels a frame; stands in for Mimi's distillation from WavLM); that
head is thrown away. Resumes from WORK/books.pt. Cost: about 35 s of speech a second on a core with AMX.
"""
import argparse
import math
import pathlib
import random
import time

import numpy as np
import torch
from torch import nn
import torch.nn.functional as F

import mimi
from audio import FRAME, LABEL, Corpus, LogMel
from workers import Diary, Schedule, Sums, Workers, save_atomically


class Patches(nn.Module):
    """What a sound looks like every 40 ms: four log-mel spectra of 80 bands, two fine ones of 64 bands below 1800 Hz."""

    SIZE = 4 * 80 + 2 * 64

    def __init__(self):
        super().__init__()
        self.wide, self.fine = LogMel(512, 240, 80, top=11500), LogMel(2048, 480, 64, top=1800, floor=.03)

    def forward(self, x):
        # a spectrum stands in the middle of its hop; the last one looks at no more than half a window of what follows
        with torch.no_grad(), torch.autocast(x.device.type, enabled=False):
            wide = self.wide(F.pad(x[:, 120:], (0, 120)))[:, :-1]
            fine = self.fine(F.pad(x, (240, 0)))[:, : x.shape[1] // 480]
        b, steps = len(x), x.shape[1] // 960
        return torch.cat([wide.reshape(b, steps, -1), fine.reshape(b, steps, -1)], -1)


class Analysis(nn.Module):
    """Encoder, codebooks, decoder transformer, and the heads that make them learn."""

    def __init__(self, model, phones):
        super().__init__()
        hidden, dim = model.config.hidden_size, model.config.vector_quantization_hidden_dimension
        self.model = model
        self.semantic = mimi.Books(model.quantizer.semantic_residual_vector_quantizer)
        self.acoustic = mimi.Books(model.quantizer.acoustic_residual_vector_quantizer)
        self.phones = nn.Linear(dim, 4 * phones)
        self.patches = Patches()
        self.to_mel = nn.Linear(hidden, Patches.SIZE)

    def latents(self, x):
        z, q = mimi.encode(self.model, x), self.model.quantizer
        return q.semantic_residual_vector_quantizer.input_proj(z).float(), q.acoustic_residual_vector_quantizer.input_proj(z).float()

    def decoded(self, semantic, acoustic):
        q = self.model.quantizer
        return q.semantic_residual_vector_quantizer.output_proj(semantic) + q.acoustic_residual_vector_quantizer.output_proj(acoustic)

    def spectra(self, y):
        """Dequantised latents -> predicted patches, 25 a second."""
        return self.to_mel(mimi.widen(self.model, y).transpose(1, 2))

    def start(self, x):
        """Data-dependent scales."""
        m = self.model
        with torch.no_grad():
            h = mimi.attend(mimi.part(m, "encoder_transformer"), mimi.unit_start(mimi.part(m, "encoder"), x[:, None]))
            mimi.part(m, "downsample").conv.weight /= mimi.part(m, "downsample").conv(F.pad(h, (2, 0), mode="replicate")).std()
            z, y = mimi.encode(m, x), 0
            for rvq in (m.quantizer.semantic_residual_vector_quantizer, m.quantizer.acoustic_residual_vector_quantizer):
                rvq.input_proj.weight /= rvq.input_proj(z).std()
                part = rvq.input_proj(z)
                rvq.output_proj.weight *= .7 / rvq.output_proj(part).std()
                y = y + rvq.output_proj(part)
            mimi.part(m, "upsample").conv.weight /= mimi.part(m, "upsample").conv(y).std()
            self.to_mel.weight *= .5
            self.to_mel.bias.copy_(self.patches(x).mean((0, 1)))

    def forward(self, x, labels, quantise, used, learn=True):
        zs, za = self.latents(x)
        commitment, codes, statistics = torch.zeros((), device=x.device), None, None
        if quantise:
            zs, c1, k1, s1 = self.semantic(zs, 1, learn)
            za, c2, k2, s2 = self.acoustic(za, used, learn)
            commitment, codes, statistics = c1 + c2, torch.cat([k1, k2], -1), (s1, s2)
        spoken = self.phones(zs.transpose(1, 2)).float().view(*labels.shape, -1)
        phone = F.cross_entropy(spoken.flatten(0, 2), labels.flatten())
        right = (spoken.argmax(-1) == labels).float().mean()
        off = self.spectra(self.decoded(zs, za)).float() - self.patches(x)
        mel, pitch = (part.abs().mean() + .3 * part.square().mean() for part in (off[..., :320], off[..., 320:]))
        return dict(mel=mel, pitch=pitch, phone=phone, commitment=commitment, right=right), codes, statistics


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("corpus")
    p.add_argument("work", type=pathlib.Path)
    p.add_argument("--steps", type=int, default=6000, help="of the whole schedule; one may stop and resume anywhere")
    p.add_argument("--minutes", type=float, help="end the schedule after this time, if it comes before the steps")
    p.add_argument("--unquantised", type=int, default=400, help="steps before the codebooks are made")
    p.add_argument("--batch", type=int, default=8, help="crops per worker and step")
    p.add_argument("--frames", type=int, default=20, help="of a crop")
    p.add_argument("--rate", type=float, default=1.5e-3)
    p.add_argument("--phone", type=float, default=1.)
    p.add_argument("--shape", default="small", choices=mimi.SHAPES, help="of the convolutions")
    p.add_argument("--workers", type=int, default=1)
    p.add_argument("--device", default="cpu")
    p.add_argument("--save-every", type=float, default=240, help="seconds")
    a = p.parse_args()
    team = Workers(a.workers, a.device)
    a.work.mkdir(parents=True, exist_ok=True)
    corpus = Corpus(a.corpus)
    names = corpus.phone_names()
    labels = corpus.label(names)
    torch.manual_seed(0)
    net = Analysis(mimi.new_model(a.shape), len(names)).to(a.device)
    parameters = [q for n, q in net.named_parameters() if not mimi.published(n).startswith("model.decoder.")]
    optimizer = torch.optim.AdamW(parameters, lr=a.rate, betas=(.8, .98), weight_decay=1e-3)
    random_source = np.random.default_rng([team.rank, int(time.time())])
    torch.manual_seed(team.rank + 1)

    def batch(n=a.batch):
        at = random_source.integers(0, corpus.frames - a.frames, n) * FRAME
        at = np.clip(at + random_source.integers(-2, 3, n) * LABEL, 0, (corpus.frames - a.frames) * FRAME)
        x = corpus.crops(at, a.frames * FRAME, a.device)
        x *= torch.from_numpy(random_source.uniform(.7, 1.3, (n, 1)).astype(np.float32)).to(a.device)
        y = np.stack([labels[i // LABEL: i // LABEL + a.frames * 4] for i in at]).reshape(n, a.frames, 4)
        return x, torch.from_numpy(y.astype(np.int64)).to(a.device)

    step, quantise = 0, False
    if (a.work / "books.pt").exists():
        saved = torch.load(a.work / "books.pt", map_location=a.device)
        mimi.load(net, saved["net"])
        optimizer.load_state_dict(saved["optimizer"])
        step, quantise = saved["step"], saved["quantise"]
    else:
        net.start(batch()[0])
        team.from_first([t.data for t in net.state_dict().values()])

    def save():
        if team.first:
            save_atomically(dict(net=net.state_dict(), optimizer=optimizer.state_dict(), step=step, quantise=quantise,
                                 phones=names, shape=a.shape), a.work / "books.pt")

    diary, sums, began = Diary(a.work / "books.jsonl", a.save_every, save), Sums(), time.time()
    schedule = Schedule(team, a.steps, a.minutes)
    while (done := schedule.done(step)) < 1:
        rate = a.rate * min(1, (step + 1) / 60) * (1 if done < .3 else .5 * (1 + math.cos(math.pi * (done - .3) / .7)) + .01)
        for group in optimizer.param_groups:
            group["lr"] = rate
        if not quantise and step >= a.unquantised:
            with torch.no_grad():
                parts = [net.latents(batch(8)[0]) for _ in range(100)]
                for books, part in ((net.semantic, 0), (net.acoustic, 1)):
                    books.start(torch.cat([z[part].transpose(1, 2).flatten(0, 1) for z in parts]))
            team.from_first([b.data for n, b in net.named_buffers() if "codebook" in n])
            quantise = True
        x, y = batch()
        limited = random.Random(step)                      # the same on all workers
        books = len(net.acoustic.books)
        used = limited.randint(1, books) if limited.random() < .5 else books
        with team.mixed():
            parts, codes, statistics = net(x, y, quantise, used)
        loss = parts["mel"] + .5 * parts["pitch"] + a.phone * parts["phone"] + .25 * parts["commitment"]
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        team.mean_gradients(parameters)
        nn.utils.clip_grad_norm_(parameters, 2.)
        optimizer.step()
        if quantise:
            (semantic, xs), (acoustic, xa) = statistics
            team.mean(semantic + acoustic)
            net.semantic.learn(semantic)
            net.acoustic.learn(acoustic)
            if step % 10 == 0 and done < .9:
                net.semantic.revive(xs)
                net.acoustic.revive(xa)
                team.from_first([b.data for n, b in net.named_buffers() if "codebook" in n])
        step += 1
        sums.add(parts)
        if step % 50 == 0 and team.first:
            line = dict(step=step, seconds=round(time.time() - began), rate=round(rate, 6), **sums.read())
            if quantise:
                line["alive"] = [int((b.cluster_usage > .05).sum()) for b in net.semantic.books + net.acoustic.books]
            diary.tell(line)
        diary.keep()
    save()


if __name__ == "__main__":
    main()
