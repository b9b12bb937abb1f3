// SPDX-License-Identifier: GPL-3.0-or-later
// bench_floor indirect|handle WORKLOAD SCALE: what a switch costs at the very least. A ring of
// function pointers, or of coroutines' handles, each of which puts itself at its end again.
// Workload a has one of them, b a thousand.
#include <coroutine>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "tests/benchmark/runtime/report.h"

using coroscope::benchmark::Measured;

namespace {

template <typename T>
class Ring {
public:
    explicit Ring(std::size_t entries) : m_entries(entries), m_mask(entries - 1) {}
    void push(T entry) { m_entries[m_tail++ & m_mask] = entry; }
    T pop() { return m_entries[m_head++ & m_mask]; }
    [[nodiscard]] bool isEmpty() const { return m_head == m_tail; }

private:
    std::vector<T> m_entries;
    const std::size_t m_mask;
    std::size_t m_head = 0;
    std::size_t m_tail = 0;
};

struct Counter {
    void (*call)(Counter&);
    Ring<Counter*>& ring;
    std::int64_t left;
};

void countDown(Counter& counter)
{
    if (--counter.left > 0)
        counter.ring.push(&counter);
}

struct Routine {
    struct promise_type {
        Routine get_return_object()
        {
            return {std::coroutine_handle<promise_type>::from_promise(*this)};
        }
        std::suspend_always initial_suspend() noexcept { return {}; }
        std::suspend_never final_suspend() noexcept { return {}; }
        void return_void() {}
        void unhandled_exception() { std::abort(); }
    };
    std::coroutine_handle<> handle;
};

class Requeue {
public:
    explicit Requeue(Ring<std::coroutine_handle<>>& ring) : m_ring(ring) {}
    bool await_ready() const { return false; }
    void await_suspend(std::coroutine_handle<> handle) const { m_ring.push(handle); }
    void await_resume() const {}

private:
    Ring<std::coroutine_handle<>>& m_ring;
};

Routine countDown(Ring<std::coroutine_handle<>>& ring, std::int64_t times, std::int64_t& done)
{
    for (std::int64_t i = 0; i < times; ++i) {
        co_await Requeue(ring);
        ++done;
    }
}

double runIndirect(std::int64_t tasks, std::int64_t times)
{
    Ring<Counter*> ring(1024);
    std::vector<Counter> counters(static_cast<std::size_t>(tasks), {countDown, ring, times});
    for (Counter& counter : counters)
        ring.push(&counter);
    const double start = coroscope::benchmark::cpuTime();
    while (!ring.isEmpty()) {
        Counter* const counter = ring.pop();
        counter->call(*counter);
    }
    return coroscope::benchmark::cpuTime() - start;
}

double runHandles(std::int64_t tasks, std::int64_t times)
{
    Ring<std::coroutine_handle<>> ring(1024);
    std::int64_t done = 0;
    for (std::int64_t i = 0; i < tasks; ++i)
        ring.push(countDown(ring, times, done).handle);
    const double start = coroscope::benchmark::cpuTime();
    while (!ring.isEmpty())
        ring.pop().resume();
    const double nanoseconds = coroscope::benchmark::cpuTime() - start;
    if (done != tasks * times)
        std::abort();
    return nanoseconds;
}

}  // namespace

int main(int argc, char** argv)
{
    if (argc != 4) {
        std::fprintf(stderr, "usage: bench_floor indirect|handle a|b SCALE\n");
        return 2;
    }
    const std::int64_t tasks = std::string_view(argv[2]) == "b" ? 1000 : 1;
    const auto times = static_cast<std::int64_t>(5e6 * std::atof(argv[3])) / tasks;
    const auto run = std::string_view(argv[1]) == "handle" ? runHandles : runIndirect;
    coroscope::benchmark::print(coroscope::benchmark::fastest([&] {
        return Measured{tasks * times, run(tasks, times)};
    }));
}
