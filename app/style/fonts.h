// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace coroscope {

/// What a text is for; the table in fonts.cpp gives its size and weight.
enum class TextRole {
    Total,
    TotalUnit,
    TotalSmall,  ///< in a small window
    TotalSmallUnit,
    PlayheadTime,
    Headline,
    PageTitle,
    AppTitle,
    ProgramName,
    Body,
    Button,  ///< also row names
    SpeedUp,
    Story,  ///< also the status bar, findings
    StoryValue,
    Label,           ///< also subtitles
    Heading,         ///< of a dock's group
    BarLabel,        ///< also the axis, counts
    BarLabelStrong,  ///< also the playhead's flag
    Chip,
    ChipSmall,
    Code,
    CodeKeyword,
    CodeGutter,
};

/// In the system's font or the code's one. Sizes are pixels and so the same on every screen and in
/// exported files, but for Story and Code, whose fractions are right on the screen only.
[[nodiscard]] QFont fontFor(TextRole role);

/// The height of a line of text in this role, in pixels.
[[nodiscard]] int lineHeight(TextRole role);

}  // namespace coroscope
