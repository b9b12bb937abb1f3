# SPDX-License-Identifier: GPL-3.0-or-later
"""What the runtime has to reach, against what, and on which workload."""
from dataclasses import dataclass
from typing import Callable, Optional

WORKLOADS = {
    "a": "one task yields",
    "b": "1000 tasks yield by turns",
    "c1": "a task is made and awaited, then the next",
    "c2": "a million tasks are made, then awaited",
    "d": "a million tasks sleep once",
    "d2": "1000 tasks sleep by turns",
    "e": "gather of 100 000 tasks",
    "n": "an await eight coroutines deep; one of the eight",
    "y": "a million tasks yield by turns",
}


@dataclass
class Bar:
    name: str
    sign: str
    must: float
    stretch: Optional[float]
    value: Callable  # of measure(runner, workload, key); None if not measured

    def verdict(self, value):
        def is_met(limit):
            return value >= limit if self.sign == "≥" else value <= limit

        if not is_met(self.must):
            return "FAIL"
        return "PASS, stretch" if self.stretch is not None and is_met(self.stretch) else "PASS"


def ratio(name, upper, lower, workload, sign, must, stretch):
    def value(measure):
        above, below = measure(upper, workload), measure(lower, workload)
        return above / below if above and below else None

    return Bar(f"{name}, {workload}", sign, must, stretch, value)


def slower(name, runner, bars):
    """How many times slower `runner` is than the traced runtime."""
    return [ratio(name, runner, "traced", workload, "≥", must, stretch)
            for workload, must, stretch in bars]


BARS = [
    ratio("traced ÷ untraced", "traced", "off", "b", "≤", 1.6, 1.3),
    ratio("traced ÷ ring of function pointers", "traced", "indirect", "b", "≤", 4, 3),
    ratio("untraced ÷ ring of handles", "off", "handle", "b", "≤", 2.5, 1.7),
    *slower("CPython ÷ traced", "cpython", [
        ("a", 150, 300), ("b", 100, 150), ("c1", 100, 180), ("c2", 25, 40), ("d", 20, 35),
        ("e", 40, 80), ("n", 25, 50)]),
    *slower("uvloop ÷ traced", "uvloop", [("b", 60, 90)]),
    *slower("Asio, default executor ÷ traced", "asio", [
        ("b", 8, 14), ("c1", 5, 9), ("d", 4, 8), ("e", 3, 7)]),
    *slower("Asio, concrete executor ÷ traced", "asio_concrete", [("b", 5, 7)]),
    Bar("instructions of a traced switch, b", "≤", 130, 95, lambda m: m("valgrind", "b")),
    Bar("resident bytes of a task that waits, c2", "≤", 200, 150,
        lambda m: m("off", "c2", "task_bytes")),
    Bar("bytes of trace of a switch, b", "≤", 32, 16,
        lambda m: round(m("traced", "b", "event_bytes"))),  # the rest: making and ending tasks
]
