# SPDX-License-Identifier: MIT
import asyncio
import time


async def brewCoffee(seconds):
    print("Start brewCoffee()")
    await asyncio.sleep(seconds)
    print("End brewCoffee()")
    return "Coffee ready"


async def toastBagel(seconds):
    print("Start toastBagel()")
    await asyncio.sleep(seconds)
    print("End toastBagel()")
    return "Bagel toasted"


async def main():
    start = time.perf_counter()
    coffee, bagel = await asyncio.gather(brewCoffee(3), toastBagel(2))
    elapsed = time.perf_counter() - start
    print(f"Result of brewCoffee : {coffee}")
    print(f"Result of toastBagel : {bagel}")
    print(f"Total execution time : {elapsed:.2f} seconds")


asyncio.run(main())
