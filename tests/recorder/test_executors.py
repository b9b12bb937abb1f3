# SPDX-License-Identifier: MIT
"""Jobs that run in threads and processes."""

import unittest

from tests.recorder.support.pythons import each_python
from tests.recorder.support.recording import RecorderTest


class Executors(RecorderTest):
    @each_python()
    def test_a_job_has_a_row_and_wakes_its_task(self):
        recording = self.record_virtually("""
            import asyncio, time
            def compress(name, seconds):
                time.sleep(seconds)
                print(name)
                return name
            async def main():
                loop = asyncio.get_running_loop()
                await loop.run_in_executor(None, compress, "a.zip", 2)
            asyncio.run(main())
        """)
        job = recording.one("create", kind="job")
        self.assertEqual((job["label"], job["at"][1:]), ("compress('a.zip', 2)", [8, "main"]))
        self.assertEqual(recording.words("compress('a.zip', 2)"), [
            "create", "resume", "block sleep", "unblock", "print a.zip", "done returned"])
        main = recording.task("main()")
        wait = recording.one("suspend", task=main)
        self.assertEqual((wait["why"], wait["on"]), ("executor", [job["task"]]))
        self.assertEqual(recording.one("ready", task=main)["by"], job["task"])
        self.assertEqual(job["parent"], main)

    @each_python()
    def test_jobs_queue_for_their_workers(self):
        recording = self.record_virtually("""
            import asyncio, time
            from concurrent.futures import ThreadPoolExecutor
            async def main():
                loop = asyncio.get_running_loop()
                with ThreadPoolExecutor(2) as pool:
                    await asyncio.gather(*[loop.run_in_executor(pool, time.sleep, 1)
                                           for _ in range(5)])
            asyncio.run(main())
        """)
        begins = sorted(round(event["t"] / 1e9) for event in recording.of("resume")
                        if recording.of("create", task=event["task"], kind="job"))
        self.assertEqual(begins, [0, 0, 1, 1, 2])
        jobs = [event["task"] for event in recording.of("create", kind="job")]
        self.assertEqual(recording.one("suspend", why="gather")["on"], jobs)

    @each_python(since=(3, 9))
    def test_to_thread_names_the_function(self):
        recording = self.record_virtually("""
            import asyncio
            def work(n, times=1):
                raise ValueError(n)
            async def main():
                try:
                    await asyncio.to_thread(work, 3, times=2)
                except ValueError:
                    pass
            asyncio.run(main())
        """)
        job = recording.one("create", kind="job")
        self.assertEqual(job["label"], "work(3, times=2)")
        done = recording.one("done", task=job["task"])
        self.assertEqual((done["how"], done["error"], done["message"]),
                         ("raised", "ValueError", "3"))
        self.assertEqual(recording.one("suspend", why="executor")["on"], [job["task"]])

    @each_python()
    def test_processes_run_jobs_too(self):
        recording = self.check_same("""
            import asyncio
            from concurrent.futures import ProcessPoolExecutor
            def square(n):
                return n * n
            async def main():
                loop = asyncio.get_running_loop()
                with ProcessPoolExecutor(1) as pool:
                    print(await loop.run_in_executor(pool, square, 7))
            if __name__ == "__main__":
                asyncio.run(main())
        """)
        job = recording.one("create", label="square(7)")
        self.assertEqual(recording.words("square(7)"), ["create", "resume", "done returned"])
        self.assertEqual(recording.one("done", task=job["task"])["value"], "49")
        self.assertEqual(recording.one("suspend", why="executor")["on"], [job["task"]])


if __name__ == "__main__":
    unittest.main()
