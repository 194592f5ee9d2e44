"""Muon: momentum with orthogonalised updates for the matrices, AdamW for the rest. The work is shared among workers."""
import torch
import torch.distributed as dist


def orthogonal(g, half=False, rounds=5):
    """The nearest matrix (a convolution's inputs and taps taken together) with all singular values near 1 (Newton-Schulz), in bfloat16 where that is fast."""
    shape, g = g.shape, g.flatten(1)
    tall = g.shape[0] > g.shape[1]
    x = g.T if tall else g
    x = x.bfloat16() if half else x
    x = x / (x.norm() + 1e-7)
    for _ in range(rounds):
        a = x @ x.T
        x = 3.4445 * x + (-4.775 * a + 2.0315 * a @ a) @ x
    return (x.T if tall else x).float().view(shape)


class Muon:
    def __init__(self, matrices, others, rate, team, momentum=.95, decay=.02):
        self.matrices, self.team, self.momentum, self.decay = list(matrices), team, momentum, decay
        self.buffers = [torch.zeros_like(m) for m in self.matrices]
        self.adam = torch.optim.AdamW(others, lr=rate, betas=(.9, .97), weight_decay=.0)

    def zero_grad(self):
        for m in self.matrices:
            m.grad = None
        self.adam.zero_grad(set_to_none=True)

    @torch.no_grad()
    def step(self, rate):
        updates = []
        for i, (m, buffer) in enumerate(zip(self.matrices, self.buffers)):
            buffer.mul_(self.momentum).add_(m.grad, alpha=1 - self.momentum)
            mine = i % self.team.count == self.team.rank
            look_ahead = m.grad.lerp(buffer, self.momentum)
            updates.append(orthogonal(look_ahead, self.team.half) if mine else torch.zeros_like(m))
        if self.team.count > 1:
            flat = torch.cat([u.reshape(-1) for u in updates])
            dist.all_reduce(flat)
            updates = [part.view_as(m) for part, m in zip(flat.split([m.numel() for m in self.matrices]), self.matrices)]
        for m, update in zip(self.matrices, updates):
            m.mul_(1 - rate * self.decay)
            m.add_(update, alpha=-rate * .2 * max(len(m), m[0].numel()) ** .5)
        for group in self.adam.param_groups:
            group["lr"] = rate
        self.adam.step()

    def state_dict(self):
        return dict(buffers=self.buffers, adam=self.adam.state_dict())

    def load_state_dict(self, state):
        for mine, saved in zip(self.buffers, state["buffers"]):
            mine.copy_(saved)
        self.adam.load_state_dict(state["adam"])
