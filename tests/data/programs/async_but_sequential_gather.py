# SPDX-License-Identifier: MIT
import asyncio
import time


async def delivery(name, mealtime):
    print(f"{name}에게 배달 완료!")
    await asyncio.sleep(mealtime)
    print(f"{name} 식사 완료, {mealtime}시간 소요...")
    print(f"{name} 그릇 수거 완료")
    return mealtime


async def main():
    start = time.perf_counter()
    results = await asyncio.gather(
        delivery("A", 5),
        delivery("B", 3),
        delivery("C", 4),
    )
    elapsed = time.perf_counter() - start
    print(results)
    print(f"총 소요 시간: {elapsed:.2f}초")


asyncio.run(main())
