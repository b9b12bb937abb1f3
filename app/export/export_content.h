// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <algorithm>
#include <optional>
#include <vector>

#include "app/document/program_run.h"
#include "app/document/row_layout.h"
#include "app/style/palette.h"
#include "core/trace/trace_header.h"

namespace coroscope {

/// What is exported: programs that belong side by side. None of them null, none given: an empty
/// picture.
struct ExportContent {
    QString title;
    std::vector<ProgramRunPtr> programs;
    QString source = {};                     ///< the scenario's file or built-in name
    std::optional<TraceHeader> header = {};  ///< of a trace that was opened
    /// Of that trace's one program, in pictures; null: its whole tree.
    std::shared_ptr<const RowLayout> rows = {};

    [[nodiscard]] Ticks longestTotal() const
    {
        Ticks longest{};
        for (const ProgramRunPtr& program : programs)
            longest = std::max(longest, program->total());
        return longest;
    }
};

/// How a picture shows it. Tables ignore this.
struct PictureOptions {
    static constexpr int usualWidth = 1440;

    Theme theme = Theme::Light;
    PlayPosition position;  ///< of the playhead
    bool showsPlayhead = true;
    std::optional<TimeSpan> span;  ///< of the axis; none: from 0 to the longest program's end
    int width = usualWidth;        ///< logical pixels
    int height = 0;                ///< 0, or less than is needed: what shows all rows
    QString note = {};             ///< under the title; empty: what the comparison comes to
    double scale = 1;              ///< pixels for each logical one; vector files ignore it
};

}  // namespace coroscope
