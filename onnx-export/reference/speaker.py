"""A tiny random speaker encoder of Resemblyzer's shape with what PyTorch computes with it, and what Resemblyzer itself (its published weights)
says about computed sounds. Needs Resemblyzer 0.1.4 and librosa besides; `speaker.py CHECKPOINT` saves the published weights as safetensors,
which `parley convert` reads."""

import pathlib
import sys
import types

import numpy as np
import scipy.ndimage
import torch
from safetensors.torch import save_file

sys.modules.setdefault("webrtcvad", types.ModuleType("webrtcvad"))          # not used here
moved = types.ModuleType("scipy.ndimage.morphology")
moved.binary_dilation = scipy.ndimage.binary_dilation
sys.modules.setdefault("scipy.ndimage.morphology", moved)
from resemblyzer import VoiceEncoder, audio  # noqa: E402

from golden import Topic  # noqa: E402
from tiny import GOLDEN  # noqa: E402

NAME = "speaker-tiny"
BANDS, CELLS, LAYERS, EMBEDDING = 8, 6, 3, 5


def published():
    return VoiceEncoder("cpu", verbose=False)


def grid(windows, columns, bands):
    """What the network is given, which anybody can compute again."""
    w, t, b = torch.meshgrid(torch.arange(windows, dtype=torch.float64), torch.arange(columns, dtype=torch.float64), torch.arange(bands, dtype=torch.float64),
                             indexing="ij")
    return (0.5 + 0.5 * torch.sin(0.9 * b + 0.071 * t + 1.3 * w)).float()


def sounds():
    """Vowels of a kind: harmonics of a moving pitch under two resonances. Anybody can compute them again, in float64."""
    for name, pitch, first, second, seconds in (("low", 110, 600, 1200, 3.3), ("high", 210, 800, 2000, 2.0), ("short", 150, 500, 1500, 0.7)):
        t = np.arange(int(16000 * seconds)) / 16000
        x = np.zeros_like(t)
        for k in range(1, 30):
            f = pitch * k
            strength = 1 / (1 + ((f - first) / 150) ** 2) + 0.6 / (1 + ((f - second) / 250) ** 2)
            x += strength * np.sin(2 * np.pi * f * t + 0.4 * k * np.sin(2 * np.pi * 3 * t))
        yield name, (0.05 * x * (0.55 + 0.45 * np.sin(2 * np.pi * 2.5 * t))).astype(np.float32)


def tiny():
    folder = GOLDEN / NAME
    folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(11)
    lstm, linear = torch.nn.LSTM(BANDS, CELLS, LAYERS, batch_first=True), torch.nn.Linear(CELLS, EMBEDDING)
    with torch.no_grad():
        for p in [*lstm.parameters(), *linear.parameters()]:
            p.copy_((p * 2.5).half().float())
        _, (state, _) = lstm(grid(3, 160, BANDS))
        raw = torch.relu(linear(state[-1]))
        out = raw / torch.norm(raw, dim=1, keepdim=True)
    tensors = {f"lstm.{k}": v for k, v in lstm.state_dict().items()} | {f"linear.{k}": v for k, v in linear.state_dict().items()}
    save_file({k: v.contiguous() for k, v in tensors.items()}, str(folder / "model.safetensors"))
    (folder / "README.md").write_text("---\nlicense: apache-2.0\n---\n")
    return out


def main():
    encoder, topic = published(), Topic("speaker")
    cases = []
    for name, x in sounds():
        mel = audio.wav_to_mel_spectrogram(x)
        cases.append({"sound": name, "columns": [0, 1, 2, 30, 31, len(mel) - 2, len(mel) - 1], "mel": topic.floats(mel[[0, 1, 2, 30, 31, -2, -1]]),
                      "embedding": topic.floats(encoder.embed_utterance(x))})
    topic.write(bands=BANDS, windows=3, tiny=topic.floats(tiny()), cases=cases)


if __name__ == "__main__":
    if len(sys.argv) > 1 and sys.argv[1] != "speaker":
        folder = pathlib.Path(sys.argv[1])
        folder.mkdir(parents=True, exist_ok=True)
        save_file({k: v.contiguous().float() for k, v in published().state_dict().items()}, str(folder / "model.safetensors"))
    else:
        main()
