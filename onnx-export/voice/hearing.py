"""What pocketsphinx hears in a file, and how far that is from what was meant."""
import concurrent.futures
import os
import re
import subprocess


def words(text):
    return re.sub(r"[^a-z' ]", "", text.lower()).split()


def errors(said, heard):
    """Words put in, left out or changed."""
    d = list(range(len(heard) + 1))
    for i, x in enumerate(said, 1):
        diagonal, d[0] = d[0], i
        for j, y in enumerate(heard, 1):
            diagonal, d[j] = d[j], min(d[j] + 1, d[j - 1] + 1, diagonal + (x != y))
    return d[-1]


def recognise(path):
    raw = path.with_suffix(".16k.wav")
    subprocess.run(["sox", str(path), "-r", "16000", "-c", "1", "-b", "16", str(raw), "pad", "0.2", "0.2", "norm", "-3"], check=True)
    out = subprocess.run(["pocketsphinx_continuous", "-infile", str(raw), "-logfn", "/dev/null"], capture_output=True, text=True).stdout
    raw.unlink()
    return words(out)


def word_error_rate(files, texts, report):
    """Percent; every line's errors go to the file `report`."""
    wrong = total = 0
    lines = []
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        all_heard = list(pool.map(recognise, files))
    for heard, text in zip(all_heard, texts):
        e = errors(words(text), heard)
        wrong, total = wrong + e, total + len(words(text))
        lines.append(f"{e}/{len(words(text))}  {text}  ->  {' '.join(heard)}")
    report.write_text("\n".join(lines) + "\n")
    return round(100 * wrong / total, 1)
