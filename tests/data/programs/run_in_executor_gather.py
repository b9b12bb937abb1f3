# SPDX-License-Identifier: MIT
import asyncio
import time


async def save(name, seconds):
    time.sleep(seconds)
    print(f"{name}.zip is ready")


async def main():
    await asyncio.gather(
        save("A", 1),
        save("B", 1),
        save("C", 1),
        save("D", 1),
        save("E", 1),
    )
    print("all saved")


asyncio.run(main())
