"""The first lines of a list as a teacher says them, by the plain voices in turn: `lines.py OUT [--lines heldout.txt --first 16 --teacher kokoro]`."""
import argparse
import importlib
import pathlib

import numpy as np

from audio import write_wav
from corpus import TEACHERS

HERE = pathlib.Path(__file__).parent


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("out", type=pathlib.Path)
    p.add_argument("--lines", type=pathlib.Path, default=HERE / "heldout.txt")
    p.add_argument("--first", type=int, default=16)
    p.add_argument("--teacher", default="kokoro", choices=TEACHERS)
    a = p.parse_args()
    cast = importlib.import_module(TEACHERS[a.teacher])
    a.out.mkdir(parents=True, exist_ok=True)
    for i, text in enumerate(a.lines.read_text().splitlines()[: a.first]):
        if not (file := a.out / f"{i:02}.wav").exists():
            samples, _ = cast.speak(text.capitalize() + ".", cast.PLAIN[i % len(cast.PLAIN)])
            write_wav(file, samples.astype(np.float32) / 32768)


if __name__ == "__main__":
    main()
