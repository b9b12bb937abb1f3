# SPDX-License-Identifier: MIT
import asyncio
import time

from delivery_coroutines import delivery


async def main():
    start = time.perf_counter()
    tasks = [
        asyncio.create_task(delivery("A", 10)),
        asyncio.create_task(delivery("B", 3)),
        asyncio.create_task(delivery("C", 4)),
    ]
    results = [await task for task in tasks]
    elapsed = time.perf_counter() - start
    print(results)
    print(f"총 소요 시간: {elapsed:.2f}초")


asyncio.run(main())
