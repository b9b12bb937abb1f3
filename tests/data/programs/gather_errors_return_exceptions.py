# SPDX-License-Identifier: MIT
import asyncio


async def work(name, seconds):
    await asyncio.sleep(seconds)
    print(f"{name} done")
    return name


async def fail(name, seconds):
    await asyncio.sleep(seconds)
    raise ValueError(f"{name} failed")


async def main():
    results = await asyncio.gather(
        work("A", 3),
        fail("B", 1),
        work("C", 2),
        return_exceptions=True,
    )
    print(results)
    print("main: end")


asyncio.run(main())
