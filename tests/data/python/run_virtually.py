# SPDX-License-Identifier: MIT
"""Runs many Python programs on a virtual clock, each in a world of its own.

Reads one JSON string a line, the text of a program; writes for each one line of JSON: {"log":
["NS PASS create|resume|suspend|done|print|warning WHAT [HOW]", ...], "how": "ok", "deadlock",
"endless" or the exception's type, "message": its text, "end": ns}.
With names of files: runs these instead; they print as ever.
"""

import gc
import json
import sys

import virtual_time

COLLECT_EVERY = 100


def run_files(names):
    for name in names:
        with open(name, encoding="utf-8") as file:
            result = virtual_time.run(file.read(), name, print_aloud=True)
        if result["how"] != "ok":
            print(result["how"], result["message"], file=sys.stderr)


def run_batch():
    gc.disable()
    for number, line in enumerate(sys.stdin):
        result = virtual_time.run(json.loads(line), f"program {number}")
        sys.stdout.write(json.dumps(result) + "\n")
        if number % COLLECT_EVERY == 0:
            gc.collect()


if __name__ == "__main__":
    virtual_time.install()
    if len(sys.argv) > 1:
        run_files(sys.argv[1:])
    else:
        run_batch()
