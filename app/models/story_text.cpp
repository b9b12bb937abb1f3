// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/story_text.h"

#include <QCoreApplication>
#include <array>

#include "app/models/event_text.h"
#include "core/base/time_text.h"

namespace coroscope {
namespace {

struct StoryWords {
    Q_DECLARE_TR_FUNCTIONS(coroscope::StoryText)
};
using Words = StoryWords;

QString text(const std::string& text)
{
    return QString::fromStdString(text);
}

QString shortTime(const ProgramRun& run, Ticks time)
{
    return text(shortTimeText(time, run.total()));
}

QString labelOf(const TaskInfo& task)
{
    return text(task.label.empty() ? task.name : task.label);
}

// The source line that a task is at, trimmed; empty if nobody knows.
QString codeAt(const ProgramRun& run, TaskId task, std::size_t event)
{
    const SiteId site = run.trace().siteAt(task, event);
    if (!site.isValid())
        return {};
    return run.source.value(static_cast<qsizetype>(run.trace().site(site).line) - 1).trimmed();
}

QString createStory(const ProgramRun& run, const Event& event, std::size_t)
{
    const TaskInfo& task = run.trace().task(event.task);
    const QString name = rowName(run, event.task);
    const QString label = labelOf(task);
    switch (task.kind) {
    case TaskInfo::Kind::Main: return Words::tr("The program begins with %1.").arg(label);
    case TaskInfo::Kind::Call:
        return Words::tr("%1 waits for its turn: %2 will be called.").arg(name, label);
    case TaskInfo::Kind::Job: return Words::tr("%1 is handed to an executor.").arg(label);
    default: break;
    }
    const QString parent = rowName(run, task.parent);
    if (parent.isEmpty())
        return Words::tr("Task %1 is created for %2.").arg(name, label);
    return Words::tr("%1 creates task %2 for %3; it joins the ready queue.")
        .arg(parent, name, label);
}

QString readyStory(const ProgramRun& run, const Event& event, std::size_t)
{
    const QString name = rowName(run, event.task);
    const QString by = rowName(run, run.trace().wokenBy(event));
    switch (event.word) {
    case Word::Timer:
        return Words::tr("The timer of %1 goes off; %1 joins the ready queue.").arg(name);
    case Word::Cancel: return Words::tr("%1 is woken to be cancelled.").arg(name);
    case Word::Done:
        return by.isEmpty()
                   ? Words::tr("What %1 awaits is done; %1 joins the ready queue.").arg(name)
                   : Words::tr("%2, which %1 awaits, is done; %1 joins the ready queue.")
                         .arg(name, by);
    default: break;
    }
    return by.isEmpty() ? Words::tr("%1 joins the ready queue.").arg(name)
                        : Words::tr("%2 wakes %1, which joins the ready queue.").arg(name, by);
}

QString resumeStory(const ProgramRun& run, const Event& event, std::size_t index)
{
    const Trace& trace = run.trace();
    const QString name = rowName(run, event.task);
    if (trace.task(event.task).kind == TaskInfo::Kind::Call)
        return Words::tr("%1 is called.").arg(labelOf(trace.task(event.task)));
    const std::span<const Stay> stays = trace.stays(event.task);
    const bool isFirst = stays.empty() || stays.front().firstEvent > index;
    return isFirst ? Words::tr("The loop takes %1, next in the ready queue; it starts.").arg(name)
                   : Words::tr("The loop takes %1, next in the ready queue; it goes on.").arg(name);
}

QString suspendStory(const ProgramRun& run, const Event& event, std::size_t index)
{
    const QString name = rowName(run, event.task);
    if (event.word == Word::Yield)
        return Words::tr("%1 lets others run and goes to the end of the ready queue.").arg(name);
    const Wait& wait = run.trace().wait(event);
    const QString code = codeAt(run, event.task, index);
    if (event.word == Word::Sleep && wait.until != Wait::noDeadline) {
        const QString until = shortTime(run, wait.until);
        return code.isEmpty()
                   ? Words::tr("%1 sleeps until %2.").arg(name, until)
                   : Words::tr("%1 suspends at \u201c%2\u201d until %3.").arg(name, code, until);
    }
    const QString detail = detailText(run, index);
    return code.isEmpty() ? Words::tr("%1 suspends: %2.").arg(name, detail)
                          : Words::tr("%1 suspends at \u201c%2\u201d: %3.").arg(name, code, detail);
}

QString blockStory(const ProgramRun& run, const Event& event, std::size_t)
{
    const QString name = rowName(run, event.task);
    switch (event.word) {
    case Word::Sleep:
        return Words::tr("%1 calls time.sleep and holds the thread: nobody else can run.")
            .arg(name);
    case Word::Work:
        return Words::tr("%1 computes and holds the thread: nobody else can run.").arg(name);
    default: return Words::tr("%1 holds the thread: nobody else can run.").arg(name);
    }
}

QString unblockStory(const ProgramRun& run, const Event& event, std::size_t)
{
    return Words::tr("%1 is through and goes on.").arg(rowName(run, event.task));
}

QString useStory(const ProgramRun& run, const Event& event, std::size_t)
{
    const Use& use = run.trace().use(event);
    const QString name = rowName(run, event.task);
    const QString object = text(run.trace().objectName(use.object));
    switch (event.word) {
    case Word::Acquire: return Words::tr("%1 acquires %2.").arg(name, object);
    case Word::Release: return Words::tr("%1 releases %2.").arg(name, object);
    case Word::Put:
        return Words::tr("%1 puts into %2, which now holds %3.").arg(name, object).arg(use.level);
    case Word::Get:
        return Words::tr("%1 takes from %2, which now holds %3.").arg(name, object).arg(use.level);
    case Word::Set: return Words::tr("%1 sets %2.").arg(name, object);
    case Word::Clear: return Words::tr("%1 clears %2.").arg(name, object);
    case Word::Notify: return Words::tr("%1 notifies who waits for %2.").arg(name, object);
    default: return Words::tr("%1 uses %2.").arg(name, object);
    }
}

QString cancelStory(const ProgramRun& run, const Event& event, std::size_t)
{
    const QString name = rowName(run, event.task);
    const QString by = rowName(run, run.trace().cancel(event).by);
    return by.isEmpty() ? Words::tr("%1 is asked to stop.").arg(name)
                        : Words::tr("%2 cancels %1.").arg(name, by);
}

QString printStory(const ProgramRun& run, const Event& event, std::size_t)
{
    const QString printed = text(run.trace().text(event));
    const QString name = rowName(run, event.task);
    return name.isEmpty() ? Words::tr("Python prints \u201c%1\u201d.").arg(printed)
                          : Words::tr("%1 prints \u201c%2\u201d.").arg(name, printed);
}

QString doneStory(const ProgramRun& run, const Event& event, std::size_t)
{
    return Words::tr("%1 is done: it %2.")
        .arg(rowName(run, event.task), outcomeText(run.trace(), event));
}

QString turnStory(const ProgramRun& run, const Event& event, std::size_t)
{
    const LoopTurn& turn = run.trace().turn(event);
    return Words::tr("The loop begins a turn with %1 ready.").arg(turn.ready);
}

QString markStory(const ProgramRun& run, const Event& event, std::size_t)
{
    return Words::tr("Note: %1").arg(text(run.trace().text(event)));
}

QString endStory(const ProgramRun& run, const Event& event, std::size_t)
{
    return Words::tr("The program %1.").arg(outcomeText(run.trace(), event));
}

// In the order of EventKind.
constexpr std::array<QString (*)(const ProgramRun&, const Event&, std::size_t), eventKindCount>
    stories{createStory, readyStory, resumeStory, suspendStory, blockStory, unblockStory, useStory,
            cancelStory, printStory, doneStory,   turnStory,    markStory,  endStory};

}  // namespace

QString storyText(const ProgramRun& run, std::size_t event)
{
    const Event row = run.trace().at(event);
    return stories[static_cast<std::size_t>(row.kind)](run, row, event).replace(u'\n', u'↵');
}

}  // namespace coroscope
