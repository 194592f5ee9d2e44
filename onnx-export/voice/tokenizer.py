"""Build tokenizer.json: `tokenizer.py OUT`. English in, symbols of spelling.py out, by the normaliser of the file itself.

Digits become words, words become phones (an entry for each common word that the letter rules get wrong), the rest goes
by the letter rules. Any program with Hugging Face's tokenizers reads the file; nothing else is needed.
"""
import argparse
import pathlib
import re

from tokenizers import Regex, Tokenizer, models, normalizers, processors

import lexicon as dictionary
import sentences
import spelling
from letters import RULES

ONES = "zero one two three four five six seven eight nine".split()
TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
ORDINALS = """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
sixteenth seventeenth eighteenth nineteenth twentieth""".split()
WIDE = "０１２３４５６７８９"


def tidy():
    """Signs, titles and dashes."""
    return [("[’‘ʼ`]", "'"), (r"(?<![a-zA-Z])'|'(?![a-zA-Z])", ""), ("[“”\"«»„*_~#^<>{}|\\\\]", " "), ("&", " and "), ("%", " percent"),
            (r"\+", " plus "), ("=", " equals "), ("@", " at "), ("/", " "), (r"\bmr\.?(?![a-z])", "mister"), (r"\bmrs\.?(?![a-z])", "missus"),
            (r"\bdr\.?(?![a-z])", "doctor"), (r"\bst\.(?= [a-z])", "saint"), (r"\betc\.?", "et cetera"), (r"\bvs\.?(?![a-z])", "versus"),
            (r"(\.{2,}|…)\s*$", "."), (r"\.{2,}|…", ","), (r"\s*[–—]+\s*|\s+-+\s+|--+", ", "), (r"(?<=\d):(?=\d)", " "), (r"[;:]", ","),
            (r"\s*\(\s*", ", "), (r"\s*\)", ","), ("-", " "), (r"\$", ""), (r"[!?]*\?[!?]*", "?"), ("!+", "!")]


def numbers():
    rules = [(r"(?<=\d),(?=\d{3})", ""), (r"(?<=\d)\.(?=\d)", " point ")]
    rules += [(rf"(?<!\d){n}(st|nd|rd|th)\b", word) for n, word in enumerate(ORDINALS, 1)]
    rules += [(rf"(?<!\d){t}{n}(st|nd|rd|th)\b", f"{TENS[t]} {ORDINALS[n - 1]}") for t in range(2, 10) for n in range(1, 10)]
    rules += [(r"(?<=\d)(st|nd|rd|th)\b", "")]
    rules += [(rf"{d}(?=\d{{6}})", f" {ONES[d]} ") for d in range(10)]                       # too long: digit by digit
    for pair in range(11, 100):                                                               # 1984, 1905
        if pair % 10:
            word = TEENS[pair - 10] if pair < 20 else f"{TENS[pair // 10]} {ONES[pair % 10]}"
            rules += [(rf"(?<!\d){pair}(?=[1-9]\d(?!\d))", word + " "), (rf"(?<!\d){pair}0(?=[1-9](?!\d))", word + " oh ")]
    rules += [(r"(?<!\d)20(?=[1-9]\d(?!\d))", "twenty ")]
    rules += [(rf"{d}(?=\d{{3}}(?!\d))", f"{d} thousand ") for d in range(10)]
    rules += [(r"(?<=thousand )0{1,3}", "")]
    rules += [(rf"(?<!\d){d}(?=\d\d(?!\d))", f"{ONES[d]} hundred ") for d in range(1, 10)]
    rules += [(r"(?<=hundred )0{1,2}", "")]
    rules += [(rf"(?<!\d)1{d}(?!\d)", TEENS[d]) for d in range(10)]
    rules += [(rf"(?<!\d){d}(?=\d(?!\d))", TENS[d] + " ") for d in range(2, 10)]
    rules += [(r"(?<=ty )0(?!\d)", "")]
    return rules + [(str(d), f" {ONES[d]} ") for d in range(10)]


def spaces():
    return [(r"\s+", " "), (r"\s+(?=[.,?!])", ""), (r"[,.]+(?=[.,?!])", ""), (r"(?<=\])[\s,]+", ""), (r",\s*$", "."), (r"\s+$", "")]


def endings():
    s = spelling.SYMBOL
    sibilant = "".join(s[p] for p in ("s", "z", "sh", "zh", "ch", "jh"))
    voiceless = "".join(s[p] for p in ("p", "t", "k", "f", "th"))
    return [(f"(?<=[{sibilant}])'s(?![a-z])", s["ax0"] + s["z"]), (f"(?<=[{voiceless}])'s(?![a-z])", s["s"]), ("'s(?![a-z])", s["z"]),
            ("'ll(?![a-z])", s["ax0"] + s["l"]), ("'re(?![a-z])", s["er0"]), ("'ve(?![a-z])", s["v"]), ("'d(?![a-z])", s["d"]),
            ("'m(?![a-z])", s["m"]), ("n't(?![a-z])", s["ax0"] + s["n"] + s["t"]), ("'", "")]


def replace(rules):
    return [normalizers.Replace(Regex(pattern), content) for pattern, content in rules]


def letters():
    return [(pattern, spelling.symbols(phones.split())) for pattern, phones in RULES]


def build(entries):
    """The tokenizer with dictionary `entries` {word: phones}."""
    tags = [(rf"(?<=^\[|^\[[0-9０-９]|^\[[0-9０-９][0-9０-９]){d}", WIDE[d]) for d in range(10)]
    order = sorted(entries, key=lambda w: ("'" not in w, w))
    words = [(rf"(?<![a-z']){w}(?![a-z])", spelling.symbols(entries[w])) for w in order]
    untag = [(WIDE[d], str(d)) for d in range(10)]
    known = "".join(re.escape(c) for c in spelling.VOCABULARY if len(c) == 1)
    tokenizer = Tokenizer(models.BPE(vocab=spelling.VOCABULARY, merges=[]))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.NFD(), normalizers.StripAccents(), normalizers.Lowercase()]
        + replace(tags + tidy() + numbers() + spaces() + words + endings() + letters() + untag + [(f"[^{known}]", "")] + spaces()))
    tokenizer.add_special_tokens(spelling.SPECIAL)
    begin, end = spelling.SPECIAL[:2]
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{begin}:0 $A:0 {end}:0", pair=f"{begin}:0 $A:0 {end}:0 {begin}:1 $B:1 {end}:1",
        special_tokens=[(begin, spelling.BEGIN), (end, spelling.END)])
    return tokenizer


def words_wanted(lexicon, extra):
    """Words worth an entry: those of the fortunes, those of word lists given, contractions."""
    _, common = sentences.natural(lexicon)
    wanted = set(common) | set(sentences.NUMBERS) | set(ONES) | set(ORDINALS) | {"point", "percent", "plus", "equals", "oh", "mister", "missus", "doctor", "a", "i"}
    for path in extra:
        wanted |= {w for w in (line.strip() for line in open(path)) if w in lexicon}
    return {w: lexicon[w] for w in wanted if w in lexicon} | {w: p.split() for w, p in dictionary.IRREGULAR.items()}


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("out", type=pathlib.Path)
    p.add_argument("--words", nargs="*", default=[], help="word lists, one word a line")
    a = p.parse_args()
    lexicon = dictionary.load()
    wanted = words_wanted(lexicon, a.words)
    by_rule = build({}).normalizer
    wrong = {w: phones for w, phones in wanted.items() if by_rule.normalize_str(w) != spelling.symbols(phones)}
    build(wrong).save(str(a.out), pretty=False)
    print(f"{len(wanted)} words, {len(wrong)} of them not by rule; {a.out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
