# SPDX-License-Identifier: MIT
import asyncio


async def make_americano(seconds):
    print("Ame Start")
    await asyncio.sleep(seconds)
    print("Ame End")
    return "Americano"


async def make_latte(seconds):
    print("Latte start")
    await asyncio.sleep(seconds)
    print("Latte end")
    return "Latte"


async def main():
    print("Main Start")
    results = await asyncio.gather(make_americano(3), make_latte(5))
    print(results)
    print("Main End")


asyncio.run(main())
