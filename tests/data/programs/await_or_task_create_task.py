# SPDX-License-Identifier: MIT
import asyncio
import time


async def cook(name, seconds):
    print(f"{name} start")
    await asyncio.sleep(seconds)
    print(f"{name} done")


async def main():
    start = time.perf_counter()
    a = asyncio.create_task(cook("A", 3))
    b = asyncio.create_task(cook("B", 1))
    await a
    await b
    elapsed = time.perf_counter() - start
    print(f"Total: {elapsed:.2f} s")


asyncio.run(main())
