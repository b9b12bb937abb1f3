# SPDX-License-Identifier: MIT
"""Child processes record into files of their own."""

import glob
import os
import unittest

from tests.recorder.support.pythons import each_python
from tests.recorder.support.recording import RecorderTest, expanded, read_lines


class Processes(RecorderTest):
    def children(self):
        return [expanded(read_lines(path)) for path in sorted(glob.glob(self.trace + ".*"))]

    def tearDown(self):
        self.remove_children()

    def remove_children(self):
        for path in glob.glob(self.trace + ".*"):
            os.remove(path)

    @each_python()
    def test_a_forked_child_has_its_own_file(self):
        recording = self.check_same("""
            import asyncio, os, sys
            async def work(name):
                await asyncio.sleep(0)
                print(name)
            asyncio.run(work("before"))
            sys.stdout.flush()
            child = os.fork()
            if child == 0:
                asyncio.run(work("child"))
                sys.exit(4)
            print(os.waitpid(child, 0)[1] >> 8)
            asyncio.run(work("parent"))
        """)
        self.assertEqual([e["label"] for e in recording.of("create", kind="main")],
                         ["work('before')", "work('parent')"])
        (child,) = self.children()
        self.assertEqual([e["label"] for e in child if e.get("kind") == "main"],
                         ["work('child')"])
        self.assertEqual(child[-1]["e"], "end")
        self.remove_children()

    @each_python()
    def test_multiprocessing_children_are_recorded_however_they_start(self):
        for method in ("fork", "spawn"):
            with self.subTest(method=method):
                recording = self.check_same("""
                    import asyncio, multiprocessing, sys
                    async def work(n):
                        await asyncio.sleep(0)
                    def child(n):
                        asyncio.run(work(n))
                        print("child", n, sys.argv)
                    if __name__ == "__main__":
                        context = multiprocessing.get_context("%s")
                        process = context.Process(target=child, args=(5,))
                        process.start()
                        process.join()
                        print(process.exitcode)
                """ % method)
                self.assertEqual(recording.output.splitlines()[-1], "0")
                (child,) = self.children()
                self.assertIn("work(5)", [e.get("label") for e in child])
                self.assertEqual(child[-1]["e"], "end")
                self.remove_children()

    @each_python()
    def test_subprocesses_leave_no_files(self):
        self.check_same("""
            import subprocess, sys, os
            print(subprocess.run([sys.executable, "-c", "print(1)"], preexec_fn=os.getpid,
                                 stdout=subprocess.PIPE).stdout)
        """)
        self.assertEqual(self.children(), [])


if __name__ == "__main__":
    unittest.main()
