# SPDX-License-Identifier: MIT
"""Locks, queues and the like: their names, who holds them, how full they are."""

import unittest

from tests.recorder.support.pythons import each_python
from tests.recorder.support.recording import RecorderTest


class Objects(RecorderTest):
    @each_python()
    def test_a_lock_tells_who_holds_it(self):
        recording = self.record_virtually("""
            import asyncio
            async def user(machine, n):
                async with machine:
                    await asyncio.sleep(n)
            async def main():
                machine = asyncio.Lock()
                await asyncio.gather(user(machine, 1), user(machine, 2))
            asyncio.run(main())
        """)
        first, second = [event["task"] for event in recording.of("create", kind="task")]
        uses = [(event["task"], event["op"], event["level"]) for event in recording.of("use")]
        self.assertEqual({event["object"] for event in recording.of("use")}, {"machine"})
        self.assertEqual(uses, [(first, "acquire", 1), (first, "release", 0),
                                (second, "acquire", 1), (second, "release", 0)])
        wait = recording.one("suspend", why="lock")
        self.assertEqual((wait["task"], wait["on"]), (second, "machine"))
        self.assertEqual(recording.of("ready", task=second)[0]["by"], first)
        self.assertEqual(recording.of("ready", task=second)[0]["why"], "lock")

    @each_python()
    def test_a_queue_tells_how_full_it_is(self):
        recording = self.record_virtually("""
            import asyncio
            async def put(orders):
                for n in range(3):
                    await orders.put(n)
            async def get(orders):
                for n in range(3):
                    await asyncio.sleep(1)
                    await orders.get()
            async def main():
                orders = asyncio.Queue(2)
                await asyncio.gather(put(orders), get(orders))
            asyncio.run(main())
        """)
        uses = [(event["object"], event["op"], event["level"]) for event in recording.of("use")]
        self.assertEqual(uses, [("orders", "put", 1), ("orders", "put", 2), ("orders", "get", 1),
                                ("orders", "put", 2), ("orders", "get", 1), ("orders", "get", 0)])
        self.assertEqual(recording.one("suspend", why="queue")["on"], "orders")

    @each_python()
    def test_semaphores_events_and_conditions_wait_under_their_names(self):
        recording = self.record_virtually("""
            import asyncio
            class Shop:
                def __init__(self):
                    self.seats = asyncio.Semaphore(1)
                    self.doors = [asyncio.Event(), asyncio.Event()]
            async def guest(shop):
                async with shop.seats:
                    await shop.doors[1].wait()
            async def listener(news):
                async with news:
                    await news.wait()
            async def main():
                shop = Shop()
                news = asyncio.Condition()
                tasks = [asyncio.ensure_future(guest(shop)) for _ in range(2)]
                tasks.append(asyncio.ensure_future(listener(news)))
                await asyncio.sleep(1)
                shop.doors[1].set()
                async with news:
                    news.notify_all()
                await asyncio.gather(*tasks)
            asyncio.run(main())
        """)
        names = {event["why"]: event["on"] for event in recording.of("suspend")
                 if type(event.get("on")) is str}
        self.assertEqual(names, {"semaphore": "shop.seats", "event": "shop.doors[1]",
                                 "condition": "news"})
        sets = recording.one("use", op="set")
        self.assertEqual((sets["object"], sets["level"]), ("shop.doors[1]", 1))
        self.assertEqual([e["op"] for e in recording.of("use", object="shop.seats")],
                         ["acquire", "release", "acquire", "release"])

    @each_python()
    def test_two_locks_of_one_name_are_two(self):
        recording = self.record("""
            import asyncio
            class Account:
                def __init__(self):
                    self.lock = asyncio.Lock()
                async def pay(self):
                    async with self.lock:
                        await asyncio.sleep(0)
            async def main():
                a, b = Account(), Account()
                await a.pay()
                await b.pay()
                await a.pay()
            asyncio.run(main())
            """)
        self.assertEqual([event["object"] for event in recording.of("use", op="acquire")],
                         ["lock", "lock (2)", "lock"])

    @each_python()
    def test_what_has_no_name_is_counted(self):
        recording = self.record_virtually("""
            import asyncio
            async def main():
                async with asyncio.Lock():
                    pass
                async with asyncio.Lock():
                    pass
            asyncio.run(main())
        """)
        self.assertEqual([event["object"] for event in recording.of("use", op="acquire")],
                         ["Lock-1", "Lock-2"])


if __name__ == "__main__":
    unittest.main()
