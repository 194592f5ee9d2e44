"""T2, T5, T12: the language networks: prompts, hidden states, logits, greedy codes; once by generate(), once by hand."""

import numpy as np
import torch
from transformers import AutoProcessor
from transformers.cache_utils import DynamicCache

from golden import Topic, margin
from tiny import GOLDEN, load, quiet

LINES = ["Hello world, the light is on.", "And you?\n\nI'm here...", " It's 12345 o'clock, café time \U0001F60A!", "See what?",
         "That one. Over there, in the water.", "No."]


def voice(seed, samples):
    """A clip that sounds like nothing but moves like speech: gliding harmonics, bursts of noise, pauses."""
    rng = np.random.default_rng(seed)
    t = np.arange(samples) / 24000
    pitch = 110 + 60 * rng.random() + 30 * np.sin(2 * np.pi * 2.1 * t)
    phase = 2 * np.pi * np.cumsum(pitch) / 24000
    tone = sum(np.sin(k * phase + rng.random() * 6) / k for k in range(1, 9))
    envelope = np.clip(np.sin(2 * np.pi * 3.3 * t + rng.random() * 6), 0, 1)
    return (0.2 * envelope * tone + 0.05 * rng.standard_normal(samples) * (1 - envelope)).astype(np.float32)


def encode(model, audio):
    """Codes [frames, K] of one clip."""
    with torch.no_grad():
        return model.codec_model.encode(torch.from_numpy(audio)[None, None]).audio_codes[0].T.contiguous()


def text_ids(tokenizer, speaker, text):
    """One turn's text positions: BOS, "[speaker]text" with every control token typed by the user read as plain text, EOS."""
    ids = tokenizer.encode(f"[{speaker}]{text}", add_special_tokens=False, split_special_tokens=True)
    return [tokenizer.bos_token_id, *ids, tokenizer.eos_token_id]


def prompt(model, tokenizer, turns, speaker, text):
    """Positions as (kind, value): a text id, or a frame of codes. turns: (speaker, text, codes [F,K])."""
    zero = [model.config.codebook_eos_token_id] * model.config.num_codebooks
    out = []
    for who, said, codes in turns:
        out += [("text", i) for i in text_ids(tokenizer, who, said)]
        out += [("frame", f) for f in codes.tolist()] + [("frame", zero)]
    return out + [("text", i) for i in text_ids(tokenizer, speaker, text)]


def embed(model, positions):
    rows = [model.embed_text_tokens.weight[v] if kind == "text" else model.backbone_model.embed_tokens(torch.tensor([[v]]))[0, 0]
            for kind, v in positions]
    return torch.stack(rows)[None]


@torch.no_grad()
def depth_greedy(model, hidden, code0):
    """All codes of one frame and each step's logits, without any cache: every step runs the whole frame again."""
    codes, logits = [code0], []
    for _ in range(model.config.num_codebooks - 1):
        ids = torch.tensor([[0, *codes]])
        out = model.depth_decoder(input_ids=ids, backbone_last_hidden_state=hidden.clone(), use_cache=False).logits[0, -1]
        logits.append(out)
        codes.append(int(out.argmax()))
    return codes, torch.stack(logits)


@torch.no_grad()
def greedy(model, positions, frames, cache=None, known=0):
    """A loop by hand. cache holds the first `known` positions already. Stops after `frames` or at a frame of zeros."""
    cache = cache or DynamicCache(config=model.config)
    step = embed(model, positions[known:])
    out = {"codes": [], "code0_logits": [], "depth_logits": [], "hidden": []}
    while len(out["codes"]) < frames:
        done = cache.get_seq_length()
        ran = model.backbone_model(inputs_embeds=step, past_key_values=cache, use_cache=True,
                                   position_ids=torch.arange(done, done + step.shape[1])[None])
        hidden = ran.last_hidden_state[:, -1]
        logits = model.lm_head(hidden)[0]
        codes, depth = depth_greedy(model, hidden, int(logits.argmax()))
        for key, value in zip(out, (codes, logits, depth, hidden[0])):
            out[key].append(value)
        if not any(codes):
            break
        step = embed(model, [("frame", codes)])
    return out, cache


@torch.no_grad()
def by_generate(model, inputs_embeds, frames):
    """transformers' own generate(), greedy in both networks."""
    out = model.generate(inputs_embeds=inputs_embeds, attention_mask=torch.ones(inputs_embeds.shape[:2], dtype=torch.long),
                         max_new_tokens=frames, do_sample=False, depth_decoder_do_sample=False, temperature=None, top_k=None)
    return (out if isinstance(out, torch.Tensor) else out.sequences)[0].tolist()


@torch.no_grad()
def by_processor(model, folder, clips, turns, speaker, text, frames):
    """The way a user of transformers goes: chat template, processor, waveform in, generate()."""
    processor = AutoProcessor.from_pretrained(folder)
    chat = [{"role": str(w), "content": [{"type": "text", "text": t}, {"type": "audio", "path": a}]}
            for (w, t, _), a in zip(turns, clips)]
    chat.append({"role": str(speaker), "content": [{"type": "text", "text": text}]})
    inputs = processor.apply_chat_template(chat, tokenize=True, return_dict=True)
    inputs = {k: v for k, v in inputs.items() if k in ("input_ids", "attention_mask", "input_values", "input_values_cutoffs")}
    if not clips:
        inputs = {k: inputs[k] for k in ("input_ids", "attention_mask")}
    out = model.generate(**inputs, max_new_tokens=frames, do_sample=False, depth_decoder_do_sample=False, temperature=None, top_k=None)
    return inputs["input_ids"][0].tolist(), (out if isinstance(out, torch.Tensor) else out.sequences)[0].tolist()


def smallest_margin(ran):
    return float(min(margin(torch.stack(ran["code0_logits"])).min(), margin(torch.stack(ran["depth_logits"])).min()))


def transformers_kept(codes):
    """The frames transformers generates: it stops at, and keeps, the first frame whose codes but the last are all 0."""
    for i, frame in enumerate(codes):
        if not any(frame[:-1]):
            return i + 1
    return len(codes)


def positions_json(positions):
    return [[v] if kind == "text" else v for kind, v in positions]


class Checkpoint:
    def __init__(self, name):
        self.name, self.model = name, load(GOLDEN / name)
        self.processor = AutoProcessor.from_pretrained(GOLDEN / name)
        self.tokenizer = self.processor.tokenizer
        self.frame = self.model.codec_model.config.frame_size

    def clip(self, seed, frames):
        """About `frames` frames; the last one not full."""
        return voice(seed, int(self.frame * (frames - 0.4)))


def case(topic, ck, name, clips, turns, speaker, text, frames, details):
    positions = prompt(ck.model, ck.tokenizer, turns, speaker, text)
    embedded = embed(ck.model, positions)
    ran, _ = greedy(ck.model, positions, frames)
    kept = transformers_kept(ran["codes"])
    generated = by_generate(ck.model, embedded, frames)
    assert generated == ran["codes"][:kept], (ck.name, name)
    if ck.frame == 1920:                                              # the processor's own arithmetic fits real frames only
        ids, codes = by_processor(ck.model, GOLDEN / ck.name, clips, turns, speaker, text, frames)
        assert codes == ran["codes"][:kept], (ck.name, name, "processor")
        audio = [ck.model.config.audio_token_id, ck.model.config.audio_eos_token_id]
        assert [i for i in ids if i not in audio] == [v for k, v in positions if k == "text"], "template"
        assert len(ids) == len(positions)
    out = {"name": name, "turns": [{"speaker": w, "text": t, "codes": c.tolist()} for w, t, c in turns], "speaker": speaker,
           "text": text, "positions": positions_json(positions), "codes": ran["codes"],
           "transformers_frames": kept, "smallest_margin": smallest_margin(ran)}
    out["code0_logits"] = topic.floats(torch.stack(ran["code0_logits"])[:8 if not details else None])
    if details:
        states = ck.model.backbone_model(inputs_embeds=embedded, output_hidden_states=True, use_cache=False)
        final = states.last_hidden_state
        raw = list(states.hidden_states[:-1])                         # the last of them is normed; ask for it before the norm
        raw.append(last_layer(ck.model, embedded))
        out["hidden_states"] = [topic.floats(s[0]) for s in raw]
        out["final_hidden"] = topic.floats(final[0])
        out["prompt_logits"] = topic.floats(ck.model.lm_head(final)[0])
        out["frame_hidden"] = topic.floats(torch.stack(ran["hidden"]))
        out["depth_logits"] = topic.floats(torch.stack(ran["depth_logits"]))
    print(f"  {ck.name}/{name}: {len(positions)} positions, {len(ran['codes'])} frames, "
          f"{len(set(map(tuple, ran['codes'])))} different, margin {out['smallest_margin']:.1e}")
    return out


@torch.no_grad()
def last_layer(model, embedded):
    kept = []
    hook = model.backbone_model.layers[-1].register_forward_hook(lambda m, i, o: kept.append(o[0] if isinstance(o, tuple) else o))
    model.backbone_model(inputs_embeds=embedded, use_cache=False)
    hook.remove()
    return kept[0]


def teacher_forced(topic, ck):
    """The depth decoder on given codes: [0, c0 .. c_{K-2}] after a given hidden state."""
    rng = np.random.default_rng(5)
    rows = []
    for _ in range(4):
        hidden = torch.from_numpy(rng.standard_normal((1, ck.model.config.hidden_size)).astype(np.float32))
        codes = rng.integers(0, ck.model.config.vocab_size, ck.model.config.num_codebooks)
        ids = torch.from_numpy(np.concatenate([[0], codes[:-1]]))[None]
        with torch.no_grad():
            logits = ck.model.depth_decoder(input_ids=ids, backbone_last_hidden_state=hidden.clone(), use_cache=False).logits[0]
        rows.append({"hidden": topic.floats(hidden[0]), "codes": codes.tolist(), "logits": topic.floats(logits)})
    return rows


def carried(ck, frames):
    """Six lines one after another, all in one cache, each line's generated codes kept; equal to starting each line cold."""
    cache, known, turns, lines = None, 0, [], []
    for i, text in enumerate(LINES):
        positions = prompt(ck.model, ck.tokenizer, turns, i % 2, text)
        cold, _ = greedy(ck.model, positions, frames)
        warm, cache = greedy(ck.model, positions, frames, cache, known)
        assert warm["codes"] == cold["codes"], (ck.name, i)
        codes = [c for c in warm["codes"] if any(c)]
        # every frame but the last one has been run through the backbone; a final frame of zeros has not
        known = len(positions) + len(warm["codes"]) - 1
        assert cache.get_seq_length() == known
        lines.append({"speaker": i % 2, "text": text, "codes": warm["codes"], "prompt_positions": len(positions),
                      "smallest_margin": min(smallest_margin(cold), smallest_margin(warm))})
        turns.append((i % 2, text, torch.tensor(codes, dtype=torch.long).view(-1, ck.model.config.num_codebooks)))
    print(f"  {ck.name}/carried: {known} positions, margin {min(l['smallest_margin'] for l in lines):.1e}")
    return lines, turns


def main(name, frames):
    ck = Checkpoint(name)
    topic = Topic(f"lm-{name}")
    clips = [ck.clip(1, 5), ck.clip(2, 7)]
    codes = [encode(ck.model, c) for c in clips]
    turns = [(0, LINES[0], codes[0]), (1, LINES[1], codes[1])]
    cases = [case(topic, ck, "no-context", [], [], 0, LINES[0], frames, True),
             case(topic, ck, "one-context", clips[:1], turns[:1], 1, LINES[3], frames, True),
             case(topic, ck, "two-contexts", clips, turns, 0, LINES[2], frames, False),
             case(topic, ck, "far-speaker", clips[1:], turns[1:], 117, "a", frames, False)]
    lines, spoken = carried(ck, frames)
    references = turns[:1]
    everything = references + spoken
    cases.append(case(topic, ck, "all-turns", [], everything, 0, "Well.", frames, False) if ck.frame != 1920
                 else codes_case(topic, ck, "all-turns", everything, frames))
    cases.append(codes_case(topic, ck, "evicted-two", references + spoken[2:], frames))
    cases.append(codes_case(topic, ck, "evicted-all-but-reference", references, frames))
    topic.write(config=sizes(ck), clips=[{"samples": topic.floats(c), "codes": k.tolist()} for c, k in zip(clips, codes)],
                cases=cases, carried=lines, teacher_forced=teacher_forced(topic, ck))


def codes_case(topic, ck, name, turns, frames):
    """Turns known as codes only."""
    frame, ck.frame = ck.frame, 0
    try:
        return case(topic, ck, name, [], turns, 0, "Well.", frames, False)
    finally:
        ck.frame = frame


def sizes(ck):
    c = ck.model.config
    return {"codebooks": c.num_codebooks, "vocab": c.vocab_size, "codebook_size": ck.model.codec_model.config.codebook_size,
            "hidden": c.hidden_size, "layers": c.num_hidden_layers, "text_vocab": c.text_vocab_size, "frame": ck.frame,
            "depth_hidden": c.depth_decoder_config.hidden_size}


if __name__ == "__main__":
    quiet()
    for name, frames in (("tiny-a", 28), ("tiny-b", 24), ("tiny-c", 40)):
        main(name, frames)
