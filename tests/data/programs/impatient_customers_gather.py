# SPDX-License-Identifier: MIT
import asyncio
import time


async def serve(name, mealtime):
    print(f"{name} 손님, 음식 나왔습니다!")
    await asyncio.sleep(mealtime)
    print(f"{name} 손님, 안녕히 가세요!")


async def main():
    start = time.perf_counter()
    await asyncio.gather(
        serve("A", 20 * 60),
        serve("B", 13 * 60),
        serve("C", 8 * 60),
    )
    elapsed = time.perf_counter() - start
    print(f"총 소요 시간: {elapsed:.0f}초")


asyncio.run(main())
