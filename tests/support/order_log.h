// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

#include "core/runtime/event_loop.h"

namespace coroscope::test {

/// What coroutines under test write, since QCOMPARE returns from its function, which a coroutine
/// may not do: names, in order, each with the loop's pass in which it was written.
class OrderLog {
public:
    explicit OrderLog(const Trace& trace) : m_trace(trace) {}

    void add(const QString& name)
    {
        int pass = 0;
        for (std::size_t row = 0; row < m_trace.size(); ++row)
            pass += m_trace.at(row).kind == EventKind::Turn ? 1 : 0;
        m_names << name;
        m_passes << name + QLatin1Char('@') + QString::number(pass);
    }

    /// "a b a".
    [[nodiscard]] QString names() const { return m_names.join(QLatin1Char(' ')); }
    /// "a@1 b@2 a@2"; the first pass is 1.
    [[nodiscard]] QString passes() const { return m_passes.join(QLatin1Char(' ')); }

private:
    const Trace& m_trace;
    QStringList m_names;
    QStringList m_passes;
};

using Program = Coroutine<> (*)(EventLoop& loop, OrderLog& log);

/// Runs a program as main, as asyncio.run does; gives what it wrote.
inline OrderLog runProgram(Program program, const Trace& trace, EventLoop& loop)
{
    OrderLog log(trace);
    const auto main = loop.createTask(program(loop, log));
    if (loop.runUntilDone(*main) != LoopEnd::Done)
        log.add(QStringLiteral("deadlock"));
    else if (main->exception())
        log.add(QString::fromStdString(describe(main->exception()).error));
    return log;
}

}  // namespace coroscope::test

Q_DECLARE_METATYPE(coroscope::test::Program)
