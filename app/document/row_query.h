// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "app/document/program_run.h"

namespace coroscope {

/// What people type to find rows: words parted by blanks, all of which must fit.
///
///     orders            in the row's name, the task's name or its label, whatever the case
///     is:blocking       was ever running, ready, blocking or suspended
///     >10ms             a stretch of one of these states lasted longer
///     blocking>10ms     a stretch of that state did; also with <
///
/// A duration has a unit: ns, us, ms, s or min. What cannot be read as one of the last three is
/// looked for as a word.
class RowQuery {
public:
    RowQuery() = default;
    explicit RowQuery(const QString& text);

    [[nodiscard]] bool isEmpty() const noexcept { return m_words.empty() && m_stretches.empty(); }

    /// Cost    O(segments of the row) if states or durations are asked for
    [[nodiscard]] bool fits(const ProgramRun& run, int row) const;

private:
    // A stretch of a state, or of any, within limits.
    struct Stretch {
        std::optional<SegmentState> state;
        Ticks above{-1};
        Ticks below = Ticks::max();
    };

    [[nodiscard]] static std::optional<Stretch> stretchOf(const QString& word);

    std::vector<QString> m_words;
    std::vector<Stretch> m_stretches;
};

}  // namespace coroscope
