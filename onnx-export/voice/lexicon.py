"""CMU's pronouncing dictionary as Debian packages it for festival (festlex-cmu), the one flite's own lexicon was made from."""
import re

DICTIONARY = "/usr/share/festival/dicts/cmu/cmudict-0.4.out"
VOWELS = "aa ae ah ao aw ax ay eh er ey ih iy ow oy uh uw".split()
CONSONANTS = "b ch d dh f g hh jh k l m n ng p r s sh t th v w y z zh".split()
SPECIAL = {"a": "ax0", "the": "dh ax0", "i": "ay1"}


def entries(path=DICTIONARY):
    for line in open(path, encoding="latin-1"):
        head = re.match(r'\("([a-z\']+)" (\S+) \((.*)\)\)\s*$', line)
        if head:
            phones = []
            for syllable, stress in re.findall(r"\(\(([a-z ]+)\) (\d)\)", head.group(3)):
                for phone in syllable.split():
                    phones.append(phone + ("1" if stress != "0" else "0") if phone in VOWELS else phone)
            if phones:
                yield head.group(1), head.group(2), phones


def load(path=DICTIONARY):
    """word -> phones, vowels marked 1 (stressed) or 0. Of several pronunciations the first."""
    words = {}
    for word, _, phones in entries(path):
        words.setdefault(word, phones)
    for word, phones in SPECIAL.items():
        words[word] = phones.split()
    return words


IRREGULAR = {"don't": "d ow1 n t", "can't": "k ae1 n t", "won't": "w ow1 n t", "aren't": "aa1 r n t", "weren't": "w er1 n t",
             "i'm": "ay1 m", "i'll": "ay1 l", "you're": "y uh1 r", "we're": "w iy1 r", "they're": "dh eh1 r", "he'll": "hh iy1 l",
             "she'll": "sh iy1 l", "we'll": "w iy1 l", "you'll": "y uw1 l", "they'll": "dh ey1 l", "o'clock": "ax0 k l aa1 k"}


def pronounce(word, words):
    """Phones of a word or of a contraction of one; None if it is not known."""
    if word in IRREGULAR:
        return IRREGULAR[word].split()
    if word in words:
        return words[word]
    stem, _, ending = word.rpartition("'")
    if word.endswith("n't") and word[:-3] in words:
        return words[word[:-3]] + ["ax0", "n", "t"]
    if stem in words:
        sibilant, voiceless = ("s", "z", "sh", "zh", "ch", "jh"), ("p", "t", "k", "f", "th")
        last = words[stem][-1]
        endings = {"s": ["ax0", "z"] if last in sibilant else ["s"] if last in voiceless else ["z"],
                   "ll": ["ax0", "l"], "re": ["er0"], "ve": ["v"], "d": ["d"], "m": ["m"], "": []}
        if ending in endings:
            return words[stem] + endings[ending]
    return None
