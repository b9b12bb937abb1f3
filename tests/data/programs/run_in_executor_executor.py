# SPDX-License-Identifier: MIT
import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def compress(name, seconds):
    time.sleep(seconds)
    print(f"{name} is ready")


async def save_in_thread(name, seconds):
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(None, compress, f"{name}.zip", seconds)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_default_executor(ThreadPoolExecutor(max_workers=2))
    await asyncio.gather(
        save_in_thread("A", 1),
        save_in_thread("B", 1),
        save_in_thread("C", 1),
        save_in_thread("D", 1),
        save_in_thread("E", 1),
    )
    print("all saved")


asyncio.run(main())
