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
/// that a slider that is being dragged does not wait for it.
class Insights : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds patience{120};

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
    [[nodiscard]] bool isCurrent() const noexcept { return !m_timer.isActive(); }

Q_SIGNALS:
    void changed();

private:
    struct Known {
        ProgramRunPtr run;
        std::vector<Finding> findings;
    };

    void find();
    [[nodiscard]] std::vector<Finding> findFor(const ProgramRun& run) const;

    Comparison& m_comparison;
    std::vector<Known> m_known;  // beside the comparison's runs, or of earlier ones
    QTimer m_timer;
};

}  // namespace coroscope
