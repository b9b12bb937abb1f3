// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/run_worker.h"

#include <optional>
#include <utility>

namespace coroscope {

struct RunWorker::Job {
    RunRequest request;
    std::stop_source stop;
    std::optional<RunResult> result;  // written by the worker until isDone
    bool isDone = false;
};

RunWorker::RunWorker(Runner runner, QObject* parent)
    : QObject(parent),
      m_runner(std::move(runner)),
      m_thread([this](const std::stop_token& quit) { work(quit); })
{}

RunWorker::~RunWorker()
{
    if (m_current)
        m_current->stop.request_stop();
    m_thread.request_stop();
    m_thread.join();
}

void RunWorker::start(RunRequest request)
{
    if (m_current)
        m_current->stop.request_stop();
    const JobPtr job = m_current = std::make_shared<Job>(Job{std::move(request), {}, {}, false});
    {
        std::unique_lock lock(m_mutex);
        m_waiting = job;
        m_changed.notify_all();
        m_changed.wait_for(lock, patience, [&] { return job->isDone; });
    }
    answer(job);
    setBusy(m_current != nullptr);
}

void RunWorker::cancel()
{
    if (!m_current)
        return;
    m_current->stop.request_stop();
    m_current.reset();
    setBusy(false);
}

void RunWorker::work(const std::stop_token& quit)
{
    while (true) {
        JobPtr job;
        {
            std::unique_lock lock(m_mutex);
            if (!m_changed.wait(lock, quit, [&] { return m_waiting != nullptr; }))
                return;
            job = std::exchange(m_waiting, nullptr);
        }
        perform(*job);
        {
            const std::lock_guard lock(m_mutex);
            job->isDone = true;
        }
        m_changed.notify_all();
        QMetaObject::invokeMethod(
            this, [this, job] { answer(job); }, Qt::QueuedConnection);
    }
}

void RunWorker::perform(Job& job) const
{
    const RunRequest& request = job.request;
    scenario::RunOptions options;
    options.parameters = request.parameters;
    options.stop = job.stop.get_token();
    std::vector<ProgramRunPtr> runs;
    for (const scenario::ProgramInfo& program : request.programs) {
        if (options.stop.stop_requested())
            return;
        const Result<scenario::Run> run = m_runner(request.scenario, program.name, options);
        if (!run) {
            job.result = run.error();
            return;
        }
        runs.push_back(programRunOf(program, run.value()));
    }
    job.result = std::move(runs);
}

// Each job's answer is due twice: when start() has waited, and when the thread is done.
void RunWorker::answer(const JobPtr& job)
{
    if (job != m_current)
        return;
    {
        const std::lock_guard lock(m_mutex);
        if (!job->isDone)
            return;
    }
    Q_ASSERT(job->result);
    m_current.reset();
    setBusy(false);
    Q_EMIT finished(*job->result);
}

void RunWorker::setBusy(bool isBusy)
{
    if (isBusy == m_isBusy)
        return;
    m_isBusy = isBusy;
    Q_EMIT busyChanged(isBusy);
}

}  // namespace coroscope
