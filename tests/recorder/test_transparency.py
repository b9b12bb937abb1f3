# SPDX-License-Identifier: MIT
"""A recorded program does what it does without: output, errors, warnings, exit status."""

import os
import unittest

from tests.recorder.support.pythons import each_python
from tests.recorder.support.recording import RecorderTest

PROGRAMS = {
    "uncaught": """
        import asyncio
        async def inner():
            await asyncio.sleep(0)
            raise ValueError("deep")
        async def main():
            await asyncio.gather(inner(), asyncio.sleep(0))
        asyncio.run(main())
    """,
    "chained": """
        import asyncio
        async def fails():
            raise KeyError("first")
        async def main():
            try:
                await asyncio.create_task(fails())
            except KeyError as error:
                raise RuntimeError("second") from error
        asyncio.run(main())
    """,
    "printed and logged": """
        import asyncio, logging, sys, traceback
        async def fails(n):
            await asyncio.sleep(0)
            raise ValueError(n)
        async def main():
            for task in [asyncio.ensure_future(fails(n)) for n in range(2)]:
                try:
                    await task
                except ValueError:
                    traceback.print_exc()
                    logging.exception("logged")
            task = asyncio.ensure_future(fails(3))
            await asyncio.wait([task])
            try:
                await task
            except ValueError:
                traceback.print_exc()
            traceback.print_stack()
        asyncio.run(main())
    """,
    "job raises": """
        import asyncio, traceback
        def job():
            raise OSError(2, "no such thing")
        async def main():
            loop = asyncio.get_running_loop()
            try:
                await loop.run_in_executor(None, job)
            except OSError:
                traceback.print_exc()
            await loop.run_in_executor(None, job)
        asyncio.run(main())
    """,
    "never awaited": """
        import asyncio
        async def forgotten(): pass
        async def main():
            forgotten()
            await asyncio.sleep(0)
        asyncio.run(main())
    """,
    "never retrieved": """
        import asyncio, gc
        async def fails():
            raise ValueError("lost")
        async def main():
            asyncio.ensure_future(fails())
            await asyncio.sleep(0.01)
            gc.collect()
        asyncio.run(main())
    """,
    "exits": """
        import asyncio, sys
        async def main():
            sys.exit(5)
        asyncio.run(main())
    """,
    "exits with words": """
        import sys
        sys.exit("good bye")
    """,
    "its world": """
        import sys, os
        print(__name__, __file__, __spec__, __doc__, __builtins__, __package__)
        print(sorted(globals()))
        print(sys.argv, sys.path[0], sys.flags.dev_mode)
        import __main__
        print(__main__.__file__ == __file__)
    """,
    "syntax error": """
        def broken(:
            pass
    """,
    "threads counted": """
        import threading
        print(threading.active_count(), len(threading.enumerate()))
    """,
    "what a task shows": """
        import asyncio, inspect
        async def shown():
            task = asyncio.current_task()
            coro = task.get_coro()
            print(asyncio.iscoroutine(coro), inspect.iscoroutine(coro), coro.__name__)
            print(inspect.getcoroutinestate(coro), type(task), isinstance(task, asyncio.Task))
            print(asyncio.current_task().get_name(), asyncio.Task, issubclass(asyncio.Task, asyncio.Future))
            import io
            text = io.StringIO()
            task.print_stack(file=text)
            print(text.getvalue())
            print(repr(task).split(" ", 3)[2:])
        asyncio.run(shown())
    """,
    "closed loop": """
        import asyncio, traceback
        loop = asyncio.new_event_loop()
        loop.close()
        try:
            loop.call_soon(print)
        except RuntimeError:
            traceback.print_exc()
        coro = asyncio.sleep(0)
        try:
            loop.create_task(coro)
        except RuntimeError as error:
            print(error)
        coro.close()
    """,
    "not a coroutine": """
        import asyncio
        async def main():
            for thing in (1, print, ()):
                try:
                    asyncio.get_running_loop().create_task(thing)
                except TypeError as error:
                    print(error)
        asyncio.run(main())
    """,
    "own task factory": """
        import asyncio
        def factory(loop, coro, **options):
            print("made", coro.__name__)
            return asyncio.Task(coro, loop=loop, **options)
        async def child():
            return asyncio.current_task().get_name()
        async def main():
            asyncio.get_running_loop().set_task_factory(factory)
            print(await asyncio.create_task(child(), name="own"))
            print(asyncio.get_running_loop().get_task_factory() is factory)
        asyncio.run(main())
    """,
    "own task class": """
        import asyncio
        class Own(asyncio.Task):
            def __init__(self, coro, **options):
                super().__init__(coro, **options)
                print("own", isinstance(self, asyncio.Task))
        async def child():
            await asyncio.sleep(0)
            return 3
        async def main():
            task = Own(child(), loop=asyncio.get_running_loop())
            print(await task, isinstance(task, Own), isinstance(asyncio.current_task(), Own))
        asyncio.run(main())
    """,
    "own loop class": """
        import asyncio
        class Loop(asyncio.SelectorEventLoop):
            def call_soon(self, callback, *args, **options):
                self.count = getattr(self, "count", 0) + 1
                return super().call_soon(callback, *args, **options)
        loop = Loop()
        async def main():
            await asyncio.sleep(0.001)
            return "done"
        print(loop.run_until_complete(main()), loop.count)
        loop.close()
    """,
    "debug mode": """
        import asyncio, gc, logging
        logging.basicConfig()
        async def fails():
            await asyncio.sleep(0)
            raise ValueError("x")
        async def never(): pass
        async def main():
            task = asyncio.ensure_future(fails())
            await asyncio.sleep(0.01)
            del task
            gc.collect()
            never()
            await asyncio.sleep(0)
        asyncio.run(main(), debug=True)
    """,
    "contexts": """
        import asyncio, contextvars
        name = contextvars.ContextVar("name", default="none")
        async def child(n):
            name.set(n)
            await asyncio.sleep(0)
            print(n, name.get())
        async def main():
            await asyncio.gather(child(1), child(2))
            asyncio.get_running_loop().call_soon(lambda: print("callback", name.get()))
            await asyncio.sleep(0)
            print("main", name.get())
        asyncio.run(main())
    """,
    "objects die when they did": """
        import asyncio
        class Loud:
            def __init__(self, name): self.name = name
            def __del__(self): print("dead", self.name)
        async def helper(n):
            loud = Loud(n)
            await asyncio.sleep(0)
        async def main():
            for n in range(3):
                await helper(n)
                print("after", n)
        asyncio.run(main())
    """,
    "exit functions and threads": """
        import atexit, threading, time
        atexit.register(print, "at exit")
        def late():
            time.sleep(0.05)
            print("late thread")
        threading.Thread(target=late).start()
        print("main ends")
    """,
    "the text of print": """
        import sys
        print("a", "b", sep="-", end="!")
        sys.stdout.write("no end")
        sys.stderr.write("stderr\\n")
        sys.stdout.buffer.write(b"\\xff bytes\\n") if False else None
        print("\\ud800".encode("utf-8", "surrogatepass"), sys.stdout.encoding, sys.stdout.errors)
        print(sys.stdout, sys.__stdout__ is sys.stdout, sys.stdout.mode, sys.stdout.line_buffering)
    """,
    "async generators": """
        import asyncio
        async def numbers():
            try:
                for n in range(3):
                    await asyncio.sleep(0)
                    yield n
            finally:
                print("closed")
        async def main():
            async for n in numbers():
                print(n)
            async for n in numbers():
                break
        asyncio.run(main())
    """,
}


class Transparency(RecorderTest):
    @each_python()
    def test_a_program_does_the_same(self):
        for name, text in PROGRAMS.items():
            with self.subTest(program=name):
                recording = self.check_same(text, arguments=("--flag", "x y"))
                self.assertNotIn("coroscope", recording.output + recording.errors)

    @each_python(since=(3, 11))
    def test_an_exception_group_does_the_same(self):
        self.check_same("""
            import asyncio
            async def fails(n):
                raise ValueError(n)
            async def main():
                async with asyncio.TaskGroup() as group:
                    group.create_task(fails(1))
                    group.create_task(fails(2), name="second")
            asyncio.run(main())
        """)

    @each_python(since=(3, 12))
    def test_eager_tasks_do_the_same(self):
        recording = self.check_same("""
            import asyncio
            async def child(n):
                print("child", n)
                if n:
                    await asyncio.sleep(0)
                return n
            async def main():
                asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
                print(await asyncio.gather(child(0), child(1)))
            asyncio.run(main())
        """)
        self.assertEqual(recording.words("child(0)"),
                         ["create", "resume", "print child 0", "done returned"])

    @each_python()
    def test_a_package_runs_with_m(self):
        self.write("from .inner import value\n", "package/__init__.py")
        self.write("value = 7\n", "package/inner.py")
        self.write("""
            import sys
            from . import value
            from .inner import value as same
            print(__name__, __package__, __spec__.name, value, same, sys.argv, sys.path[0])
            raise RuntimeError("from a package")
        """, "package/__main__.py")
        bare = self.run_bare(["-m", "package", "a", "b"])
        recording = self.record_words(["-m", "package", "a", "b"])
        self.assertEqual((recording.output, recording.errors, recording.status),
                         (bare.output, bare.errors, bare.status))

    @each_python()
    def test_a_directory_runs(self):
        self.write("import sys, helper\nprint(__name__, sys.argv[1:], helper.x)\n",
                   "app/__main__.py")
        self.write("x = 1\n", "app/helper.py")
        folder = os.path.join(self.folder, "app")
        self.assertEqual(self.record_words([folder, "1"]).output,
                         self.run_bare([folder, "1"]).output)

    @each_python()
    def test_a_file_that_is_not_there_is_said_as_ever(self):
        bare = self.run_bare(["missing.py"])
        recording = self.record_words(["missing.py"])
        self.assertEqual((recording.errors, recording.status), (bare.errors, bare.status))

    @each_python()
    def test_a_users_module_may_have_a_library_modules_name(self):
        self.write("value = 'mine'\n", "asyncio.py")
        self.write("value = 'mine'\n", "json.py")
        self.check_same("import asyncio, json\nprint(asyncio.value, json.value)\n")


if __name__ == "__main__":
    unittest.main()
