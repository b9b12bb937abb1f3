# SPDX-License-Identifier: MIT
import time


def delivery(name, mealtime):
    print(f"{name}에게 배달 완료!")
    time.sleep(mealtime)
    print(f"{name} 식사 완료, {mealtime}시간 소요...")
    print(f"{name} 그릇 수거 완료")
    return mealtime


def main():
    start = time.perf_counter()
    delivery("A", 10)
    delivery("B", 3)
    delivery("C", 4)
    elapsed = time.perf_counter() - start
    print(f"총 소요 시간: {elapsed:.2f}초")


main()
