"""Tiny CSM checkpoints, written by transformers' own classes (see README.md for what each one is for)."""

import json
import shutil
from pathlib import Path

import torch
from transformers import AutoProcessor, CsmConfig, CsmForConditionalGeneration, GenerationConfig

import tokens
import weights

GOLDEN = Path(__file__).resolve().parents[2] / "src/test/resources/golden"
BACKBONE_ROPE = dict(rope_type="llama3", factor=32.0, low_freq_factor=0.125, high_freq_factor=0.5,
                     original_max_position_embeddings=1024)
DEPTH_ROPE = dict(rope_type="llama3", factor=32.0, low_freq_factor=0.001953125, high_freq_factor=0.0078125,
                  original_max_position_embeddings=16)
TEXT_BASE = 320


def lm(codebooks, codebook_size, depth, codec, theta=500000.0, rope=BACKBONE_ROPE, depth_theta=500000.0,
       depth_rope=DEPTH_ROPE, **sizes):
    """A CsmConfig in which every size follows from the arguments."""
    vocab = codebook_size + 3
    shared = dict(num_codebooks=codebooks, vocab_size=vocab)
    depth = dict(shared, backbone_hidden_size=sizes["hidden_size"], max_position_embeddings=codebooks + 1,
                 rope_parameters=dict(depth_rope or {"rope_type": "default"}, rope_theta=depth_theta), **depth)
    codec = dict(model_type="mimi", num_quantizers=codebooks, codebook_size=codebook_size,
                 upsample_groups=codec["hidden_size"], **codec)
    return CsmConfig(**shared, text_vocab_size=TEXT_BASE + len(tokens.SPECIALS), codebook_pad_token_id=vocab - 1,
                     bos_token_id=TEXT_BASE, pad_token_id=TEXT_BASE + 2, audio_token_id=TEXT_BASE + 2,
                     audio_eos_token_id=TEXT_BASE + 3, codebook_eos_token_id=0, depth_decoder_config=depth,
                     rope_parameters=dict(rope or {"rope_type": "default"}, rope_theta=theta), codec_config=codec, **sizes)


def layers(hidden, n, heads, kv, head_dim, ffn):
    return dict(hidden_size=hidden, num_hidden_layers=n, num_attention_heads=heads, num_key_value_heads=kv,
                head_dim=head_dim, intermediate_size=ffn)


def config_a():
    """The family's own proportions: llama3 rope, 1920-sample frames, head_dim = hidden / heads (so Sesame's layout can hold it)."""
    return lm(6, 32, layers(32, 2, 2, 1, 16, 80),
              layers(32, 2, 4, 4, 8, 48) | dict(num_filters=2, codebook_dim=16, vector_quantization_hidden_dimension=16),
              max_position_embeddings=2048, **layers(64, 3, 4, 2, 16, 96))


def config_b():
    """Nothing equal to anything else: other thetas, no scaling, head_dim unlike hidden / heads, 120-sample frames, short window."""
    return lm(8, 16, layers(24, 3, 3, 1, 16, 56),
              layers(48, 3, 6, 6, 8, 40) | dict(num_filters=3, codebook_dim=12, vector_quantization_hidden_dimension=12,
                                                upsampling_ratios=[5, 4, 3], sliding_window=12),
              theta=10000.0, rope=None, depth_theta=20000.0, depth_rope=None,
              max_position_embeddings=512, **layers(40, 2, 6, 3, 32, 72))


def config_c():
    """Ends by itself: the rows of code 0 are three times as long; head_dim 8, three codebooks, one layer each."""
    return lm(3, 8, layers(16, 1, 2, 2, 8, 24),
              layers(16, 1, 2, 2, 8, 24) | dict(num_filters=2, codebook_dim=8, vector_quantization_hidden_dimension=8,
                                                upsampling_ratios=[3, 2], sliding_window=6),
              max_position_embeddings=512, **layers(24, 1, 3, 1, 8, 40))


CONFIGS = {"tiny-a": (config_a, 43), "tiny-b": (config_b, 53), "tiny-c": (config_c, 24)}


LOUDNESS = {"tiny-a": 0.003, "tiny-b": 0.01, "tiny-c": 0.05}            # so that decoded audio has an rms near 0.1


def quiet():
    torch.set_num_threads(1)
    torch.manual_seed(0)
    torch.use_deterministic_algorithms(True)


def build(name):
    make, seed = CONFIGS[name]
    config = make()
    config._attn_implementation = "eager"
    model = weights.randomise(CsmForConditionalGeneration(config), seed)
    with torch.no_grad():
        model.codec_model.encoder.encoder_seanet.layers[0].conv.weight *= 8          # speech is quiet: let it outweigh the biases
        last = model.codec_model.decoder.decoder_seanet.layers[-1].conv
        last.weight *= LOUDNESS[name]
        last.bias *= LOUDNESS[name]
    if name == "tiny-c":
        with torch.no_grad():
            model.lm_head.weight[0] *= 3
            model.depth_decoder.codebooks_head.weight[:, :, 0] *= 3
    model.generation_config = GenerationConfig(
        bos_token_id=config.bos_token_id, pad_token_id=config.pad_token_id, do_sample=True, temperature=0.9, max_new_tokens=125)
    model.depth_decoder.generation_config = GenerationConfig(do_sample=True, temperature=0.9, top_k=50)
    return model


def save(name):
    folder = GOLDEN / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    model = build(name)
    if name == "tiny-b":
        model.to(torch.bfloat16).save_pretrained(folder, max_shard_size="120KB")
    else:
        model.save_pretrained(folder)
    tokens.save(folder, tokens.tokenizer(TEXT_BASE))
    generation = json.loads((folder / "generation_config.json").read_text())
    kept = {k: v for k, v in generation.items() if v is not None and not k.endswith("_from_model_config")}
    tokens.write(folder / "generation_config.json", kept)
    if name == "tiny-c":
        old_spelling(folder / "config.json", frame_rate=2000.0)
    for file in folder.iterdir():
        file.chmod(0o644)


def old_spelling(path, frame_rate):
    """rope_theta + rope_scaling and torch_dtype, as transformers 4 wrote them and as the released config has them."""
    config = json.loads(path.read_text())
    for part in (config, config["depth_decoder_config"], config["codec_config"]):
        rope = part.pop("rope_parameters")
        part["rope_theta"] = rope.pop("rope_theta")
        part["rope_scaling"] = rope if rope["rope_type"] != "default" else None
    config["torch_dtype"] = config.pop("dtype")
    config["codec_config"].pop("_frame_rate", None)
    config["codec_config"]["frame_rate"] = frame_rate
    tokens.write(path, config)


def load(folder, dtype=torch.float32):
    """The checkpoint as anybody would load it: float32 arithmetic whatever the storage."""
    model = CsmForConditionalGeneration.from_pretrained(folder, dtype=dtype, attn_implementation="eager").eval()
    weights.forget_codebooks(model)
    return model


if __name__ == "__main__":
    quiet()
    for name in CONFIGS:
        save(name)
        AutoProcessor.from_pretrained(GOLDEN / name)
        model = load(GOLDEN / name)
        again = dict(model.state_dict())
        for key, tensor in build(name).state_dict().items():
            wanted = tensor.to(torch.bfloat16).float() if name == "tiny-b" else tensor
            assert torch.equal(again[key], wanted), key
        for (key, ours), (_, loaded) in zip(build(name).named_buffers(), model.named_buffers()):
            assert torch.equal(ours, loaded) or name == "tiny-b", key
        print(name, sum(p.numel() for p in model.parameters()), sum(f.stat().st_size for f in (GOLDEN / name).iterdir()))
