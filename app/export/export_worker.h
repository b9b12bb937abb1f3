// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <thread>

#include "app/export/encode_job.h"

namespace coroscope {

/// Encodes and writes a file on a thread of its own, one at a time.
class ExportWorker : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    /// Cancels and waits.
    ~ExportWorker() override;

    /// Precondition: not busy.
    void start(EncodeJob job, const QString& path);
    [[nodiscard]] bool isBusy() const noexcept { return m_isBusy; }
    /// Waits for the job to give up; then nothing is written and finished() does not come. A file
    /// that was already whole stays.
    void cancel();

Q_SIGNALS:
    void finished(const coroscope::Status& status);

private:
    void finish(int number, const Status& status);

    bool m_isBusy = false;
    int m_number = 0;  // of the job in progress, so that a cancelled one's answer is dropped
    std::jthread m_thread;
};

}  // namespace coroscope
