"""T8..T11: Mimi: decoding stage by stage and beyond the window, encoding of awkward lengths, the quantiser's clamp."""

import math

import numpy as np
import torch
from transformers.models.csm.processing_csm import CsmProcessor

from golden import Topic
from lm import voice
from tiny import GOLDEN, load, quiet

STRIDE = 37                                                           # of the samples kept from a long decode


def record(module, into, name):
    def keep(_module, _inputs, output):
        into[name] = (output[0] if isinstance(output, tuple) else getattr(output, "last_hidden_state", output)).detach()
    return module.register_forward_hook(keep)


@torch.no_grad()
def watched(modules, run):
    """Runs; returns what each named module gave."""
    out, hooks = {}, []
    for name, module in modules.items():
        hooks.append(record(module, out, name))
    run()
    for hook in hooks:
        hook.remove()
    return out


def decoder_stages(mimi):
    d = mimi.decoder
    stages = {"upsample": d.upsample}
    stages |= {f"transformer.{i}": m for i, m in enumerate(d.decoder_transformer.layers)}
    return stages | {f"seanet.{i}": m for i, m in enumerate(d.decoder_seanet.layers)}


def encoder_stages(mimi):
    e = mimi.encoder
    stages = {f"seanet.{i}": m for i, m in enumerate(e.encoder_seanet.layers)}
    stages |= {f"transformer.{i}": m for i, m in enumerate(e.encoder_transformer.layers)}
    return stages | {"downsample": e.downsample}


def channels_first(name, tensor):
    return tensor[0].T if name.startswith("transformer") else tensor[0]


@torch.no_grad()
def decode(topic, mimi, frames, seed, stages=False, thin=False):
    c = mimi.config
    codes = torch.from_numpy(np.random.default_rng(seed).integers(0, c.codebook_size, (frames, c.num_quantizers)))
    ids = codes.T[None]
    audio = []
    seen = watched(decoder_stages(mimi), lambda: audio.append(mimi.decode(ids).audio_values[0, 0]))
    audio = audio[0].numpy()
    assert audio.shape == (frames * c.frame_size,)
    half = mimi.decode(ids[..., :frames // 2]).audio_values[0, 0].numpy()
    assert np.abs(half - audio[:half.size]).max() < 1e-5 * np.abs(audio).max(), "causal"
    out = {"frames": frames, "codes": codes.tolist(), "rms": float(np.sqrt((audio ** 2).mean()))}
    if stages:
        out["quantizer"] = topic.floats(mimi.quantizer.decode(ids)[0])
        out["stages"] = {n: topic.floats(channels_first(n, t)) for n, t in seen.items()}
    if thin:
        tail = 6 * c.frame_size
        out |= {"stride": STRIDE, "every_stride": topic.floats(audio[::STRIDE]), "tail": topic.floats(audio[-tail:])}
    else:
        out["audio"] = topic.floats(audio)
    return out


@torch.no_grad()
def distances(mimi, latent, codes):
    """For every frame and codebook: how much farther the second-best entry is than the chosen one, in float64."""
    q = mimi.quantizer
    out, split = [], mimi.config.num_semantic_quantizers
    for rvq, chosen in ((q.semantic_residual_vector_quantizer, codes[:, :split]), (q.acoustic_residual_vector_quantizer, codes[:, split:])):
        rest = (rvq.input_proj(latent[None])[0] if rvq.input_proj else latent).T.double()
        for layer, ids in zip(rvq.layers, chosen.T):
            table = layer.codebook.embed.double()
            far = torch.linalg.vector_norm(rest[:, None] - table[None], dim=-1)
            own = far.gather(1, ids[:, None])[:, 0]
            others = far.scatter(1, ids[:, None], math.inf).min(1).values
            out.append(others - own)
            rest = rest - table[ids]
    return torch.stack(out, 1)


@torch.no_grad()
def encode(topic, mimi, whole, reference, samples, stages=False):
    audio = torch.from_numpy(whole[:samples])[None, None]
    ran = []
    seen = watched(encoder_stages(mimi), lambda: ran.append(mimi.encode(audio).audio_codes[0].T))
    codes, latent = ran[0], seen["downsample"][0]
    assert codes.shape[0] == math.ceil(samples / mimi.config.frame_size)
    margins = distances(mimi, latent, codes)
    assert margins.min() > -1e-4
    out = {"samples": samples, "audio": dict(reference, shape=[samples]), "codes": codes.tolist(), "latent": topic.floats(latent),
           "margins": topic.floats(margins), "smallest_margin": float(margins.min())}
    if stages:
        out["stages"] = {n: topic.floats(channels_first(n, t)) for n, t in seen.items()}
    return out


def codebooks(topic, mimi):
    """E = embed_sum / max(usage, 1e-5), [K, entries, dim]; usage has rows at 0 and 1e-6."""
    q = mimi.quantizer
    layers = [*q.semantic_residual_vector_quantizer.layers, *q.acoustic_residual_vector_quantizer.layers]
    return {"usage": topic.floats(torch.stack([l.codebook.cluster_usage for l in layers])),
            "embed_sum": topic.floats(torch.stack([l.codebook.embed_sum for l in layers])),
            "embed": topic.floats(torch.stack([l.codebook.embed for l in layers]))}


def model_of(name):
    mimi = load(GOLDEN / name).codec_model
    mimi.config._attn_implementation = "eager"
    return mimi


def write(name, decodes, encodes, clamp=False):
    mimi, topic = model_of(name), Topic(f"mimi-{name}")
    c, frame = mimi.config, mimi.config.frame_size
    longest = max(n for n, _ in encodes(frame))
    whole = voice(3, longest)
    reference = topic.floats(whole)
    values = {"config": {"frame": frame, "hidden": c.hidden_size, "window": c.sliding_window, "codebooks": c.num_quantizers,
                         "ratios": list(c.upsampling_ratios)},
              "decode": [decode(topic, mimi, **d) for d in decodes],
              "encode": [encode(topic, mimi, whole, reference, n, s) for n, s in encodes(frame)]}
    if clamp:
        values["codebooks"] = codebooks(topic, mimi)
    topic.write(**values)
    for e in values["encode"]:
        flat = np.array(e["codes"])
        print(f"  {name} encode {e['samples']}: margin {e['smallest_margin']:.1e}, {len(np.unique(flat[:, 0]))} first codes in {len(flat)}")
    print(f"  {name} decode rms", [round(d["rms"], 2) for d in values["decode"]])


def awkward(frame):
    return [(3 * frame, False), (3 * frame - 1, False), (3 * frame + 1, False), (math.ceil(2.365 * frame), False), (frame, False),
            (5, False), (1, False)]


def lengths():
    """F(n) by three routes: the processor's formula, the model's, and ceil."""
    mimi = model_of("tiny-a")
    kwargs = CsmProcessor.audio_kwargs["encoded_length_kwargs"] if hasattr(CsmProcessor, "audio_kwargs") else None
    for n in [*range(1, 9001), 240000, 2400001, 24000007]:
        wanted = -(-n // 1920)
        assert int(mimi.get_encoded_length(torch.tensor(n))) == wanted, n
        assert kwargs is None or CsmProcessor._get_encoded_length(n, **kwargs) == wanted, n
    samples = [1, 2, 5, 1919, 1920, 1921, 3839, 3840, 3841, 4540, 5759, 5760, 5761, 8999, 9000, 240000, 2400001, 24000007]
    Topic("lengths").write(frame=1920, samples=samples, frames=[-(-n // 1920) for n in samples])


def main():
    quiet()
    lengths()
    write("tiny-a", [dict(frames=20, seed=1), dict(frames=300, seed=2, thin=True)], lambda f: awkward(f) + [(12 * f + 77, False)], clamp=True)
    write("tiny-b", [dict(frames=6, seed=1, stages=True), dict(frames=40, seed=2)],
          lambda f: awkward(f) + [(3 * f + 7, True), (60 * f + 31, False)])
    write("tiny-c", [dict(frames=30, seed=1), dict(frames=300, seed=2)], lambda f: awkward(f) + [(100 * f, False)])


if __name__ == "__main__":
    main()
