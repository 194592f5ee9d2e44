"""Milliseconds per frame of CSM in transformers as its documentation advises for speed: static caches, compiled.

    python transformers_speed.py CHECKPOINT cuda|cpu FRAMES      prints {"frameMillis": ...}; without decoding to audio
"""

import json
import sys
import time

import torch
from transformers import CsmForConditionalGeneration


def main(checkpoint, device, frames):
    torch.manual_seed(0)
    kind = torch.float16 if device == "cuda" else torch.float32
    model = CsmForConditionalGeneration.from_pretrained(checkpoint, dtype=kind).to(device).eval()
    model.generation_config.max_length = None
    model.generation_config.cache_implementation = "static"
    model.depth_decoder.generation_config.cache_implementation = "static"
    ids = torch.arange(1, 25, device=device).view(1, -1)

    def run():
        started = time.perf_counter()
        out = model.generate(input_ids=ids, attention_mask=torch.ones_like(ids), max_new_tokens=frames, do_sample=False,
                             depth_decoder_do_sample=False)
        if device == "cuda":
            torch.cuda.synchronize()
        return (time.perf_counter() - started) * 1000 / max(1, out.shape[1] if out.dim() == 3 else frames)

    with torch.inference_mode():
        for _ in range(3):                     # compiles
            run()
        return min(run() for _ in range(3))


if __name__ == "__main__":
    print(json.dumps({"frameMillis": main(sys.argv[1], sys.argv[2], int(sys.argv[3]))}))
