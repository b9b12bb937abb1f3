// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/event_text.h"

#include <QCoreApplication>
#include <array>

#include "core/base/time_text.h"

namespace coroscope {
namespace {

struct EventText {
    Q_DECLARE_TR_FUNCTIONS(coroscope::EventText)
};

QString timeText(const ProgramRun& run, Ticks time)
{
    return QString::fromStdString(shortTimeText(time, run.total()));
}

QString tasksText(const ProgramRun& run, std::span<const TaskId> tasks)
{
    constexpr std::size_t most = 8;
    QStringList names;
    for (const TaskId task : tasks.first(std::min(tasks.size(), most)))
        names << rowName(run, task);
    const QString text = names.join(QStringLiteral(", "));
    if (tasks.size() <= most)
        return text;
    return EventText::tr("%1 and %2 more").arg(text).arg(tasks.size() - most);
}

QString createText(const ProgramRun& run, const Event& event)
{
    const TaskInfo& task = run.trace().task(event.task);
    return QString::fromStdString(task.label.empty() ? task.name : task.label);
}

QString readyText(const ProgramRun& run, const Event& event)
{
    const QString by = rowName(run, run.trace().wokenBy(event));
    switch (event.word) {
        case Word::Created:
            return by.isEmpty() ? EventText::tr("just created")
                                : EventText::tr("created by %1").arg(by);
        case Word::Timer: return EventText::tr("woken by timer");
        case Word::Cancel:
            return by.isEmpty() ? EventText::tr("woken to be cancelled")
                                : EventText::tr("woken by %1, to be cancelled").arg(by);
        case Word::Done:
            return by.isEmpty() ? EventText::tr("what it awaits is done")
                                : EventText::tr("woken by %1, which is done").arg(by);
        default: break;
    }
    if (!by.isEmpty())
        return EventText::tr("woken by %1").arg(by);
    return event.word == Word::None ? QString()
                                    : EventText::tr("woken: %1").arg(wordText(event.word));
}

QString waitText(const ProgramRun& run, const Event& event)
{
    const Trace& trace = run.trace();
    const Wait& wait = trace.wait(event);
    if (const auto awaited = trace.awaited(wait); !awaited.empty())
        return EventText::tr("awaits %1").arg(tasksText(run, awaited));
    if (wait.object.isValid()) {
        return EventText::tr("waits for %1 %2")
            .arg(wordText(event.word), QString::fromStdString(trace.objectName(wait.object)));
    }
    if (event.word == Word::Yield)
        return EventText::tr("lets others run");
    return event.word == Word::None ? QString()
                                    : EventText::tr("awaits %1").arg(wordText(event.word));
}

QString suspendText(const ProgramRun& run, const Event& event)
{
    const Wait& wait = run.trace().wait(event);
    if (wait.until == Wait::noDeadline)
        return waitText(run, event);
    const QString until = timeText(run, wait.until);
    if (event.word == Word::Sleep)
        return EventText::tr("sleep until %1").arg(until);
    return EventText::tr("%1, until %2 at most").arg(waitText(run, event), until);
}

QString blockText(const ProgramRun&, const Event& event)
{
    switch (event.word) {
        case Word::Sleep: return EventText::tr("time.sleep holds the thread");
        case Word::Work: return EventText::tr("computes, and holds the thread");
        case Word::Io: return EventText::tr("input or output holds the thread");
        default: return EventText::tr("holds the thread");
    }
}

QString useText(const ProgramRun& run, const Event& event)
{
    const Use& use = run.trace().use(event);
    const QString name = QString::fromStdString(run.trace().objectName(use.object));
    return EventText::tr("%1 %2, now %3").arg(wordText(event.word), name).arg(use.level);
}

QString cancelText(const ProgramRun& run, const Event& event)
{
    const CancelRequest& request = run.trace().cancel(event);
    const QString by = rowName(run, request.by);
    const QString text = by.isEmpty() ? EventText::tr("asked to stop")
                                      : EventText::tr("asked to stop by %1").arg(by);
    return request.message.empty()
               ? text
               : EventText::tr("%1: %2").arg(text, QString::fromStdString(request.message));
}

QString printText(const ProgramRun& run, const Event& event)
{
    return EventText::tr("prints %1").arg(QString::fromStdString(run.trace().text(event)));
}

QString endText(const ProgramRun& run, const Event& event)
{
    return outcomeText(run.trace(), event);
}

QString turnText(const ProgramRun& run, const Event& event)
{
    const LoopTurn& turn = run.trace().turn(event);
    const QString timers =
        turn.timers == 1 ? EventText::tr("1 timer") : EventText::tr("%1 timers").arg(turn.timers);
    return EventText::tr("%1 ready, %2").arg(turn.ready).arg(timers);
}

QString markText(const ProgramRun& run, const Event& event)
{
    return QString::fromStdString(run.trace().text(event));
}

QString noText(const ProgramRun&, const Event&)
{
    return {};
}

struct KindSpec {
    EventKind kind;
    const char* name;
    QString (*detail)(const ProgramRun&, const Event&);
};

constexpr std::array<KindSpec, eventKindCount> kinds{{
    {EventKind::Create, QT_TRANSLATE_NOOP("coroscope::EventText", "created"), createText},
    {EventKind::Ready, QT_TRANSLATE_NOOP("coroscope::EventText", "ready"), readyText},
    {EventKind::Resume, QT_TRANSLATE_NOOP("coroscope::EventText", "resumes"), noText},
    {EventKind::Suspend, QT_TRANSLATE_NOOP("coroscope::EventText", "suspends"), suspendText},
    {EventKind::Block, QT_TRANSLATE_NOOP("coroscope::EventText", "blocks"), blockText},
    {EventKind::Unblock, QT_TRANSLATE_NOOP("coroscope::EventText", "goes on"), noText},
    {EventKind::Use, QT_TRANSLATE_NOOP("coroscope::EventText", "uses"), useText},
    {EventKind::Cancel, QT_TRANSLATE_NOOP("coroscope::EventText", "cancelled"), cancelText},
    {EventKind::Print, QT_TRANSLATE_NOOP("coroscope::EventText", "output"), printText},
    {EventKind::Done, QT_TRANSLATE_NOOP("coroscope::EventText", "done"), endText},
    {EventKind::Turn, QT_TRANSLATE_NOOP("coroscope::EventText", "loop turn"), turnText},
    {EventKind::Mark, QT_TRANSLATE_NOOP("coroscope::EventText", "mark"), markText},
    {EventKind::End, QT_TRANSLATE_NOOP("coroscope::EventText", "end"), endText},
}};

// In the order of SegmentState.
constexpr std::array<const char*, segmentStateCount> states{
    QT_TRANSLATE_NOOP("coroscope::EventText", "not created yet"),
    QT_TRANSLATE_NOOP("coroscope::EventText", "waiting for its turn"),
    QT_TRANSLATE_NOOP("coroscope::EventText", "ready"),
    QT_TRANSLATE_NOOP("coroscope::EventText", "running"),
    QT_TRANSLATE_NOOP("coroscope::EventText", "blocking"),
    QT_TRANSLATE_NOOP("coroscope::EventText", "suspended"),
    QT_TRANSLATE_NOOP("coroscope::EventText", "in a call"),
    QT_TRANSLATE_NOOP("coroscope::EventText", "done"),
};

const KindSpec& specOf(EventKind kind)
{
    const KindSpec& spec = kinds[static_cast<std::size_t>(kind)];
    Q_ASSERT(spec.kind == kind);
    return spec;
}

}  // namespace

QString wordText(Word word)
{
    const std::string_view text = wordOf(word);
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

QString kindText(EventKind kind)
{
    return EventText::tr(specOf(kind).name);
}

QString stateText(SegmentState state)
{
    return EventText::tr(states[static_cast<std::size_t>(state)]);
}

QString detailText(const ProgramRun& run, std::size_t event)
{
    const Event row = run.trace().at(event);
    return specOf(row.kind).detail(run, row);
}

QString outcomeText(const Trace& trace, const Event& event)
{
    const Outcome& outcome = trace.outcome(event);
    const QString text = QString::fromStdString(outcome.text);
    const QString error = QString::fromStdString(outcome.error);
    switch (event.word) {
        case Word::Returned: return EventText::tr("returned %1").arg(text);
        case Word::Raised:
            return text.isEmpty() ? EventText::tr("raised %1").arg(error)
                                  : EventText::tr("raised %1: %2").arg(error, text);
        case Word::Cancelled: return EventText::tr("was cancelled");
        case Word::Ok: return EventText::tr("ended well");
        case Word::Deadlock: return EventText::tr("ended in a deadlock");
        case Word::Interrupted: return EventText::tr("was interrupted");
        default: return {};
    }
}

QString rowName(const ProgramRun& run, TaskId task)
{
    return task.isValid() ? run.rows.value(static_cast<qsizetype>(task.value)) : QString();
}

}  // namespace coroscope
