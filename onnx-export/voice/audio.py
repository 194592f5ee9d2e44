"""The corpus as arrays, log-mel spectra, WAV files."""
import json
import pathlib
import wave

import numpy as np
import torch
from torch import nn

RATE, FRAME, LABEL = 24000, 1920, 480      # samples in a second, in a codec frame, in a phone label (20 ms)


class Corpus:
    """Memory-mapped samples, index, and one phone label for every 20 ms."""

    def __init__(self, folder):
        folder = pathlib.Path(folder)
        self.index = [json.loads(line) for line in open(folder / "index.jsonl")]
        self.samples = np.memmap(folder / "audio.i16", np.int16, "r") if (folder / "audio.i16").exists() else None
        self.on_device = None
        self.frames = (self.index[-1]["offset"] + self.index[-1]["samples"]) // FRAME

    def label(self, names):
        number = {name: i for i, name in enumerate(names)}
        labels = np.full(self.frames * FRAME // LABEL, number["pau"], np.int16)
        for u in self.index:
            first, last = u["offset"] // LABEL, (u["offset"] + u["samples"]) // LABEL
            begin = 0.
            for phone, end in u["phones"]:
                if end > 0:
                    labels[min(last, first + round(begin * 50)): min(last, first + round(end * 50))] = number[phone]
                    begin = end
        return labels

    def phone_names(self):
        return sorted({phone for u in self.index for phone, _ in u["phones"]})

    def crops(self, starts, length, device):
        """(crops, length) float samples; for a GPU the whole corpus moves there at first use."""
        if device == "cpu":
            return torch.from_numpy(np.stack([self.samples[i: i + length] for i in starts]).astype(np.float32) / 32768)
        if self.on_device is None:
            self.on_device = torch.from_numpy(np.array(self.samples)).to(device)
        at = torch.as_tensor(starts, device=device)[:, None] + torch.arange(length, device=device)
        return self.on_device[at].float() / 32768

    def of(self, u):
        return self.samples[u["offset"]: u["offset"] + u["samples"]].astype(np.float32) / 32768


def write_wav(path, samples, rate=RATE):
    with wave.open(str(path), "wb") as w:
        w.setnchannels(1)
        w.setsampwidth(2)
        w.setframerate(rate)
        w.writeframes((np.clip(samples, -.999, .999) * 32767).astype("<i2").tobytes())


def read_wav(path):
    with wave.open(str(path)) as w:
        return np.frombuffer(w.readframes(w.getnframes()), "<i2").astype(np.float32) / 32768


def mel_filters(bins, bands, top=8000, rate=RATE):
    """(bins, bands) triangular filters, even on the mel scale from 0 to `top` hertz."""
    edges = 700 * (10 ** (torch.linspace(0, 2595 * np.log10(1 + top / 700), bands + 2) / 2595) - 1)
    f = torch.linspace(0, rate / 2, bins)[:, None]
    rising, falling = (f - edges[:-2]) / (edges[1:-1] - edges[:-2]), (edges[2:] - f) / (edges[2:] - edges[1:-1])
    return torch.minimum(rising, falling).clamp(min=0)


class LogMel(nn.Module):
    """Log-mel spectra (batch, times, bands). The floor lies where the corpus is near silence, so that silence does not rule."""

    def __init__(self, window, hop, bands, top=8000, floor=.02):
        super().__init__()
        self.window, self.hop, self.floor = window, hop, floor * (window / 1024) ** .5
        self.register_buffer("shape", torch.hann_window(window), persistent=False)
        self.register_buffer("filters", mel_filters(window // 2 + 1, bands, top), persistent=False)

    def power(self, x):
        """(batch, times, bins)"""
        s = torch.stft(x, self.window, self.hop, self.window, self.shape, center=True, pad_mode="constant", return_complex=True)
        return torch.view_as_real(s).square().sum(-1).transpose(1, 2)

    def of_power(self, power):
        return ((power + 1e-9).sqrt() @ self.filters + self.floor).log()

    def forward(self, x):
        return self.of_power(self.power(x))
