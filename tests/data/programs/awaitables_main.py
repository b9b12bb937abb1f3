# SPDX-License-Identifier: MIT
import asyncio


async def make_tea(seconds):
    await asyncio.sleep(seconds)
    return "tea"


async def bake_bread(seconds):
    await asyncio.sleep(seconds)
    return "bread"


async def deliver(seconds):
    await asyncio.sleep(seconds)
    milk.set_result("milk")


async def main():
    global milk
    loop = asyncio.get_running_loop()
    milk = loop.create_future()
    result = await make_tea(1)
    print(f"a coroutine gave {result}")
    task = asyncio.create_task(bake_bread(2))
    result = await task
    print(f"a task gave {result}")
    delivery = asyncio.create_task(deliver(3))
    result = await milk
    print(f"a future gave {result}")
    await delivery


asyncio.run(main())
