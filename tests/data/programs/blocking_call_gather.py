# SPDX-License-Identifier: MIT
import asyncio


async def fetch(name, seconds):
    print(f"{name} start")
    await asyncio.sleep(seconds)
    print(f"{name} done")


async def main():
    await asyncio.gather(fetch("A", 3), fetch("B", 3), fetch("C", 1))


asyncio.run(main())
