"""How Kokoro-82M is told what to say, and in whose voice: English words to its phonemes, voices and mixtures of them, the times of phones.

PARLEY_KOKORO names the folder that kokoro_fetch.sh made. Words come from misaki's lexicon, those it lacks from CMU's dictionary.
"""
import functools
import json
import os
import pathlib
import re

import numpy as np

import lexicon

HOME = pathlib.Path(os.environ.get("PARLEY_KOKORO", "kokoro"))
UNIT = .025                         # seconds: the duration predictor counts in these
MARKS = ".,?!;:—…"
STRESS = "ˈˌ"

# Kokoro's symbols by their phones in CMU's dictionary. Two-part vowels are one letter (misaki's A I O W Y, British Q).
SYMBOLS = dict(ey="A", ay="I", ow="OQo", aw="W", oy="Y", iy="i", ih="ɪᵻ", uw="u", uh="ʊ", eh="ɛe", ae="æ", ah="ʌ", ax="əᵊɐ", aa="ɑaɒ", ao="ɔ",
               er="ɜɚ",
               b="b", ch="ʧ", d="d", dh="ð", f="f", g="ɡg", hh="h", jh="ʤ", k="k", l="l", m="m", n="n", ng="ŋ", p="p", r="ɹ", s="s", sh="ʃ", t="tɾTʔ",
               th="θ", v="v", w="w", y="j", z="z", zh="ʒ")
PHONE = {symbol: phone for phone, symbols in SYMBOLS.items() for symbol in symbols}
WEAK = {"a": "ɐ", "an": "ɐn", "of": "ʌv", "and": "ænd", "i": "ˌI"}
WEAK_BEFORE = {"the": ("ðə", "ði"), "to": ("tə", "tʊ")}       # before a consonant, before a vowel
ENDINGS = {"ll": "əl", "re": "əɹ", "ve": "v", "d": "d", "m": "m"}


@functools.cache
def words():
    return json.loads((HOME / "us_silver.json").read_text()) | json.loads((HOME / "us_gold.json").read_text())


@functools.cache
def vocabulary():
    return json.loads((HOME / "vocab.json").read_text())["vocab"]


@functools.cache
def dictionary():
    return lexicon.load()


def listed(word):
    """A word in misaki's lexicon, in its commonest reading, or None."""
    entry = words().get(word, words().get(word.capitalize()))
    return entry.get("DEFAULT") if isinstance(entry, dict) else entry


def by_dictionary(word):
    """A word of CMU's dictionary in Kokoro's symbols, or None."""
    phones = lexicon.pronounce(word, dictionary())
    spelled = {"er0": "əɹ", "er1": "ˈɜɹ"}
    return phones and "".join(spelled.get(p) or ("ˈ" if p.endswith("1") else "") + SYMBOLS[p.rstrip("01")][0] for p in phones)


def pronounce(word, following):
    """A word in Kokoro's symbols, or None where nobody knows it."""
    word = word.lower()
    if word in WEAK_BEFORE:
        return WEAK_BEFORE[word][following[:1].lower() in tuple("aeiou")]
    said = WEAK.get(word) or listed(word)
    stem, _, ending = word.rpartition("'")
    if not said and stem and (base := listed(stem)):
        if ending == "s":
            said = base + ("ᵻz" if base[-1] in "szʃʒʧʤ" else "s" if base[-1] in "ptkfθ" else "z")
        elif ending in ENDINGS:
            said = base + ENDINGS[ending]
    return said or by_dictionary(word)


def phonemes(text):
    """What Kokoro reads for a text of words and marks (numbers as words), as a list of its symbols; None where a word is unknown."""
    tokens, out = re.findall(rf"[A-Za-z']+|[{MARKS}]", text.replace("\u2019", "'")), ""
    for token, following in zip(tokens, [*tokens[1:], ""]):
        if token not in MARKS:
            said = pronounce(token.strip("'"), following)
            if said is None:
                return None
            token = (" " if out else "") + said
        out += token
    return [c for c in out if c in vocabulary()]


@functools.cache
def voice(mixture):
    """Styles by length of text (510, 256); a mixture is written 'af_heart*.6+bm_lewis*.4'."""
    shares = [part.partition("*") for part in mixture.split("+")]
    return sum(float(share or 1) * np.fromfile(HOME / "voices" / f"{name}.bin", np.float32).reshape(-1, 256) for name, _, share in shares).astype(np.float32)


def timed_phones(symbols, ends):
    """[(phone of CMU's dictionary or 'pau', end in seconds)] of symbols with the silences around them as ''. A sign of length or a blank
    belongs to the phone before it, a sign of stress to the phone behind it."""
    out, before = [], ""
    for symbol, end in zip(symbols, ends):
        phone = PHONE.get(symbol, "pau")
        if symbol in STRESS and symbol:
            continue
        if symbol == "ɹ" and out and (out[-1][0] == "er" or before == "ə"):
            phone = "er"
            out.pop()
        elif symbol in ("ː", " ") and out or phone == "pau" and out and out[-1][0] == "pau":
            phone = out.pop()[0]
        out.append((phone, end))
        before = symbol
    return out
