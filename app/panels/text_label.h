// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

#include "app/style/fonts.h"
#include "app/style/icons.h"

namespace coroscope {

/// A line of plain text in one of the design's roles, in a colour that follows the theme.
class TextLabel : public QLabel {
    Q_OBJECT

public:
    TextLabel(TextRole role, ColourToken colour, QWidget* parent = nullptr);

private:
    void takeColour();

    ColourToken m_colour;
};

}  // namespace coroscope
