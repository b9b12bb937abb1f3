# SPDX-License-Identifier: GPL-3.0-or-later
"""bench_asyncio.py asyncio|uvloop WORKLOAD SCALE: the same workloads in Python.

Sleeps really pass, within 0.2 s; only CPU time is counted.
"""
import asyncio
import json
import random
import sys
import time

LONGEST_SLEEP = 0.2
ENOUGH = 200_000_000  # nanoseconds


class Bench:
    def __init__(self, size):
        self.size = size
        self.done = 0

    async def yield_often(self, times):
        for _ in range(times):
            await asyncio.sleep(0)
            self.done += 1

    async def do_nothing(self):
        self.done += 1

    async def sleep_once(self, length):
        await asyncio.sleep(length)
        self.done += 1

    async def sleep_often(self, times):
        for _ in range(times):
            await asyncio.sleep(random.random() * LONGEST_SLEEP / times)
            self.done += 1

    async def descend(self, depth):
        self.done += 1
        if depth == 1:
            await asyncio.sleep(0)
        else:
            await self.descend(depth - 1)

    async def a(self):
        await self.yield_often(self.size)

    async def b(self):
        await join([asyncio.create_task(self.yield_often(self.size // 1000)) for _ in range(1000)])

    async def c1(self):
        for _ in range(self.size):
            await asyncio.create_task(self.do_nothing())

    async def c2(self):
        await join([asyncio.create_task(self.do_nothing()) for _ in range(self.size)])

    async def d(self):
        await join([asyncio.create_task(self.sleep_once(random.random() * LONGEST_SLEEP))
                    for _ in range(self.size)])

    async def d2(self):
        await join([asyncio.create_task(self.sleep_often(self.size // 1000)) for _ in range(1000)])

    async def e(self):
        for _ in range(10):
            await asyncio.gather(*[asyncio.create_task(self.do_nothing())
                                   for _ in range(self.size // 10)])

    async def n(self):
        for _ in range(self.size // 8):
            await self.descend(8)

    async def y(self):
        await join([asyncio.create_task(self.yield_often(5)) for _ in range(self.size // 5)])


async def join(tasks):
    for task in tasks:
        await task


def run(workload, size):
    """CPU time of one run, in nanoseconds."""
    bench = Bench(size)
    start = time.process_time_ns()
    asyncio.run(getattr(bench, workload)())
    took = time.process_time_ns() - start
    if bench.done != size:
        raise SystemExit(f"wrong result: {bench.done} of {size} operations")
    return took


def fastest(workload, size):
    """As benchmark::fastest in report.h."""
    run(workload, size)
    times = [run(workload, size)]
    while sum(times) < ENOUGH:
        times.append(run(workload, size))
    return min(times)


def main():
    runner, workload, scale = sys.argv[1], sys.argv[2], float(sys.argv[3])
    if runner == "uvloop":
        import uvloop
        uvloop.install()
    millions = 5 if workload in ("a", "y") else 1
    size = int(millions * 1_000_000 * scale)
    print(json.dumps({"ns": fastest(workload, size) / size, "operations": size}))


main()
