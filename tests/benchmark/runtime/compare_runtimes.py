# SPDX-License-Identifier: GPL-3.0-or-later
"""compare_runtimes.py FOLDER [--scale X] [--repetitions N]: the README's tables of the runtime's speed.

Runs the benchmarks that stand in FOLDER and those in Python by turns, each in a process of its own,
and prints the median CPU time of an operation, and the bars. Exit status 1 if a bar is missed.

Code and data stand at the same addresses each time, where that is allowed: by chance of these the
same program takes 6 ns or 10.
"""
import argparse
import importlib.util
import json
import pathlib
import platform
import re
import shutil
import statistics
import subprocess
import sys

from bars import BARS, WORKLOADS

HERE = pathlib.Path(__file__).parent


def fixed_addresses():
    """What runs a command without address space randomization; nothing where that is forbidden."""
    command = ["setarch", "--addr-no-randomize"]
    is_granted = shutil.which("setarch") and subprocess.run(
        [*command, "true"], check=False, capture_output=True).returncode == 0
    return command if is_granted else []


class Runner:
    """One column of the comparison: a command, and how much of each workload it is given."""

    def __init__(self, name, command, scale, workloads=tuple(WORKLOADS)):
        self.name = name
        self.command = command
        self.scale = scale
        self.workloads = workloads
        self.results = {}

    def run(self, workload, scale):
        command = [*self.command, workload, str(self.scale * scale)]
        output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        self.results.setdefault(workload, []).append(json.loads(output))

    def median(self, workload, key="ns"):
        values = [result[key] for result in self.results.get(workload, [])]
        return statistics.median(values) if values else None


def find_runners(folder):
    """The runners that this machine has, and a sentence for each that it lacks."""
    prefix = fixed_addresses()
    runtime, floor, asio = ([*prefix, str(folder / f"bench_{name}")]
                            for name in ("runtime", "floor", "asio"))
    python = [*prefix, sys.executable, str(HERE / "bench_asyncio.py")]
    runners = [
        Runner("indirect", [*floor, "indirect"], 1, ("a", "b")),
        Runner("handle", [*floor, "handle"], 1, ("a", "b")),
        Runner("off", [*runtime, "off"], 1),
        Runner("traced", [*runtime, "recycled"], 1),
        Runner("growing", [*runtime, "growing"], 1),
    ]
    missing = [] if prefix else ["Addresses are randomized: setarch cannot switch that off here."]
    if (folder / "bench_asio").exists():
        timed = tuple(w for w in WORKLOADS if w != "d2")
        runners.append(Runner("asio", [*asio, "default"], 0.5, timed))
        runners.append(Runner("asio_concrete", [*asio, "concrete"], 0.5, timed))
    else:
        missing.append("Boost.Asio is left out: libboost1.81-dev is not installed.")
    if importlib.util.find_spec("uvloop"):
        runners.append(Runner("uvloop", [*python, "uvloop"], 0.04))
    else:
        missing.append("uvloop is left out: python3-uvloop is not installed.")
    runners.append(Runner("cpython", [*python, "asyncio"], 0.04))
    return runners, missing


TITLES = {
    "indirect": "a ring of function pointers",
    "handle": "a ring of coroutine handles",
    "off": "Coroscope, no trace",
    "traced": "**Coroscope, traced**",
    "growing": "Coroscope, traced into fresh memory",
    "asio_concrete": "Boost.Asio awaitables, concrete executor",
    "asio": "Boost.Asio awaitables, default executor",
    "uvloop": "uvloop",
    "cpython": f"CPython {platform.python_version()}, asyncio",
}


def instructions_per_switch(folder, scale):
    """From two sizes of workload b, so that start-up does not count; None without valgrind."""
    if not shutil.which("valgrind"):
        return None

    def count(size):
        command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null",
                   str(folder / "bench_runtime"), "recycled", "b", str(size)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        result = json.loads(done.stdout)
        instructions = int(re.search(r"Collected : (\d+)", done.stderr)[1])
        return instructions, result["operations"] * result["runs"]

    few, few_switches = count(scale)
    many, many_switches = count(2 * scale)
    return (many - few) / (many_switches - few_switches)


def print_times(runners):
    print("| ns of CPU time per operation | " + " | ".join(WORKLOADS) + " |")
    print("| --- |" + " ---: |" * len(WORKLOADS))
    for name, title in TITLES.items():
        runner = runners.get(name)
        if runner:
            times = [runner.median(w) for w in WORKLOADS]
            cells = ["–" if t is None else f"{t:.1f}" if t < 100 else f"{t:.0f}" for t in times]
            print(f"| {title} | " + " | ".join(cells) + " |")


def print_bars(measure):
    """True if none is missed."""
    print("| bar | must | measured | stretch | |")
    print("| --- | ---: | ---: | ---: | --- |")
    is_met = True
    for bar in BARS:
        value = bar.value(measure)
        if value is None:
            continue
        verdict = bar.verdict(value)
        is_met = is_met and verdict != "FAIL"
        stretch = "" if bar.stretch is None else f"{bar.sign} {bar.stretch:g}"
        print(f"| {bar.name} | {bar.sign} {bar.must:g} | {value:.3g} | {stretch} | {verdict} |")
    return is_met


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--scale", type=float, default=1)
    parser.add_argument("--repetitions", type=int, default=5)
    options = parser.parse_args()

    found, missing = find_runners(options.folder)
    for _ in range(options.repetitions):
        for workload in WORKLOADS:
            for runner in found:
                if workload in runner.workloads:
                    runner.run(workload, options.scale)
    runners = {runner.name: runner for runner in found}
    instructions = instructions_per_switch(options.folder, min(options.scale, 1))

    def measure(name, workload, key="ns"):
        if name == "valgrind":
            return instructions
        return runners[name].median(workload, key) if name in runners else None

    print_times(runners)
    print()
    is_met = print_bars(measure)
    if instructions is None:
        missing.append("Instructions are not counted: valgrind is not installed.")
    for sentence in missing:
        print(sentence, file=sys.stderr)
    sys.exit(0 if is_met else 1)


main()
