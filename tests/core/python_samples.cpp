// SPDX-License-Identifier: MIT
#include "tests/core/python_samples.h"

namespace coroscope::test {
namespace {

constexpr const char* nothing = R"({"yield": true})";

// A main and the functions f(x) and g(x) that it may call.
std::string withMain(const std::string& main, const std::string& f, const std::string& g)
{
    return R"({"coroscope_scenario": 1, "parameters": [{"name": "d", "min": -1, "value": 2}],
        "objects": {"lock": {"type": "lock"}, "e": {"type": "event"}, "q": {"type": "queue"},
            "b": {"type": "barrier", "parties": 3}, "fu": {"type": "future"}},
        "functions": [{"name": "f", "params": ["x"], "body": [)" +
           f + R"(]}, {"name": "g", "params": ["x"], "body": [)" + g +
           R"(]}], "mains": [{"name": "main", "body": [)" + main + "]}]}";
}

}  // namespace

std::vector<SampleProgram> samplePrograms()
{
    std::vector<SampleProgram> samples;
    const auto add = [&](const char* name, const char* main, const char* f = nothing,
                         const char* g = nothing) {
        samples.push_back({name, withMain(main, f, g)});
    };
    add("values", R"({"let": "v", "be": [1, 1.0, "a'b", true, null, ["$d"]]}, {"print": "$v"},
            {"print": "{v}"}, {"print": 10.50}, {"print": null}, {"print": 1e22})");
    add("texts", R"({"let": "x", "be": "그릇"}, {"print": "{{{x}}} \"q\" 'p' \\ \t{x:>5}|"},
            {"print": "$$x \\N{{x}}"}, {"print": "{x:\"^6}{x:'^6}{x:{^6}"}, {"print": ["\n{x}"]})");
    add("formats",
        R"({"let": "x", "be": 3.14159}, {"print": "{x:.2f} {x:08.3f} {x:+e} {x:\\^12}"})");
    add("Python's words as names",
        R"({"let": "class", "be": 1}, {"let": "list", "be": 2}, {"let": "time", "be": 3},
               {"let": "f", "be": 4}, {"let": "asyncio", "be": 5}, {"let": "main", "be": 6},
               {"await": {"call": "f", "args": ["$f"]}, "into": "class"}, {"block": 1},
               {"print": "{class} {list} {time} {f} {asyncio} {main}"})",
        R"({"return": ["$x", "$d"]})");
    add("a name before it has a value", R"({"print": "$y"}, {"let": "y", "be": 1})");
    add("loops and conditions",
        R"({"repeat": 4, "index": "i", "body": [{"if": ["$i", "==", 1], "then": [],
               "else": [{"if": ["$i", ">=", 3], "then": [{"print": "big"}],
               "else": [{"print": "{i}"}, {"sleep": 0.5}]}]}]}, {"if": [null, "!=", null],
               "then": [{"print": "never"}]}, {"repeat": 2, "body": []})");
    add("durations",
        R"({"sleep": -1}, {"block": -2}, {"block": "$d"}, {"let": "n", "be": -3},
               {"block": "$n"}, {"work": "$n"}, {"work": 0.25}, {"sleep": "$d"}, {"yield": true},
               {"print": "done"})");
    add("tasks that end in another order",
        R"({"create_task": {"call": "f", "args": [3]}, "into": "a"},
               {"create_task": {"call": "g", "args": [1]}, "into": "b"}, {"await": "$b", "into": "x"},
               {"print": "{x}"}, {"await": "$a", "into": "x"}, {"print": "{x}"})",
        R"({"print": "f {x}"}, {"sleep": "$x"}, {"return": "$x"})",
        R"({"print": "g {x}"}, {"work": "$x"}, {"sleep": 1}, {"return": [1]})");
    add("tasks left behind", R"({"create_task": {"call": "f", "args": [3]}}, {"yield": true},
            {"print": "leaving"})",
        R"({"print": "f"}, {"sleep": "$x"}, {"print": "never"})");
    add("a cancelled task", R"({"create_task": {"call": "f", "args": [3]}, "into": "t"},
            {"sleep": 1}, {"cancel": "$t", "message": "enough"}, {"await": "$t"})",
        R"({"print": "f"}, {"sleep": "$x"}, {"print": "never"})");
    add("gather with an error", R"({"gather": [{"call": "f", "args": [1]},
            {"call": "g", "args": [2]}], "into": "r"})",
        R"({"sleep": "$x"}, {"raise": "KeyError", "message": "k{x}"})",
        R"({"sleep": "$x"}, {"print": "g goes on"})");
    add("gather that returns errors", R"({"gather": [{"call": "f", "args": [1]},
            {"call": "g", "args": [2]}], "into": "r", "return_exceptions": true}, {"print": "$r"})",
        R"({"sleep": "$x"}, {"raise": "ValueError", "message": "no {x}"})",
        R"({"sleep": "$x"}, {"return": "good"})");
    add("a call inside a call", R"({"await": {"call": "f", "args": [1]}, "into": "r"},
            {"print": "$r"})",
        R"({"await": {"call": "g", "args": ["$x"]}, "into": "y"},
            {"return": ["$y"]})",
        R"({"sleep": "$x"}, {"return": "{x}"})");
    add("errors that are caught",
        R"({"try": [{"await": {"call": "f", "args": [1]}}], "except": [{"type": ["KeyError",
            "OSError"], "body": [{"print": "no"}]}, {"type": "ValueError", "as": "e",
            "body": [{"print": "{e} {x}"}, {"print": ["$e"]}]}], "else": [{"print": "no"}],
            "finally": [{"print": "finally"}]}, {"try": [{"print": "$e"}],
            "except": [{"type": "UnboundLocalError", "body": [{"print": "gone"}]}]},
            {"let": "x", "be": 1})",
        R"({"try": [{"sleep": 1}, {"raise": "ValueError", "message": "bad {x}"}],
            "except": [{"body": [{"print": "again"}, {"raise": null}]}]})");
    add("a time limit",
        R"({"try": [{"timeout": 1, "body": [{"await": {"call": "f", "args": [3]}}]}],
            "except": [{"type": "TimeoutError", "body": [{"print": "late"}]}]},
            {"timeout": null, "body": [{"print": "no limit"}]})",
        R"({"try": [{"sleep": "$x"}], "finally": [{"print": "clean"}]})");
    add("a group whose task fails",
        R"({"try": [{"task_group": [{"create_task": {"call": "f", "args": [1]}},
            {"task_group": [{"create_task": {"call": "g", "args": [3]}, "into": "t"}]}]}],
            "except": [{"type": "ExceptionGroup", "as": "e", "body": [{"print": "$e"}]}]})",
        R"({"sleep": "$x"}, {"raise": "ValueError"})",
        R"({"try": [{"sleep": "$x"}], "except": [{"type": "CancelledError",
            "body": [{"print": "cancelled"}, {"raise": null}]}]})");
    add("waiting for some",
        R"({"create_task": {"call": "f", "args": [3]}, "into": "a"},
            {"create_task": {"call": "g", "args": [1]}, "into": "b"},
            {"wait": ["$a", "$b"], "return_when": "FIRST_COMPLETED", "into": ["done", "rest"]},
            {"print": "one"}, {"wait": ["$a"], "timeout": 0.5}, {"shield": "$a", "into": "r"},
            {"as_completed": [{"call": "f", "args": [2]}, {"call": "g", "args": [1]}, "$a"],
             "each": "x", "body": [{"print": "$x"}]})",
        R"({"sleep": "$x"}, {"return": "f"})", R"({"sleep": "$x"}, {"return": "g"})");
    add("objects that tasks share",
        R"({"gather": [{"call": "f", "args": [1]}, {"call": "f", "args": [2]},
            {"call": "g", "args": [3]}]}, {"put_nowait": "$q", "value": 7},
            {"get": "$q", "into": "x"}, {"print": "$x"}, {"await": "$fu", "into": "x"},
            {"print": "$x"}, {"try": [{"get_nowait": "$q"}], "except": [{"type": "QueueEmpty",
            "body": [{"print": "empty"}]}]})",
        R"({"with": "$lock", "body": [{"print": "in {x}"}, {"sleep": 1}]}, {"barrier": "$b"},
            {"wait_event": "$e"}, {"print": "out {x}"})",
        R"({"barrier": "$b"}, {"set_result": "$fu", "value": ["$x"]}, {"sleep": 1},
            {"set": "$e"})");
    add("tasks with names take no number",
        R"({"create_task": {"call": "f", "args": [1]}, "name": "a"},
            {"create_task": {"call": "f", "args": [2]}}, {"sleep": 3})");
    add("gather's arguments come before its tasks",
        R"({"try": [{"gather": [{"call": "f", "args": [1]}, {"call": "g", "args": [1]}, "$y"]}],
            "except": [{"type": "UnboundLocalError", "body": [{"yield": true}]}]},
            {"let": "y", "be": 1})",
        R"({"print": "never"})", R"({"print": "never"})");
    add("awaitables that are none",
        R"({"let": "x", "be": 5}, {"repeat": 6, "index": "i", "body": [{"try": [
            {"if": ["$i", "==", 0], "then": [{"await": "$x"}]},
            {"if": ["$i", "==", 1], "then": [{"gather": ["$x"]}]},
            {"if": ["$i", "==", 2], "then": [{"shield": "$x"}]},
            {"if": ["$i", "==", 3], "then": [{"wait": ["$x"]}]},
            {"if": ["$i", "==", 4], "then": [{"cancel": "$x"}]},
            {"if": ["$i", "==", 5], "then": [{"with": "$x", "body": []}]}],
            "except": [{"type": "Exception", "as": "e", "body": [{"print": ["$e"]}]}]}]})");
    add("a task that awaits itself",
        R"({"create_task": {"call": "f", "args": [1]}, "into": "t"},
            {"create_task": {"call": "f", "args": [2]}, "into": "x"},
            {"put": "$q", "value": "$t"}, {"put": "$q", "value": "$x"}, {"sleep": 1})",
        R"({"get": "$q", "into": "t"}, {"try": [
            {"if": ["$x", "==", 1], "then": [{"await": "$t"}],
             "else": [{"wait_for": "$t", "timeout": 1}]}],
            "except": [{"type": "RuntimeError", "body": [{"print": "not itself"}]}]})");
    add("awaiting a task that awaits itself",
        R"({"create_task": {"call": "f", "args": [1]}, "into": "t"},
            {"create_task": {"call": "g", "args": [1]}, "into": "u"},
            {"put": "$q", "value": "$t"}, {"put": "$q", "value": "$t"}, {"await": "$u"})",
        R"({"get": "$q", "into": "t"}, {"try": [{"await": "$t"}], "except": [
            {"type": "RuntimeError", "body": [{"print": "not itself"}, {"sleep": 1}]}]})",
        R"({"get": "$q", "into": "t"}, {"yield": true}, {"try": [{"await": "$t"}], "except": [
            {"type": "RuntimeError", "as": "e", "body": [{"print": "$e"}]}]})");
    add("a task that gathers itself",
        R"({"create_task": {"call": "f", "args": [1]}, "into": "t"}, {"put": "$q", "value": "$t"},
            {"await": "$t"})",
        R"({"get": "$q", "into": "t"}, {"gather": ["$t"]}, {"print": "never"})");
    add("waiting twice for one task",
        R"({"create_task": {"call": "f", "args": [1]}, "into": "t"},
            {"wait": ["$t", "$t"], "into": ["done", "rest"]}, {"print": ["$done", "$rest"]})");
    add("exceptions that are made otherwise",
        R"({"repeat": 2, "index": "i", "body": [{"try": [{"if": ["$i", "==", 0],
            "then": [{"raise": "UnicodeDecodeError", "message": "m"}],
            "else": [{"raise": "ExceptionGroup"}]}],
            "except": [{"type": "TypeError", "as": "e", "body": [{"print": "$e"}]}]}]},
            {"try": [{"set_exception": "$fu", "type": "UnicodeDecodeError"}],
             "except": [{"type": "TypeError", "as": "e", "body": [{"print": "$e"}]}]},
            {"set_exception": "$fu", "type": "StopIteration", "message": "m"}, {"await": "$fu"})");
    add("the program's end beside main's",
        R"({"create_task": {"call": "f", "args": [0]}}, {"create_task": {"call": "g", "args": [0]}},
            {"yield": true}, {"print": "main ends"})",
        R"({"yield": true}, {"raise": "SystemExit", "message": "m"})", R"({"sleep": 3})");
    samples.push_back({"plain functions call one another",
                       R"({"coroscope_scenario": 1, "functions": [
        {"name": "inner", "async": false, "params": ["x"], "body": [{"block": "$x"},
            {"return": "{x}!"}]},
        {"name": "outer", "async": false, "params": ["x"], "body": [
            {"await": {"call": "inner", "args": ["$x"]}, "into": "y"}, {"return": ["$y"]}]}],
        "mains": [{"name": "main", "body": [
            {"await": {"call": "outer", "args": [1]}, "into": "y"}, {"print": "$y"},
            {"run_in_executor": {"call": "outer", "args": [2]}, "into": "y"},
            {"print": "$y"}]}]})"});
    add("main raises StopIteration", R"({"raise": "StopIteration"})");
    add("waiting for what is not awaitable", R"({"let": "x", "be": 1}, {"try": [
            {"wait_for": "$x", "timeout": 1}],
            "except": [{"type": "TypeError", "as": "e", "body": [{"print": "$e"}]}]}, {"try": [
            {"wait_for": "$x", "timeout": 0}],
            "except": [{"type": "TypeError", "as": "e", "body": [{"print": "$e"}]}]})");
    add("a deadlock", R"({"print": "waiting"}, {"get": "$q"}, {"print": "never"})");
    return samples;
}

}  // namespace coroscope::test
