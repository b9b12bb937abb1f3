// SPDX-License-Identifier: MIT
#include "tests/support/lessons.h"

#include <algorithm>

namespace coroscope::test {

const QStringList& lessonNames()
{
    static const QStringList names{
        QStringLiteral("delivery"),
        QStringLiteral("async-but-sequential"),
        QStringLiteral("impatient-customers"),
        QStringLiteral("await-or-task"),
        QStringLiteral("cafe"),
        QStringLiteral("breakfast"),
        QStringLiteral("cpu-bound"),
        QStringLiteral("io-bound"),
        QStringLiteral("blocking-call"),
        QStringLiteral("run-in-executor"),
        QStringLiteral("control-transfer"),
        QStringLiteral("generator-coroutine"),
        QStringLiteral("first-event-loop"),
        QStringLiteral("awaitables"),
        QStringLiteral("gather-errors"),
        QStringLiteral("fetcher"),
        QStringLiteral("barista"),
        QStringLiteral("as-completed"),
        QStringLiteral("timeout"),
        QStringLiteral("cancel-a-task"),
        QStringLiteral("task-group"),
        QStringLiteral("producer-consumer"),
        QStringLiteral("dining-philosophers"),
        QStringLiteral("forgotten-await"),
        QStringLiteral("starvation"),
        QStringLiteral("thundering-herd"),
        QStringLiteral("rate-limit"),
        QStringLiteral("retry-backoff"),
    };
    return names;
}

scenario::Scenario lesson(const QString& name)
{
    auto read = scenario::loadScenario(
        QStringLiteral(LESSONS_DIR "/%1.scenario.json").arg(name).toStdString());
    if (!read)
        qFatal("%s", read.error().text().c_str());
    return std::move(read).value();
}

scenario::Run runLesson(const QString& name, const QString& program)
{
    auto run = scenario::run(lesson(name), program.toStdString());
    if (!run)
        qFatal("%s", run.error().text().c_str());
    return std::move(run).value();
}

QStringList printsWithTimes(const scenario::Run& run)
{
    QStringList lines;
    for (std::size_t i = 0; i < run.trace->size(); ++i) {
        const Event event = run.trace->at(i);
        if (event.kind == EventKind::Print && event.word == Word::Stdout) {
            const double seconds = std::chrono::duration<double>(event.time).count();
            lines << QString::number(seconds) + QLatin1Char(' ') +
                         QString::fromStdString(run.trace->text(event));
        }
    }
    return lines;
}

const Track* rowCalled(const std::string& name, const Timeline& timeline)
{
    const std::vector<std::string> names = rowNames(timeline.trace());
    const auto found = std::ranges::find(names, name);
    return found != names.end()
               ? &timeline.tracks()[static_cast<std::size_t>(found - names.begin())]
               : nullptr;
}

SegmentState stateAt(Ticks time, const Track& row, const Timeline& timeline)
{
    return row.stateAfter(timeline.trace().upperBound(time));
}

}  // namespace coroscope::test
