// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <memory>

#include "app/document/comparison.h"
#include "app/document/document.h"
#include "app/record/recording.h"

namespace coroscope {

/// Shows a recording in a comparison while it grows: gives it what has come so far, again and
/// again, and keeps the end in view until somebody looks elsewhere.
///
/// Cost  each renewal copies the trace and derives its timeline again, O(events); they become as
///       rare as they take long: at most a sixth of the time goes into them
class LiveDocument : public QObject {
    Q_OBJECT

public:
    explicit LiveDocument(Recording& recording, QObject* parent = nullptr);

    /// A document of one program, which is whatever was recorded so far.
    [[nodiscard]] Document document() const;
    /// The comparison that was made of document().
    void showIn(Comparison& comparison);

    [[nodiscard]] bool isFollowing() const noexcept { return m_isFollowing; }
    /// Shows the end, and stays there.
    void follow();

Q_SIGNALS:
    void followingChanged(bool isFollowing);

private:
    struct Snapshot;

    void renew();
    void renewSoon();
    void runsHaveChanged();
    void renewalIsOver();
    void rangeHasChanged(RangeChange how);
    void showEnd();
    void setFollowing(bool isFollowing);

    Recording& m_recording;
    const std::shared_ptr<Snapshot> m_snapshot;
    Comparison* m_comparison = nullptr;
    QTimer m_next;
    QElapsedTimer m_renewal;
    std::chrono::milliseconds m_pause;
    bool m_isRenewing = false;
    bool m_isOutdated = false;
    bool m_isFollowing = true;
    bool m_isShowingEnd = false;
};

}  // namespace coroscope
