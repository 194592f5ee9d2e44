"""Rewrites src/test/resources/golden from nothing."""

import runpy
import sys

PARTS = ["tiny", "sesame", "rope", "lm", "mimi", "text", "sampling", "census", "lora", "whisper", "logmel", "transcribe", "evidence", "speaker"]

if __name__ == "__main__":
    for part in sys.argv[1:] or PARTS:
        runpy.run_path(f"{sys.path[0]}/{part}.py", run_name="__main__")
