"""Speakers taught by Kokoro-82M: four plain ones (ids 0 to 3) and mixtures of two of its English voices, with formants, pitch and tempo of their own.

The same names as speakers.py (flite), so a corpus may be spoken by either. Pitch is moved through Kokoro's own pitch track, formants by resampling.
"""
import functools
import random

import numpy as np
import torch

import kokoro
import kokoro_network
from speakers import FRAME, RATE, Speaker, coloured, resample

PLAIN_VOICES = ["af_heart", "am_michael", "bf_emma", "am_fenrir"]
WOMEN = """af_alloy af_aoede af_bella af_heart af_jessica af_kore af_nicole af_nova af_river af_sarah af_sky bf_alice bf_emma bf_isabella
bf_lily""".split()
MEN = "am_adam am_echo am_eric am_fenrir am_liam am_michael am_onyx am_puck bm_daniel bm_fable bm_george bm_lewis".split()
TRAINED, HELD_OUT = 400, 24
LEAD, TAIL = .08, .16               # seconds of silence kept before the first phone and after the last
LONGEST = 480                       # of Kokoro's symbols in one go


def altered(number, held_out):
    """A mixture of two voices of one sex, of both for one speaker in ten."""
    rng = random.Random(f"person {number}")
    group = WOMEN if rng.random() < .5 else MEN
    a, b = rng.sample(group, 2)
    if rng.random() < .1:
        b = rng.choice(MEN if group is WOMEN else WOMEN)
    share, formant = round(rng.uniform(.3, .9), 2), 2 ** rng.gauss(0, .06)
    return Speaker(number, f"{a}*{share}+{b}*{1 - share:.2f}", round(formant, 4), round(formant * 2 ** rng.gauss(0, .1), 4),
                   round(2 ** rng.uniform(-.1, .15), 4), tuple(round(rng.gauss(0, .15), 3) for _ in range(4)), held_out)


PLAIN = [Speaker(i, voice) for i, voice in enumerate(PLAIN_VOICES)]
ALTERED = [altered(100 + i, False) for i in range(TRAINED)]
STRANGERS = [altered(1000 + i, True) for i in range(HELD_OUT)]
BY_ID = {s.id: s for s in PLAIN + ALTERED + STRANGERS}


@functools.cache
def network():
    torch.set_num_threads(1)
    file = kokoro.HOME / "kokoro.onnx"
    return kokoro_network.Front(file), kokoro_network.Decoder(file)


def speak(text, speaker, loudness=.08):
    """(int16 samples at 24 kHz, whole frames, [(phone, end in seconds)]), or None where a word is unknown or the text too long."""
    symbols = kokoro.phonemes(text)
    if symbols is None or not 2 < len(symbols) < LONGEST:
        return None
    front, decoder = network()
    style, vocabulary = kokoro.voice(speaker.base)[len(symbols)], kokoro.vocabulary()
    states, pitch, energy, steps = front([vocabulary[c] for c in symbols], style, 1 / (speaker.tempo * speaker.formant))
    x = decoder(states, pitch * (speaker.pitch / speaker.formant), energy, torch.from_numpy(style[None, :128]))[0].numpy().astype(np.float64)
    phones = kokoro.timed_phones(["", *symbols, ""], np.cumsum(steps) * kokoro.UNIT)
    spoken = [i for i, (phone, _) in enumerate(phones) if phone != "pau"]
    begin = max(0., phones[spoken[0] - 1][1] - LEAD * speaker.formant)
    end = min(len(x) / RATE, phones[spoken[-1]][1] + TAIL * speaker.formant)
    x = x[int(begin * RATE): int(end * RATE)]
    fade = np.linspace(0, 1, 240)
    x[:240] *= fade
    x[-240:] *= fade[::-1]
    length = -(-round(len(x) / speaker.formant) // FRAME) * FRAME
    needed = round(length * speaker.formant)
    y = resample(np.pad(x, (0, max(0, needed - len(x))))[:needed], length)
    if speaker.colour:
        y = coloured(y, speaker.colour)
    y *= min(loudness / (np.sqrt((y ** 2).mean()) + 1e-6), .95 / (np.abs(y).max() + 1e-6))
    return (y * 32767).astype("<i2"), [(phone, round(float(e - begin) / speaker.formant, 3)) for phone, e in phones]
