"""The speakers: four plain ones (ids 0 to 3) from flite's three statistical voices, and altered ones (formants, pitch, tempo, colour).

Formants are moved by resampling; the synthesizer is told to speak slower and lower in the same measure,
so that pitch and tempo stay under their own control and no phase vocoder touches the sound.
"""
import dataclasses
import random
import subprocess
import tempfile
import wave

import numpy as np

RATE = 24000
FRAME = 1920
BASES = ["slt", "rms", "awb"]
CALM = 1.12                      # everybody speaks this much slower than flite would: more frames for every phone
TRAINED, HELD_OUT = 160, 24      # altered speakers beside the plain ones


@dataclasses.dataclass(frozen=True)
class Speaker:
    id: int
    base: str
    formant: float = 1.0    # all resonances times this
    pitch: float = 1.0      # fundamental times this
    tempo: float = 1.0      # duration times this
    colour: tuple = ()      # log gain as a cosine series over the mel scale, in nepers: the first term is brightness
    held_out: bool = False


def altered(number, held_out):
    rng = random.Random(f"speaker {number}")
    formant = 2 ** rng.uniform(-.25, .25)
    return Speaker(number, rng.choice(BASES), round(formant, 4), round(formant * 2 ** rng.uniform(-.27, .27), 4),
                   round(2 ** rng.uniform(-.12, .17), 4), tuple(round(rng.gauss(0, .25), 3) for _ in range(4)), held_out)


PLAIN = [Speaker(i, base) for i, base in enumerate(BASES)] + [Speaker(3, "slt", formant=.93, pitch=.82)]
ALTERED = [altered(100 + i, False) for i in range(TRAINED)]
STRANGERS = [altered(1000 + i, True) for i in range(HELD_OUT)]
BY_ID = {s.id: s for s in PLAIN + ALTERED + STRANGERS}


def resample(x, length):
    """Band-limited: the spectrum is cut or zero-padded."""
    spectrum = np.fft.rfft(x)[: length // 2 + 1]
    return np.fft.irfft(spectrum, length) * (length / len(x))


def coloured(x, colour):
    spectrum = np.fft.rfft(x)
    place = np.log1p(np.linspace(0, RATE / 2, len(spectrum)) / 700) / np.log1p(8000 / 700)
    gain = sum(a * np.cos(np.pi * k * np.minimum(place, 1)) for k, a in enumerate(colour, 1))
    return np.fft.irfft(spectrum * np.exp(gain), len(x))


def flite(text, speaker):
    """(samples, rate, [(phone, end in seconds)]) at flite's own rate, before the formants are moved."""
    shift = speaker.pitch / speaker.formant
    settings = ["--setf", f"duration_stretch={speaker.formant * speaker.tempo * CALM:.4f}", "--setf", f"f0_shift={shift:.4f}"]
    with tempfile.NamedTemporaryFile(suffix=".wav", dir="/dev/shm") as file:
        out = subprocess.run(["flite", "-voice", speaker.base, *settings, "-psdur", "-t", text, "-o", file.name],
                             capture_output=True, text=True).stdout
        with wave.open(file.name) as w:
            rate, x = w.getframerate(), np.frombuffer(w.readframes(w.getnframes()), "<i2").astype(np.float64) / 32768
    phones = [(p.rsplit(":", 1)[0], float(p.rsplit(":", 1)[1])) for p in out.split()]
    return x, rate, phones


def speak(text, speaker, loudness=.08):
    """(int16 samples at 24 kHz, whole frames, [(phone, end in seconds)]), or None if nothing was said."""
    x, rate, phones = flite(text, speaker)
    spoken = [i for i, (phone, _) in enumerate(phones) if phone != "pau"]
    if not spoken:
        return None
    begin = max(0, (phones[spoken[0] - 1][1] if spoken[0] else 0) - .08 * speaker.formant)
    end = min(len(x) / rate, phones[spoken[-1]][1] + .12 * speaker.formant)
    x = x[int(begin * rate): int(end * rate)]
    length = -(-round(len(x) * RATE / rate / speaker.formant) // FRAME) * FRAME
    needed = round(length * rate * speaker.formant / RATE)
    y = resample(np.pad(x, (0, max(0, needed - len(x))))[:needed], length)
    if speaker.colour:
        y = coloured(y, speaker.colour)
    y *= loudness / (np.sqrt((y ** 2).mean()) + 1e-6)
    timed = [(p, round((e - begin) / speaker.formant, 3)) for p, e in phones]
    return (np.clip(y, -.99, .99) * 32767).astype("<i2"), timed
