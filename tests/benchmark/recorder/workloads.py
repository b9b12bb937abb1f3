# SPDX-License-Identifier: GPL-3.0-or-later
"""The programs that are timed: `workloads.py steps|gather|echo [uvloop]` prints seconds by the clock
and of the processor."""

import asyncio
import sys
import time

TASKS, STEPS = 1000, 200
CHILDREN = 10_000
CLIENTS, LINES = 200, 50


async def yields():
    for _ in range(STEPS):
        await asyncio.sleep(0)


async def steps():
    """1000 tasks, 200 sleep(0) each."""
    await asyncio.gather(*[yields() for _ in range(TASKS)])


async def child(number):
    await asyncio.sleep(0)
    return number


async def gather():
    """A gather of 10 000."""
    await asyncio.gather(*[child(number) for number in range(CHILDREN)])


async def serve(reader, writer):
    while True:
        line = await reader.readline()
        if not line:
            break
        writer.write(line)
        await writer.drain()
    writer.close()


async def talk(port):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for _ in range(LINES):
        writer.write(b"hello\n")
        await reader.readline()
    writer.close()


async def echo():
    """An echo server and its 200 clients."""
    server = await asyncio.start_server(serve, "127.0.0.1", 0, backlog=2 * CLIENTS)
    port = server.sockets[0].getsockname()[1]
    await asyncio.gather(*[talk(port) for _ in range(CLIENTS)])
    server.close()


def main():
    if "uvloop" in sys.argv:
        import uvloop

        uvloop.install()
    workload = {"steps": steps, "gather": gather, "echo": echo}[sys.argv[1]]
    began, busy = time.perf_counter(), time.process_time()
    asyncio.run(workload())
    print(time.perf_counter() - began, time.process_time() - busy)


if __name__ == "__main__":
    main()
