// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/document_opener.h"

#include <QFileInfo>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <utility>

namespace coroscope {

struct DocumentOpener::Job {
    QString nameOrFile;
    std::atomic<bool> isGivenUp = false;
    std::atomic<double> share = 0;
    std::mutex mutex;
    std::condition_variable isDone;
    std::optional<Result<Document>> result;  // guarded by mutex
};

DocumentOpener::DocumentOpener(std::chrono::milliseconds patience, QObject* parent)
    : QObject(parent), m_patience(patience)
{
    constexpr int showEach = 50;  // ms
    m_progress.setInterval(showEach);
    connect(&m_progress, &QTimer::timeout, this, &DocumentOpener::showProgress);
}

DocumentOpener::~DocumentOpener()
{
    if (m_job)
        m_job->isGivenUp = true;
}

QString DocumentOpener::nameOrFile() const
{
    return m_job ? m_job->nameOrFile : QString();
}

void DocumentOpener::open(const QString& nameOrFile)
{
    cancel();
    if (QFileInfo(nameOrFile).size() <= largestOpenedAtOnce)
        return tell(nameOrFile, openDocument(nameOrFile));
    const JobPtr job = m_job = std::make_shared<Job>();
    job->nameOrFile = nameOrFile;
    m_thread = std::jthread([this, job] { read(job); });
    if (m_patience.count() > 0) {
        std::unique_lock lock(job->mutex);
        job->isDone.wait_for(lock, m_patience, [&] { return job->result.has_value(); });
        lock.unlock();
        answer(job);
    }
    setBusy(m_job != nullptr);
}

// On the thread.
void DocumentOpener::read(const JobPtr& job)
{
    auto result = openDocument(job->nameOrFile, [job](double share) {
        job->share = share;
        return !job->isGivenUp;
    });
    {
        const std::lock_guard lock(job->mutex);
        job->result = std::move(result);
    }
    job->isDone.notify_all();
    QMetaObject::invokeMethod(
        this, [this, job] { answer(job); }, Qt::QueuedConnection);
}

void DocumentOpener::cancel()
{
    if (!m_job)
        return;
    m_job->isGivenUp = true;
    m_job.reset();
    setBusy(false);
}

// Due twice: when open() has waited, and when the thread is done.
void DocumentOpener::answer(const JobPtr& job)
{
    if (job != m_job)
        return;
    std::optional<Result<Document>> result;
    {
        const std::lock_guard lock(job->mutex);
        if (!job->result)
            return;
        result = std::exchange(job->result, std::nullopt);
    }
    m_job.reset();
    setBusy(false);
    tell(job->nameOrFile, *std::move(result));
}

void DocumentOpener::tell(const QString& nameOrFile, Result<Document> result)
{
    if (result)
        Q_EMIT opened(nameOrFile, result.value());
    else
        Q_EMIT failed(nameOrFile, QString::fromStdString(result.error().text()));
}

void DocumentOpener::showProgress()
{
    if (m_job)
        Q_EMIT progressed(m_job->share);
}

void DocumentOpener::setBusy(bool isBusy)
{
    if (isBusy == m_showsBusy)
        return;
    m_showsBusy = isBusy;
    if (isBusy)
        m_progress.start();
    else
        m_progress.stop();
    Q_EMIT busyChanged(isBusy);
}

}  // namespace coroscope
