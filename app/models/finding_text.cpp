// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/finding_text.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <array>

#include "app/models/event_text.h"
#include "core/base/time_text.h"

namespace coroscope {
namespace {

struct FindingWords {
    Q_DECLARE_TR_FUNCTIONS(coroscope::FindingText)
};

QString timeText(Ticks time)
{
    return QString::fromStdString(coroscope::timeText(time).joined());
}

QString text(const std::string& text)
{
    return QString::fromStdString(text);
}

// "A, B and C"; of many the first ones.
QString list(const ProgramRun& run, const std::vector<TaskId>& tasks)
{
    constexpr std::size_t most = 4;
    QStringList names;
    for (std::size_t i = 0; i < std::min(tasks.size(), most); ++i)
        names << rowName(run, tasks[i]);
    if (tasks.size() > most) {
        return FindingWords::tr("%1 and %2 others")
            .arg(names.join(QStringLiteral(", ")))
            .arg(tasks.size() - most);
    }
    if (names.size() < 2)
        return names.value(0);
    const QString last = names.takeLast();
    return FindingWords::tr("%1 and %2").arg(names.join(QStringLiteral(", ")), last);
}

QString heldUp(const ProgramRun& run, const Finding& finding)
{
    std::vector<TaskId> tasks;
    for (const Finding::Affected& affected : finding.affected)
        tasks.push_back(affected.task);
    if (tasks.empty())
        return {};
    return FindingWords::tr("held up: %1, by up to %2")
        .arg(list(run, tasks), timeText(finding.affected.front().delay));
}

FindingText deadlock(const ProgramRun& run, const Finding& finding)
{
    const QString what = FindingWords::tr("Deadlock: nothing can ever wake anybody");
    if (!finding.isCircle)
        return {what, FindingWords::tr("waiting for ever: %1").arg(list(run, finding.tasks)), {}};
    QStringList links;
    for (std::size_t i = 0; i < finding.tasks.size(); ++i) {
        const TaskId next = finding.tasks[(i + 1) % finding.tasks.size()];
        links << FindingWords::tr("%1 waits for %2")
                     .arg(rowName(run, finding.tasks[i]), rowName(run, next));
    }
    return {what, links.join(QStringLiteral(", ")), {}};
}

FindingText exception(const ProgramRun&, const Finding& finding)
{
    return {FindingWords::tr("The program ends with %1").arg(text(finding.name)),
            text(finding.detail),
            {}};
}

FindingText neverAwaited(const ProgramRun& run, const Finding& finding)
{
    if (!finding.task.isValid() || !finding.name.empty()) {
        return {FindingWords::tr("Coroutine %1 is never awaited").arg(text(finding.name)),
                FindingWords::tr("it never runs"),
                {}};
    }
    return {FindingWords::tr("%1 is never awaited").arg(rowName(run, finding.task)),
            FindingWords::tr("it is cut off when main ends"),
            {}};
}

FindingText exceptionNotRetrieved(const ProgramRun& run, const Finding& finding)
{
    return {FindingWords::tr("Nobody looks at the %1 that %2 raises")
                .arg(text(finding.name), rowName(run, finding.task)),
            text(finding.detail),
            {}};
}

FindingText blockingCall(const ProgramRun& run, const Finding& finding)
{
    const QString task = rowName(run, finding.task);
    const QString length = timeText(finding.cost);
    const QString what = finding.count > 1
                             ? FindingWords::tr("%1 blocks the loop %2 times, %3 in all")
                                   .arg(task)
                                   .arg(finding.count)
                                   .arg(length)
                             : FindingWords::tr("%1 blocks the loop for %2").arg(task, length);
    QString more = heldUp(run, finding);
    if (finding.gain) {
        const QString gain = text(shortTimeText(*finding.gain, *finding.gain));
        const QString cure = FindingWords::tr("run_in_executor would save %1").arg(gain);
        more = more.isEmpty() ? cure : QStringLiteral("%1; %2").arg(more, cure);
    }
    return {what, more, {}};
}

FindingText starvation(const ProgramRun& run, const Finding& finding)
{
    return {FindingWords::tr("%1 holds the loop for %2 without giving way")
                .arg(rowName(run, finding.task), timeText(finding.cost)),
            heldUp(run, finding),
            {}};
}

FindingText longStep(const ProgramRun& run, const Finding& finding)
{
    return {FindingWords::tr("%1 computes for %2 without a pause")
                .arg(rowName(run, finding.task), timeText(finding.cost)),
            heldUp(run, finding),
            {}};
}

FindingText sequentialAwaits(const ProgramRun& run, const Finding& finding)
{
    const QString what =
        finding.tasks.empty()
            ? FindingWords::tr("Awaited one after the other")
            : FindingWords::tr("Awaited one after the other: %1").arg(list(run, finding.tasks));
    if (!finding.gain)
        return {what, FindingWords::tr("none needs what another found out: gather them"), {}};
    const std::string gain = shortTimeText(*finding.gain, *finding.gain);
    return {what, FindingWords::tr("gather would save %1").arg(text(gain)), {}};
}

FindingText lockConvoy(const ProgramRun& run, const Finding& finding)
{
    return {FindingWords::tr("Up to %1 tasks queue for lock %2")
                .arg(finding.count)
                .arg(text(run.trace().objectName(finding.object))),
            FindingWords::tr("they wait %1 in all").arg(timeText(finding.cost)),
            {}};
}

FindingText unboundedFanOut(const ProgramRun& run, const Finding& finding)
{
    return {FindingWords::tr("%1 starts %2 tasks at once")
                .arg(rowName(run, finding.task))
                .arg(finding.count),
            FindingWords::tr("a semaphore would limit them"),
            {}};
}

FindingText cancelledInCleanUp(const ProgramRun& run, const Finding& finding)
{
    const QString by = rowName(run, finding.by);
    return {FindingWords::tr("%1 is cancelled again while it cleans up")
                .arg(rowName(run, finding.task)),
            by.isEmpty() ? QString() : FindingWords::tr("by %1").arg(by),
            {}};
}

struct KindSpec {
    FindingText (*text)(const ProgramRun&, const Finding&);
    SegmentState state;
};

// In the order of Finding::Kind.
constexpr std::array<KindSpec, findingKindCount> kinds{{
    {deadlock, SegmentState::Suspended},
    {exception, SegmentState::Blocking},
    {neverAwaited, SegmentState::Waiting},
    {exceptionNotRetrieved, SegmentState::Blocking},
    {blockingCall, SegmentState::Blocking},
    {starvation, SegmentState::Blocking},
    {longStep, SegmentState::Running},
    {sequentialAwaits, SegmentState::Suspended},
    {lockConvoy, SegmentState::Suspended},
    {unboundedFanOut, SegmentState::Ready},
    {cancelledInCleanUp, SegmentState::Suspended},
}};

const KindSpec& specOf(Finding::Kind kind)
{
    return kinds[static_cast<std::size_t>(kind)];
}

SiteId siteOf(const ProgramRun& run, const Finding& finding)
{
    const Trace& trace = run.trace();
    if (finding.site.isValid() || finding.event >= trace.size())
        return finding.site;
    const TaskId task = finding.task.isValid() ? finding.task : trace.at(finding.event).task;
    return task.isValid() ? trace.siteAt(task, finding.event) : SiteId();
}

QString whereText(const ProgramRun& run, const Finding& finding)
{
    const SiteId id = siteOf(run, finding);
    if (!id.isValid() || run.trace().site(id).line == 0)
        return {};
    const Site& site = run.trace().site(id);
    if (site.file.empty())
        return FindingWords::tr("line %1").arg(site.line);
    return QStringLiteral("%1:%2").arg(QFileInfo(text(site.file)).fileName()).arg(site.line);
}

}  // namespace

FindingText findingText(const ProgramRun& run, const Finding& finding)
{
    FindingText made = specOf(finding.kind).text(run, finding);
    made.where = whereText(run, finding);
    return made;
}

QString findingSentence(const ProgramRun& run, const Finding& finding)
{
    const FindingText made = findingText(run, finding);
    QString sentence = made.what;
    if (!made.where.isEmpty())
        sentence += QStringLiteral(", ") + made.where;
    if (!made.more.isEmpty())
        sentence += QStringLiteral("; ") + made.more;
    return FindingWords::tr("%1: %2.").arg(run.name, sentence);
}

SegmentState stateAtFault(Finding::Kind kind)
{
    return specOf(kind).state;
}

}  // namespace coroscope
