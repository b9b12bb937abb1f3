// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QPointF>
#include <QStaticText>
#include <QString>

class QPainter;

namespace coroscope {

/// One line of text whose glyphs are looked up once, for what is drawn at every frame: Qt shapes a
/// text anew each time that it draws or measures it. Looks as QPainter::drawText() does.
class PreparedText {
public:
    PreparedText() = default;
    PreparedText(const QFont& font, const QString& text);

    [[nodiscard]] double width() const noexcept { return m_width; }

    /// In the painter's pen, from the left end of the baseline. Leaves its font in the painter.
    void draw(QPainter& painter, QPointF baseline) const;

private:
    QFont m_font;
    QStaticText m_text;
    double m_width = 0;
    double m_ascent = 0;
};

}  // namespace coroscope
