// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/export_worker.h"

#include <utility>

#include "app/export/whole_file.h"

namespace coroscope {
namespace {

Status encodeAndWrite(const EncodeJob& job, const QString& path, const std::stop_token& stop)
{
    const Result<QByteArray> data = job(stop);
    if (!data) {
        Error error = data.error();
        error.where = path.toStdString();
        return error;
    }
    if (stop.stop_requested())
        return success();
    return writeWholeFile(path, data.value());
}

}  // namespace

ExportWorker::~ExportWorker()
{
    cancel();
}

void ExportWorker::start(EncodeJob job, const QString& path)
{
    Q_ASSERT(!m_isBusy);
    m_isBusy = true;
    m_thread = std::jthread(
        [this, job = std::move(job), path, number = ++m_number](const std::stop_token& stop) {
            const Status status = encodeAndWrite(job, path, stop);
            QMetaObject::invokeMethod(
                this, [this, number, status] { finish(number, status); }, Qt::QueuedConnection);
        });
}

void ExportWorker::cancel()
{
    if (!m_isBusy)
        return;
    m_isBusy = false;
    ++m_number;
    m_thread.request_stop();
    m_thread.join();
}

void ExportWorker::finish(int number, const Status& status)
{
    if (number != m_number)
        return;
    m_isBusy = false;
    m_thread.join();
    Q_EMIT finished(status);
}

}  // namespace coroscope
