"""Training conversations out of coded utterances: 1 to 9 turns, the first of each altered voice being its reference."""
import numpy as np
import torch

import spelling
from audio import FRAME

TAG = {str(d): spelling.VOCABULARY[str(d)] for d in range(10)}


class Turn:
    """One utterance with its speaker tag: input rows, labels, the symbol spoken in each frame."""

    def __init__(self, tag, symbols, codes, spoken, phones, speaker, heard):
        self.tag, self.symbols, self.codes, self.spoken, self.phones, self.speaker, self.heard = tag, symbols, codes, spoken, phones, speaker, heard

    def __len__(self):
        return len(self.symbols) + len(self.codes) + 6     # begin, three of the tag, end, closing zero frame


class Conversations:
    def __init__(self, corpus, codes, alignment, labels, hold=64):
        self.codes, self.labels, self.alignment = codes, labels, alignment
        usable = [i for i, entry in enumerate(alignment) if entry is not None]
        self.held, usable = usable[:hold], usable[hold:]
        self.index = corpus.index
        self.of_speaker = {}
        for i in usable:
            self.of_speaker.setdefault(corpus.index[i]["speaker"], []).append(i)
        self.altered = [s for s in self.of_speaker if s >= 100]
        self.plain = [s for s in self.of_speaker if s < 100]
        self.speakers = {s: n for n, s in enumerate(sorted(self.of_speaker))}

    def turn(self, several, tag, heard=True):
        """One turn of one or more utterances of a speaker, said one after the other: long lines are learnt from short sentences."""
        symbols, spoken, frames, size = [], [], [], 0
        for i in several:
            if symbols:
                symbols.append([spelling.VOCABULARY[" "]])
                size += 1
            own, places = self.alignment[i]
            symbols.append(own)
            spoken.append(places + size)
            size += len(own)
            first = self.index[i]["offset"] // FRAME
            frames.append(np.arange(first, first + self.index[i]["samples"] // FRAME))
        frames = np.concatenate(frames)
        labels = self.labels[4 * frames[:, None] + np.arange(4)]
        return Turn(tag, np.concatenate(symbols), self.codes[frames], np.concatenate(spoken), labels,
                    self.speakers[self.index[several[0]]["speaker"]], heard)

    def alone(self, i):
        """A held-out utterance in a sequence of its own."""
        speaker = self.index[i]["speaker"]
        return [self.turn([i], speaker if speaker < 10 else 9)]

    def draw(self, rng, plain_share=.3, long_share=.2):
        """A list of turns: up to 420 positions, sometimes 960."""
        longest = 420
        if rng.random() < plain_share * .6:                  # a plain voice under its own number, no reference needed
            turns = rng.integers(1, 4)
            cast = list(rng.permutation(self.plain)[: rng.integers(1, 3)])
            tags = [int(s) for s in cast]
        else:                                                # any voices under any numbers
            turns = rng.integers(2, 5)
            if rng.random() < long_share:
                turns, longest = rng.integers(5, 10), 960
            cast = [int(rng.choice(self.plain if rng.random() < plain_share / 2 else self.altered)) for _ in range(rng.integers(1, 4) if turns > 2 else 1)]
            tags = [int(t) for t in rng.permutation(10)[: len(cast)]]
        out, seen, size = [], set(), 0
        for t in range(turns):
            k = t if t < len(cast) else rng.integers(len(cast))
            # an altered voice whose tag stands for a plain one is not to be learnt before it was heard
            heard = k in seen or tags[k] >= len(self.plain) or tags[k] == cast[k]
            seen.add(k)
            several = rng.choice((1, 2, 3, 4), p=(.75, .13, .08, .04))
            turn = self.turn(rng.choice(self.of_speaker[int(cast[k])], several).tolist(), tags[k], heard)
            if out and size + len(turn) > longest:
                break
            out.append(turn)
            size += len(turn)
        return out

    def batch(self, rng, positions):
        """Conversations of similar length, about `positions` in all."""
        size = max(24, positions // 40)
        pool = sorted((self.draw(rng) for _ in range(size)), key=lambda c: sum(map(len, c)))
        start = rng.integers(0, size)
        chosen, widest = [pool[start]], sum(map(len, pool[start]))
        for c in pool[start + 1:] + pool[:start][::-1]:
            widest = max(widest, sum(map(len, c)))
            if widest * (len(chosen) + 1) > positions:
                break
            chosen.append(c)
        return chosen


def collate(conversations, books):
    """Arrays for the network. Labels at position p are what follows p."""
    shape = len(conversations), max(sum(map(len, c)) for c in conversations)
    a = dict(text=np.zeros(shape, np.int64), frames=np.zeros((*shape, books), np.int64), is_frame=np.zeros(shape, bool),
             is_speech=np.zeros(shape, bool), labels=np.full((*shape, books), -100), phones=np.full((*shape, 4), -100),
             speaker=np.zeros(shape, np.int64), spoken=np.full(shape, -1), text_from=np.zeros(shape, np.int64), text_to=np.zeros(shape, np.int64))
    for row, turns in enumerate(conversations):
        at = 0
        for turn in turns:
            ids = np.concatenate([[spelling.BEGIN, spelling.VOCABULARY["["], TAG[str(turn.tag)], spelling.VOCABULARY["]"]], turn.symbols, [spelling.END]])
            n, first = len(turn.codes), at + len(ids)
            a["text"][row, at: first] = ids
            a["frames"][row, first: first + n] = turn.codes
            a["is_frame"][row, first: first + n + 1] = True
            a["is_speech"][row, first: first + n] = True
            if turn.heard:
                a["labels"][row, first - 1: first - 1 + n] = turn.codes
                a["labels"][row, first - 1 + n] = 0
            a["phones"][row, first - 1: first - 1 + n] = turn.phones
            a["spoken"][row, first - 1: first - 1 + n] = at + 4 + turn.spoken
            a["speaker"][row, first - 1: first - 1 + n] = turn.speaker
            a["text_from"][row, first - 1: first - 1 + n], a["text_to"][row, first - 1: first - 1 + n] = at + 4, first - 1
            at = first + n + 1
    return a


class Batches(torch.utils.data.IterableDataset):
    """Endless collated batches, for a DataLoader."""

    def __init__(self, data, positions, books, seed):
        self.data, self.positions, self.books, self.seed = data, positions, books, seed

    def __iter__(self):
        worker = torch.utils.data.get_worker_info()
        rng = np.random.default_rng([self.seed, worker.id if worker else 0])
        while True:
            yield tensors(self.data.batch(rng, self.positions), self.books)


def tensors(conversations, books):
    return {n: torch.from_numpy(v) for n, v in collate(conversations, books).items()}
