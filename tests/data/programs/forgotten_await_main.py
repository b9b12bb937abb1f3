# SPDX-License-Identifier: MIT
import asyncio

SECONDS = 1


async def save(name):
    print(f"saving {name}")
    await asyncio.sleep(SECONDS)
    print(f"{name} saved")


async def main():
    save("draft")
    print("main: the draft is saved, is it not?")
    await save("report")
    print("main: end")


asyncio.run(main())
