"""True spectra to sound: `vocode.py WORK/vocoder.pt IN OUT` speaks every WAV of IN (24 kHz) again, through a vocoder's running means."""
import argparse
import pathlib

import torch
import torch.nn.functional as F

from audio import FRAME, read_wav, write_wav
from decoder import FromSpectra


@torch.no_grad()
def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("vocoder")
    p.add_argument("source", type=pathlib.Path)
    p.add_argument("out", type=pathlib.Path)
    p.add_argument("--first", type=int, help="only so many files")
    a = p.parse_args()
    torch.set_num_threads(1)
    saved = torch.load(a.vocoder, map_location="cpu")
    net = FromSpectra(None, saved["shape"])
    net.load_state_dict(saved["net"] | saved["mean"])
    a.out.mkdir(parents=True, exist_ok=True)
    for file in sorted(a.source.glob("*.wav"))[: a.first]:
        x = torch.from_numpy(read_wav(file).copy())[None]
        x = F.pad(x, (0, -x.shape[1] % FRAME))
        write_wav(a.out / file.name, net(net.patches(x))[0].numpy())
    print(f"step {saved['step']}")


if __name__ == "__main__":
    main()
