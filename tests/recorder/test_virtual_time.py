# SPDX-License-Identifier: MIT
"""The virtual clock: nobody waits, and every clock of the program's agrees."""

import time
import unittest

from tests.recorder.support.pythons import each_python
from tests.recorder.support.recording import RecorderTest


class VirtualTime(RecorderTest):
    def check_prints(self, text, output, clock="virtual"):
        began = time.monotonic()
        recording = self.record_virtually(text)
        self.assertEqual(recording.errors, "")
        self.assertEqual(recording.output, output)
        self.assertEqual(recording.one("end")["clock"], clock)
        self.assertLess(time.monotonic() - began, 10)
        return recording

    @each_python()
    def test_all_clocks_agree(self):
        self.check_prints("""
            import asyncio, time
            names = ("time", "monotonic", "perf_counter")
            async def main():
                before = [getattr(time, n)() for n in names]
                before_ns = [getattr(time, n + "_ns")() for n in names]
                loop = asyncio.get_running_loop()
                at = loop.time()
                await asyncio.sleep(100)
                time.sleep(20)
                print([round(getattr(time, n)() - b, 6) for n, b in zip(names, before)])
                print([getattr(time, n + "_ns")() - b for n, b in zip(names, before_ns)])
                print(loop.time() - at)
            asyncio.run(main())
        """, "[120.0, 120.0, 120.0]\n[120000000000, 120000000000, 120000000000]\n120.0\n")

    @each_python()
    def test_threads_and_pools_are_virtual(self):
        self.check_prints("""
            import queue, threading, time
            from concurrent.futures import ThreadPoolExecutor
            def nap(n):
                time.sleep(n)
                return n
            began = time.monotonic()
            def now():
                return round(time.monotonic() - began)
            threads = [threading.Thread(target=nap, args=(n,)) for n in (30, 50, 20)]
            for thread in threads: thread.start()
            for thread in threads: thread.join()
            print(now())
            with ThreadPoolExecutor(2) as pool:
                print(list(pool.map(nap, [10, 20, 30])), now())
                print(pool.submit(nap, 7).result(), now())
            orders = queue.Queue()
            threading.Thread(target=lambda: (nap(70), orders.put("pizza"))).start()
            print(orders.get(), now())
            print(threading.Event().wait(40), now())
            thread = threading.Thread(target=nap, args=(100,))
            thread.start()
            thread.join(5)
            print(thread.is_alive(), now())
            thread.join()
            print(now())
        """, "50\n[10, 20, 30] 90\n7 97\npizza 167\nFalse 207\nTrue 212\n307\n")

    @each_python()
    def test_timers_of_one_instant_fire_in_order(self):
        order = "".join("%d\n" % n for n in range(20))
        self.check_prints("""
            import asyncio
            async def child(n):
                await asyncio.sleep(5)
                print(n)
            async def main():
                await asyncio.gather(*[child(n) for n in range(20)])
            asyncio.run(main())
        """, order)

    @each_python()
    def test_a_loop_that_polls_the_clock_ends(self):
        self.check_prints("""
            import time
            end = time.time() + 0.05
            while time.time() < end:
                pass
            print("over")
        """, "over\n")

    @each_python()
    def test_a_subprocess_is_waited_for_in_real_time(self):
        recording = self.check_prints("""
            import asyncio, sys
            async def main():
                process = await asyncio.create_subprocess_exec(
                    sys.executable, "-c", "import time; time.sleep(0.3); print('child')",
                    stdout=asyncio.subprocess.PIPE)
                print((await process.communicate())[0])
            asyncio.run(main())
        """, "b'child\\n'\n", clock="mixed")
        self.assertEqual(len(recording.of("mark", real_time=True)), 1)

    @each_python()
    def test_the_record_is_virtual_too(self):
        recording = self.check_prints("""
            import asyncio, time
            async def main():
                await asyncio.sleep(3600)
                time.sleep(1800)
            asyncio.run(main())
        """, "")
        self.assertEqual(recording.events[0]["clock"], "virtual")
        block, unblock = recording.one("block"), recording.one("unblock")
        self.assertEqual(round(block["t"] / 1e9), 3600)
        self.assertEqual(round(unblock["t"] / 1e9), 5400)
        times = [e["t"] for e in recording.events[1:] if e["e"] in ("resume", "suspend")]
        self.assertEqual(len(times), len(set(times)), "no two steps at one instant")

    @each_python()
    def test_errors_of_sleep_are_the_same(self):
        self.check_prints("""
            import time
            for bad in (-1, "x", None):
                try:
                    time.sleep(bad)
                except (ValueError, TypeError) as error:
                    print(type(error).__name__)
        """, "ValueError\nTypeError\nTypeError\n")


if __name__ == "__main__":
    unittest.main()
