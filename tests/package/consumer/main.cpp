// SPDX-License-Identifier: MIT
#include <core/runtime/event_loop.h>
#include <core/runtime/sleep.h>

#include <iostream>

using namespace coroscope;

namespace {

Coroutine<int> answerLater()
{
    co_await sleep(std::chrono::seconds(3));
    co_return 42;
}

}  // namespace

// Core as somebody else would use it: a coroutine, its loop, and the trace that it leaves.
int main()
{
    Trace trace;
    VirtualClock clock;
    EventLoop loop(clock, &trace);
    const auto task = loop.createTask(answerLater());
    loop.runUntilDone(*task);
    std::cout << task->result() << " after " << trace.lastTime().count() << " ns\n";
    return task->result() == 42 && trace.lastTime() == std::chrono::seconds(3) ? 0 : 1;
}
