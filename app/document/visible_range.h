// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "core/base/ticks.h"

namespace coroscope {

/// The span of time that all charts of a document show. The axes are outputs of it.
class VisibleRange : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] const TimeSpan& span() const noexcept { return m_span; }

    /// A span shorter than 100 ns is widened to that.
    void setSpan(TimeSpan span);

Q_SIGNALS:
    void changed(const coroscope::TimeSpan& span);

private:
    TimeSpan m_span{Ticks{0}, std::chrono::seconds(1)};
};

}  // namespace coroscope
