# SPDX-License-Identifier: MIT
"""A real library: an aiohttp server and its clients on 127.0.0.1."""

import unittest

from tests.recorder.support.pythons import each_python
from tests.recorder.support.recording import RecorderTest

PROGRAM = """
    import asyncio
    from aiohttp import ClientSession, web
    async def hello(request):
        await asyncio.sleep(0.01)
        return web.Response(text="hello " + request.match_info["name"])
    async def get(session, port, name):
        async with session.get("http://127.0.0.1:%d/%s" % (port, name)) as response:
            return await response.text()
    async def main():
        app = web.Application()
        app.add_routes([web.get("/{name}", hello)])
        runner = web.AppRunner(app)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        port = site._server.sockets[0].getsockname()[1]
        async with ClientSession() as session:
            print(await asyncio.gather(*[get(session, port, name) for name in "abc"]))
        await runner.cleanup()
    asyncio.run(main())
"""


class Aiohttp(RecorderTest):
    @each_python(needs="aiohttp")
    def test_a_server_and_its_clients_are_recorded(self):
        recording = self.check_same(PROGRAM)
        self.assertEqual(recording.output, "['hello a', 'hello b', 'hello c']\n")
        clients = [e for e in recording.of("create") if e.get("label", "").startswith("get(")]
        self.assertEqual(len(clients), 3)
        sleeps = recording.of("suspend", why="sleep")
        self.assertEqual({e["at"][2] for e in sleeps}, {"hello"})
        for client in clients:
            self.assertEqual(recording.one("done", task=client["task"])["how"], "returned")
            places = {e["at"][2] for e in recording.of("suspend", task=client["task"])}
            self.assertEqual(places, {"get"})

    @each_python(needs="aiohttp")
    def test_open_sockets_make_virtual_time_real_and_it_says_so(self):
        recording = self.record_virtually(PROGRAM)
        self.assertEqual(recording.output, "['hello a', 'hello b', 'hello c']\n")
        self.assertEqual(recording.one("end")["clock"], "mixed")
        self.assertEqual(len(recording.of("mark", real_time=True)), 1)


if __name__ == "__main__":
    unittest.main()
