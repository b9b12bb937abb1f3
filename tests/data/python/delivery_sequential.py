# SPDX-License-Identifier: MIT
import asyncio
import time

from delivery_coroutines import delivery


async def main():
    start = time.perf_counter()
    await delivery("A", 10)
    await delivery("B", 3)
    await delivery("C", 4)
    elapsed = time.perf_counter() - start
    print(f"총 소요 시간: {elapsed:.2f}초")


asyncio.run(main())
