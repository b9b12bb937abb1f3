// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QRectF>
#include <QString>

#include "app/style/palette.h"

class QPainter;

namespace coroscope {

/// One of the palette's colours, to be looked up when something is painted.
using ColourToken = QColor Palette::*;

enum class IconFill { Outline, Filled };

/// Draws resources/icons/`name`.svg in `colour`. Tinted pixmaps are cached by size and device pixel
/// ratio. In a wide rectangle the icon is at the left: room before a button's text.
void drawIcon(QPainter& painter, const QRectF& rect, const QString& name, const QColor& colour,
              IconFill fill = IconFill::Outline);

/// The same as a QIcon that follows the current theme and is paler when disabled.
[[nodiscard]] QIcon themeIcon(const QString& name, ColourToken colour = &Palette::ink2,
                              IconFill fill = IconFill::Outline);

}  // namespace coroscope
