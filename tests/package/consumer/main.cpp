// SPDX-License-Identifier: MIT
#include <core/timeline/timeline.h>
#include <core/trace/trace.h>

#include <iostream>
#include <memory>

// A trace made by hand, its timeline and its file: all of it without Qt.
int main()
{
    using namespace coroscope;
    const auto trace = std::make_shared<Trace>();
    const TaskId task = trace->addTask({"Task-1", "main()", {}, TaskInfo::Kind::Main, {}});
    trace->append(Ticks(0), EventKind::Create, Word::None, task);
    std::cout << wordOf(trace->at(0).kind) << '\n';
    return Timeline(trace).tracks().size() == 1 ? 0 : 1;
}
