"""The forward pass of CSM's two Llamas for training: transformers' own modules and weights, fused by torch.compile.

The library's pass spends half of its time in small operations on a CPU. What comes out is the same (`python llama.py` compares).
"""
import torch
import torch.nn.functional as F

torch._dynamo.config.recompile_limit = 64      # two networks, learning and not


def norm(x, weight, epsilon):
    y = x.float()
    return (y * torch.rsqrt(y.square().mean(-1, keepdim=True) + epsilon) * weight).to(x.dtype)


def turn(x, cos, sin):
    left, right = x.chunk(2, -1)
    return x * cos + torch.cat([-right, left], -1) * sin


def entering(x, weight, epsilon, wq, wk, wv, cos, sin):
    """Tokens (n, width) -> rotated queries and keys, values, each (n, heads, size)."""
    h, size = norm(x, weight, epsilon), cos.shape[-1]
    q, k, v = ((h @ w.T).view(len(x), -1, size) for w in (wq, wk, wv))
    return turn(q, cos, sin), turn(k, cos, sin), v


def leaving(x, mixed, wo, weight, epsilon, gate, up, down):
    x = x + mixed @ wo.T
    h = norm(x, weight, epsilon)
    return x + (F.silu(h @ gate.T) * (h @ up.T)) @ down.T


class Llama:
    """Runs a CsmBackboneModel or the layers of a CsmDepthDecoderModel on embedded positions, from position 0, causally."""

    def __init__(self, model, half, compiled=True):
        self.model, self.type = model, torch.bfloat16 if half else torch.float32
        self.entering, self.leaving = ((torch.compile(f, dynamic=True) if compiled else f) for f in (entering, leaving))

    def __call__(self, x):
        """(batch, positions, width) -> (last state in float32, [(queries, keys) of each layer, (batch, heads, positions, size)])."""
        b, n, width = x.shape
        cos, sin = (t[0].to(self.type)[:, None].repeat(b, 1, 1) for t in self.model.rotary_emb(x, torch.arange(n, device=x.device)[None]))
        apart = lambda t: t.view(b, n, -1, t.shape[-1]).transpose(1, 2)
        x, seen = x.reshape(b * n, width).to(self.type), []
        for block in self.model.layers:
            a, m = block.self_attn, block.mlp
            wq, wk, wv, wo, gate, up, down = (w.weight.to(self.type) for w in (a.q_proj, a.k_proj, a.v_proj, a.o_proj, m.gate_proj, m.up_proj, m.down_proj))
            epsilon = block.input_layernorm.variance_epsilon
            q, k, v = map(apart, self.entering(x, block.input_layernorm.weight, epsilon, wq, wk, wv, cos, sin))
            mixed = F.scaled_dot_product_attention(q, k, v, is_causal=True, enable_gqa=True)
            x = self.leaving(x, mixed.transpose(1, 2).reshape(b * n, -1), wo, block.post_attention_layernorm.weight, epsilon, gate, up, down)
            seen.append((q, k))
        return norm(x, self.model.norm.weight, self.model.norm.variance_epsilon).float().view(b, n, -1), seen


def main():
    import mimi
    from speech import SHAPE, configuration
    from transformers import CsmForConditionalGeneration
    csm = CsmForConditionalGeneration(configuration(mimi.new_model().config, **SHAPE))
    x = torch.randn(2, 50, SHAPE["hidden"])
    with torch.no_grad():
        ours, theirs = Llama(csm.backbone_model, False)(x)[0], csm.backbone_model(inputs_embeds=x).last_hidden_state
        print("largest difference", float((ours - theirs).abs().max()), "of", float(theirs.abs().max()))


if __name__ == "__main__":
    main()
