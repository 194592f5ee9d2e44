"""Which symbol of the text is being spoken in each frame of the corpus."""
import functools
import multiprocessing
import os
import pickle
import re

import numpy as np

import lexicon as dictionary
import spelling
from audio import FRAME


def match(symbols, phones):
    """For every phone the index of its symbol: the cheapest monotone pairing."""
    at = [i for i, c in enumerate(symbols) if c in spelling.PHONE]
    names = [spelling.PHONE[symbols[i]] for i in at]
    n, m = len(phones), len(at)
    vowels = spelling.VOWELS
    other = {(p, q): 0 if p == q else .5 if (p in vowels) == (q in vowels) else 1.5 for p in set(phones) for q in set(names)}
    cost = [[float(j) for j in range(m + 1)]]
    for i, p in enumerate(phones, 1):
        above, row = cost[-1], [float(i)]
        for j, q in enumerate(names, 1):
            row.append(min(above[j - 1] + other[p, q], above[j] + 1, row[j - 1] + 1))
        cost.append(row)
    where, i, j = [0] * n, n, m
    while i > 0:
        if j and cost[i][j] == cost[i - 1][j - 1] + other[phones[i - 1], names[j - 1]]:
            where[i - 1] = at[j - 1]
            i, j = i - 1, j - 1
        elif j and cost[i][j] == cost[i][j - 1] + 1:
            j -= 1
        else:
            where[i - 1] = at[max(0, j - 1)]
            i -= 1
    return where, cost[n][m]


def frames_of(symbols, timed, frames):
    """Index of the symbol spoken in the middle of each frame; pauses belong to the mark they stand for."""
    spoken = [p for p, _ in timed if p != "pau"]
    where, _ = match(symbols, spoken)
    out, begin, k = np.full(frames, len(symbols) - 1), 0., 0
    for phone, end in timed:
        if phone == "pau":
            place = where[k] - (1 if where[k] and symbols[where[k] - 1] in spelling.MARKS else 0) if k < len(where) else len(symbols) - 1
        else:
            place = where[k]
            k += 1
        for f in range(max(0, int(np.ceil(begin * 12.5 - .5))), min(frames, int(np.ceil(end * 12.5 - .5)))):
            out[f] = place
        begin = max(0., end)
    return out


def prepare(u):
    """(symbol ids, symbol index per frame) of one utterance; None where a word is unknown."""
    words = known_words()
    if any(dictionary.pronounce(w, words) is None for w in re.findall("[a-z']+", u["text"].lower())):
        return None
    symbols = spelling.spell(u["text"], words)
    if any(c not in spelling.VOCABULARY for c in symbols):
        return None
    return np.array([spelling.VOCABULARY[c] for c in symbols]), frames_of(symbols, u["phones"], u["samples"] // FRAME)


@functools.cache
def known_words():
    return dictionary.load()


def table(corpus, path, upto, jobs=None):
    """What `prepare` makes of the utterances that end before frame `upto`. Cached in `path`. Seconds per hour of speech and core."""
    done = pickle.load(open(path, "rb")) if path.exists() else []
    todo = [u for u in corpus.index[len(done):] if (u["offset"] + u["samples"]) // FRAME <= upto]
    if todo:
        known_words()
        with multiprocessing.Pool(jobs or len(os.sched_getaffinity(0))) as pool:
            done += pool.map(prepare, todo, chunksize=100)
        pickle.dump(done, open(path, "wb"))
    return done
