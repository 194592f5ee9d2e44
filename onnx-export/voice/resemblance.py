"""Which of several reference voices is a sound nearest to?

Two judges: `Acoustics` compares pitch, MFCC and mean spectrum; `Encoder` is Resemblyzer's published speaker encoder (PyPI,
the weights come with the package), which nobody here trained.
"""
import importlib.util
import sys
import types

import numpy as np
import torch

import speakers
from audio import RATE, LogMel


def pitch(x):
    """Median fundamental of the voiced parts, hertz."""
    size, found = int(.04 * RATE), []
    for at in range(0, len(x) - size, size // 2):
        s = x[at: at + size] * np.hanning(size)
        if (s ** 2).mean() < 1e-4:
            continue
        r = np.fft.irfft(np.abs(np.fft.rfft(s, 4 * size)) ** 2)
        low, high = RATE // 400, RATE // 60
        k = low + int(r[low:high].argmax())
        if r[k] > .4 * r[0]:
            found.append(RATE / k)
    return float(np.median(found)) if found else 100.


def features(x):
    """Voice of a sound: log pitch, mean of 40 log-mel bands and of their first cosine coefficients over the loud frames."""
    mel = LogMel(1024, 256, 40)(torch.from_numpy(x)[None])[0].numpy()
    loud = mel[mel.mean(1) > np.quantile(mel.mean(1), .4)]
    bands = loud.mean(0) - loud.mean()
    cosines = np.cos(np.pi * np.outer(np.arange(1, 14), np.arange(40) + .5) / 40) @ bands / 40
    return np.log2(pitch(x)), cosines, bands


class Acoustics:
    """Each kind of feature is scaled by its spread over the references."""

    def __init__(self, references):
        self.known = [np.array([np.atleast_1d(features(x)[kind]) for x in references]) for kind in range(3)]

    def nearest(self, x):
        """Index of the reference whose voice is nearest."""
        total = np.zeros(len(self.known[0]))
        for known, own in zip(self.known, features(x)):
            distance = np.sqrt(((known - np.atleast_1d(own)) ** 2).sum(1))
            spread = np.sqrt(((known[:, None] - known[None]) ** 2).sum(-1))
            total += distance / spread[np.triu_indices(len(known), 1)].mean()
        return int(total.argmin())


class Encoder:
    def __init__(self, references):
        sys.modules.setdefault("webrtcvad", types.ModuleType("webrtcvad"))      # only for trimming files, not used here
        if importlib.util.find_spec("scipy.ndimage.morphology") is None:
            import scipy.ndimage
            sys.modules["scipy.ndimage.morphology"] = scipy.ndimage
        from resemblyzer import VoiceEncoder
        self.network = VoiceEncoder("cpu", verbose=False)
        self.known = np.array([self.voice(x) for x in references])

    def voice(self, x):
        import librosa
        y = librosa.resample(x, orig_sr=RATE, target_sr=16000)
        return self.network.embed_utterance(y * (.03 / max(1e-6, float(np.sqrt((y ** 2).mean())))))

    def nearest(self, x):
        return int((self.known @ self.voice(x)).argmax())


def judges(references):
    """{name: judge}; the encoder only where it is installed."""
    return dict(acoustics=Acoustics(references), **(dict(encoder=Encoder(references)) if importlib.util.find_spec("resemblyzer") else {}))


def cast():
    """Four trained and four new altered voices, each group spread as wide as it goes in formants and pitch."""
    chosen = []
    for group in (speakers.ALTERED, speakers.STRANGERS):
        place = lambda s: np.array([np.log2(s.formant) * 2, np.log2(s.pitch * dict(slt=1.65, rms=1, awb=1.2)[s.base]) * 2])
        picked = [max(group, key=lambda s: np.linalg.norm(place(s)))]
        while len(picked) < 4:
            picked.append(max(group, key=lambda s: min(np.linalg.norm(place(s) - place(o)) for o in picked + chosen)))
        chosen += picked
    return chosen
