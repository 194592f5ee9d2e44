"""LoRA adapters of tiny-c in PEFT's layout, and what PEFT's own merge_and_unload makes of them (PEFT 0.21.2)."""

import json
import shutil

import torch
from peft import LoraConfig, PeftModel, get_peft_model
from transformers import CsmForConditionalGeneration

from golden import Topic
from tiny import GOLDEN

BASE = GOLDEN / "tiny-c"
Q, DOWN = "backbone_model.layers.0.self_attn.q_proj", "backbone_model.layers.0.mlp.down_proj"
DEPTH_V, CODEC_K = "depth_decoder.model.layers.0.self_attn.v_proj", "codec_model.decoder.decoder_transformer.layers.0.self_attn.k_proj"
ADAPTERS = {
    "plain": dict(r=4, lora_alpha=6, target_modules=[Q, DOWN, DEPTH_V, CODEC_K]),
    "rslora": dict(r=3, lora_alpha=5, use_rslora=True, target_modules=[Q, "lm_head"]),
    "patterns": dict(r=2, lora_alpha=4, target_modules=[Q, DOWN, DEPTH_V], rank_pattern={r"layers\.0\.mlp\.down_proj": 5, "v_proj": 1},
                     alpha_pattern={"q_proj": 9, r"^depth_decoder.*v_proj": 7}),
    "dora": dict(r=2, lora_alpha=3, use_dora=True, target_modules=[Q, DOWN]),
    "tables": dict(r=2, lora_alpha=8, target_modules=["embed_text_tokens", Q], modules_to_save=["lm_head"], fan_in_fan_out=True),
    "tied": dict(r=2, lora_alpha=8, target_modules=["embed_audio_tokens"]),
    "bias": dict(r=2, lora_alpha=2, bias="all", target_modules=[Q]),
}


def base():
    return CsmForConditionalGeneration.from_pretrained(BASE, dtype=torch.float32).eval()


def make(name, settings, topic):
    torch.manual_seed(sum(map(ord, name)))
    before = {n: t.clone() for n, t in base().state_dict().items()}
    model = get_peft_model(base(), LoraConfig(**settings))
    with torch.no_grad():
        for key, value in model.named_parameters():
            if "lora_" in key or "modules_to_save" in key or settings.get("bias") and key.endswith(".bias"):
                value.add_(torch.randn_like(value) * 0.2)
    folder = GOLDEN / "lora" / name
    shutil.rmtree(folder, ignore_errors=True)
    model.save_pretrained(folder)
    (folder / "README.md").unlink(missing_ok=True)
    said = json.loads((folder / "adapter_config.json").read_text())
    said["base_model_name_or_path"] = "somebody/tiny-c"
    (folder / "adapter_config.json").write_text(json.dumps(said, indent=1) + "\n")
    merged = PeftModel.from_pretrained(base(), folder).merge_and_unload().state_dict()
    changed = {n: t for n, t in merged.items() if n in before and not torch.equal(t, before[n])}
    print(name, sorted(changed), sorted(set(merged) - set(before)))
    return dict(name=name, tensors={n: topic.floats(t) for n, t in changed.items()})


if __name__ == "__main__":
    topic = Topic("lora")
    topic.write(adapters=[make(name, settings, topic) for name, settings in ADAPTERS.items()])
