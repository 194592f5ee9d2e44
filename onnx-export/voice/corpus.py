"""Make the speech corpus: sentences spoken by a teacher's voices, plain and altered, with the times of all phones.

    corpus.py CORPUS --hours 12                    flite; a third plain voices, the rest altered
    corpus.py CORPUS --hours 16 --teacher kokoro   Kokoro-82M (PARLEY_KOKORO names its folder)
    corpus.py CORPUS-HELD --hours .3 --held-out    only voices that are never trained

Writes audio.i16 (24 kHz mono, all utterances end to end, each a whole number of 80 ms frames) and index.jsonl
(offset, samples, text, speaker, phones). Run again with more --hours to make it longer: it carries on where it was. Utterance n is the
same whoever makes it. Cost: by flite about 2 to 3 hours of speech per minute of two free cores, by Kokoro .28 core-hours per hour; 173 MB per hour.
"""
import argparse
import importlib
import json
import multiprocessing
import os
import pathlib
import random
from itertools import islice

import lexicon
import sentences
from speakers import RATE

HERE = pathlib.Path(__file__).parent
TEACHERS = dict(flite="speakers", kokoro="kokoro_speakers")


def speak(job):
    """An utterance by its number: (number, text, speaker's id, what was spoken)."""
    number, text, teacher, held_out, plain_share = job
    cast, rng = importlib.import_module(TEACHERS[teacher]), random.Random(f"utterance {number}")
    speaker = rng.choice(cast.STRANGERS if held_out else cast.PLAIN if rng.random() < plain_share else cast.ALTERED)
    return number, text, speaker.id, cast.speak(text, speaker)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("corpus", type=pathlib.Path)
    p.add_argument("--hours", type=float, default=12)
    p.add_argument("--teacher", default="flite", choices=TEACHERS)
    p.add_argument("--held-out", action="store_true")
    p.add_argument("--plain", type=float, default=.33, help="share of the unaltered voices")
    p.add_argument("--exclude", nargs="*", default=[HERE / "heldout.txt", HERE / "tuning.txt"], help="files of sentences never spoken")
    p.add_argument("--jobs", type=int, default=os.cpu_count())
    a = p.parse_args()
    a.corpus.mkdir(parents=True, exist_ok=True)
    audio, index = a.corpus / "audio.i16", a.corpus / "index.jsonl"
    done = [json.loads(line) for line in open(index)] if index.exists() else []
    total = done[-1]["offset"] + done[-1]["samples"] if done else 0
    number = done[-1]["number"] + 1 if done else 0
    seed = "held-out" if a.held_out else "trained"
    texts = islice(sentences.stream(lexicon.load(), seed, [line for file in a.exclude for line in open(file)]), number, None)
    audio.touch()
    os.truncate(audio, total * 2)
    jobs = ((number + i, text, a.teacher, a.held_out, a.plain) for i, text in enumerate(texts))
    with multiprocessing.get_context("spawn").Pool(a.jobs) as pool, open(audio, "ab") as sound, open(index, "a") as lines:
        while total < a.hours * 3600 * RATE:
            for number, text, speaker, spoken in pool.imap(speak, list(islice(jobs, 40 * a.jobs))):
                if spoken is None:
                    continue
                samples, phones = spoken
                sound.write(samples.tobytes())
                sound.flush()
                lines.write(json.dumps(dict(number=number, offset=total, samples=len(samples), text=text, speaker=speaker, phones=phones)) + "\n")
                lines.flush()
                total += len(samples)
            print(f"{number + 1} utterances, {total / RATE / 3600:.2f} h", flush=True)


if __name__ == "__main__":
    main()
