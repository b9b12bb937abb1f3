# SPDX-License-Identifier: MIT
import time


def brewCoffee(seconds):
    print("Start brewCoffee()")
    time.sleep(seconds)
    print("End brewCoffee()")
    return "Coffee ready"


def toastBagel(seconds):
    print("Start toastBagel()")
    time.sleep(seconds)
    print("End toastBagel()")
    return "Bagel toasted"


def main():
    start = time.perf_counter()
    coffee = brewCoffee(3)
    bagel = toastBagel(2)
    elapsed = time.perf_counter() - start
    print(f"Result of brewCoffee : {coffee}")
    print(f"Result of toastBagel : {bagel}")
    print(f"Total execution time : {elapsed:.2f} seconds")


main()
