// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string_view>

#include "core/scenario/python/print_program.h"
#include "tests/core/python_samples.h"

namespace coroscope::test {
namespace {

using scenario::JsonNode;

struct Row {
    const char* name;
    const char* json;
    const char* python;
};

constexpr std::string_view head = R"({"coroscope_scenario": 1,
    "parameters": [{"name": "delay", "value": 3}, {"name": "mealTime", "value": 0.5}],
    "objects": {"lock": {"type": "lock"}, "cond": {"type": "condition"},
        "e": {"type": "event"}, "q": {"type": "queue"}, "b": {"type": "barrier", "parties": 3},
        "fu": {"type": "future"}, "sem": {"type": "bounded_semaphore", "value": 2},
        "lifo": {"type": "lifo_queue", "maxsize": 4}, "pq": {"type": "priority_queue"}},
    "functions": [
        {"name": "f", "params": ["x"], "body": [{"return": "$x"}]},
        {"name": "plain", "params": ["x"], "async": false, "body": [{"sleep": "$x"}]},
        {"name": "setter", "body": [{"set_result": "$fu", "value": 1}]}],)";

// The lines from one that begins with `first` to the next blank one, without that first line.
std::string bodyBehind(const std::string& text, const std::string& first)
{
    const std::size_t start = text.find('\n', text.find("\n" + first) + 1) + 1;
    std::string body;
    for (std::size_t at = start; at < text.size() && text[at] != '\n';) {
        const std::size_t end = text.find('\n', at);
        body += text.substr(at + 4, end - at - 3);
        at = end + 1;
    }
    return body;
}

std::string printed(const std::string& text, const std::string& program)
{
    const auto json = scenario::parseJson(text, "test");
    if (!json)
        return json.error().text();
    try {
        return scenario::python::printProgram(JsonNode(json.value()), program).text;
    } catch (const scenario::ReadError& error) {
        return error.path + ": " + error.message;
    }
}

// Main's body in Python.
std::string printedMain(const std::string& statements, bool isAsync)
{
    const std::string text =
        printed(std::string(head) + R"("mains": [{"name": "main", "async": )" +
                    (isAsync ? "true" : "false") + R"(, "body": [)" + statements + "]}]}",
                "main");
    return bodyBehind(text, isAsync ? "async def main" : "def main");
}

constexpr std::string_view calls =
    R"("calls": [{"call": "f", "args": ["A"]}, {"call": "f", "args": ["$delay"], "into": "n"}],)";

std::string printedStrategy(const std::string& name, const std::string& after)
{
    const std::string text =
        printed(std::string(head) + std::string(calls) + R"("after": [)" + after + "]}", name);
    return bodyBehind(text, name == "sync" ? "def main" : "async def main");
}

constexpr Row statements[] = {
    {"print", R"({"print": "hi {delay:>4}"})", "print(f\"hi {DELAY:>4}\")\n"},
    {"print of a variable", R"({"print": "{delay}"})", "print(DELAY)\n"},
    {"print of a list", R"({"print": ["a", 1, 2.0, null, true]})",
     "print([\"a\", 1, 2.0, None, True])\n"},
    {"a quoted text", R"({"print": "say \"{delay}\""})", "print(f'say \"{DELAY}\"')\n"},
    {"sleep", R"({"sleep": "$mealTime"})", "await asyncio.sleep(MEAL_TIME)\n"},
    {"yield", R"({"yield": true})", "await asyncio.sleep(0)\n"},
    {"work", R"({"work": 0.5})", "compute(0.5)\n"},
    {"block", R"({"block": -1})", "time.sleep(0)\n"},
    {"await", R"({"await": {"call": "f", "args": ["$delay"]}, "into": "x"})", "x = await f(3)\n"},
    {"await of a plain function", R"({"await": {"call": "plain", "args": [1]}})", "plain(1)\n"},
    {"create_task", R"({"create_task": {"call": "f", "args": [1]}, "into": "t", "name": "one"},
        {"await": "$t"})",
     "t = asyncio.create_task(f(1), name=\"one\")\nawait t\n"},
    {"gather", R"({"gather": [{"call": "f", "args": [1]}, "$fu"], "into": "r",
        "return_exceptions": true})",
     "loop = asyncio.get_running_loop()\nfu = loop.create_future()\n"
     "r = await asyncio.gather(f(1), fu, return_exceptions=True)\n"},
    {"wait", R"({"let": "t", "be": 1}, {"wait": ["$t"], "return_when": "FIRST_COMPLETED",
        "timeout": 2, "into": ["done", "pending"]})",
     "t = 1\ndone, pending = await asyncio.wait(\n    [t],\n    timeout=2,\n"
     "    return_when=asyncio.FIRST_COMPLETED,\n)\n"},
    {"wait whose sets are read", R"({"let": "t", "be": 1}, {"wait": ["$t"], "into": ["d", "p"]},
        {"print": "$d"})",
     "t = 1\nd, p = await asyncio.wait([t])\nd = [task for task in [t] if task in d]\nprint(d)\n"},
    {"as_completed", R"({"as_completed": [{"call": "f", "args": [1]}, {"call": "f", "args": [2]}],
        "each": "x", "body": [{"print": "$x"}]})",
     "tasks = [asyncio.create_task(f(1)), asyncio.create_task(f(2))]\n"
     "for future in asyncio.as_completed(tasks):\n    x = await future\n    print(x)\n"},
    {"as_completed of tasks", R"({"let": "t", "be": 1}, {"as_completed": ["$t"]})",
     "t = 1\nfor future in asyncio.as_completed([t]):\n    await future\n"},
    {"wait_for", R"({"wait_for": {"call": "f", "args": [1]}, "timeout": null, "into": "x"})",
     "x = await asyncio.wait_for(f(1), timeout=None)\n"},
    {"timeout", R"({"timeout": 2, "body": [{"sleep": 1}]})",
     "async with asyncio.timeout(2):\n    await asyncio.sleep(1)\n"},
    {"shield", R"({"shield": {"call": "f", "args": [1]}, "into": "x"})",
     "x = await asyncio.shield(f(1))\n"},
    {"cancel", R"({"let": "t", "be": 1}, {"cancel": "$t"}, {"cancel": "$t", "message": "why"})",
     "t = 1\nt.cancel()\nt.cancel(\"why\")\n"},
    {"task_group", R"({"task_group": [{"create_task": {"call": "f", "args": [1]}},
        {"task_group": [{"create_task": {"call": "f", "args": [2]}, "into": "t"}]},
        {"create_task": {"call": "f", "args": [3]}}]}, {"task_group": []})",
     "async with asyncio.TaskGroup() as tg:\n    tg.create_task(f(1))\n"
     "    async with asyncio.TaskGroup() as tg2:\n        t = tg2.create_task(f(2))\n"
     "    tg.create_task(f(3))\nasync with asyncio.TaskGroup():\n    pass\n"},
    {"with", R"({"with": "$lock", "body": [{"acquire": "$sem"}, {"release": "$sem"}]})",
     "async with lock:\n    await sem.acquire()\n    sem.release()\n"},
    {"events", R"({"set": "$e"}, {"clear": "$e"}, {"wait_event": "$e"})",
     "e.set()\ne.clear()\nawait e.wait()\n"},
    {"conditions", R"({"with": "$cond", "body": [{"wait_condition": "$cond"}, {"notify": "$cond",
        "n": 2}, {"notify": "$cond", "n": 1}, {"notify": "$cond"}, {"notify_all": "$cond"}]})",
     "async with cond:\n    await cond.wait()\n    cond.notify(2)\n    cond.notify()\n"
     "    cond.notify()\n    cond.notify_all()\n"},
    {"queues", R"({"put": "$q", "value": 1}, {"get": "$q", "into": "x"}, {"put_nowait": "$q",
        "value": [2]}, {"get_nowait": "$q"}, {"task_done": "$q"}, {"join": "$q"})",
     "await q.put(1)\nx = await q.get()\nq.put_nowait([2])\nq.get_nowait()\nq.task_done()\n"
     "await q.join()\n"},
    {"barrier", R"({"barrier": "$b"})", "await b.wait()\n"},
    {"futures", R"({"await": {"call": "setter"}}, {"set_exception": "$fu", "type": "ValueError"},
        {"await": "$fu", "into": "x"})",
     "global fu\nloop = asyncio.get_running_loop()\nfu = loop.create_future()\nawait setter()\n"
     "fu.set_exception(ValueError())\nx = await fu\n"},
    {"run_in_executor", R"({"run_in_executor": {"call": "plain", "args": [1]}, "into": "x"})",
     "loop = asyncio.get_running_loop()\nx = await loop.run_in_executor(None, plain, 1)\n"},
    {"raise", R"({"raise": "CancelledError", "message": "m"}, {"raise": "ValueError"},
        {"raise": null})",
     "raise asyncio.CancelledError(\"m\")\nraise ValueError\nraise\n"},
    {"try", R"({"try": [], "except": [{"type": ["QueueFull", "KeyError"], "as": "e",
        "body": [{"print": "$e"}]}, {"body": []}], "else": [{"yield": true}], "finally": []})",
     "try:\n    pass\nexcept (asyncio.QueueFull, KeyError) as e:\n    print(e)\n"
     "except BaseException:\n    pass\nelse:\n    await asyncio.sleep(0)\nfinally:\n    pass\n"},
    {"repeat", R"({"repeat": 2, "index": "i", "body": [{"repeat": "$delay", "body": []}]})",
     "for i in range(2):\n    for _ in range(DELAY):\n        pass\n"},
    {"if", R"({"if": ["$delay", "==", null], "then": [], "else": [{"if": ["$delay", "<", 2],
        "then": [{"return": null}], "else": [{"return": 1}]}]})",
     "if DELAY is None:\n    pass\nelif DELAY < 2:\n    return\nelse:\n    return 1\n"},
    {"let", R"({"let": "class", "be": "$$5"}, {"let": "f", "be": "$class"},
        {"call_forgotten": {"call": "f", "args": ["$f"]}})",
     "class_ = \"$5\"\nf_ = class_\nf(f_)\n"},
    {"nothing", "", "pass\n"},
};

constexpr Row plainStatements[] = {
    {"plain calls", R"({"await": {"call": "f", "args": [1]}, "into": "x"}, {"sleep": 1},
        {"yield": true})",
     "x = f(1)\ntime.sleep(1)\ntime.sleep(0)\n"},
    {"plain objects", R"({"with": "$lock", "body": [{"put": "$q", "value": 1}]},
        {"await": "$fu"}, {"raise": "QueueFull"})",
     "with lock:\n    q.put(1)\nfu.result()\nraise queue.Full\n"},
};

constexpr Row programs[] = {
    {"sync", R"({"print": "$n"})", "f(\"A\")\nn = f(3)\nprint(n)\n"},
    {"sequential", R"({"print": "$results"})",
     "results = [await f(\"A\"), await f(3)]\n_, n = results\nprint(results)\n"},
    {"gather", R"({"print": "$n"})", "_, n = await asyncio.gather(f(\"A\"), f(3))\nprint(n)\n"},
    {"create_task", R"({"print": "$n"})",
     "a = asyncio.create_task(f(\"A\"))\nn_task = asyncio.create_task(f(3))\nawait a\n"
     "n = await n_task\nprint(n)\n"},
    {"task_group", R"({"print": "$n"})",
     "async with asyncio.TaskGroup() as tg:\n    tg.create_task(f(\"A\"))\n"
     "    n_task = tg.create_task(f(3))\nn = n_task.result()\nprint(n)\n"},
    {"as_completed", R"({"print": "$results"})",
     "tasks = [asyncio.create_task(f(\"A\")), asyncio.create_task(f(3))]\n"
     "for future in asyncio.as_completed(tasks):\n    await future\n"
     "results = [task.result() for task in tasks]\n_, n = results\nprint(results)\n"},
    {"threads", R"({"print": "$n"})",
     "loop = asyncio.get_running_loop()\n_, n = await asyncio.gather(\n"
     "    loop.run_in_executor(None, f, \"A\"),\n    loop.run_in_executor(None, f, 3),\n)\n"
     "print(n)\n"},
    {"processes", R"({"print": "{elapsed}"})",
     "loop = asyncio.get_running_loop()\nstart = time.perf_counter()\n"
     "with ProcessPoolExecutor() as pool:\n    _, n = await asyncio.gather(\n"
     "        loop.run_in_executor(pool, f, \"A\"),\n        loop.run_in_executor(pool, f, 3),\n"
     "    )\nelapsed = time.perf_counter() - start\nprint(elapsed)\n"},
};

}  // namespace

std::vector<PrintedStatement> printedStatements()
{
    std::vector<PrintedStatement> rows;
    for (const auto& [name, json, python] : statements)
        rows.push_back({name, printedMain(json, true), python});
    for (const auto& [name, json, python] : plainStatements)
        rows.push_back({name, printedMain(json, false), python});
    for (const auto& [name, json, python] : programs)
        rows.push_back({name, printedStrategy(name, json), python});
    const std::string objects = R"({"release": "$sem"}, {"get_nowait": "$lifo"}, {"set": "$e"},
        {"get_nowait": "$pq"}, {"barrier": "$b"})";
    const std::string text = printed(
        std::string(head) + R"("mains": [{"name": "main", "body": [)" + objects + "]}]}", "main");
    const std::size_t first = std::min(text.find("\ne = "), text.size() - 1) + 1;
    rows.push_back({"objects", text.substr(first, text.find("\n\n", first) - first),
                    "e = asyncio.Event()\nb = asyncio.Barrier(3)\n"
                    "sem = asyncio.BoundedSemaphore(2)\nlifo = asyncio.LifoQueue(maxsize=4)\n"
                    "pq = asyncio.PriorityQueue()"});
    return rows;
}

}  // namespace coroscope::test
