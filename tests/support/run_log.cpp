// SPDX-License-Identifier: MIT
#include "tests/support/run_log.h"

#include <algorithm>
#include <limits>

namespace coroscope::test {
namespace {

QString outcomeText(const Trace& trace, const Event& event)
{
    switch (event.word) {
    case Word::Cancelled: return QStringLiteral(" cancelled");
    case Word::Raised: return QLatin1Char(' ') + QString::fromStdString(trace.outcome(event).error);
    default: return QStringLiteral(" ok");
    }
}

bool isTask(const Trace& trace, const Event& event)
{
    const TaskInfo::Kind kind = trace.task(event.task).kind;
    return kind == TaskInfo::Kind::Main || kind == TaskInfo::Kind::Task;
}

// What threads do lies in no pass.
bool isOfJob(const Trace& trace, const Event& event)
{
    return event.task.isValid() && trace.task(event.task).kind == TaskInfo::Kind::Job;
}

// "print hello"; empty for events that are left out.
QString whatHappened(const Trace& trace, const Event& event, LogOf what)
{
    if (event.kind == EventKind::Print) {
        const QString text = QString::fromStdString(trace.text(event));
        if (event.word == Word::Stdout)
            return QStringLiteral("print ") + text;
        return what == LogOf::Golden
                   ? QString()
                   : QStringLiteral("warning ") + text.mid(text.indexOf(QLatin1String(": ")) + 2);
    }
    if (what == LogOf::Program || !event.task.isValid() || !isTask(trace, event))
        return {};
    const QString name = QString::fromStdString(trace.task(event.task).name);
    switch (event.kind) {
    case EventKind::Create: return QStringLiteral("create ") + name;
    case EventKind::Resume: return QStringLiteral("resume ") + name;
    case EventKind::Suspend: return QStringLiteral("suspend ") + name;
    case EventKind::Done: return QStringLiteral("done ") + name + outcomeText(trace, event);
    default: return {};
    }
}

}  // namespace

QStringList logOf(const Trace& trace, LogOf what)
{
    QStringList lines;
    qsizetype passes = 0;
    for (std::size_t row = 0; row < trace.size(); ++row) {
        const Event event = trace.at(row);
        if (event.kind == EventKind::Turn)
            ++passes;
        const QString text = whatHappened(trace, event, what);
        if (text.isEmpty())
            continue;
        const auto time = event.time.count();
        if (what == LogOf::Golden)
            lines << QStringLiteral("%1 %2").arg(time / 1000).arg(text);
        else
            lines << QStringLiteral("%1 %2 ").arg(time).arg(isOfJob(trace, event) ? 0 : passes) +
                         text;
    }
    return lines;
}

QString howOf(const scenario::Run& run)
{
    switch (run.how) {
    case Word::Ok: return QStringLiteral("ok");
    case Word::Deadlock: return QStringLiteral("deadlock");
    case Word::Raised: return QString::fromStdString(run.outcome.error);
    default: return QStringLiteral("interrupted");
    }
}

QString outputOf(const scenario::Run& run)
{
    QStringList lines;
    const Trace& trace = *run.trace;
    for (std::size_t row = 0; row < trace.size(); ++row) {
        const Event event = trace.at(row);
        if (event.kind == EventKind::Print && event.word == Word::Stdout)
            lines << QString::fromStdString(trace.text(event));
    }
    if (run.how == Word::Deadlock)
        lines << QStringLiteral("deadlock");
    else if (run.how != Word::Ok)
        lines << QString::fromStdString(run.outcome.error + ": " + run.outcome.text);
    return lines.join(QStringLiteral(" | "));
}

QString firstDifference(const QStringList& actual, const QStringList& expected)
{
    qsizetype at = 0;
    while (at < actual.size() && at < expected.size() && actual[at] == expected[at])
        ++at;
    if (at == actual.size() && at == expected.size())
        return {};
    const qsizetype from = std::max<qsizetype>(0, at - 10);
    return QStringLiteral("\n  ") + expected.mid(from, at - from).join(QStringLiteral("\n  ")) +
           QStringLiteral("\n- ") + expected.value(at, QStringLiteral("(end)")) +
           QStringLiteral("\n+ ") + actual.value(at, QStringLiteral("(end)"));
}

}  // namespace coroscope::test
