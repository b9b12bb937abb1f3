// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/style/prepared_text.h"

#include <QPainter>
#include <QTextLayout>

namespace coroscope {

PreparedText::PreparedText(const QFont& font, const QString& text) : m_font(font), m_text(text)
{
    m_text.setTextFormat(Qt::PlainText);
    QTextLayout layout(text, font);
    layout.beginLayout();
    const QTextLine line = layout.createLine();
    layout.endLayout();
    m_width = line.horizontalAdvance();
    m_ascent = line.ascent();  // of all fonts that the text needs
}

void PreparedText::draw(QPainter& painter, QPointF baseline) const
{
    if (painter.font() != m_font)
        painter.setFont(m_font);
    painter.drawStaticText(baseline - QPointF(0, m_ascent), m_text);
}

}  // namespace coroscope
