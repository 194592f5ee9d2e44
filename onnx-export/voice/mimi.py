"""transformers' MimiModel, run in a way that trains: same modules, same weights, plus codebooks that learn.

(The library's own forward pass cuts gradients at the quantiser and keeps books of padding that training does not need.)
"""
import torch
import torch.nn.functional as F
from transformers import MimiConfig, MimiModel


# Shapes of the convolutions between 25 Hz and the waveform. "small": few channels where the rate is high, one big last step (the voice of
# 2026-11). "wide": twice the channels at 24 kHz, in every step three residual blocks whose dilations reach far, as in DAC's decoder.
SHAPES = dict(small=dict(filters=16, ratios=(2, 2, 4, 5, 12), blocks=2, growth=2), wide=dict(filters=32, ratios=(4, 5, 6, 8), blocks=3, growth=3))


def new_model(shape="small", hidden=256, feed_forward=1024, layers=4, books=8, codes=1024, dim=64, kernel=7, window=32):
    """Wide kernels, a short attention window."""
    s = SHAPES[shape]
    return MimiModel(MimiConfig(
        hidden_size=hidden, num_filters=s["filters"], codebook_size=codes, codebook_dim=dim, num_quantizers=books,
        vector_quantization_hidden_dimension=dim, upsample_groups=hidden, num_hidden_layers=layers,
        intermediate_size=feed_forward, num_attention_heads=hidden // 32, num_key_value_heads=hidden // 32, head_dim=32,
        sliding_window=window, layer_scale_initial_scale=.1, upsampling_ratios=list(s["ratios"]),
        num_residual_layers=s["blocks"], dilation_growth_rate=s["growth"], residual_kernel_size=kernel))


def seanet(layers, x):
    """The convolutional stacks, causal, without streaming bookkeeping: (batch, channels, times) -> the same.

    Inside, channels lie side by side in memory (batch, times, channels): oneDNN's bfloat16 convolutions are 1.5 to 3 times as fast
    that way, long strides and transposed convolutions become plain ones over blocks of samples, at no cost."""
    return run(layers, x.transpose(1, 2).contiguous()).transpose(1, 2)


def run(layers, x):
    for layer in layers:
        kind = type(layer).__name__
        if kind == "MimiConv1d":
            x = narrow(layer.conv, x)
        elif kind == "MimiConvTranspose1d":
            x = spread(layer.conv, x)
        elif kind == "MimiResnetBlock":
            inner, outer = layer.block[1].conv, layer.block[3].conv
            x = x + F.linear(F.elu(narrow(inner, F.elu(x))), outer.weight[..., 0], outer.bias)
        else:
            x = layer(x)
    return x


def causal(x, weight, bias, dilation=1):
    """A convolution whose output never looks ahead."""
    x = F.pad(x, (0, 0, (weight.shape[2] - 1) * dilation, 0))[:, None].permute(0, 3, 1, 2)
    return F.conv2d(x, weight[:, :, None].contiguous(memory_format=torch.channels_last), bias, dilation=(1, dilation))[:, :, 0].transpose(1, 2)


def narrow(conv, x):
    """A causal convolution; what strides sees blocks of samples as channels. (oneDNN's own strided bfloat16 kernels, torch 2.15, AMX,
    compute nonsense for 16 channels, kernel 24, stride 12.) One that ends in a single channel makes sound: in full precision."""
    stride, (out, c, k) = conv.stride[0], conv.weight.shape
    if stride == 1:
        if out > 1:
            return causal(x, conv.weight, conv.bias, conv.dilation[0])
        with torch.autocast(x.device.type, enabled=False):
            return causal(x.float(), conv.weight, conv.bias, conv.dilation[0])
    b, n, _ = x.shape
    weight = conv.weight.view(out, c, k // stride, stride).permute(0, 3, 1, 2).reshape(out, stride * c, k // stride)
    return causal(x.reshape(b, n // stride, stride * c), weight, conv.bias)


def spread(conv, x):
    """A causal transposed convolution: every input draws a block of outputs."""
    (b, n, c), stride, out = x.shape, conv.stride[0], conv.out_channels
    weight = conv.weight.view(c, out, 2, stride).flip(2).permute(3, 1, 0, 2).reshape(stride * out, c, 2)
    return causal(x, weight, conv.bias.repeat(stride)).reshape(b, n * stride, out)


def part(model, name):
    """A part of the model by its name in published checkpoints; transformers 5.18 and later nest them one level deeper."""
    outer = model.encoder if name.startswith(("encoder", "down")) else model.decoder
    if name in ("encoder", "decoder"):
        return getattr(outer, name + "_seanet", outer).layers
    return getattr(outer, name) if hasattr(outer, name) else getattr(model, name)


def published(name):
    """A parameter's name as published checkpoints have it, whatever this version of transformers calls it."""
    for deep, flat in (("encoder.encoder_seanet.", "encoder."), ("decoder.decoder_seanet.", "decoder."), ("encoder.encoder_transformer.", "encoder_transformer."),
                       ("decoder.decoder_transformer.", "decoder_transformer."), ("encoder.downsample.", "downsample."), ("decoder.upsample.", "upsample.")):
        name = name.replace(deep, flat)
    return name


def load(module, state):
    """load_state_dict between versions of transformers."""
    own = {published(n): n for n in module.state_dict()}
    module.load_state_dict({own[published(n)]: t for n, t in state.items()})


def attend(transformer, x):
    return transformer(x.transpose(1, 2)).last_hidden_state.transpose(1, 2)


def encode(model, wave):
    """(batch, samples) -> latents (batch, hidden, frames)."""
    h = attend(part(model, "encoder_transformer"), seanet(part(model, "encoder"), wave[:, None]))
    return part(model, "downsample").conv(F.pad(h, (2, 0), mode="replicate"))


def widen(model, y):
    """Dequantised latents at 12.5 Hz -> the decoder transformer's output at 25 Hz (batch, hidden, 2 x frames)."""
    y = part(model, "upsample").conv(y)[..., : y.shape[-1] * 2]
    return attend(part(model, "decoder_transformer"), y)


def sound(model, y):
    """Dequantised latents -> (batch, samples)."""
    return seanet(part(model, "decoder"), widen(model, y))[:, 0]


def dequantise(model, codes):
    """(batch, books, frames) -> latents, differentiable for the output projections."""
    q = model.quantizer
    parts = [(q.semantic_residual_vector_quantizer, codes[:, :1]), (q.acoustic_residual_vector_quantizer, codes[:, 1:])]
    out = 0
    for rvq, own in parts:
        vectors = sum(F.embedding(own[:, k], table(layer.codebook)) for k, layer in enumerate(rvq.layers[: own.shape[1]]))
        out = out + rvq.output_proj(vectors.transpose(1, 2))
    return out


def table(book):
    return book.embed_sum / book.cluster_usage.clamp(min=book.epsilon)[:, None]


class Books:
    """The codebooks of one residual quantiser, kept as running means in the model's own buffers."""

    def __init__(self, rvq, decay=.99, dead=.05):
        self.books, self.decay, self.dead = [layer.codebook for layer in rvq.layers], decay, dead

    @torch.no_grad()
    def start(self, x, rounds=12):
        """k-means of one book after the other on the residuals of `x`."""
        for book in self.books:
            n = book.codebook_size
            e = x[torch.randperm(len(x), device=x.device)[:n]].clone()
            for _ in range(rounds):
                i = torch.cdist(x, e).argmin(1)
                count = torch.bincount(i, minlength=n).float()
                means = torch.zeros_like(e).index_add_(0, i, x) / count.clamp(min=1)[:, None]
                e = torch.where(count[:, None] > 0, means, x[torch.randint(len(x), (n,), device=x.device)])
            i = torch.cdist(x, e).argmin(1)
            use = (torch.bincount(i, minlength=n).float() * n / len(x)).clamp(min=.3)
            book.cluster_usage.copy_(use)
            book.embed_sum.copy_(e * use[:, None])
            x = x - e[i]

    def __call__(self, z, used, learn):
        """(batch, dim, frames) -> (straight-through sum of the first `used` books, commitment loss, codes, statistics to learn from)."""
        x = z.transpose(1, 2).reshape(-1, z.shape[1])
        rest, out, commitment, codes, statistics = x, 0, 0., [], []
        for k, book in enumerate(self.books):
            e = table(book)
            with torch.no_grad():
                i = ((e * e).sum(1) - 2 * rest.detach() @ e.T).argmin(1)
            vectors = e[i]
            codes.append(i)
            if k < used:
                commitment = commitment + F.mse_loss(rest, vectors)
                out = out + vectors
            if learn:
                with torch.no_grad():
                    n, r = book.codebook_size, rest.detach()
                    share = n / len(r)
                    statistics.append(torch.zeros(n, device=r.device).index_add_(0, i, torch.full((len(i),), share, device=r.device)))
                    statistics.append(torch.zeros_like(e).index_add_(0, i, r * share))
            rest = rest - vectors.detach()
        b, _, frames = z.shape
        through = (x + (out - x).detach()).view(b, frames, -1).transpose(1, 2)
        return through, commitment / max(1, used), torch.stack(codes, -1).view(b, frames, -1), (statistics, x.detach())

    @torch.no_grad()
    def learn(self, statistics):
        for book, count, total in zip(self.books, statistics[::2], statistics[1::2]):
            book.cluster_usage.mul_(self.decay).add_(count, alpha=1 - self.decay)
            book.embed_sum.mul_(self.decay).add_(total, alpha=1 - self.decay)
            book._embed = None

    @torch.no_grad()
    def revive(self, x, most=32):
        """Move codes nobody uses onto residuals of this batch."""
        for book in self.books:
            e = table(book)
            unused = (book.cluster_usage < self.dead).nonzero()[:, 0]
            if len(unused):
                unused = unused[torch.randperm(len(unused), device=x.device)[:most]]
                book.cluster_usage[unused] = .5
                book.embed_sum[unused] = x[torch.randint(len(x), (len(unused),), device=x.device)] * .5
            x = x - e[((e * e).sum(1) - 2 * x @ e.T).argmin(1)]


@torch.no_grad()
def unit_start(layers, x, last=1.):
    """Scale every convolution so that its output has unit deviation on `x` (.3 where it adds to a residual, `last` at the end)."""
    for layer in layers:
        kind = type(layer).__name__
        if kind == "MimiResnetBlock":
            inner, outer = layer.block[1].conv, layer.block[3].conv
            for conv in (inner, outer):
                conv.bias.zero_()
            h = seanet([layer.block[1]], F.elu(x))
            inner.weight /= h.std()
            outer.weight *= .3 / outer(F.elu(h / h.std())).std()
        elif hasattr(layer, "conv"):
            layer.conv.bias.zero_()
            layer.conv.weight *= (last if layer is layers[-1] else 1.) / seanet([layer], x).std()
        x = seanet([layer], x)
    return x


@torch.no_grad()
def reserve_zero(model, far=20.):
    """Put entry 0 of the first book where no sound lies: code 0 there is left to mean the end of speech."""
    book = model.quantizer.semantic_residual_vector_quantizer.layers[0].codebook
    book.cluster_usage[0] = 1
    book.embed_sum[0] = far
    book._embed = None
