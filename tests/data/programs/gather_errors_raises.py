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
    try:
        results = await asyncio.gather(
            work("A", 3),
            fail("B", 1),
            work("C", 2),
        )
        print(results)
    except ValueError as error:
        print(f"main: {error}")
    await asyncio.sleep(3)
    print("main: end")


asyncio.run(main())
