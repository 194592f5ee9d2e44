"""The same weights under the names their first publishers gave them: Sesame's 187 and Kyutai's 318 (spec sections 1a, 1c)."""

import json
import re
import shutil

import torch
from safetensors.torch import load_file, save_file

import tokens
from tiny import GOLDEN, old_spelling

BLOCK = {"self_attn.q_proj.weight": "attn.q_proj.weight", "self_attn.k_proj.weight": "attn.k_proj.weight",
         "self_attn.v_proj.weight": "attn.v_proj.weight", "self_attn.o_proj.weight": "attn.output_proj.weight",
         "mlp.gate_proj.weight": "mlp.w1.weight", "mlp.down_proj.weight": "mlp.w2.weight", "mlp.up_proj.weight": "mlp.w3.weight",
         "input_layernorm.weight": "sa_norm.scale", "post_attention_layernorm.weight": "mlp_norm.scale"}
SINGLE = {"embed_text_tokens.weight": "text_embeddings.weight", "lm_head.weight": "codebook0_head.weight",
          "backbone_model.embed_tokens.embed_audio_tokens.weight": "audio_embeddings.weight",
          "depth_decoder.model.embed_tokens.weight": "audio_embeddings.weight",
          "depth_decoder.model.inputs_embeds_projector.weight": "projection.weight",
          "depth_decoder.codebooks_head.weight": "audio_head",
          "backbone_model.norm.weight": "backbone.norm.scale", "depth_decoder.model.norm.weight": "decoder.norm.scale"}
MIMI_BLOCK = {"self_attn.o_proj.weight": "self_attn.out_proj.weight", "mlp.fc1.weight": "linear1.weight",
              "mlp.fc2.weight": "linear2.weight", "input_layernorm.weight": "norm1.weight", "input_layernorm.bias": "norm1.bias",
              "post_attention_layernorm.weight": "norm2.weight", "post_attention_layernorm.bias": "norm2.bias",
              "self_attn_layer_scale.scale": "layer_scale_1.scale", "mlp_layer_scale.scale": "layer_scale_2.scale"}


def interleaved(weight, head_dim):
    """transformers' order (all first members of a pair, then all second ones) back to pairs side by side, per head."""
    heads = weight.shape[0] // head_dim
    return weight.view(heads, 2, head_dim // 2, -1).transpose(1, 2).reshape(weight.shape)


def sesame_tensors(state, head_dim, depth_head_dim):
    out = {}
    for name, tensor in state.items():
        match = re.match(r"(backbone_model|depth_decoder\.model)\.layers\.(\d+)\.(.*)", name)
        if match:
            stack, layer, leaf = match.groups()
            dim = head_dim if stack == "backbone_model" else depth_head_dim
            if leaf.startswith(("self_attn.q", "self_attn.k")):
                tensor = interleaved(tensor, dim)
            stack = "backbone" if stack == "backbone_model" else "decoder"
            out[f"{stack}.layers.{layer}.{BLOCK[leaf]}"] = tensor.contiguous()
        elif name in SINGLE:
            out[SINGLE[name]] = tensor.contiguous()
    return out


def kyutai_name(name):
    """One Mimi tensor outside the transformers, renamed."""
    name = re.sub(r"^(encoder|decoder)\.layers\.", r"\1.model.", name)
    if name.startswith("decoder.model.") and re.match(r"decoder\.model\.\d+\.conv\.", name):
        return name                                                   # the caller knows which are transposed
    if name.startswith(("encoder.model.", "decoder.model.")):
        return name.replace(".conv.", ".conv.conv.")
    if name.startswith("downsample."):
        return "downsample.conv.conv.conv.weight"
    if name.startswith("upsample."):
        return "upsample.convtr.convtr.convtr.weight"
    name = name.replace("semantic_residual_vector_quantizer", "rvq_first").replace("acoustic_residual_vector_quantizer", "rvq_rest")
    name = name.replace(".layers.", ".vq.layers.").replace(".codebook.initialized", "._codebook._initialized")
    return name.replace(".codebook.embed_sum", "._codebook.embedding_sum").replace(".codebook.", "._codebook.")


def kyutai_tensors(state, head_dim):
    """state: transformers' Mimi names without prefix."""
    out = {}
    last = max(int(m.group(1)) for k in state if (m := re.match(r"decoder\.layers\.(\d+)\.", k)))
    for name, tensor in state.items():
        match = re.match(r"((?:en|de)coder_transformer)\.layers\.(\d+)\.(.*)", name)
        if not match:
            new = kyutai_name(name)
            plain = re.match(r"decoder\.model\.(\d+)\.conv\.", new)
            if plain:
                kind = "conv.conv" if int(plain.group(1)) in (0, last) else "convtr.convtr"
                new = new.replace(".conv.", f".{kind}.")
            out[new] = tensor.contiguous()
            continue
        stack, layer, leaf = match.groups()
        prefix = f"{stack}.transformer.layers.{layer}."
        if leaf == "self_attn.q_proj.weight":
            base = name.removesuffix("q_proj.weight")
            parts = [interleaved(state[base + "q_proj.weight"], head_dim), interleaved(state[base + "k_proj.weight"], head_dim),
                     state[base + "v_proj.weight"]]
            out[prefix + "self_attn.in_proj_weight"] = torch.cat(parts)
        elif leaf in MIMI_BLOCK:
            out[prefix + MIMI_BLOCK[leaf]] = tensor.contiguous()
    return out


def write_sesame(source, target):
    """source: a transformers folder; target: Sesame's model.safetensors and config, both Mimi files, the tokenizer alone."""
    state = load_file(source / "model.safetensors")
    config = json.loads((source / "config.json").read_text())
    codec = {k.removeprefix("codec_model."): v for k, v in state.items() if k.startswith("codec_model.")}
    shutil.rmtree(target, ignore_errors=True)
    (target / "mimi").mkdir(parents=True)
    save_file(sesame_tensors(state, config["head_dim"], config["depth_decoder_config"]["head_dim"]), target / "model.safetensors")
    save_file(kyutai_tensors(codec, config["codec_config"]["head_dim"]), target / "mimi" / "tokenizer-kyutai.safetensors")
    save_file(codec, target / "mimi" / "model.safetensors", {"format": "pt"})
    tokens.write(target / "mimi" / "config.json", dict(config["codec_config"], architectures=["MimiModel"]))
    shutil.copy(source / "tokenizer.json", target / "tokenizer.json")
    shutil.copy(source / "config.json", target / "config.json")
    old_spelling(target / "config.json", frame_rate=12.5)
    config = json.loads((target / "config.json").read_text())
    config |= {"audio_num_codebooks": config["num_codebooks"], "audio_vocab_size": config["vocab_size"],
               "backbone_flavor": "tiny-a", "decoder_flavor": "tiny-a-depth"}
    tokens.write(target / "config.json", config)
    for file in [*target.iterdir(), *(target / "mimi").iterdir()]:
        if file.is_file():
            file.chmod(0o644)


if __name__ == "__main__":
    write_sesame(GOLDEN / "tiny-a", GOLDEN / "tiny-a-sesame")
