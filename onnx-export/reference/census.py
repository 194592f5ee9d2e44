"""T14: every tensor of the four published files, from transformers' own modules on the meta device and the name maps."""

import json
import re

import torch
from safetensors import safe_open
from transformers import CsmConfig, CsmForConditionalGeneration

from golden import Topic
from sesame import kyutai_tensors, sesame_tensors
from tiny import BACKBONE_ROPE, DEPTH_ROPE, GOLDEN, quiet


def full_config():
    """CSM-1B, with its rope constants (the class's defaults have none)."""
    return CsmConfig(rope_parameters=dict(BACKBONE_ROPE, rope_theta=500000.0),
                     depth_decoder_config=dict(rope_parameters=dict(DEPTH_ROPE, rope_theta=500000.0), head_dim=128),
                     codec_config=dict(model_type="mimi"))


def published(name):
    """transformers 5 names its codec's halves differently in memory than in the file."""
    name = re.sub(r"^codec_model\.(?:en|de)coder\.(encoder_transformer|decoder_transformer|downsample|upsample)\.", r"codec_model.\1.", name)
    return re.sub(r"^codec_model\.(encoder|decoder)\.(?:en|de)coder_seanet\.", r"codec_model.\1.", name)


def meta(config):
    with torch.device("meta"):
        return CsmForConditionalGeneration(config)


def check_names_with_tiny():
    config = CsmConfig.from_pretrained(GOLDEN / "tiny-a")
    ours = {published(n) for n in meta(config).state_dict()}
    with safe_open(GOLDEN / "tiny-a/model.safetensors", "pt") as file:
        assert set(file.keys()) | {"backbone_model.embed_tokens.embed_audio_tokens.weight"} == ours


def full_state():
    config = full_config()
    return config, {published(n): t for n, t in meta(config).state_dict().items()}


def total(tensors):
    return sum(t.numel() * 4 for t in tensors.values())


def file_size(tensors, metadata=None):
    """Bytes of a safetensors file: tensors in order of name, header padded to 8."""
    header, at = {"__metadata__": metadata} if metadata else {}, 0
    for name, tensor in sorted(tensors.items()):
        header[name] = {"dtype": "F32", "shape": list(tensor.shape), "data_offsets": [at, at + tensor.numel() * 4]}
        at += tensor.numel() * 4
    length = len(json.dumps(header, separators=(",", ":")))
    return 8 + -(-length // 8) * 8 + at


def main():
    quiet()
    check_names_with_tiny()
    config, state = full_state()
    sesame = sesame_tensors(state, config.head_dim, config.depth_decoder_config.head_dim)
    mimi = {k.removeprefix("codec_model."): v for k, v in state.items() if k.startswith("codec_model.")}
    kyutai = kyutai_tensors(mimi, config.codec_config.head_dim)
    assert [len(x) for x in (state, sesame, mimi, kyutai)] == [538, 187, 350, 318]
    assert total(state) == 7133429124 and total(sesame) == 6211166208 and total(mimi) == 4 * 96151393
    # the published files' sizes, headers included: every character of every name is right
    assert file_size(sesame) == 6211186784 and file_size(kyutai) == 384644900 and file_size(mimi, {"format": "pt"}) == 384649828
    census = {name: {k: list(t.shape) for k, t in sorted(tensors.items())}
              for name, tensors in (("transformers", state), ("sesame", sesame), ("mimi", mimi), ("kyutai", kyutai))}
    Topic("census").write(**census)


if __name__ == "__main__":
    main()
