"""T1, T13: rotary frequencies of the full-size stacks and of the tiny ones, as transformers computes them."""

import math

import torch
from transformers import CsmConfig, CsmDepthDecoderConfig, MimiConfig
from transformers.models.csm.modeling_csm import CsmRotaryEmbedding
from transformers.models.mimi.modeling_mimi import MimiRotaryEmbedding

from golden import Topic
from tiny import BACKBONE_ROPE, DEPTH_ROPE, quiet

POSITIONS = [0, 1, 2, 31, 249, 1000, 2047]


def stacks():
    llama3 = dict(rope_theta=500000.0)
    yield "backbone", CsmRotaryEmbedding, CsmConfig(head_dim=64, rope_parameters=dict(BACKBONE_ROPE, **llama3))
    yield "depth", CsmRotaryEmbedding, CsmDepthDecoderConfig(head_dim=128, rope_parameters=dict(DEPTH_ROPE, **llama3))
    yield "backbone-16", CsmRotaryEmbedding, CsmConfig(head_dim=16, rope_parameters=dict(BACKBONE_ROPE, **llama3))
    yield "llama-3.2-spelling", CsmRotaryEmbedding, CsmConfig(head_dim=64, rope_parameters=dict(
        rope_type="llama3", rope_theta=500000.0, factor=32.0, low_freq_factor=1.0, high_freq_factor=4.0,
        original_max_position_embeddings=8192), max_position_embeddings=131072)
    yield "llama-3.1-8b", CsmRotaryEmbedding, CsmConfig(head_dim=128, rope_parameters=dict(
        rope_type="llama3", rope_theta=500000.0, factor=8.0, low_freq_factor=1.0, high_freq_factor=4.0,
        original_max_position_embeddings=8192), max_position_embeddings=131072)
    yield "plain", CsmRotaryEmbedding, CsmConfig(head_dim=32, rope_parameters=dict(rope_type="default", rope_theta=10000.0))
    yield "mimi", MimiRotaryEmbedding, MimiConfig()


def main():
    quiet()
    topic, cases = Topic("rope"), []
    for name, kind, config in stacks():
        rope = kind(config)
        cos, sin = rope(torch.zeros(1), torch.tensor([POSITIONS]))
        half = rope.inv_freq.shape[0]
        scaling = {k: v for k, v in config.rope_parameters.items()}
        cases.append({"name": name, "head_dim": config.head_dim, "rope": scaling, "positions": POSITIONS,
                      "inv_freq": topic.floats(rope.inv_freq), "cos": topic.floats(cos[0, :, :half]),
                      "sin": topic.floats(sin[0, :, :half])})
        if name == "backbone":
            check(rope.inv_freq)
    topic.write(cases=cases)


def check(inv_freq):
    """The figures of the specification, section 2.2."""
    for i, wanted in {1: 6.636012793e-01, 15: 1.290548011e-03, 16: 4.295567051e-04, 17: 9.708286234e-05, 31: 9.418306490e-08}.items():
        assert math.isclose(float(inv_freq[i]), wanted, rel_tol=1e-8), i


if __name__ == "__main__":
    main()
