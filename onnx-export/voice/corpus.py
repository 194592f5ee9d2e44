"""Make the speech corpus: sentences spoken by flite's voices, plain and altered, with the times of all phones.

    corpus.py CORPUS --hours 12                    a third plain voices, the rest altered
    corpus.py CORPUS-HELD --hours .3 --held-out    only voices that are never trained

Writes audio.i16 (24 kHz mono, all utterances end to end, each a whole number of 80 ms frames) and index.jsonl
(offset, samples, text, speaker, phones). Run again with more --hours to make it longer: it carries on where it was.
Cost: about 2 to 3 hours of speech per minute of two free cores, 173 MB per hour.
"""
import argparse
import json
import os
import pathlib
import random
from itertools import islice
from multiprocessing import Pool

import lexicon
import sentences
import speakers

HERE = pathlib.Path(__file__).parent


def job(number, text, held_out, plain_share):
    rng = random.Random(f"utterance {number}")
    if held_out:
        speaker = rng.choice(speakers.STRANGERS)
    else:
        speaker = rng.choice(speakers.PLAIN if rng.random() < plain_share else speakers.ALTERED)
    return text, speaker


def speak(job):
    return job, speakers.speak(*job)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("corpus", type=pathlib.Path)
    p.add_argument("--hours", type=float, default=12)
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
    with Pool(a.jobs) as pool, open(audio, "ab") as sound, open(index, "a") as lines:
        while total < a.hours * 3600 * speakers.RATE:
            jobs = [job(number + i, next(texts), a.held_out, a.plain) for i in range(400)]
            for i, ((text, speaker), spoken) in enumerate(pool.imap(speak, jobs, chunksize=10)):
                if spoken is None:
                    continue
                samples, phones = spoken
                sound.write(samples.tobytes())
                lines.write(json.dumps(dict(number=number + i, offset=total, samples=len(samples), text=text,
                                            speaker=speaker.id, phones=phones)) + "\n")
                total += len(samples)
            number += len(jobs)
            sound.flush()
            lines.flush()
            print(f"{number} utterances, {total / speakers.RATE / 3600:.2f} h", flush=True)


if __name__ == "__main__":
    main()
