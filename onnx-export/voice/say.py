"""Generate speech with a published checkpoint, several lines at once: `say.py CHECKPOINT "Some text." --out DIR [--reference A.wav "its words"]`."""
import argparse
import pathlib

import numpy as np
import torch
from tokenizers import Tokenizer
from transformers import CsmForConditionalGeneration, DynamicCache

from audio import FRAME, read_wav, write_wav


class Voice:
    def __init__(self, folder, device="cpu"):
        self.csm = CsmForConditionalGeneration.from_pretrained(folder).eval().to(device)
        self.tokenizer = Tokenizer.from_file(str(pathlib.Path(folder) / "tokenizer.json"))
        self.books, self.codes = self.csm.config.num_codebooks, self.csm.config.codec_config.codebook_size
        generation = self.csm.generation_config
        self.temperature = generation.temperature or .7
        self.depth_temperature = getattr(generation, "depth_decoder_temperature", None) or .4
        self.top_k = generation.top_k or 50
        self.device = device

    @torch.no_grad()
    def encode(self, samples):
        """(samples) -> (frames, books)"""
        n = -(-len(samples) // FRAME) * FRAME
        x = torch.from_numpy(np.pad(samples, (0, n - len(samples))).astype(np.float32)).to(self.device)
        return self.csm.codec_model.encode(x[None, None]).audio_codes[0].T

    @torch.no_grad()
    def sound(self, frames):
        if not len(frames):
            return np.zeros(FRAME, np.float32)
        return self.csm.codec_model.decode(frames.T[None]).audio_values[0, 0].cpu().numpy()

    def prompt(self, turns):
        """[(speaker, text, frames or None)] -> embedded positions; the last turn has no frames."""
        m, parts = self.csm, []
        for speaker, text, frames in turns:
            parts.append(m.embed_text_tokens(torch.tensor(self.tokenizer.encode(f"[{speaker}]{text}").ids, device=self.device)))
            if frames is not None:
                parts.append(m.backbone_model.embed_tokens(torch.cat([frames, torch.zeros_like(frames[:1])])[None])[0])
        return torch.cat(parts)

    def draw(self, logits, temperature, generator):
        logits = logits[..., : self.codes].float() / max(temperature, 1e-4)
        least = logits.topk(min(self.top_k, self.codes)).values[..., -1:]
        return torch.multinomial(logits.masked_fill(logits < least, -1e9).softmax(-1), 1, generator=generator)[:, 0]

    @torch.no_grad()
    def generate(self, conversations, cap=375, seed=0):
        """Frames of the last turn of each conversation: [(frames, books)], and whether each ended by itself."""
        m, generator = self.csm, torch.Generator(self.device).manual_seed(seed)
        prompts = [self.prompt(turns) for turns in conversations]
        size, rows = max(map(len, prompts)), len(prompts)
        embedded = torch.zeros(rows, size, prompts[0].shape[1], device=self.device)
        mask = torch.zeros(rows, size, dtype=torch.long, device=self.device)
        for i, prompt in enumerate(prompts):
            embedded[i, size - len(prompt):], mask[i, size - len(prompt):] = prompt, 1
        cache, made = DynamicCache(config=m.backbone_model.config), []
        open_rows = torch.ones(rows, dtype=torch.bool, device=self.device)
        lengths = torch.zeros(rows, dtype=torch.long, device=self.device)
        for _ in range(cap):
            positions = (mask.cumsum(1) - 1).clamp(min=0)[:, -embedded.shape[1]:]
            state = m.backbone_model(inputs_embeds=embedded, attention_mask=mask, position_ids=positions, cache=cache,
                                     use_cache=True).last_hidden_state[:, -1]
            frame = [self.draw(m.lm_head(state), self.temperature, generator)]
            for book in range(1, self.books):
                ids = torch.stack([torch.zeros_like(frame[0]), *frame], 1)
                # the mask of ones: without it transformers 5.23 fails where the batch is as large as the sequence is long
                deep = m.depth_decoder.model(input_ids=ids, attention_mask=torch.ones_like(ids), backbone_last_hidden_state=state, use_cache=False).last_hidden_state[:, -1]
                frame.append(self.draw(deep @ m.depth_decoder.codebooks_head.weight[book - 1], self.depth_temperature, generator))
            frame = torch.stack(frame, 1)
            open_rows &= frame.any(1)
            if not open_rows.any():
                break
            made.append(frame)
            lengths += open_rows
            embedded = m.backbone_model.embed_tokens(frame[:, None])
            mask = torch.cat([mask, torch.ones_like(mask[:, :1])], 1)
        made = torch.stack(made, 1) if made else torch.zeros(rows, 0, self.books, dtype=torch.long)
        return [made[i, :n] for i, n in enumerate(lengths.tolist())], (~open_rows).tolist()


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("checkpoint")
    p.add_argument("texts", nargs="+")
    p.add_argument("--out", type=pathlib.Path, default=".")
    p.add_argument("--speaker", type=int, default=0)
    p.add_argument("--reference", nargs=2, metavar=("WAV", "TEXT"))
    p.add_argument("--seed", type=int, default=0)
    a = p.parse_args()
    voice = Voice(a.checkpoint)
    before = [(a.speaker, a.reference[1], voice.encode(read_wav(a.reference[0])))] if a.reference else []
    lines, ended = voice.generate([before + [(a.speaker, text, None)] for text in a.texts], seed=a.seed)
    for i, frames in enumerate(lines):
        write_wav(a.out / f"{i}.wav", voice.sound(frames))
        print(f"{i}.wav: {len(frames) * .08:.2f} s{'' if ended[i] else ', did not end'}")


if __name__ == "__main__":
    main()
