// SPDX-License-Identifier: MIT
#include "tests/support/sample_traces.h"

#include <array>
#include <string>
#include <vector>

namespace coroscope::test {
namespace {

struct Customer {
    const char* name;
    int meal;
};
constexpr std::array<Customer, 3> customers{{{"A", 10}, {"B", 3}, {"C", 4}}};

Ticks seconds(int count)
{
    return std::chrono::seconds(count);
}

std::string label(const Customer& customer)
{
    return std::string("delivery('") + customer.name + "', " + std::to_string(customer.meal) + ")";
}

void print(Trace& trace, int time, TaskId task, const std::string& text)
{
    trace.append(seconds(time), EventKind::Print, Word::Stdout, task, trace.addText(text));
}

void finish(Trace& trace, int time, TaskId task, const std::string& value)
{
    trace.append(seconds(time), EventKind::Done, Word::Returned, task,
                 trace.addOutcome({value, ""}));
}

void end(Trace& trace, int time)
{
    trace.append(seconds(time), EventKind::End, Word::Ok, {}, trace.addOutcome({}));
}

}  // namespace

std::shared_ptr<const Trace> syncDelivery()
{
    auto trace = std::make_shared<Trace>();
    const TaskId main = trace->addTask({"Task-1", "main()", {}, TaskInfo::Kind::Main, {}});
    std::vector<TaskId> calls;
    trace->append(seconds(0), EventKind::Create, Word::None, main);
    for (const Customer& customer : customers) {
        calls.push_back(trace->addTask({"", label(customer), main, TaskInfo::Kind::Call, {}}));
        trace->append(seconds(0), EventKind::Create, Word::None, calls.back());
    }
    trace->append(seconds(0), EventKind::Resume, Word::None, main);
    int now = 0;
    for (std::size_t i = 0; i < customers.size(); ++i) {
        trace->append(seconds(now), EventKind::Resume, Word::None, calls[i]);
        print(*trace, now, calls[i], std::string(customers[i].name) + "에게 배달 완료!");
        trace->append(seconds(now), EventKind::Block, Word::Sleep, calls[i]);
        now += customers[i].meal;
        trace->append(seconds(now), EventKind::Unblock, Word::None, calls[i]);
        print(*trace, now, calls[i], std::string(customers[i].name) + " 그릇 수거 완료");
        finish(*trace, now, calls[i], std::to_string(customers[i].meal));
    }
    finish(*trace, now, main, "None");
    end(*trace, now);
    return trace;
}

std::shared_ptr<const Trace> gatherDelivery()
{
    auto trace = std::make_shared<Trace>();
    const TaskId main = trace->addTask({"Task-1", "main()", {}, TaskInfo::Kind::Main, {}});
    trace->append(seconds(0), EventKind::Create, Word::None, main);
    trace->append(seconds(0), EventKind::Resume, Word::None, main);
    std::vector<TaskId> tasks;
    for (const Customer& customer : customers) {
        tasks.push_back(trace->addTask(
            {"Task-" + std::to_string(tasks.size() + 2), label(customer), main, {}, {}}));
        trace->append(seconds(0), EventKind::Create, Word::None, tasks.back());
        trace->append(seconds(0), EventKind::Ready, Word::Created, tasks.back(), main.value);
    }
    trace->append(seconds(0), EventKind::Suspend, Word::Gather, main, trace->addWait({}, tasks));
    for (std::size_t i = 0; i < customers.size(); ++i) {
        trace->append(seconds(0), EventKind::Resume, Word::None, tasks[i]);
        print(*trace, 0, tasks[i], std::string(customers[i].name) + "에게 배달 완료!");
        Wait sleep;
        sleep.until = seconds(customers[i].meal);
        trace->append(seconds(0), EventKind::Suspend, Word::Sleep, tasks[i], trace->addWait(sleep));
    }
    for (const std::size_t i : {1U, 2U, 0U}) {
        const int now = customers[i].meal;
        trace->append(seconds(now), EventKind::Ready, Word::Timer, tasks[i]);
        trace->append(seconds(now), EventKind::Resume, Word::None, tasks[i]);
        print(*trace, now, tasks[i], std::string(customers[i].name) + " 그릇 수거 완료");
        finish(*trace, now, tasks[i], std::to_string(now));
    }
    trace->append(seconds(10), EventKind::Ready, Word::Done, main, tasks[0].value);
    trace->append(seconds(10), EventKind::Resume, Word::None, main);
    print(*trace, 10, main, "[10, 3, 4]");
    finish(*trace, 10, main, "None");
    end(*trace, 10);
    return trace;
}

}  // namespace coroscope::test
