// SPDX-License-Identifier: MIT
#include <core/runtime/event_loop.h>
#include <core/runtime/gather.h>
#include <core/runtime/sleep.h>
#include <core/trace/json_lines_writer.h>

#include <fstream>

using namespace coroscope;
using std::chrono::seconds;

Coroutine<> dish(seconds time)
{
    co_await sleep(time);
}

Coroutine<> dinner(EventLoop& loop)
{
    std::vector<Ref<FutureBase>> dishes;
    for (const int time : {3, 5})
        dishes.push_back(loop.createTask(dish(seconds(time))));
    co_await gather(loop, std::move(dishes));
}

int main(int, char** arguments)
{
    Trace trace;
    VirtualClock clock;
    EventLoop loop(clock, &trace);
    const auto main = loop.createTask(dinner(loop));
    loop.runUntilDone(*main);
    std::ofstream file(arguments[1]);
    writeJsonLines(file, trace, {"Dinner", "dinner.cpp", true, {}});
    return file && trace.lastTime() == seconds(5) ? 0 : 1;
}
