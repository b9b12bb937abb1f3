// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace coroscope {

enum class Theme { Light, Dark };

/// Every colour of the program, by its role: the table of the design. Nothing else names a colour.
struct Palette {
    QColor ground;  ///< window, docks, transport, status
    QColor card;    ///< columns, buttons, fields
    QColor zebra;   ///< every second row
    QColor code;    ///< source, snippets, minimap
    QColor line;    ///< hairlines, card borders
    QColor ctl;     ///< button and combo borders, dashed slots
    QColor track;   ///< slider and countdown track
    QColor tint;    ///< hover, selected table row, segmented control's well
    QColor badge;   ///< speed-up badge, pressed
    QColor ink;     ///< totals, names; fill of Play and checked boxes
    QColor ink2;    ///< body text, icons, caps, arrows
    QColor ink3;    ///< labels, axis, units (not on tint or badge)
    QColor run;     ///< running, beads
    QColor runTint;
    QColor ready;
    QColor readyEdge;
    QColor block;  ///< blocking, raised
    QColor blockStripe;
    QColor blockTint;
    QColor blockLabel;
    QColor suspendedFill;
    QColor suspendedHatch;
    QColor suspendedEdge;  ///< also dotted waits, number-field border
    QColor now;            ///< playhead and keyboard focus: "now / here", never a bar or a button
    QColor nowTint;
    QColor onBar;  ///< text on run and block
    QColor onNow;  ///< text on the playhead's flag
    QColor grid;
};

[[nodiscard]] const Palette& palette(Theme theme);

}  // namespace coroscope
