"""Several single-threaded processes training one network, gradients averaged at every step.

On a shared machine this beats many threads in one process: nobody waits at a barrier inside every small operation.
"""
import atexit
import json
import math
import os
import signal
import subprocess
import sys
import tempfile
import time

import torch
import torch.distributed as dist


class Workers:
    """`Workers(2)` starts this very program once more as rank 1; both then run the same loop on different batches."""

    def __init__(self, count, device="cpu"):
        self.count, self.device = count, torch.device(device)
        self.rank = int(os.environ.get("PARLEY_RANK", 0))
        self.pause_file = os.environ.get("PARLEY_PAUSE_FILE")
        if device == "cpu":
            torch.set_num_threads(1)
            self.half = torch.cpu._is_avx512_bf16_supported()
        else:
            self.half = True
            torch.backends.cuda.matmul.allow_tf32 = torch.backends.cudnn.allow_tf32 = True
        if count == 1:
            return
        if self.rank == 0:
            store = os.environ["PARLEY_STORE"] = tempfile.mktemp(prefix="parley-workers-")
            self.others = [subprocess.Popen([sys.executable, *sys.argv], env={**os.environ, "PARLEY_RANK": str(r)})
                           for r in range(1, count)]
            atexit.register(lambda: [other.kill() for other in self.others])
        dist.init_process_group("gloo", init_method="file://" + os.environ["PARLEY_STORE"], rank=self.rank, world_size=count)

    def mixed(self):
        """bfloat16 for convolutions and matrices, where the processor has instructions for it (AMX: five times as fast)."""
        return torch.autocast(self.device.type, torch.bfloat16, enabled=self.half)

    @property
    def first(self):
        return self.rank == 0

    def mean(self, tensors):
        """Replace all tensors by their means over the workers."""
        if self.count == 1:
            return
        flat = torch.cat([t.reshape(-1) for t in tensors])
        dist.all_reduce(flat)
        flat /= self.count
        at = 0
        for t in tensors:
            t.copy_(flat[at: at + t.numel()].view_as(t))
            at += t.numel()

    def mean_gradients(self, parameters):
        for p in parameters:
            if p.grad is None:
                p.grad = torch.zeros_like(p)
        with torch.no_grad():
            self.mean([p.grad for p in parameters])

    def from_first(self, tensors):
        """Copy the first worker's tensors to all."""
        if self.count > 1:
            for t in tensors:
                dist.broadcast(t, 0)

    def wait_while_paused(self):
        while self.pause_file and os.path.exists(self.pause_file):
            time.sleep(2)

    def agreed(self, number):
        """The first worker's number, so that all stop at the same step."""
        if self.count == 1:
            return number
        told = torch.tensor([number], dtype=torch.float64)
        dist.broadcast(told, 0)
        return float(told)


def save_atomically(state, path):
    temporary = str(path) + ".tmp"
    torch.save(state, temporary)
    os.replace(temporary, path)


class Schedule:
    """How much of the training is done, by steps or, if `minutes` are given, by the time of this run as well."""

    def __init__(self, team, steps, minutes=None):
        self.team, self.steps, self.seconds, self.began, self.stopped = team, steps, 60 * minutes if minutes else math.inf, time.time(), False
        signal.signal(signal.SIGTERM, self.stop)

    def stop(self, *_):
        """Told to end (kill): the step is finished and the state kept."""
        self.stopped = True

    def done(self, step):
        self.team.wait_while_paused()
        return self.team.agreed(1. if self.stopped else max(step / self.steps, (time.time() - self.began) / self.seconds))


class Diary:
    """What a training run leaves behind: figures now and then (on the screen and as a line of JSON), its state every so often."""

    def __init__(self, path, save_every, save):
        self.log, self.save_every, self.save, self.saved_at = open(path, "a"), save_every, save, time.time()

    def tell(self, figures):
        print(json.dumps(figures), flush=True)
        self.log.write(json.dumps(figures) + "\n")
        self.log.flush()

    def keep(self):
        if time.time() - self.saved_at > self.save_every:
            self.save()
            self.saved_at = time.time()


class Sums:
    """Means of what is logged, kept on the device until they are read."""

    def __init__(self):
        self.sums, self.count = {}, 0

    def add(self, values):
        for name, value in values.items():
            self.sums[name] = self.sums.get(name, 0.) + value.detach()
        self.count += 1

    def read(self, digits=4):
        out = {n: [round(float(x) / self.count, digits) for x in v] if v.dim() else round(float(v) / self.count, digits)
               for n, v in self.sums.items()}
        self.sums, self.count = {}, 0
        return out
