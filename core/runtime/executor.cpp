// SPDX-License-Identifier: MIT
#include "core/runtime/executor.h"

#include <algorithm>

namespace coroscope {
namespace {

constinit thread_local JobBase* runningJob = nullptr;

TaskId announceJob(EventLoop& loop, const TaskNames& names)
{
    Trace* const trace = loop.trace();
    if (trace == nullptr)
        return {};
    TaskInfo info;
    info.name = names.name;
    info.label = names.label;
    info.parent = loop.cause();
    info.kind = TaskInfo::Kind::Job;
    info.site = names.site;
    const TaskId row = trace->addTask(std::move(info));
    loop.record(EventKind::Create, Word::None, row);
    return row;
}

}  // namespace

// Takes a job's result from its thread into the loop.
class JobBase::Delivery final : public OwnedCallback {
public:
    explicit Delivery(JobBase& job) : OwnedCallback(job.m_loop), m_job(&job) {}

private:
    void called() override
    {
        const CauseScope cause(m_job->m_loop, m_job->m_row);
        if (!m_job->future().isCancelled())
            m_job->deliver();
    }

    const Ref<JobBase> m_job;
};

// A future was cancelled whose job has not begun: it never will.
class JobBase::CheckCancel final : public OwnedCallback {
public:
    explicit CheckCancel(JobBase& job) : OwnedCallback(job.m_loop), m_job(&job) {}

private:
    void called() override
    {
        Executor* const executor = m_job->m_executor;
        if (executor == nullptr || !m_job->future().isCancelled())
            return;
        if (std::erase(executor->m_queued, m_job) > 0)
            m_job->recordDone();
    }

    const Ref<JobBase> m_job;
};

JobBase::JobBase(Executor& executor, PromiseBase& root, const TaskNames& names)
    : SimulatedThread(executor.m_cores),
      m_executor(&executor),
      m_loop(executor.m_loop),
      m_leaf(&root),
      m_row(announceJob(executor.m_loop, names))
{
}

void JobBase::destroyFrames() noexcept
{
    PromiseBase::destroyChain(std::exchange(m_leaf, nullptr));
}

void JobBase::abandon() noexcept
{
    m_executor = nullptr;
    detach();
}

JobBase* JobBase::running() noexcept
{
    return runningJob;
}

void JobBase::record(EventKind kind, Word word)
{
    if (m_row.isValid())
        m_loop.record(kind, word, m_row);
}

void JobBase::hold(Ticks length, Word why)
{
    m_blocking = why;
    record(EventKind::Block, why);
    if (why == Word::Work)
        compute(length);
    else
        sleep(length);
}

void JobBase::beginWaiting()
{
    if (!m_hasStarted)
        return;
    record(EventKind::Unblock, Word::None);
    record(EventKind::Suspend, Word::Yield);
}

void JobBase::endWaiting()
{
    if (!m_hasStarted)
        return;
    record(EventKind::Resume, Word::None);
    if (left() > Ticks{})
        record(EventKind::Block, m_blocking);
    else
        m_blocking = Word::None;
}

void JobBase::proceed()
{
    if (!m_hasStarted)
        record(EventKind::Resume, Word::None);
    else if (m_blocking != Word::None)
        record(EventKind::Unblock, Word::None);
    m_hasStarted = true;
    m_blocking = Word::None;
    const Ref<JobBase> self(this);
    run();
    if (m_leaf == nullptr && !m_loop.isAbandoned())
        finish();
}

void JobBase::run()
{
    const OutsideScope outside(m_loop, m_row);
    runningJob = this;
    m_leaf = PromiseBase::run(m_leaf);
    runningJob = nullptr;
}

void JobBase::finish()
{
    recordDone();
    stop();
    detach();
    m_loop.callSoon(*new Delivery(*this));
    m_executor->jobHasEnded(*this);
}

void JobBase::recordDone()
{
    Trace* const trace = m_loop.trace();
    const bool isCancelled = !m_hasStarted;
    const std::exception_ptr error = isCancelled ? nullptr : exception();
    std::string text = isCancelled || error ? std::string() : resultText();
    if (trace == nullptr || !m_row.isValid())
        return;
    Outcome outcome{std::move(text), isCancelled ? "CancelledError" : ""};
    if (error)
        outcome = describe(error);
    const Word how = isCancelled ? Word::Cancelled : error ? Word::Raised : Word::Returned;
    m_loop.record(EventKind::Done, how, m_row, trace->addOutcome(std::move(outcome)));
}

// All jobs have ended: told through the ready queue, as everything that threads tell.
class Executor::Idle final : public OwnedCallback {
public:
    Idle(EventLoop& loop, Ref<Future<void>> future)
        : OwnedCallback(loop),
          m_future(std::move(future))
    {
    }

private:
    void called() override { m_future->setResult(); }

    const Ref<Future<void>> m_future;
};

Executor::Executor(EventLoop& loop, int workers)
    : m_loop(loop),
      m_cores(loop.useThreads().interpreter()),
      m_workers(workers)
{
}

Executor::Executor(EventLoop& loop, int workers, int cores)
    : m_loop(loop),
      m_ownCores(std::in_place, loop.useThreads(), cores),
      m_cores(*m_ownCores),
      m_workers(workers)
{
}

Executor::~Executor()
{
    for (const Ref<JobBase>& job : m_running)
        job->abandon();
    for (const Ref<JobBase>& job : m_queued)
        job->abandon();
}

void Executor::add(const Ref<JobBase>& job)
{
    job->future().addDoneCallback(*new JobBase::CheckCancel(*job));
    m_queued.push_back(job);
    startNext();
}

void Executor::startNext()
{
    if (m_queued.empty() || m_running.size() >= static_cast<std::size_t>(m_workers))
        return;
    m_running.push_back(std::move(m_queued.front()));
    m_queued.pop_front();
    m_running.back()->start();
}

void Executor::jobHasEnded(JobBase& job)
{
    std::erase_if(m_running, [&](const Ref<JobBase>& running) { return running.get() == &job; });
    startNext();
    if (m_idle && m_running.empty())
        m_loop.callSoon(*new Idle(m_loop, m_idle));
}

Ref<FutureBase> Executor::shutdown()
{
    m_idle = Ref<Future<void>>(new Future<void>(m_loop));
    if (m_running.empty())
        m_loop.callSoon(*new Idle(m_loop, m_idle));
    return Ref<FutureBase>(m_idle);
}

}  // namespace coroscope
