"""Random weights that make tests see: every tensor has a scale at which it matters to the result."""

import math
import zlib

import numpy as np
import torch


def generator(seed, name):
    """One stream per tensor name, so that adding a tensor changes no other."""
    return np.random.Generator(np.random.PCG64([seed, zlib.crc32(name.encode())]))


def values(seed, name, shape):
    """float32 values for one parameter or buffer, chosen by what its name says it is."""
    rng = generator(seed, name)
    leaf = name.rsplit(".", 1)[-1]
    if leaf == "cluster_usage":
        usage = rng.uniform(0.5, 2, shape)
        usage[[1, 4]], usage[[2, 5]] = 0, 1e-6                       # unused codes: the clamp at 1e-5 decides
        return usage
    if leaf == "embed_sum":
        rows = rng.normal(0, 1, shape)
        rows[[1, 2, 4, 5]] *= 1e-5                                   # so that clamped rows have the size of the others
        return rows
    if leaf == "initialized":
        return np.ones(shape)
    if leaf == "scale":
        return rng.uniform(0.2, 1, shape)
    if "norm" in name:
        return rng.uniform(0.5, 1.5, shape) if leaf == "weight" else rng.normal(0, 0.2, shape)
    if leaf == "bias":
        return rng.normal(0, 0.2, shape)
    if "embed_text_tokens" in name:
        return rng.normal(0, 1, shape)
    if "embed_audio_tokens" in name or "embed_tokens" in name:
        return rng.normal(0, 0.6, shape)
    return rng.normal(0, deviation(name, shape), shape)


def deviation(name, shape):
    if "codebooks_head" in name:                                     # [K-1, in, out]
        return 1.3 / math.sqrt(shape[1])
    if len(shape) == 2:                                              # linear: [out, in]
        return 1.3 / math.sqrt(shape[1])
    transposed = "upsample" in name or ("decoder" in name and "block" not in name and shape[2] % 2 == 0)
    if transposed:                                                   # [in, out/groups, k], k = 2 * stride: two taps meet
        return math.sqrt(1.6 / ((1 if "upsample" in name else shape[0]) * 2))
    return math.sqrt(1.6 / (shape[1] * shape[2]))                    # convolution: [out, in, k]


@torch.no_grad()
def randomise(model, seed):
    """Fills every persistent tensor of a transformers model in place; tied tensors stay tied."""
    seen = set()
    persistent = model.state_dict()
    for name, tensor in persistent.items():
        if tensor.data_ptr() in seen:
            continue
        seen.add(tensor.data_ptr())
        tensor.copy_(torch.from_numpy(np.asarray(values(seed, name, tuple(tensor.shape)), dtype=np.float32)))
    forget_codebooks(model)
    return model.eval()


def forget_codebooks(model):
    """Mimi caches embed_sum / usage on first use."""
    for module in model.modules():
        if hasattr(module, "_embed"):
            module._embed = None
