// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>
#include <map>
#include <vector>

#include "core/timeline/moment.h"
#include "core/trace/trace.h"

namespace coroscope::test {

/// The loop's state kept as a loop would keep it: a queue that is pushed and popped, event by
/// event from the start. The obvious way, to compare the quick one with.
class NaiveMoment {
public:
    explicit NaiveMoment(const Trace& trace) : m_trace(trace) {}

    void take(const Event& event);
    /// The same text as textOf() of the Moment that is right.
    [[nodiscard]] QString text() const;
    /// The first task that a Resume took from elsewhere than the queue's head; none: all is well.
    [[nodiscard]] TaskId outOfOrder() const noexcept { return m_outOfOrder; }

private:
    [[nodiscard]] bool isOfLoop(TaskId task) const;
    void use(const Event& event);

    const Trace& m_trace;
    std::vector<TaskId> m_ready;
    std::vector<TaskId> m_waiters;
    std::map<TaskId, Event> m_suspends;
    std::map<TaskId, QString> m_jobs;
    std::vector<TaskId> m_running;  // innermost last
    std::map<ObjectId, ObjectUse> m_objects;
    TaskId m_outOfOrder;
};

[[nodiscard]] QString textOf(const Moment& moment, const Trace& trace);

}  // namespace coroscope::test
