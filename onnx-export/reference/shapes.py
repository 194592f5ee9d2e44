"""Random CSM checkpoints of every shape the classes allow, as strangers would write them."""

import json
import random

import torch
from transformers import CsmConfig, CsmForConditionalGeneration

import tokens
import weights
from tiny import BACKBONE_ROPE, DEPTH_ROPE, LOUDNESS, TEXT_BASE, layers, lm, old_spelling

LLAMA32 = dict(rope_type="llama3", factor=32.0, low_freq_factor=1.0, high_freq_factor=4.0, original_max_position_embeddings=8192)
LLAMA31 = dict(LLAMA32, factor=8.0)
TINY_WINDOW = dict(LLAMA32, original_max_position_embeddings=64)
ROPES = [None, BACKBONE_ROPE, DEPTH_ROPE, LLAMA32, LLAMA31, TINY_WINDOW]


def stack(r, smallest=16):
    kv = r.choice([1, 2, 3])
    heads = kv * r.choice([1, 2, 3, 4])
    return layers(r.randrange(smallest, 72, 4), r.choice([1, 2, 3]), heads, kv, r.choice([4, 8, 10, 12, 16, 24, 32, 64]), r.randrange(20, 130, 2))


def codec(r):
    hidden, heads = r.choice([(32, 4), (48, 6), (24, 2), (40, 5), (64, 4)])
    kv = heads if r.random() < 0.85 else 1
    projected = r.random() < 0.85                                     # else the quantiser works at full width, without projections
    dim = r.choice([8, 12, 20]) if projected else hidden
    out = layers(hidden, r.choice([1, 2, 3]), heads, kv, r.choice([None, 4, 8, 16]), r.choice([24, 50]))
    return out | dict(
        num_filters=r.choice([1, 2, 4, 5]) * 2, upsampling_ratios=[r.choice([2, 3, 4, 5, 6, 8]) for _ in range(r.choice([1, 2, 3, 4]))],
        sliding_window=r.choice([3, 6, 20, 250]), codebook_dim=dim, vector_quantization_hidden_dimension=dim,
        num_residual_layers=r.choice([1, 1, 2, 3]), kernel_size=r.choice([7, 5]), last_kernel_size=r.choice([3, 5]),
        residual_kernel_size=r.choice([3, 3, 5]), compress=r.choice([1, 2]), rope_parameters={"rope_type": "default", "rope_theta": r.choice([10000.0, 500.0])},
        norm_eps=r.choice([1e-5, 1e-6]))


def config(r):
    codebooks = r.choice([2, 3, 5, 8, 17, 32])
    c = codec(r)
    if codebooks > 3 and r.random() < 0.2:
        c["num_semantic_quantizers"] = 2
    groups = r.choice([1, 1, 2])
    out = lm(codebooks, r.choice([8, 16, 64, 128]), stack(r), c, theta=r.choice([500000.0, 10000.0, 1e6]), rope=r.choice(ROPES),
             depth_theta=r.choice([500000.0, 10000.0]), depth_rope=r.choice(ROPES), max_position_embeddings=2048, **stack(r, 24))
    out.codec_config.upsample_groups = c["hidden_size"] // groups
    out.rms_norm_eps = r.choice([1e-5, 1e-6])
    out.depth_decoder_config.rms_norm_eps = r.choice([1e-5, 1e-6])
    return out


def marvis(_r):
    """Marvis' proportions at an eighth of its width."""
    return lm(32, 64, layers(128, 4, 8, 2, 16, 512), layers(32, 2, 4, 4, 8, 48) | dict(
        num_filters=2, codebook_dim=16, vector_quantization_hidden_dimension=16), max_position_embeddings=2048, **layers(192, 6, 12, 3, 16, 1024))


def build(config, seed, untied=False):
    config._attn_implementation = "eager"
    if untied:
        config.tie_codebooks_embeddings = config.tie_word_embeddings = False
    model = weights.randomise(CsmForConditionalGeneration(config), seed)
    with torch.no_grad():
        model.codec_model.encoder.encoder_seanet.layers[0].conv.weight *= 8
        last = model.codec_model.decoder.decoder_seanet.layers[-1].conv
        last.weight *= LOUDNESS["tiny-b"]
        last.bias *= LOUDNESS["tiny-b"]
        if seed % 3 == 0:                                             # some of them end by themselves
            model.lm_head.weight[0] *= 3
            model.depth_decoder.codebooks_head.weight[:, :, 0] *= 3
    return model


def write(folder, seed):
    """One checkpoint; returns a line that says what is special about it."""
    r = random.Random(seed)
    shape = marvis(r) if seed % 10 == 1 else config(r)
    untied = r.random() < 0.08
    dtype = r.choice([torch.float32, torch.float32, torch.bfloat16, torch.float16])
    sharded, old = r.random() < 0.4, r.random() < 0.4
    folder.mkdir(parents=True)
    rate = shape.codec_config.sampling_rate / shape.codec_config.frame_size
    build(shape, seed, untied).to(dtype).save_pretrained(folder, **(dict(max_shard_size="100KB") if sharded else {}))
    tokens.save(folder, tokens.tokenizer(TEXT_BASE))
    if old:
        old_spelling(folder / "config.json", frame_rate=rate)
    else:
        values = json.loads((folder / "config.json").read_text())
        values["codec_config"].pop("_frame_rate", None)
        tokens.write(folder / "config.json", values)
    c, d, m = shape, shape.depth_decoder_config, shape.codec_config
    return (f"K{c.num_codebooks} V{c.vocab_size} backbone {c.num_hidden_layers}x{c.hidden_size} h{c.num_attention_heads}/{c.num_key_value_heads}x{c.head_dim}"
            f" depth {d.num_hidden_layers}x{d.hidden_size} h{d.num_attention_heads}/{d.num_key_value_heads}x{d.head_dim}"
            f" mimi {m.hidden_size} h{m.num_attention_heads}/{m.num_key_value_heads}x{m.head_dim} ratios {m.upsampling_ratios} window {m.sliding_window}"
            f" res{m.num_residual_layers} sem{m.num_semantic_quantizers} vq{m.codebook_dim} groups{m.upsample_groups}"
            f" {str(dtype)[6:]}{' sharded' if sharded else ''}{' old' if old else ''}{' untied' if untied else ''}")
