// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/export_preview.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/export/comparison_picture.h"
#include "app/style/style.h"

namespace coroscope {
namespace {

constexpr double radius = 12;
constexpr double padding = 16;
constexpr double sharpness = 2;
constexpr double mostPixels = 20e6;  // however large the picture will be

}  // namespace

ExportPreview::ExportPreview(QWidget* parent) : QWidget(parent)
{
    setAccessibleName(tr("Preview"));
}

// Drawn large and then made smaller, as whoever looks at the file from afar sees it.
void ExportPreview::showPicture(ComparisonPicture& picture)
{
    m_size = picture.size();
    const double fitting = std::sqrt(mostPixels / (1.0 * m_size.width() * m_size.height()));
    const double scale = std::min(sharpness, fitting);
    m_picture = QImage((QSizeF(m_size) * scale).toSize(), QImage::Format_RGB32);
    QPainter painter(&m_picture);
    painter.scale(scale, scale);
    picture.render(painter);
    m_lines.clear();
    setAccessibleDescription(picture.description());
    update();
}

void ExportPreview::showLines(const QString& text)
{
    m_picture = QImage();
    m_size = QSize();
    m_lines = text.split(QLatin1Char('\n'));
    setAccessibleDescription(m_lines.value(0));
    update();
}

void ExportPreview::paintEvent(QPaintEvent*)
{
    const Palette& p = Style::current().palette();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(p.line);
    painter.setBrush(m_picture.isNull() ? p.code : p.tint);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    const QRectF room = QRectF(rect()).adjusted(padding, padding, -padding, -padding);
    if (m_picture.isNull())
        paintLines(painter, room);
    else
        paintPicture(painter, room);
}

// Never larger than it is: what is small on the paper is small here.
void ExportPreview::paintPicture(QPainter& painter, const QRectF& room) const
{
    const QSizeF size = m_size;
    const double scale =
        std::min({1.0, room.width() / size.width(), room.height() / size.height()});
    QRectF target(QPointF(), (size * scale).toSize());
    target.moveCenter(room.center());
    target.moveTopLeft(target.topLeft().toPoint());
    const QSize pixels = (target.size() * devicePixelRatioF()).toSize();
    painter.drawImage(target,
                      m_picture.scaled(pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    painter.setPen(Style::current().palette().ctl);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(target.adjusted(-0.5, -0.5, 0.5, 0.5));
}

void ExportPreview::paintLines(QPainter& painter, const QRectF& room) const
{
    const int height = lineHeight(TextRole::Code);
    painter.setFont(fontFor(TextRole::Code));
    painter.setPen(Style::current().palette().ink2);
    QRectF line(room.topLeft(), QSizeF(room.width(), height));
    for (const QString& text : m_lines) {
        if (line.bottom() > room.bottom())
            return;
        const QString shown =
            painter.fontMetrics().elidedText(text, Qt::ElideRight, static_cast<int>(room.width()));
        painter.drawText(line, Qt::AlignVCenter | Qt::TextSingleLine, shown);
        line.translate(0, height);
    }
}

}  // namespace coroscope
