// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/source_snippet.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <limits>

#include "app/style/fonts.h"
#include "app/style/paint_helpers.h"
#include "app/style/style.h"

namespace coroscope {
namespace {

constexpr int linesBefore = 2;
constexpr int linesAfter = 1;
constexpr int lineHeightPx = 20;
constexpr int padding = 8;
constexpr double radius = 6;
constexpr double gutterWidth = 34;

// Without what all of them are indented by.
QStringList shifted(const QStringList& lines)
{
    qsizetype indent = std::numeric_limits<qsizetype>::max();
    for (const QString& line : lines) {
        const auto text = std::ranges::find_if(line, [](QChar c) { return c != u' '; });
        if (text != line.end())
            indent = std::min(indent, static_cast<qsizetype>(text - line.begin()));
    }
    QStringList shorter;
    for (const QString& line : lines)
        shorter << line.mid(std::min(indent, line.size()));
    return shorter;
}

}  // namespace

SourceSnippet::SourceSnippet(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    hide();
}

void SourceSnippet::setSource(const QStringList& file, int line, ColourToken tint)
{
    if (line < 1 || line > file.size())
        return clear();
    m_first = std::max(1, line - linesBefore);
    m_line = line;
    m_tint = tint;
    m_lines = shifted(file.mid(m_first - 1, line + linesAfter - m_first + 1));
    setAccessibleName(tr("Line %1: %2").arg(line).arg(file[line - 1].trimmed()));
    updateGeometry();
    update();
    setVisible(true);
}

void SourceSnippet::clear()
{
    m_lines.clear();
    hide();
}

QSize SourceSnippet::sizeHint() const
{
    return {0, static_cast<int>(m_lines.size()) * lineHeightPx + 2 * padding};
}

void SourceSnippet::paintEvent(QPaintEvent*)
{
    const Palette& palette = Style::current().palette();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawEdged(painter, rect(), radius, palette.code, palette.line);
    const QFontMetricsF metrics(fontFor(TextRole::Code));
    for (int i = 0; i < m_lines.size(); ++i) {
        const QRectF line(1, padding + i * lineHeightPx, width() - 2, lineHeightPx);
        const bool isIt = m_first + i == m_line;
        if (isIt)
            painter.fillRect(line, palette.*m_tint);
        painter.setFont(fontFor(TextRole::CodeGutter));
        painter.setPen(palette.ink3);
        painter.drawText(QRectF(0, line.top(), gutterWidth, line.height()),
                         Qt::AlignRight | Qt::AlignVCenter, QString::number(m_first + i));
        painter.setFont(fontFor(TextRole::Code));
        painter.setPen(isIt ? palette.ink : palette.ink2);
        const QRectF text = line.adjusted(gutterWidth + padding, 0, -padding, 0);
        painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(m_lines[i], Qt::ElideRight, text.width()));
    }
}

}  // namespace coroscope
