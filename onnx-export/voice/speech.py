"""Train the language networks on the coded corpus: `speech.py CORPUS WORK --steps 20000`.

transformers' CsmForConditionalGeneration, sequences exactly as CSM's prompts. Four helps exist only in training:
phones of the next frame and who speaks must be told from the backbone's state, one attention head of two layers is
drawn to the symbol being spoken, and some input frames are replaced by others (what is generated is never quite what was learnt).
Resumes from WORK/speech.pt, which also holds a running mean of the weights: that is what gets published.
"""
import argparse
import copy
import math
import pathlib
import time

import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
from transformers import CsmConfig, CsmForConditionalGeneration

import alignment
import spelling
from audio import Corpus
from conversations import Batches, Conversations, tensors
from encode import load_model
from llama import Llama
from muon import Muon
from workers import Diary, Schedule, Sums, Workers, save_atomically

GUIDED_LAYERS = (2, 3)
HEAD = 64
SHAPE = dict(hidden=384, layers=6, depth_hidden=256, depth_layers=2)


def rope(low, high, original):
    return dict(rope_type="llama3", factor=32.0, low_freq_factor=low, high_freq_factor=high,
                original_max_position_embeddings=original, rope_theta=500000.0)


def configuration(codec, hidden, layers, depth_hidden, depth_layers):
    books, audio = codec.num_quantizers, codec.codebook_size + 3
    return CsmConfig(
        num_codebooks=books, vocab_size=audio, text_vocab_size=len(spelling.VOCABULARY), hidden_size=hidden,
        intermediate_size=3 * hidden, num_hidden_layers=layers, num_attention_heads=hidden // HEAD,
        num_key_value_heads=hidden // HEAD // 2, head_dim=HEAD, max_position_embeddings=2048, rms_norm_eps=1e-5,
        bos_token_id=spelling.BEGIN, pad_token_id=spelling.AUDIO, codebook_pad_token_id=audio - 1, codebook_eos_token_id=0,
        audio_token_id=spelling.AUDIO, audio_eos_token_id=spelling.AUDIO_END, rope_parameters=rope(.125, .5, 1024),
        tie_codebooks_embeddings=True, codec_config=codec.to_dict(),
        depth_decoder_config=dict(
            model_type="csm_depth_decoder_model", num_codebooks=books, backbone_hidden_size=hidden, vocab_size=audio,
            hidden_size=depth_hidden, intermediate_size=3 * depth_hidden, num_hidden_layers=depth_layers,
            num_attention_heads=depth_hidden // 32, num_key_value_heads=depth_hidden // 64, head_dim=32,
            max_position_embeddings=books + 1, rms_norm_eps=1e-5, rope_parameters=rope(.001953125, .0078125, 16)))


class Training(nn.Module):
    def __init__(self, csm, phones, books, speakers, half=False, compiled=True):
        super().__init__()
        self.csm, self.books = csm, books
        self.phones = nn.Linear(csm.config.hidden_size, 4 * phones)
        self.speakers = nn.Linear(csm.config.hidden_size, speakers)
        self.backbone, self.depth = Llama(csm.backbone_model, half, compiled), Llama(csm.depth_decoder.model, half, compiled)

    def disturb(self, frames, speech, whole=.06, fine=.1):
        """Replace some frames by others of the batch, and the acoustic codes of some more."""
        real = frames[speech]
        other = real[torch.randint(len(real), (len(real),), device=real.device)]
        chance = torch.rand(len(real), 1, device=real.device)
        mixed = torch.where(chance < whole, other, torch.where(chance < whole + fine, torch.cat([real[:, :1], other[:, 1:]], 1), real))
        frames = frames.clone()
        frames[speech] = mixed
        return frames

    def guide(self, seen, b, rows):
        """Mean -log of the attention that lands near the spoken symbol."""
        size, device = b["spoken"].shape[1], b["spoken"].device
        positions = torch.arange(size, device=device)
        where = b["spoken"][rows][:, None]
        wanted = torch.exp(-.5 * ((positions[None] - where) / 1.2) ** 2)
        wanted = wanted * ((positions[None] >= b["text_from"][rows][:, None]) & (positions[None] < b["text_to"][rows][:, None]))
        future, total = (positions[None, :] > positions[:, None])[rows.nonzero()[:, 1]], 0.
        for layer in GUIDED_LAYERS:
            q, k = (t[:, 0] for t in seen[layer])
            scores = (q @ k.transpose(-1, -2))[rows].float() / HEAD ** .5
            total = total - ((scores.masked_fill(future, -1e9).softmax(-1) * wanted).sum(-1) + 1e-4).log().mean() / len(GUIDED_LAYERS)
        return total

    def forward(self, b, depth_share=.25, disturbed=True):
        csm, k = self.csm, self.books
        frames = self.disturb(b["frames"], b["is_speech"]) if disturbed else b["frames"]
        embedded = csm.embed_text_tokens(b["text"])
        embedded[b["is_frame"]] = csm.backbone_model.embed_tokens(frames[b["is_frame"]][None])[0]
        state, seen = self.backbone(embedded)
        learnt = b["labels"][..., 0] >= 0
        h, labels = state[learnt], b["labels"][learnt]
        first = F.cross_entropy(csm.lm_head(h).float(), labels[:, 0])
        rows = b["spoken"] >= 0
        spoken = self.phones(state[rows]).float().view(-1, 4, self.phones.out_features // 4)
        phones = b["phones"][rows]
        phone = F.cross_entropy(spoken.flatten(0, 1), phones.flatten())
        right = (spoken.argmax(-1) == phones).float().mean()
        speaker = F.cross_entropy(self.speakers(state[rows]).float(), b["speaker"][rows])
        stop = labels[:, 0] == 0
        chosen = (torch.rand(len(h), device=h.device) < depth_share) | stop
        inputs = self.csm.depth_decoder.model.embed_tokens(labels[chosen][:, : k - 1] + torch.arange(k - 1, device=h.device) * self.csm.config.vocab_size)
        projected = self.csm.depth_decoder.model.inputs_embeds_projector(torch.cat([h[chosen][:, None], inputs], 1))
        deep, _ = self.depth(projected)
        logits = torch.einsum("nkd,kdv->nkv", deep[:, 1:], csm.depth_decoder.codebooks_head.weight).float()
        rest = F.cross_entropy(logits.flatten(0, 1), labels[chosen][:, 1:].flatten(), reduction="none").view(-1, k - 1)
        rest = (rest * ~stop[chosen][:, None]).sum(0) / (~stop[chosen]).sum().clamp(min=1) + .1 * rest[stop[chosen]].sum() / len(rest) / (k - 1)
        return dict(first=first, rest=rest, phone=phone, right=right, speaker=speaker, guide=self.guide(seen, b, rows))


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("corpus")
    p.add_argument("work", type=pathlib.Path)
    p.add_argument("--steps", type=int, default=20000, help="of the whole schedule; one may stop and resume anywhere")
    p.add_argument("--minutes", type=float, help="end the schedule after this time, if it comes before the steps")
    for name, value in SHAPE.items():
        p.add_argument("--" + name.replace("_", "-"), type=int, default=value, help="of the networks, when they are new")
    p.add_argument("--loaders", type=int, default=0, help="processes that prepare batches (for a GPU)")
    p.add_argument("--positions", type=int, default=3000, help="per worker and step")
    p.add_argument("--depth-share", type=float, default=.25, help="of the frames that the depth decoder learns from")
    p.add_argument("--rate", type=float, default=2e-3)
    p.add_argument("--workers", type=int, default=1)
    p.add_argument("--device", default="cpu")
    p.add_argument("--save-every", type=float, default=240, help="seconds")
    a = p.parse_args()
    team = Workers(a.workers, a.device)
    corpus = Corpus(a.corpus)
    codec = load_model(a.work / "books.pt")
    books = codec.config.num_quantizers
    codes = np.fromfile(a.work / "codes.i16", np.int16).reshape(-1, books)
    names = corpus.phone_names()
    data = Conversations(corpus, codes, alignment.table(corpus, a.work / "alignment.pkl", len(codes)), corpus.label(names))
    torch.manual_seed(0)
    resumed = torch.load(a.work / "speech.pt", map_location=a.device) if (a.work / "speech.pt").exists() else None
    shape = resumed["shape"] if resumed else {name: getattr(a, name) for name in SHAPE}
    csm = CsmForConditionalGeneration(configuration(codec.config, **shape))
    del csm.codec_model
    net = Training(csm, len(names), books, len(data.speakers), team.half, a.device == "cpu").to(a.device)
    matrices = [q for n, q in net.named_parameters() if q.dim() == 2 and ".layers." in n]
    chosen = {id(q) for q in matrices}
    others = list({id(q): q for q in net.parameters() if id(q) not in chosen}.values())
    optimizer = Muon(matrices, others, a.rate, team)
    mean = copy.deepcopy({n: t.detach() for n, t in csm.state_dict().items()})
    step = 0
    if resumed:
        net.load_state_dict(resumed["net"])
        optimizer.load_state_dict(resumed["optimizer"])
        mean, step = resumed["mean"], resumed["step"]
        del resumed
    torch.manual_seed(step * 16 + team.rank)
    batches = iter(torch.utils.data.DataLoader(Batches(data, a.positions, books, int(time.time()) + team.rank), batch_size=None,
                                               num_workers=a.loaders, pin_memory=a.device != "cpu"))
    there = lambda batch: {n: t.to(a.device, non_blocking=True) for n, t in batch.items()}

    def save():
        if team.first:
            save_atomically(dict(net=net.state_dict(), optimizer=optimizer.state_dict(), mean=mean, step=step, shape=shape), a.work / "speech.pt")

    diary, sums, began, seen = Diary(a.work / "speech.jsonl", a.save_every, save), Sums(), time.time(), 0
    schedule = Schedule(team, a.steps, a.minutes)
    while (done := schedule.done(step)) < 1:
        rate = a.rate * min(1, (step + 1) / 100) * (1 if done < .4 else .05 + .95 * .5 * (1 + math.cos(math.pi * (done - .4) / .6)))
        b = next(batches)
        seen += int((b["is_frame"] | (b["text"] > 0)).sum())
        b = there(b)
        with team.mixed():
            parts = net(b, a.depth_share)
        loss = parts["first"] + parts["rest"].mean() + .5 * parts["phone"] + .1 * parts["speaker"] + (1. if done < .5 else .3) * parts["guide"]
        optimizer.zero_grad()
        loss.backward()
        team.mean_gradients(matrices + others)
        nn.utils.clip_grad_norm_(others, 1.)
        optimizer.step(rate)
        step += 1
        keep = min(.999, 1 - 1 / (step / 20 + 1))
        with torch.no_grad():
            torch._foreach_lerp_(list(mean.values()), list(csm.state_dict().values()), 1 - keep)
        sums.add(parts)
        if step % 50 == 0 and team.first:
            line = dict(step=step, seconds=round(time.time() - began), per_second=round(seen * a.workers / (time.time() - began)), rate=round(rate, 6))
            line.update(sums.read(3))
            if step % 250 == 0:
                net.eval()
                with torch.no_grad():
                    held = [net(there(tensors([data.alone(i) for i in data.held[at: at + 16]], books)), 1., False) for at in range(0, len(data.held), 16)]
                net.train()
                line["held"] = {n: round(float(sum(h[n].mean() for h in held)) / len(held), 3) for n in held[0]}
            diary.tell(line)
        diary.keep()
    save()


if __name__ == "__main__":
    main()
