// SPDX-License-Identifier: MIT
#include "tests/support/naive_moment.h"

#include <algorithm>

namespace coroscope::test {
namespace {

QString list(const char* what, const QStringList& items)
{
    return QLatin1String(what) + QLatin1Char('[') + items.join(QLatin1Char(' ')) +
           QLatin1String("] ");
}

QString number(TaskId task)
{
    return QString::number(task.value);
}

QString waiterText(TaskId task, Word why, ObjectId object, Ticks until)
{
    return QStringLiteral("%1:%2:%3:%4")
        .arg(task.value)
        .arg(QLatin1String(wordOf(why).data()))
        .arg(object.value)
        .arg(until.count());
}

QString objectText(ObjectId object, const ObjectUse& use)
{
    QString text = QStringLiteral("%1=%2").arg(object.value).arg(use.level.value_or(-99));
    for (const TaskId holder : use.holders)
        text += QLatin1Char('<') + number(holder);
    return text;
}

QString jobText(const Moment::Job& job)
{
    constexpr std::array<const char*, 4> states{"queued", "waiting", "running", "blocking"};
    return number(job.task) + QLatin1Char(':') +
           QLatin1String(states.at(static_cast<std::size_t>(job.state)));
}

QString together(const QStringList& running, const QStringList& ready, const QStringList& waiters,
                 const QStringList& timers, const QStringList& jobs, const QStringList& objects)
{
    return list("running", running) + list("ready", ready) + list("waiters", waiters) +
           list("timers", timers) + list("jobs", jobs) + list("objects", objects);
}

}  // namespace

bool NaiveMoment::isOfLoop(TaskId task) const
{
    return m_trace.task(task).kind == TaskInfo::Kind::Task ||
           m_trace.task(task).kind == TaskInfo::Kind::Main;
}

void NaiveMoment::use(const Event& event)
{
    const Use& use = m_trace.use(event);
    ObjectUse& object = m_objects[use.object];
    if (event.word != Word::Notify)
        object.level = use.level;
    if (event.word == Word::Acquire)
        object.holders.push_back(event.task);
    if (event.word == Word::Release && !object.holders.empty()) {
        const auto own = std::ranges::find(object.holders, event.task);
        object.holders.erase(own == object.holders.end() ? object.holders.begin() : own);
    }
}

void NaiveMoment::take(const Event& event)
{
    if (event.kind == EventKind::Use)
        use(event);
    if (!event.task.isValid())
        return;
    if (!isOfLoop(event.task)) {
        switch (event.kind) {
        case EventKind::Create: m_jobs[event.task] = QStringLiteral("queued"); break;
        case EventKind::Resume:
        case EventKind::Unblock: m_jobs[event.task] = QStringLiteral("running"); break;
        case EventKind::Suspend: m_jobs[event.task] = QStringLiteral("waiting"); break;
        case EventKind::Block: m_jobs[event.task] = QStringLiteral("blocking"); break;
        case EventKind::Done: m_jobs.erase(event.task); break;
        default: break;
        }
        return;
    }
    switch (event.kind) {
    case EventKind::Create: m_ready.push_back(event.task); break;
    case EventKind::Ready:
        std::erase(m_waiters, event.task);
        m_ready.push_back(event.task);
        break;
    case EventKind::Resume:
        if (m_ready.empty() || m_ready.front() != event.task)
            m_outOfOrder = event.task;
        std::erase(m_ready, event.task);
        m_running.push_back(event.task);
        break;
    case EventKind::Suspend:
        std::erase(m_running, event.task);
        m_suspends[event.task] = event;
        (event.word == Word::Yield ? m_ready : m_waiters).push_back(event.task);
        break;
    case EventKind::Done: std::erase(m_running, event.task); break;
    default: break;
    }
}

QString NaiveMoment::text() const
{
    QStringList running, ready, waiters, timers, jobs, objects;
    for (const TaskId task : m_running)
        running << number(task);
    for (const TaskId task : m_ready)
        ready << number(task);
    std::vector<std::pair<Ticks, TaskId>> deadlines;
    for (const TaskId task : m_waiters) {
        const Event& suspend = m_suspends.at(task);
        const Wait& wait = m_trace.wait(suspend);
        waiters << waiterText(task, suspend.word, wait.object, wait.until);
        if (wait.until != Wait::noDeadline)
            deadlines.emplace_back(wait.until, task);
    }
    std::ranges::stable_sort(deadlines, {}, [](const auto& entry) { return entry.first; });
    for (const auto& [deadline, task] : deadlines)
        timers << number(task);
    for (const auto& [task, state] : m_jobs)
        jobs << number(task) + QLatin1Char(':') + state;
    for (const auto& [object, use] : m_objects)
        objects << objectText(object, use);
    return together(running, ready, waiters, timers, jobs, objects);
}

QString textOf(const Moment& moment, const Trace& trace)
{
    QStringList running, ready, waiters, timers, jobs, objects;
    if (moment.running)
        running << number(moment.running->task);
    for (const Moment::Ready& entry : moment.ready)
        ready << number(entry.task);
    for (const Moment::Waiter& entry : moment.waiters)
        waiters << waiterText(entry.task, entry.why, entry.object, entry.until);
    for (const Moment::Deadline& entry : moment.timers)
        timers << number(entry.task);
    for (const Moment::Job& job : moment.jobs)
        jobs << jobText(job);
    for (const Moment::Object& object : moment.objects) {
        const bool isUsed = object.use.level || !object.use.holders.empty();
        if (isUsed && trace.objectName(object.object).size() > 0)
            objects << objectText(object.object, object.use);
    }
    return together(running, ready, waiters, timers, jobs, objects);
}

}  // namespace coroscope::test
