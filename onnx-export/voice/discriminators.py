"""Small judges of sound for adversarial training: the waveform folded at prime periods, and complex spectra of three windows."""
import torch
from torch import nn
import torch.nn.functional as F


class Folded(nn.Module):
    def __init__(self, period, width=16):
        super().__init__()
        self.period = period
        widths = [1, width, 2 * width, 4 * width, 4 * width]
        self.layers = nn.ModuleList(nn.utils.parametrizations.weight_norm(nn.Conv2d(i, o, (5, 1), (3, 1), (2, 0)))
                                    for i, o in zip(widths, widths[1:]))
        self.last = nn.Conv2d(widths[-1], 1, (3, 1), 1, (1, 0))

    def forward(self, x):
        rows = x.shape[1] // self.period
        x, seen = x[:, None, : rows * self.period].view(len(x), 1, rows, self.period), []
        for layer in self.layers:
            x = F.leaky_relu(layer(x), .1)
            seen.append(x)
        return self.last(x), seen


class Spectral(nn.Module):
    def __init__(self, window, width=12):
        super().__init__()
        self.window = window
        self.register_buffer("shape", torch.hann_window(window), persistent=False)
        weight_norm = nn.utils.parametrizations.weight_norm
        self.layers = nn.ModuleList([
            weight_norm(nn.Conv2d(2, width, (3, 7), (1, 2), (1, 3))),
            weight_norm(nn.Conv2d(width, 2 * width, (3, 7), (1, 2), (1, 3))),
            weight_norm(nn.Conv2d(2 * width, 2 * width, (3, 7), (1, 2), (1, 3))),
            weight_norm(nn.Conv2d(2 * width, 2 * width, (3, 3), 1, 1))])
        self.last = nn.Conv2d(2 * width, 1, 3, 1, 1)

    def forward(self, x):
        s = torch.view_as_real(torch.stft(x, self.window, self.window // 4, self.window, self.shape, return_complex=True))
        x, seen = s.permute(0, 3, 2, 1) * (4 / self.window ** .5), []
        for layer in self.layers:
            x = F.leaky_relu(layer(x), .1)
            seen.append(x)
        return self.last(x), seen


class Discriminators(nn.Module):
    def __init__(self):
        super().__init__()
        self.all = nn.ModuleList([Folded(3), Folded(7), Folded(11), Spectral(256), Spectral(512), Spectral(1024)])

    def forward(self, x):
        return [judge(x) for judge in self.all]


def adversary_loss(judges, made, real):
    return sum(F.relu(1 + a).mean() + F.relu(1 - b).mean() for (a, _), (b, _) in zip(judges(made), judges(real))) / len(judges.all)


def generator_loss(judges, made, real):
    """(hinge loss, feature matching), the features scaled by their own size."""
    with torch.no_grad():
        truth = judges(real)
    mine = judges(made)
    fooled = sum(-score.mean() for score, _ in mine) / len(mine)
    features = sum(F.l1_loss(a, b) / b.abs().mean().clamp(min=1e-3) for (_, x), (_, y) in zip(mine, truth) for a, b in zip(x, y))
    return fooled, features / sum(len(x) for _, x in mine)
