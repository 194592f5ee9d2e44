"""Make the reference clips of the sample conversation: `samples.py OUT` (OUT/refs/*.wav and .txt). Voices that no training set holds."""
import argparse
import pathlib

import numpy as np

import speakers
from audio import write_wav

CAST = dict(
    ann=(speakers.Speaker(5001, "slt", .98, 1.05, 1.0, (), True),
         "When I was a little girl, we used to count the ships from this window."),
    ben=(speakers.Speaker(5002, "rms", .95, .97, .95, (.1,), True),
         "My uncle kept the boats for thirty years, and he never once learned to swim."),
    keeper=(speakers.Speaker(5003, "awb", .95, .85, 1.0, (), True),
            "My brother and I have kept this light for more than forty years."))


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("out", type=pathlib.Path)
    a = p.parse_args()
    (a.out / "refs").mkdir(parents=True, exist_ok=True)
    for name, (speaker, text) in CAST.items():
        x = speakers.speak(text, speaker)[0].astype(np.float32) / 32768
        write_wav(a.out / "refs" / f"{name}.wav", x)
        (a.out / "refs" / f"{name}.txt").write_text(text + "\n")
        print(f"{name}: {len(x) / speakers.RATE:.2f} s")


if __name__ == "__main__":
    main()
