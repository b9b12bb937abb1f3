// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <memory>
#include <thread>

#include "app/document/document.h"

namespace coroscope {

/// Opens documents, one at a time; a newer one replaces an older one. Large files are read on a
/// thread of its own; what is there within `patience`, and small ones, are answered before open()
/// returns; with no patience at all, no large file is.
class DocumentOpener : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds usualPatience{100};
    static constexpr qint64 largestOpenedAtOnce = 1024 * 1024;

    explicit DocumentOpener(std::chrono::milliseconds patience = usualPatience,
                            QObject* parent = nullptr);
    /// Waits until nothing is being read any more, which is soon.
    ~DocumentOpener() override;

    void open(const QString& nameOrFile);
    /// What is being opened is given up and never answered.
    void cancel();
    [[nodiscard]] bool isBusy() const noexcept { return m_job != nullptr; }
    /// What is being opened; empty while nothing is.
    [[nodiscard]] QString nameOrFile() const;

Q_SIGNALS:
    /// The document may be moved from.
    void opened(const QString& nameOrFile, coroscope::Document& document);
    void failed(const QString& nameOrFile, const QString& message);
    /// Only when it takes longer than `patience`.
    void busyChanged(bool isBusy);
    /// How much of it has been read, in [0, 1].
    void progressed(double share);

private:
    struct Job;
    using JobPtr = std::shared_ptr<Job>;

    void read(const JobPtr& job);
    void answer(const JobPtr& job);
    void tell(const QString& nameOrFile, Result<Document> result);
    void showProgress();
    void setBusy(bool isBusy);

    const std::chrono::milliseconds m_patience;
    JobPtr m_job;  // null: nothing is being opened
    bool m_showsBusy = false;
    QTimer m_progress;
    std::jthread m_thread;
};

}  // namespace coroscope
