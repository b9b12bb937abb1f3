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
    coffee_task = asyncio.create_task(brewCoffee(3))
    bagel_task = asyncio.create_task(toastBagel(2))
    coffee = await coffee_task
    bagel = await bagel_task
    elapsed = time.perf_counter() - start
    print(f"Result of brewCoffee : {coffee}")
    print(f"Result of toastBagel : {bagel}")
    print(f"Total execution time : {elapsed:.2f} seconds")


asyncio.run(main())
