// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/style/draw_time.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>

namespace coroscope {
namespace {

// Calls piece(text, x) for each digit and for each run of other characters, with x such that a
// digit stands in the middle of its cell. Returns the width of all.
template <typename Piece>
double forEachPiece(const QFontMetricsF& metrics, const QString& text, Piece piece)
{
    const double cell = metrics.horizontalAdvance(QLatin1Char('0'));
    double x = 0;
    qsizetype at = 0;
    while (at < text.size()) {
        const auto begin = text.cbegin() + at;
        if (begin->isDigit()) {
            const QString digit(*begin);
            piece(digit, x + (cell - metrics.horizontalAdvance(digit)) / 2);
            x += cell;
            ++at;
            continue;
        }
        const auto end = std::find_if(begin, text.cend(), [](QChar c) { return c.isDigit(); });
        const QString run(begin, end - begin);
        piece(run, x);
        x += metrics.horizontalAdvance(run);
        at += run.size();
    }
    return x;
}

}  // namespace

void drawTime(QPainter& painter, QPointF baseline, const QString& text)
{
    forEachPiece(
        QFontMetricsF(painter.font(), painter.device()), text,
        [&](const QString& piece, double x) { painter.drawText(baseline + QPointF(x, 0), piece); });
}

double timeWidth(const QFont& font, const QString& text)
{
    return forEachPiece(QFontMetricsF(font), text, [](const QString&, double) {});
}

}  // namespace coroscope
