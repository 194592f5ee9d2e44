"""Judges of sound for adversarial training: the waveform folded at the periods 2, 3, 5, 7, 11 (HiFi-GAN's), complex spectra of three windows (EnCodec's).

HiFi-GAN lost 1.8 of its 4.1 points without the folded ones, the most of all its parts; Vocos and DAC put complex spectra beside them. Here at a
half to a quarter of the usual width, 3.9 million parameters. Both kinds are plain convolutions of images, channels side by side in memory.
"""
import torch
from torch import nn
import torch.nn.functional as F

weight_norm = nn.utils.parametrizations.weight_norm


class Judge(nn.Module):
    """Convolutions over an image of the sound; gives scores for all its parts and what every layer saw."""

    def __init__(self, layers):
        super().__init__()
        self.layers = nn.ModuleList(weight_norm(layer) for layer in layers)

    def forward(self, sound):
        x, seen = self.image(sound).contiguous(memory_format=torch.channels_last), []
        for layer in self.layers[:-1]:
            x = F.leaky_relu(layer(x), .1)
            seen.append(x)
        return self.layers[-1](x).float(), seen


class Folded(Judge):
    """Every `period`-th sample in a column."""

    def __init__(self, period, widths=(16, 64, 256, 256)):
        down = [nn.Conv2d(i, o, (5, 1), (3, 1), (2, 0)) for i, o in zip((1, *widths), widths)]
        super().__init__([*down, nn.Conv2d(widths[-1], widths[-1], (5, 1), 1, (2, 0)), nn.Conv2d(widths[-1], 1, (3, 1), 1, (1, 0))])
        self.period = period

    def image(self, sound):
        rows = sound.shape[1] // self.period
        return 8 * sound[:, : rows * self.period].reshape(len(sound), 1, rows, self.period)


class Spectral(Judge):
    """Real and imaginary part of a spectrum, magnitudes raised to the power of .4 so that what is soft is judged as well."""

    def __init__(self, window, width=32):
        half = [nn.Conv2d(i, o, (3, 9), (1, 2), (1, 4)) for i, o in ((2, width // 2), (width // 2, width), (width, width))]
        super().__init__([*half, nn.Conv2d(width, width, 3, 1, 1), nn.Conv2d(width, 1, 3, 1, 1)])
        self.window = window
        self.register_buffer("shape", torch.hann_window(window), persistent=False)

    def image(self, sound):
        s = torch.view_as_real(torch.stft(sound, self.window, self.window // 4, self.window, self.shape, return_complex=True))
        s = s * (s.square().sum(-1, keepdim=True) + 1e-4 * self.window / 1024).pow(-.3)
        return s.permute(0, 3, 2, 1)


class Discriminators(nn.Module):
    def __init__(self):
        super().__init__()
        self.all = nn.ModuleList([*(Folded(p) for p in (2, 3, 5, 7, 11)), *(Spectral(w) for w in (512, 1024, 2048))])

    def forward(self, x):
        return [judge(x) for judge in self.all]


def judge(judges, made, real):
    """One hearing of each: (hinge loss of the judges, hinge loss of what they judge, distance of what their layers saw, scaled by its own size)."""
    adversary = fooled = features = layers = 0
    for (a, mine), (b, true) in zip(judges(made), judges(real)):
        adversary, fooled = adversary + F.relu(1 + a).mean() + F.relu(1 - b).mean(), fooled - a.mean()
        for x, y in zip(mine, true):
            y = y.detach()
            features = features + (x - y).abs().mean(dtype=torch.float32) / y.abs().mean(dtype=torch.float32).clamp(min=1e-3)
            layers += 1
    return adversary / len(judges.all), fooled / len(judges.all), features / layers
