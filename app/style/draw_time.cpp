// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/style/draw_time.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>

namespace coroscope {
namespace {

// Calls digit(text, x) for each digit, with the left edge of its cell, and run(text, x) for what
// stands between digits. Returns the width of all.
template <typename Digit, typename Run>
double forEachPiece(const QFontMetricsF& metrics, double cell, const QString& text, Digit digit,
                    Run run)
{
    double x = 0;
    qsizetype at = 0;
    while (at < text.size()) {
        const auto begin = text.cbegin() + at;
        if (begin->isDigit()) {
            digit(QString(*begin), x);
            x += cell;
            ++at;
            continue;
        }
        const auto end = std::find_if(begin, text.cend(), [](QChar c) { return c.isDigit(); });
        const QString piece(begin, end - begin);
        run(piece, x);
        x += metrics.horizontalAdvance(piece);
        at += piece.size();
    }
    return x;
}

double cellWidth(const QFontMetricsF& metrics)
{
    return metrics.horizontalAdvance(QLatin1Char('0'));
}

}  // namespace

void drawTime(QPainter& painter, QPointF baseline, const QString& text)
{
    const QFontMetricsF metrics(painter.font(), painter.device());
    const double cell = cellWidth(metrics);
    const auto draw = [&](const QString& piece, double x) {
        painter.drawText(baseline + QPointF(x, 0), piece);
    };
    const auto drawInCell = [&](const QString& digit, double x) {
        draw(digit, x + (cell - metrics.horizontalAdvance(digit)) / 2);
    };
    forEachPiece(metrics, cell, text, drawInCell, draw);
}

double timeWidth(const QFont& font, const QString& text)
{
    const QFontMetricsF metrics(font);
    const auto nothing = [](const QString&, double) {};
    return forEachPiece(metrics, cellWidth(metrics), text, nothing, nothing);
}

}  // namespace coroscope
