# SPDX-License-Identifier: GPL-3.0-or-later
"""What recording costs, as a ratio to the bare program: bare and recorded runs take turns.

    bench_recorder.py [--repeats N] [--check] [WORKLOAD...]

Ratios are those of the fastest runs, which other programs on the machine disturb least: by the
processor's time, the recorder's own thread included, and by the clock. --check fails where the
first is over its bar. The environment variable COROSCOPE_TEST_PYTHONS names the interpreters
(separated as in PATH).
"""

import argparse
import base64
import json
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(HERE)))
RECORDER = os.path.join(ROOT, "resources", "recorder")
PROGRAM = os.path.join(HERE, "workloads.py")

BARS = {  # workload and loop -> the highest ratio
    ("steps", "asyncio"): 2.0, ("gather", "asyncio"): 2.0, ("echo", "asyncio"): 1.5,
    ("steps", "uvloop"): 3.0, ("gather", "uvloop"): 3.0, ("echo", "uvloop"): 3.0,
}
MOST_BYTES = 28  # an event, in "steps"
RECORD = 20


def pythons():
    named = os.environ.get("COROSCOPE_TEST_PYTHONS", "")
    return [name for name in named.split(os.pathsep) if name] or [sys.executable]


def output_of(words):
    return subprocess.run(words, check=True, stdout=subprocess.PIPE,
                          universal_newlines=True).stdout.strip()


def has_uvloop(python):
    return subprocess.run([python, "-c", "import uvloop"],
                          stderr=subprocess.DEVNULL).returncode == 0


def bytes_an_event(path):
    count = 0
    with open(path, encoding="utf-8") as file:
        for line in file:
            event = json.loads(line)
            count += (len(base64.b64decode(event["b"])) // RECORD
                      if event.get("e") == "steps" else 1)
    return os.path.getsize(path) / count


def measure(python, workload, loop, repeats, trace):
    words = [PROGRAM, workload] + ([loop] if loop == "uvloop" else [])
    bare, recorded = [], []
    for _ in range(repeats):
        bare.append(seconds([python, *words]))
        recorded.append(seconds([python, RECORDER, "--out", trace, *words]))
    clock, processor = [[fastest(runs, kind) for runs in (bare, recorded)] for kind in (0, 1)]
    return {
        "bare": processor[0], "recorded": processor[1], "ratio": processor[1] / processor[0],
        "clock": clock[1] / clock[0], "bytes": bytes_an_event(trace),
    }


def seconds(words):
    """(by the clock, of the processor)."""
    return tuple(float(word) for word in output_of(words).split())


def fastest(runs, kind):
    return min(run[kind] for run in runs)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--repeats", type=int, default=7)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("workloads", nargs="*", default=["steps", "gather", "echo"])
    options = parser.parse_args()
    print("%-10s %-8s %-8s %9s %9s %7s %8s %5s %8s" % (
        "python", "loop", "workload", "bare ms", "rec. ms", "ratio", "(clock)", "bar", "B/event"))
    failures = 0
    with tempfile.TemporaryDirectory() as folder:
        trace = os.path.join(folder, "bench.trace.jsonl")
        for python in pythons():
            version = output_of([python, "-c", "import platform as p; print(p.python_version())"])
            for loop in ["asyncio"] + ["uvloop"] * has_uvloop(python):
                for workload in options.workloads:
                    found = measure(python, workload, loop, options.repeats, trace)
                    bar = BARS[workload, loop]
                    is_over = found["ratio"] > bar or (
                        workload == "steps" and found["bytes"] > MOST_BYTES)
                    failures += is_over
                    print("%-10s %-8s %-8s %9.0f %9.0f %6.2fx %7.2fx %4.1fx %8.1f%s" % (
                        version, loop, workload, found["bare"] * 1e3, found["recorded"] * 1e3,
                        found["ratio"], found["clock"], bar, found["bytes"],
                        "  OVER" if is_over else ""), flush=True)
    return 1 if failures and options.check else 0


if __name__ == "__main__":
    sys.exit(main())
