// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string_view>
#include <thread>
#include <vector>

#include "app/document/program_run.h"
#include "core/scenario/run.h"

namespace coroscope {

/// Runs one program of a scenario. Called on the worker's thread, and on another one never at the
/// same time; ends soon after options.stop is requested.
using Runner = std::function<Result<scenario::Run>(
    const scenario::Scenario&, std::string_view program, const scenario::RunOptions&)>;

/// Which programs to run, and with what.
struct RunRequest {
    scenario::Scenario scenario;
    std::vector<scenario::ProgramInfo> programs;
    scenario::ParameterValues parameters;
};

/// The runs in the order of the request's programs, or why one of them failed.
using RunResult = Result<std::vector<ProgramRunPtr>>;

/// Runs programs on a thread of its own, one request after the other; a newer request stops and
/// replaces an older one. A request that is done within `patience` is answered before start()
/// returns, so that a dragged slider redraws in the same frame.
///
/// Threads used from one thread, on which it also answers.
class RunWorker : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds patience{12};

    explicit RunWorker(Runner runner, QObject* parent = nullptr);
    /// Stops what runs and waits until it has ended.
    ~RunWorker() override;

    void start(RunRequest request);
    /// The request in progress is given up and never answered.
    void cancel();
    [[nodiscard]] bool isBusy() const noexcept { return m_isBusy; }

Q_SIGNALS:
    void finished(const coroscope::RunResult& result);
    void busyChanged(bool isBusy);

private:
    struct Job;
    using JobPtr = std::shared_ptr<Job>;

    void work(const std::stop_token& quit);
    void perform(Job& job) const;
    void answer(const JobPtr& job);
    void setBusy(bool isBusy);

    const Runner m_runner;
    JobPtr m_current;  // what is to be answered; used by the owner's thread only
    bool m_isBusy = false;

    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    JobPtr m_waiting;  // guarded by m_mutex, as is Job::isDone
    std::jthread m_thread;
};

}  // namespace coroscope
