# SPDX-License-Identifier: MIT
"""What the recorder tells of asyncio's tasks: where they wait, for what, who woke them, how they end."""

import unittest

from tests.recorder.support.pythons import each_python
from tests.recorder.support.recording import RecorderTest


class Tasks(RecorderTest):
    @each_python()
    def test_a_task_tells_its_story(self):
        recording = self.record_virtually("""
            import asyncio
            async def child(n):
                await asyncio.sleep(n)
                return n * 2
            async def main():
                return await asyncio.gather(child(1), child(2))
            asyncio.run(main())
        """)
        self.assertEqual(recording.words("main()"), [
            "create", "resume", "suspend gather", "ready done", "resume", "done returned"])
        self.assertEqual(recording.words("child(1)"), [
            "create", "resume", "suspend sleep", "ready timer", "resume", "done returned"])
        first, second = recording.task("child(1)"), recording.task("child(2)")
        wait = recording.one("suspend", why="gather")
        self.assertEqual(wait["on"], [first, second])
        self.assertEqual(wait["at"][1:], [6, "main"])
        sleep = recording.one("suspend", task=first)
        self.assertEqual(sleep["at"][1:], [3, "child"])
        self.assertAlmostEqual(sleep["until"], 1e9, delta=1000)
        self.assertEqual(recording.one("ready", task=recording.task("main()"))["by"], second)
        self.assertEqual(recording.one("done", task=second)["value"], "4")
        created = recording.one("create", label="child(1)")
        self.assertEqual((created["parent"], created["kind"], created["name"]),
                         (recording.task("main()"), "task", "Task-2"))
        self.assertEqual(recording.one("create", label="main()")["kind"], "main")

    @each_python()
    def test_the_stack_names_every_await_of_the_users(self):
        recording = self.record("""
            import asyncio
            async def inner():
                await asyncio.sleep(0)
                await asyncio.sleep(0)
            async def outer():
                await inner()
            async def main():
                await outer()
            asyncio.run(main())
        """)
        stacks = [[place[1:] for place in event["stack"]] for event in recording.of("suspend")]
        self.assertEqual(stacks, [[[8, "main"], [6, "outer"], [3, "inner"]],
                                  [[8, "main"], [6, "outer"], [4, "inner"]]])

    @each_python()
    def test_an_await_point_may_wait_for_different_things(self):
        recording = self.record_virtually("""
            import asyncio
            async def own():
                await asyncio.sleep(3)
            async def main():
                done = asyncio.get_running_loop().create_future()
                asyncio.get_running_loop().call_later(1, done.set_result, 1)
                for make in (lambda: asyncio.sleep(0), lambda: asyncio.sleep(2),
                             lambda: asyncio.ensure_future(own()), own, lambda: done,
                             lambda: asyncio.sleep(0)):
                    await make()
            asyncio.run(main())
        """)
        waits = [(event["why"], event["at"][1]) for event in
                 recording.of("suspend", task=recording.task("main()"))]
        self.assertEqual(waits, [("yield", 10), ("sleep", 10), ("task", 10), ("sleep", 3),
                                 ("yield", 10)])

    @each_python()
    def test_a_plain_future_is_set_by_a_task(self):
        recording = self.record_virtually("""
            import asyncio
            async def giver(future):
                await asyncio.sleep(1)
                future.set_result("x")
            async def main():
                future = asyncio.get_running_loop().create_future()
                task = asyncio.ensure_future(giver(future))
                await future
                await task
            asyncio.run(main())
        """)
        main, giver = recording.task("main()"), recording.one("create", kind="task")["task"]
        wake = recording.of("ready", task=main)[0]
        self.assertEqual((wake["by"], wake["why"]), (giver, "done"))
        self.assertEqual(recording.of("suspend", task=main)[0]["why"], "future")

    @each_python()
    def test_names_come_from_wherever_they_are_set(self):
        recording = self.record("""
            import asyncio
            async def child(n):
                await asyncio.sleep(0)
            async def main():
                loop = asyncio.get_running_loop()
                await asyncio.gather(
                    asyncio.create_task(child(1), name="one"), loop.create_task(child(2), name="two"),
                    asyncio.Task(child(3), loop=loop, name="three"), child(4))
            asyncio.run(main())
        """)
        names = [recording.one("create", label="child(%d)" % n)["name"] for n in (1, 2, 3, 4)]
        self.assertEqual(names[:3], ["one", "two", "three"])
        self.assertRegex(names[3], r"Task-\d+")

    @each_python()
    def test_a_direct_task_is_seen(self):
        recording = self.record("""
            import asyncio
            async def child():
                await asyncio.sleep(0)
                return 5
            async def main():
                await asyncio.Task(child())
                await asyncio.tasks.Task(child())
            asyncio.run(main())
        """)
        self.assertEqual(len(recording.of("create", label="child()")), 2)
        self.assertEqual(len(recording.of("done", value="5")), 2)

    @each_python()
    def test_an_error_is_told(self):
        recording = self.record("""
            import asyncio
            async def fails():
                await asyncio.sleep(0)
                raise ValueError("bad")
            async def main():
                await asyncio.gather(fails(), return_exceptions=True)
            asyncio.run(main())
        """)
        done = recording.one("done", task=recording.task("fails()"))
        self.assertEqual((done["how"], done["error"], done["message"]),
                         ("raised", "ValueError", "bad"))

    @each_python()
    def test_who_cancels_is_told(self):
        recording = self.record_virtually("""
            import asyncio
            async def sleeper():
                try:
                    await asyncio.sleep(10)
                finally:
                    await asyncio.sleep(1)
            async def main():
                task = asyncio.ensure_future(sleeper())
                await asyncio.sleep(2)
                task.cancel()
                try:
                    await task
                except asyncio.CancelledError:
                    pass
                await asyncio.sleep(0)
            asyncio.run(main())
        """)
        main, sleeper = recording.task("main()"), recording.task("sleeper()")
        self.assertEqual(recording.words("sleeper()"), [
            "create", "resume", "suspend sleep", "cancel", "ready cancel", "resume",
            "suspend sleep", "ready timer", "resume", "done cancelled"])
        self.assertEqual(recording.one("cancel")["by"], main)
        self.assertEqual(recording.of("ready", task=sleeper)[0]["by"], main)

    @each_python()
    def test_a_task_cancelled_before_it_began_says_so(self):
        recording = self.record("""
            import asyncio
            async def never():
                await asyncio.sleep(1)
            async def main():
                task = asyncio.ensure_future(never())
                task.cancel()
                await asyncio.wait([task])
            asyncio.run(main())
        """)
        words = recording.words("never()")
        self.assertEqual((words[0], words[-1]), ("create", "done cancelled"))
        self.assertIn("cancel", words)

    @each_python()
    def test_wait_and_wait_for_name_their_tasks(self):
        recording = self.record_virtually("""
            import asyncio
            async def child(n):
                await asyncio.sleep(n)
            async def main():
                tasks = [asyncio.ensure_future(child(n)) for n in (1, 2)]
                await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
                await asyncio.wait_for(tasks[1], 60)
                try:
                    await asyncio.wait_for(asyncio.ensure_future(child(9)), 1)
                except asyncio.TimeoutError:
                    pass
            asyncio.run(main())
        """)
        children = [recording.task("child(%d)" % n) for n in (1, 2, 9)]
        waits = recording.of("suspend", task=recording.task("main()"))
        self.assertEqual((waits[0]["why"], waits[0]["on"]), ("wait", children[:2]))
        self.assertEqual((waits[1]["why"], waits[1]["on"]), ("task", children[1:2]))
        self.assertEqual((waits[2]["why"], waits[2]["on"]), ("task", children[2:]))
        self.assertEqual(recording.one("done", task=children[2])["how"], "cancelled")

    @each_python(since=(3, 11))
    def test_a_task_group_names_its_tasks(self):
        recording = self.record_virtually("""
            import asyncio
            async def child(n):
                await asyncio.sleep(n)
                if n == 2:
                    raise ValueError(n)
            async def main():
                try:
                    async with asyncio.TaskGroup() as group:
                        for n in (1, 2, 3):
                            group.create_task(child(n))
                except* ValueError:
                    pass
            asyncio.run(main())
        """)
        children = [recording.task("child(%d)" % n) for n in (1, 2, 3)]
        wait = recording.of("suspend", task=recording.task("main()"))[0]
        self.assertEqual((wait["why"], wait["on"]), ("task", children))
        cancel = recording.one("cancel", task=children[2])
        self.assertEqual(cancel["by"], children[1])

    @each_python()
    def test_coroutines_never_awaited_get_a_mark(self):
        recording = self.record("""
            import asyncio
            async def forgotten(): pass
            async def main():
                forgotten()
            asyncio.run(main())
        """)
        mark = recording.one("mark")
        self.assertEqual((mark["never_awaited"], mark["at"][1:]), ("forgotten", [4, "main"]))
        self.assertIn("never awaited", recording.of("print", stream="stderr")[0]["text"])

    @each_python()
    def test_asynchronous_generators_are_walked_through(self):
        recording = self.record_virtually("""
            import asyncio
            async def numbers():
                await asyncio.sleep(1)
                yield 1
            async def main():
                async for n in numbers():
                    pass
            asyncio.run(main())
        """)
        sleep = recording.one("suspend", why="sleep")
        self.assertEqual([place[1:] for place in sleep["stack"]], [[6, "main"], [3, "numbers"]])

    @each_python()
    def test_idle_time_and_passes_are_told(self):
        recording = self.record("""
            import asyncio
            async def main():
                await asyncio.sleep(0.05)
            asyncio.run(main())
        """)
        self.assertGreater(max(event["d"] for event in recording.of("idle")), 40_000_000)
        self.assertEqual(recording.of("turn")[0]["ready"], 1)

    @each_python()
    def test_values_do_not_run_the_programs_code(self):
        recording = self.record("""
            import asyncio
            class Loud:
                def __repr__(self):
                    print("repr!")
            async def child(thing):
                return [thing, "x" * 1000, 10 ** 1000]
            async def main():
                await asyncio.gather(child(Loud()))
            asyncio.run(main())
        """)
        self.assertEqual(recording.output, "")
        done = recording.one("done", task=recording.task("child(<Loud>)"))
        self.assertTrue(done["value"].startswith("[<Loud>, 'xxx"), done)
        self.assertLessEqual(len(done["value"]), 200)


if __name__ == "__main__":
    unittest.main()
