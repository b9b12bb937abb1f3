# SPDX-License-Identifier: MIT
"""The recorder runs from its directory, from a zip file, and as a module; on any interpreter."""

import os
import re
import unittest
import zipfile

from tests.recorder.support.pythons import each_python
from tests.recorder.support.recording import RECORDER, Recording, RecorderTest

PROGRAM = """
    import asyncio
    async def main():
        await asyncio.sleep(0)
        raise ValueError("bad")
    asyncio.run(main())
"""


def sources():
    for folder, _, names in os.walk(RECORDER):
        for name in names:
            if name.endswith(".py"):
                yield os.path.relpath(os.path.join(folder, name), RECORDER)


class Packaging(RecorderTest):
    def check_records(self, words):
        path = self.write(PROGRAM)
        trace = os.path.join(self.folder, "packed.jsonl")
        recording = Recording(self._run([self.python, *words, "--out", trace, path]), trace)
        bare = self.run_bare([path])
        self.assertEqual((recording.errors, recording.status), (bare.errors, bare.status))
        self.assertEqual(recording.words("main()")[:3], ["create", "resume", "suspend yield"])

    @each_python()
    def test_a_zip_file_runs(self):
        packed = os.path.join(self.folder, "recorder.zip")
        with zipfile.ZipFile(packed, "w") as file:
            for name in sources():
                file.write(os.path.join(RECORDER, name), name)
        self.check_records([packed])
        self.environment["PYTHONPATH"] = packed
        self.check_records(["-m", "coroscope_recorder"])

    @each_python()
    def test_the_directory_runs_as_a_module(self):
        self.environment["PYTHONPATH"] = RECORDER
        self.check_records(["-m", "coroscope_recorder"])

    @each_python()
    def test_every_file_compiles(self):
        for name in sources():
            done = self._run([self.python, "-W", "error::SyntaxWarning", "-c",
                              "import sys; n = sys.argv[1]; compile(open(n, 'rb').read(), n, 'exec')",
                              os.path.join(RECORDER, name)])
            self.assertEqual(done.stderr, "", name)

    @each_python()
    def test_wrong_usage_says_what_is_right(self):
        for words in ([], ["--what"], ["--out"], ["-m"]):
            done = self._run([self.python, RECORDER, *words])
            self.assertEqual(done.returncode, 2)
            self.assertTrue(done.stderr.startswith("usage: "))

    def test_cmake_lists_every_file(self):
        with open(os.path.join(RECORDER, "CMakeLists.txt"), encoding="utf-8") as file:
            listed = re.findall(r"^\s+(\S+\.py)\)?$", file.read(), re.MULTILINE)
        self.assertEqual(sorted(listed), sorted(sources()))

    def test_the_programs_own_modules_keep_their_names(self):
        allowed = {"sys", "os", "time", "types", "io", "gc", "itertools", "struct", "binascii",
                   "threading", "_thread", "_json", "weakref", "contextvars"}
        for name in sources():
            if name.endswith("expand.py") or name.endswith("__main__.py"):
                continue  # for --plain only
            with open(os.path.join(RECORDER, name), encoding="utf-8") as file:
                imports = re.findall(r"^(?:import|from) (\w+)", file.read(), re.MULTILINE)
            self.assertLessEqual(set(imports), allowed, name)


if __name__ == "__main__":
    unittest.main()
