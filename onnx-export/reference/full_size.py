"""A random CSM-1B of the published size and layout, for conversion and speed; nothing it says means anything.

    python full_size.py OUT [--layout transformers|sesame]

transformers: 538 tensors in two shards behind transformers.safetensors.index.json, as sesame/csm-1b has them (7.1 GB).
sesame: model.safetensors with 187 tensors (6.2 GB), mimi/tokenizer-kyutai.safetensors. Both with config and a made-up
tokenizer of Llama 3's size. One tensor at a time in memory.
"""

import argparse
import json
import shutil
from pathlib import Path

import numpy as np
import torch

import tokens
import weights
from census import full_config, full_state
from sesame import kyutai_tensors, sesame_tensors
from tiny import old_spelling, quiet

SHARD = 5_000_000_000
POOL = 1 << 24
CHUNK = 1 << 22
SPECIALS = (["<|begin_of_text|>", "<|end_of_text|>", "<|AUDIO|>", "<|audio_eos|>", "<|finetune_right_pad_id|>",
             "<|reserved_special_token_2|>", "<|start_header_id|>", "<|end_header_id|>", "<|eom_id|>", "<|eot_id|>", "<|python_tag|>"]
            + [f"<|reserved_special_token_{i}|>" for i in range(3, 248)])


class Source:
    """The values of a tensor, as pieces: small ones exactly as in the tiny checkpoints, large ones cut from one pool of noise."""

    def __init__(self, seed):
        self.seed = seed
        self.pool = np.random.Generator(np.random.PCG64(seed)).standard_normal(POOL, dtype=np.float32)

    def pieces(self, name, shape):
        size = int(np.prod(shape))
        if "embed_tokens" in name:                                    # both copies of the audio table are the same
            name = "depth_decoder.model.embed_tokens.weight"
        if size <= 1 << 20:
            yield np.asarray(weights.values(self.seed, name, shape), np.float32).ravel() * loudness(name)
            return
        start = int(weights.generator(self.seed, name).integers(POOL))
        scale = np.float32(scale_of(name, shape))
        for at in range(0, size, CHUNK):
            count = min(CHUNK, size - at)
            index = (start + at * 3) % (POOL - CHUNK)
            yield self.pool[index:index + count] * scale


def scale_of(name, shape):
    if "embed_text_tokens" in name or "embed_sum" in name:
        return 1.0
    return 0.6 / 4 if "embed_tokens" in name else weights.deviation(name, shape)


def loudness(name):
    if name.startswith("codec_model.decoder.layers.14."):
        return np.float32(0.02)
    return np.float32(8 if name == "codec_model.encoder.layers.0.conv.weight" else 1)


def write_file(path, shapes, pieces):
    """One safetensors file; pieces(name) yields the tensor's floats in order."""
    header, at = {"__metadata__": {"format": "pt"}}, 0
    for name, shape in shapes:
        size = int(np.prod(shape)) * 4
        header[name] = {"dtype": "F32", "shape": list(shape), "data_offsets": [at, at + size]}
        at += size
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as out:
        out.write(len(text).to_bytes(8, "little") + text)
        for name, _ in shapes:
            for piece in pieces(name):
                piece.tofile(out)
        assert out.tell() == 8 + len(text) + at
    print(f"{path} {at / 1e9:.2f} GB", flush=True)


def shards(state):
    """Module order, cut before the tensor that would pass the limit."""
    out, size = [[]], 0
    for name, tensor in state.items():
        if size + tensor.numel() * 4 > SHARD:
            out.append([])
            size = 0
        out[-1].append(name)
        size += tensor.numel() * 4
    return out


def write_transformers(out, state, source):
    parts, where = shards(state), {}
    for i, names in enumerate(parts, 1):
        file = f"transformers-{i:05d}-of-{len(parts):05d}.safetensors"
        where |= dict.fromkeys(names, file)
        write_file(out / file, [(n, tuple(state[n].shape)) for n in sorted(names)],
                   lambda name: source.pieces(name, tuple(state[name].shape)))
    total = sum(t.numel() * 4 for t in state.values())
    tokens.write(out / "transformers.safetensors.index.json", {"metadata": {"total_size": total}, "weight_map": dict(sorted(where.items()))})


def write_sesame(out, config, state, source):
    """Each new tensor is made from the old ones it consists of, when its turn comes."""
    def real(name):
        return torch.from_numpy(np.concatenate(list(source.pieces(name, tuple(state[name].shape))))).view(state[name].shape)

    def language(subset):
        return sesame_tensors(subset, config.head_dim, config.depth_decoder_config.head_dim)

    origin = {new: old for old in state for new in language({old: state[old]})}
    shapes = {new: tuple(t.shape) for new, t in language(state).items()}
    write_file(out / "model.safetensors", sorted(shapes.items()),
               lambda n: [language({origin[n]: real(origin[n])})[n].numpy().ravel()])
    (out / "mimi").mkdir()
    codec = {k.removeprefix("codec_model."): real(k) for k in state if k.startswith("codec_model.")}
    kyutai = kyutai_tensors(codec, config.codec_config.head_dim)
    write_file(out / "mimi" / "tokenizer-kyutai.safetensors", sorted((n, tuple(t.shape)) for n, t in kyutai.items()),
               lambda n: [kyutai[n].numpy().ravel()])


def vocabulary(size, seed):
    """size tokens: the bytes, numbers to 999, then pieces grown by joining earlier ones; the merges that make them."""
    rng = np.random.Generator(np.random.PCG64(seed))
    tokens_, merges = tokens.byte_alphabet(), []
    known = set(tokens_)

    def join(left, right):
        if left + right not in known:
            known.add(left + right)
            tokens_.append(left + right)
            merges.append((left, right))

    for merge in tokens.MERGES:
        join(*merge.split(" "))
    for number in [f"{a}{b}" for a in range(10) for b in range(10)]:
        join(number[0], number[1])
    for number in [f"{i:03d}" for i in range(1000)]:
        join(number[:2], number[2])
    letters = [t for t in tokens_ if t.isascii() and t.isalpha()]
    starts = letters + ["\u0120" + c for c in "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"]
    for word in starts[len(letters):]:
        join("\u0120", word[1])
    while len(tokens_) < size:
        left, right = starts[int(len(starts) * rng.random() ** 2)], letters[int(len(letters) * rng.random() ** 2)]
        if len(left) + len(right) > 14 or left + right in known:
            continue
        join(left, right)
        starts.append(left + right)
        if not (left + right).startswith("\u0120"):
            letters.append(left + right)
    return {t: i for i, t in enumerate(tokens_[:size])}, merges[:size - 256]


def big_tokenizer():
    """128000 + 256 entries in tokenizer.json's newer spelling of merges; the small one's pattern and template."""
    vocab, merges = vocabulary(128000, 7)
    spec = json.loads(tokens.tokenizer(specials=SPECIALS[:2]).to_str())
    spec["model"] |= {"vocab": vocab, "merges": [list(m) for m in merges]}
    spec["added_tokens"] = [dict(id=128000 + i, content=s, single_word=False, lstrip=False, rstrip=False, normalized=False, special=True)
                            for i, s in enumerate(SPECIALS)]
    for i, special in enumerate(SPECIALS[:2]):
        spec["post_processor"]["processors"][1]["special_tokens"][special]["ids"] = [128000 + i]
    return spec


def write_rest(out, config):
    from tokenizers import Tokenizer
    tok = Tokenizer.from_str(json.dumps(big_tokenizer()))
    assert tok.get_vocab_size() == 128256 and tok.encode("Hello").ids[0] == 128000
    tokens.save(out, tok)
    config.dtype = "float32"
    config.save_pretrained(out)
    old_spelling(out / "config.json", frame_rate=12.5)
    values = json.loads((out / "config.json").read_text())
    values |= {"transformers_weights": "transformers.safetensors.index.json", "audio_num_codebooks": 32, "audio_vocab_size": 2051,
               "backbone_flavor": "llama-1B", "decoder_flavor": "llama-100M", "architectures": ["CsmForConditionalGeneration"]}
    tokens.write(out / "config.json", values)
    tokens.write(out / "generation_config.json", {
        "bos_token_id": 128000, "depth_decoder_do_sample": True, "depth_decoder_temperature": 0.9, "depth_decoder_top_k": 50,
        "do_sample": True, "max_new_tokens": 125, "pad_token_id": 128002, "temperature": 0.9, "transformers_version": "4.52.0.dev0"})


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--layout", choices=["transformers", "sesame"], default="transformers")
    args = parser.parse_args()
    quiet()
    args.out.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(args.out).free
    if free < 10e9:
        raise SystemExit(f"{args.out} has {free / 1e9:.1f} GB free; 10 GB are needed")
    config, state = full_state()
    source = Source(3)
    if args.layout == "transformers":
        write_transformers(args.out, state, source)
    else:
        write_sesame(args.out, config, state, source)
    write_rest(args.out, config)


if __name__ == "__main__":
    main()
