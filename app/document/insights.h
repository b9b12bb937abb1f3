// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <optional>
#include <vector>

#include "app/document/comparison.h"
#include "core/analysis/findings.h"

namespace coroscope {

/// What is wrong with the programs of a comparison. Found shortly after the programs have run, so
/// that a slider that is being dragged does not wait for it, and on another thread: it takes
/// seconds for millions of events.
class Insights : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds patience{120};
    /// After which people should be told that it goes on.
    static constexpr std::chrono::milliseconds longSearch{500};

    /// A finding of runs()[program].
    struct Place {
        std::size_t program = 0;
        std::size_t index = 0;  ///< of its findings
    };

    /// The comparison must outlive it.
    explicit Insights(Comparison& comparison, QObject* parent = nullptr);

    /// Empty for a program whose findings are not known yet.
    [[nodiscard]] const std::vector<Finding>& findingsOf(const ProgramRunPtr& run) const;
    [[nodiscard]] std::size_t count() const;
    /// The gravest of all, the costliest of these; none if nothing is wrong.
    [[nodiscard]] std::optional<Place> strongest() const;
    /// Whether they are those of the comparison's runs.
    [[nodiscard]] bool isCurrent() const noexcept { return !m_timer.isActive() && !m_isFinding; }
    /// Whether the programs have run so lately that it has not begun to look.
    [[nodiscard]] bool isWaiting() const noexcept { return m_timer.isActive(); }
    [[nodiscard]] bool isSearchLong() const noexcept
    {
        return m_isFinding && !m_longTimer.isActive();
    }

Q_SIGNALS:
    void changed();

private:
    struct Known {
        ProgramRunPtr run;
        std::vector<Finding> findings;
    };

    void find();
    void take(std::vector<Known> found);

    Comparison& m_comparison;
    std::vector<Known> m_known;  // beside the comparison's runs, or of earlier ones
    QTimer m_timer;
    QTimer m_longTimer;
    bool m_isFinding = false;
    bool m_isOutdated = false;  // other runs are to be looked at after those that are
};

}  // namespace coroscope
