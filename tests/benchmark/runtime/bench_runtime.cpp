// SPDX-License-Identifier: GPL-3.0-or-later
// bench_runtime RECORDING WORKLOAD SCALE: runs one workload of engineering's table in the runtime
// and prints what an operation took. RECORDING is off, recycled (a recorder that is emptied now and
// then) or growing.
#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>
#include <random>
#include <string_view>

#include "core/runtime/gather.h"
#include "core/runtime/sleep.h"
#include "tests/benchmark/runtime/report.h"

using namespace coroscope;
using coroscope::benchmark::Measured;

namespace {

constexpr int drainedEach = 4096;  // operations: less than a megabyte of events

// One run: what the workload's coroutines share.
struct Run {
    EventLoop& loop;
    Trace* trace;
    bool isRecycled;
    std::int64_t size;
    std::int64_t done = 0;  // operations: counted by the coroutines that do them
    double taskBytes = 0;
    std::size_t drainedEvents = 0;

    int untilDrained = drainedEach;

    // Where a recorder's other end would take the events away, now and then.
    void drain()
    {
        if (--untilDrained > 0)
            return;
        untilDrained = drainedEach;
        if (isRecycled) {
            drainedEvents += trace->size();
            trace->dropEvents();
        }
    }
};

using Tasks = std::vector<Ref<Task<>>>;

Coroutine<> yieldOften(Run& run, std::int64_t times)
{
    for (std::int64_t i = 0; i < times; ++i) {
        co_await yield();
        ++run.done;
        run.drain();
    }
}

Coroutine<> doNothing(Run& run)
{
    ++run.done;
    co_return;
}

Coroutine<> sleepOnce(Run& run, Ticks length)
{
    co_await sleep(length);
    ++run.done;
    run.drain();
}

Coroutine<> sleepOften(Run& run, std::uint32_t seed, std::int64_t times)
{
    std::minstd_rand random(seed + 1);
    for (std::int64_t i = 0; i < times; ++i) {
        co_await sleep(Ticks(1 + random() % 1'000'000'000));
        ++run.done;
        run.drain();
    }
}

Coroutine<> descend(Run& run, int depth)
{
    ++run.done;
    if (depth == 1) {
        co_await yield();
        run.drain();
        co_return;
    }
    co_await descend(run, depth - 1);
}

Coroutine<> awaitAll(Run& run, Tasks tasks)
{
    for (Ref<Task<>>& task : tasks) {
        co_await task;
        task = {};
        run.drain();
    }
}

// The workloads, by the letters of the table.

Coroutine<> oneYields(Run& run)
{
    co_await yieldOften(run, run.size);
}

Coroutine<> thousandYield(Run& run)
{
    Tasks tasks;
    for (int i = 0; i < 1000; ++i)
        tasks.push_back(run.loop.createTask(yieldOften(run, run.size / 1000)));
    co_await awaitAll(run, std::move(tasks));
}

Coroutine<> spawnAndJoin(Run& run)
{
    for (std::int64_t i = 0; i < run.size; ++i) {
        co_await run.loop.createTask(doNothing(run));
        run.drain();
    }
}

Coroutine<> spawnThenJoin(Run& run)
{
    Tasks tasks;
    tasks.resize(static_cast<std::size_t>(run.size));
    const double before = benchmark::residentBytes();
    for (Ref<Task<>>& task : tasks) {
        task = run.loop.createTask(doNothing(run));
        run.drain();
    }
    run.taskBytes = (benchmark::residentBytes() - before) / static_cast<double>(run.size);
    co_await awaitAll(run, std::move(tasks));
}

Coroutine<> sleepTogether(Run& run)
{
    std::minstd_rand random(1);
    Tasks tasks;
    for (std::int64_t i = 0; i < run.size; ++i) {
        tasks.push_back(run.loop.createTask(sleepOnce(run, Ticks(1 + random() % 1'000'000'000))));
        run.drain();
    }
    co_await awaitAll(run, std::move(tasks));
}

Coroutine<> thousandSleep(Run& run)
{
    Tasks tasks;
    for (std::uint32_t i = 0; i < 1000; ++i)
        tasks.push_back(run.loop.createTask(sleepOften(run, i, run.size / 1000)));
    co_await awaitAll(run, std::move(tasks));
}

Coroutine<> gatherTenTimes(Run& run)
{
    for (int round = 0; round < 10; ++round) {
        std::vector<Ref<FutureBase>> children;
        for (std::int64_t i = 0; i < run.size / 10; ++i) {
            children.emplace_back(run.loop.createTask(doNothing(run)));
            run.drain();
        }
        co_await gather(run.loop, std::move(children));
    }
}

Coroutine<> callEightDeep(Run& run)
{
    for (std::int64_t i = 0; i < run.size / 8; ++i)
        co_await descend(run, 8);
}

Coroutine<> millionYield(Run& run)
{
    Tasks tasks;
    for (std::int64_t i = 0; i < run.size / 5; ++i)
        tasks.push_back(run.loop.createTask(yieldOften(run, 5)));
    co_await awaitAll(run, std::move(tasks));
}

struct Workload {
    Coroutine<> (*main)(Run&);
    std::int64_t size;  // operations at scale 1
};

const std::map<std::string_view, Workload> workloads{
    {"a", {oneYields, 5'000'000}},      {"b", {thousandYield, 1'000'000}},
    {"c1", {spawnAndJoin, 1'000'000}},  {"c2", {spawnThenJoin, 1'000'000}},
    {"d", {sleepTogether, 1'000'000}},  {"d2", {thousandSleep, 1'000'000}},
    {"e", {gatherTenTimes, 1'000'000}}, {"n", {callEightDeep, 1'000'000}},
    {"y", {millionYield, 5'000'000}},
};

Measured measure(const Workload& workload, std::string_view recording, double scale)
{
    const auto size = static_cast<std::int64_t>(static_cast<double>(workload.size) * scale);
    VirtualClock clock;
    std::optional<Trace> trace;
    if (recording != "off")
        trace.emplace();
    EventLoop loop(clock, trace ? &*trace : nullptr);
    Run run{loop, trace ? &*trace : nullptr, recording == "recycled", size};

    const double start = benchmark::cpuTime();
    const LoopEnd end = loop.runUntilDone(*loop.createTask(workload.main(run)));
    const double nanoseconds = benchmark::cpuTime() - start;

    if (end != LoopEnd::Done || run.done != size) {
        std::fprintf(stderr, "wrong result: %lld of %lld operations\n",
                     static_cast<long long>(run.done), static_cast<long long>(size));
        std::exit(EXIT_FAILURE);
    }
    const std::size_t events = trace ? trace->size() + run.drainedEvents : 0;
    return {size, nanoseconds, run.taskBytes,
            static_cast<double>(events * Trace::bytesPerEvent) / static_cast<double>(size)};
}

}  // namespace

int main(int argc, char** argv)
{
    const auto workload = argc == 4 ? workloads.find(argv[2]) : workloads.end();
    if (workload == workloads.end()) {
        std::fprintf(stderr, "usage: bench_runtime off|recycled|growing WORKLOAD SCALE\n");
        return 2;
    }
    const double scale = std::atof(argv[3]);
    double taskBytes = 0;  // of the first run: later they come from memory that is there
    Measured fastest = benchmark::fastest([&] {
        const Measured run = measure(workload->second, argv[1], scale);
        taskBytes = std::max(taskBytes, run.taskBytes);
        return run;
    });
    fastest.taskBytes = taskBytes;
    benchmark::print(fastest);
}
