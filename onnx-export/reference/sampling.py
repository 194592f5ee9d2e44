"""T4, T5: drawing a code with injected noise, and when a line ends. numpy in float64, nothing shared with the engine."""

import numpy as np

from golden import Topic

ALMOST_ONE = float(np.nextafter(np.float32(1), np.float32(0)))


def draw(logits, bias, temperature, top_k, u):
    """The rule of docs/model-folder.md. Returns the code, the kept ids, and how far u is from the nearest boundary."""
    z = (logits.astype(np.float64) + bias.astype(np.float64)) / temperature
    threshold = np.sort(z)[::-1][min(top_k, z.size) - 1]
    kept = z >= threshold
    p = np.where(kept, np.exp(z - z.max()), 0.0)
    p /= p.sum()
    steps = np.cumsum(p)
    code = int(np.argmax(steps > u)) if (steps > u).any() else int(np.flatnonzero(p)[-1])
    inside = [abs(s - u) for s in steps[:np.flatnonzero(p > 1e-30)[-1]]] or [1.0]
    return code, np.flatnonzero(kept & (z > -1e8)), min(inside)


def logits(rng, vocab, ties):
    """Multiples of 1/64, exact in every format; `ties` of them share the value at some rank."""
    values = np.round(rng.standard_normal(vocab) * 2.5 * 64) / 64
    if ties:
        order = np.argsort(-values)
        values[order[4:4 + ties]] = values[order[4]]
    return values.astype(np.float32)


def case(topic, rng, vocab, temperature, top_k, ties=0, masked=()):
    l, bias = logits(rng, vocab, ties), np.zeros(vocab, np.float32)
    bias[list(masked)] = -1e9
    us, codes, kept = [], [], None
    for u in [0.0, *rng.random(24)]:
        u = float(np.float32(u))
        code, kept, distance = draw(l, bias, temperature, top_k, u)
        if distance > 2e-5 or u == 0:
            us.append(u)
            codes.append(code)
    edge, _, _ = draw(l, bias, temperature, top_k, ALMOST_ONE)
    return {"logits": topic.floats(l), "masked": sorted(masked), "temperature": temperature, "top_k": top_k,
            "kept": kept.tolist(), "uniform": topic.floats(us), "codes": codes, "greedy": int(np.argmax(l)),
            "code_at_largest_uniform": last_likely(l, bias, temperature, top_k)}


def last_likely(l, bias, temperature, top_k):
    """u = 1 - 2^-24: the last kept code; rounding in float32 may make it an earlier one if the tail is thinner than 2^-20."""
    z = (l.astype(np.float64) + bias) / temperature
    kept = z >= np.sort(z)[::-1][min(top_k, z.size) - 1]
    p = np.where(kept, np.exp(z - z.max()), 0)
    p /= p.sum()
    alive = np.flatnonzero(p > 0)
    tail = np.cumsum(p[::-1])[::-1]
    sure = np.flatnonzero(tail > 2.0 ** -20)[-1]
    return [int(i) for i in alive if i >= sure]


STOPS = [
    ("never all zero", [[1, 2, 3], [0, 2, 3], [2, 0, 0], [0, 0, 1]]),
    ("at the first frame", [[0, 0, 0], [1, 1, 1]]),
    ("first code 0 is an ordinary code", [[0, 4, 2], [5, 0, 0], [1, 1, 1]]),
    ("all but the last code 0", [[7, 7, 7], [0, 0, 9], [0, 0, 0], [1, 2, 3]]),
    ("after two frames", [[3, 1, 2], [4, 1, 2], [0, 0, 0]]),
    ("no frames", []),
]


def stops():
    out = []
    for name, frames in STOPS:
        all_zero = next((i for i, f in enumerate(frames) if not any(f)), None)
        but_last = next((i for i, f in enumerate(frames) if not any(f[:-1])), None)
        generated = len(frames) if but_last is None else but_last + 1     # transformers keeps its stop frame in the sequence
        cut = next((i for i, f in enumerate(frames[:generated]) if not any(f)), generated)
        out.append({"name": name, "frames": frames, "kept": len(frames) if all_zero is None else all_zero,
                    "stopped": all_zero is not None, "transformers_generated": generated, "transformers_decoded": cut})
    return out


def main():
    rng, topic = np.random.default_rng(4), Topic("sampling")
    cases = [case(topic, rng, 11, 1.0, 1), case(topic, rng, 11, 0.9, 5, ties=3), case(topic, rng, 35, 0.9, 50),
             case(topic, rng, 35, 0.6, 20, masked=(32, 33, 34)), case(topic, rng, 35, 1.5, 5, ties=4), case(topic, rng, 35, 0.9, 7, ties=6),
             case(topic, rng, 35, 0.1, 35), case(topic, rng, 2051, 0.9, 50, masked=(2048, 2049, 2050)), case(topic, rng, 2051, 1.0, 2051),
             case(topic, rng, 2051, 0.6, 20, ties=30), case(topic, rng, 2051, 1.3, 1), case(topic, rng, 2051, 0.05, 400)]
    tied = np.full(35, 0.5, np.float32)
    tied[[3, 9, 20]] = 2
    for k in (1, 2, 3, 4):
        us = [0.0, 0.1, 0.3, 0.34, 0.6, 0.7, 0.95]
        drawn = [draw(tied, np.zeros(35, np.float32), 1.0, k, u) for u in us]
        cases.append({"logits": topic.floats(tied), "masked": [], "temperature": 1.0, "top_k": k, "kept": drawn[0][1].tolist(),
                      "uniform": topic.floats(us), "codes": [d[0] for d in drawn], "greedy": 3,
                      "code_at_largest_uniform": last_likely(tied, np.zeros(35), 1.0, k)})
    topic.write(cases=cases, largest_uniform=topic.floats([ALMOST_ONE]), stops=stops())
    print("  draws:", sum(len(c["codes"]) for c in cases))


if __name__ == "__main__":
    main()
