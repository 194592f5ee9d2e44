"""Speech of the program itself: drives `parley console`, one line at a time, each without memory of the others."""
import os
import pathlib
import shutil
import subprocess
import tempfile

from audio import read_wav, write_wav


class Console:
    """A running console. `reference` is (samples, words) of speaker 0, or None."""

    def __init__(self, command, model=None, reference=None, seed=1, more=()):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="parley-measure-"))
        if reference:
            write_wav(self.folder / "reference.wav", reference[0])
            (self.folder / "reference.txt").write_text(reference[1] + "\n")
        chosen = ["--model", str(model)] if model else []
        self.process = subprocess.Popen(
            [*command, "console", "--no-sound", "--remember", "0", "--folder", str(self.folder), "--seed", str(seed), *chosen, *more],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.speaker = 0
        if reference:
            self.until("(y/N): ")
            self.send("N")
        self.until("Enter text: ")

    def send(self, line):
        self.process.stdin.write(line.encode() + b"\n")
        self.process.stdin.flush()

    def until(self, question):
        said = b""
        while not said.endswith(question.encode()):
            more = os.read(self.process.stdout.fileno(), 65536)
            if not more:
                raise RuntimeError("the console ended: " + said.decode())
            said += more
        return said.decode()

    def say(self, text, speaker=0):
        """(samples, [what Parley's own check found])"""
        while self.speaker != speaker:
            self.send("$SWAP$" if self.speaker < speaker else "$BACK$")
            self.until("Enter text: ")
            self.speaker += 1 if self.speaker < speaker else -1
        self.send(text)
        said = self.until("Enter text: ")
        if "Saved " not in said:
            raise RuntimeError(said)
        return read_wav(self.folder / "audio.wav"), [line.strip() for line in said.splitlines() if line.startswith("  ")]

    def close(self):
        self.send("$EXIT$")
        self.process.wait(30)
        shutil.rmtree(self.folder)
