"""Writes one topic of reference values: NAME.json and NAME.f32 (raw little-endian float32), read by studio.parley.golden.Golden."""

import json
import re

import numpy as np
import torch

from tiny import GOLDEN


class Topic:
    def __init__(self, name):
        self.name, self.parts, self.length = name, [], 0

    def floats(self, array):
        """Keeps the array; returns what stands for it in the JSON."""
        if isinstance(array, torch.Tensor):
            array = array.detach().float().numpy()
        array = np.ascontiguousarray(array, dtype="<f4")
        reference = {"offset": self.length, "shape": list(array.shape)}
        self.parts.append(array.tobytes())
        self.length += array.size
        return reference

    def write(self, **values):
        folder = GOLDEN / "vectors"
        folder.mkdir(parents=True, exist_ok=True)
        text = json.dumps(values, indent=1, ensure_ascii=True)
        # lists of numbers on one line: readable diffs, small files
        text = re.sub(r"\[\s+([-\d.eE+,\s]+?)\s+\]", lambda m: "[" + re.sub(r"\s+", "", m.group(1)) + "]", text)
        (folder / f"{self.name}.json").write_text(text + "\n")
        raw = folder / f"{self.name}.f32"
        raw.unlink(missing_ok=True)
        if self.parts:
            raw.write_bytes(b"".join(self.parts))
        print(f"{self.name}: {len(text)} + {self.length * 4} bytes")


def margin(logits):
    """Distance between the best and the second best along the last axis."""
    top = torch.topk(torch.as_tensor(logits).float(), 2, dim=-1).values
    return (top[..., 0] - top[..., 1]).numpy()
