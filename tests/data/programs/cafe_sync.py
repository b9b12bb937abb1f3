# SPDX-License-Identifier: MIT
import time


def make_americano(seconds):
    print("Ame Start")
    time.sleep(seconds)
    print("Ame End")
    return "Americano"


def make_latte(seconds):
    print("Latte start")
    time.sleep(seconds)
    print("Latte end")
    return "Latte"


def main():
    print("Main Start")
    results = [make_americano(3), make_latte(5)]
    print(results)
    print("Main End")


main()
