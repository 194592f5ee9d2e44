"""Log-mel spectrograms as transformers computes them, with 80 and 128 bands: a sweep, a short click, a window that is full to its end, silence."""

import numpy as np
from transformers import WhisperFeatureExtractor

from golden import Topic


def signals():
    """Anybody can compute them again, in float64."""
    t = np.arange(40000) / 16000
    yield "sweep", (0.3 * np.sin(2 * np.pi * (150 * t + 1200 * t * t)) * np.abs(np.sin(2 * np.pi * 1.5 * t))).astype(np.float32)
    click = np.zeros(300, np.float32)
    click[[0, 7, 299]] = [0.9, -0.5, 0.25]
    yield "click", click
    t = np.arange(480000) / 16000
    yield "full", (0.2 * np.sin(2 * np.pi * 220 * t) + 0.001 * np.sin(2 * np.pi * 7900 * t)).astype(np.float32)
    yield "silence", np.zeros(1600, np.float32)


def main():
    topic = Topic("log-mel")
    columns = [0, 1, 2, 37, 120, 249, 250, 251, 1500, 2998, 2999]
    cases = []
    for bands in (80, 128):
        for name, audio in signals():
            mel = WhisperFeatureExtractor(feature_size=bands)(audio, sampling_rate=16000, return_tensors="np").input_features[0]
            cases.append({"signal": name, "bands": bands, "mel": topic.floats(mel[:, columns])})
    topic.write(columns=columns, cases=cases)


if __name__ == "__main__":
    main()
