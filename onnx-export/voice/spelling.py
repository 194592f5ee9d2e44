"""The symbols the language network reads: phones (one character each, capital when stressed), pauses, digits of the speaker tag.

English spelling is turned into these symbols by tokenizer.json itself (tokenizer.py builds it), so the network never has
to learn which letters sound how. For the corpus, whose words are all in the dictionary, `spell` does the same directly.
"""
import re

import lexicon as dictionary

VOWELS = dict(aa="ɑⱭ", ae="æÆ", ah="ʌɅ", ao="ɔƆ", aw="ȁȀ", ax="əƏ", ay="ǎǍ", eh="ɛƐ", er="ɝɜ", ey="ēĒ", ih="ɪƗ", iy="īĪ",
              ow="ōŌ", oy="ǒǑ", uh="ʊƱ", uw="ūŪ")
CONSONANTS = dict(b="B", ch="Č", d="D", dh="Ð", f="F", g="G", hh="H", jh="J", k="K", l="L", m="M", n="N", ng="Ŋ", p="P", r="R",
                  s="S", sh="Š", t="T", th="Þ", v="V", w="W", y="Y", z="Z", zh="Ž")
SYMBOL = {**CONSONANTS, **{v + "0": pair[0] for v, pair in VOWELS.items()}, **{v + "1": pair[1] for v, pair in VOWELS.items()}}
PHONE = {symbol: name.rstrip("01") for name, symbol in SYMBOL.items()}
MARKS = " ,.?![]0123456789"
SPECIAL = ["<|begin_of_text|>", "<|end_of_text|>", "<|AUDIO|>", "<|audio_eos|>"]
VOCABULARY = {symbol: i for i, symbol in enumerate([*MARKS, *SYMBOL.values(), *SPECIAL])}
BEGIN, END, AUDIO, AUDIO_END = (VOCABULARY[s] for s in SPECIAL)


def symbols(phones):
    return "".join(SYMBOL[p] for p in phones)


def spell(text, lexicon):
    """Symbols of a text of dictionary words."""
    text = re.sub(r"\s*[;:]", ",", text.lower()).replace("-", " ")
    return re.sub(r"[a-z']+", lambda word: symbols(dictionary.pronounce(word.group(), lexicon)), text)


def ids(speaker, text, lexicon):
    """What tokenizer.json gives for `[speaker]text`."""
    return [BEGIN, *(VOCABULARY[c] for c in f"[{speaker}]"), *(VOCABULARY[c] for c in spell(text, lexicon)), END]
