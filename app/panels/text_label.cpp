// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/text_label.h"

#include "app/style/style.h"

namespace coroscope {

TextLabel::TextLabel(TextRole role, ColourToken colour, QWidget* parent)
    : QLabel(parent),
      m_colour(colour)
{
    setTextFormat(Qt::PlainText);
    setFont(fontFor(role));
    setFixedHeight(lineHeight(role));
    connect(&Style::current(), &Style::changed, this, &TextLabel::takeColour);
    takeColour();
}

void TextLabel::takeColour()
{
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, Style::current().palette().*m_colour);
    setPalette(colours);
}

}  // namespace coroscope
