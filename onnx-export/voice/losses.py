"""How far a made sound is from the true one, and how several such distances share a training step."""
import torch
from torch import nn
import torch.nn.functional as F

from audio import LogMel


class Spectra(nn.Module):
    """Distance of two sounds over several windows, up to 12 kHz: (of log-mel spectra, of even ones). Even bands of long windows keep harmonics
    apart at any height, mel bands do so only below 2 kHz."""

    def __init__(self, floor=.01):
        super().__init__()
        self.mels = nn.ModuleList(LogMel(w, w // 4, bands, top=11500) for w, bands in ((128, 16), (256, 32), (512, 64), (1024, 100), (2048, 128)))
        self.floor = floor

    def seen(self, spectrum, x):
        """(log-mel spectra, even log spectra or None)"""
        power = spectrum.power(x)
        return spectrum.of_power(power), .5 * (power + self.floor ** 2 * spectrum.window / 1024).log() if spectrum.window >= 512 else None

    def forward(self, made, real):
        mel, even = 0., []
        for spectrum in self.mels:
            with torch.no_grad():
                true_mel, true_even = self.seen(spectrum, real)
            made_mel, made_even = self.seen(spectrum, made)
            mel = mel + F.l1_loss(made_mel, true_mel) + .3 * F.mse_loss(made_mel, true_mel)
            if made_even is not None:
                even.append(F.l1_loss(made_even, true_even))
        return mel / len(self.mels), sum(even) / len(even)


class Balance:
    """Several losses on one output, each given a fixed share of the gradient whatever its scale (after EnCodec's balancer, but measured now and then)."""

    def __init__(self, every=20, decay=.8):
        self.every, self.decay, self.sizes = every, decay, {}

    def __call__(self, step, output, losses, shares):
        """The sum to minimise."""
        if step % self.every == 0 or losses.keys() - self.sizes.keys():
            for name, loss in losses.items():
                size = torch.autograd.grad(loss, output, retain_graph=True)[0].norm().detach()
                self.sizes[name] = torch.lerp(size, self.sizes[name], self.decay) if name in self.sizes else size
        return sum(loss * (shares[name] / (self.sizes[name] + 1e-9)) for name, loss in losses.items())
