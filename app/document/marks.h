// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <vector>

#include "core/base/ticks.h"

namespace coroscope {

/// The moments that somebody marked, in order, each once.
class Marks : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] const std::vector<Ticks>& times() const noexcept { return m_times; }

    /// Marks that moment, or takes its mark away.
    void toggle(Ticks time);
    /// Negative times and repetitions are left out.
    void setTimes(std::vector<Ticks> times);

Q_SIGNALS:
    void changed();

private:
    std::vector<Ticks> m_times;
};

}  // namespace coroscope
