// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/export_preview.h"

#include <QPainter>
#include <algorithm>
#include <utility>

#include "app/style/style.h"

namespace coroscope {
namespace {

constexpr double radius = 12;
constexpr double padding = 16;

}  // namespace

ExportPreview::ExportPreview(QWidget* parent) : QWidget(parent)
{
    setAccessibleName(tr("Preview"));
}

ExportPreview::~ExportPreview() = default;

void ExportPreview::showPicture(std::unique_ptr<ComparisonPicture> picture)
{
    m_picture = std::move(picture);
    m_lines.clear();
    setAccessibleDescription(m_picture->description());
    update();
}

void ExportPreview::showLines(const QString& text)
{
    m_picture.reset();
    m_lines = text.split(QLatin1Char('\n'));
    setAccessibleDescription(m_lines.value(0));
    update();
}

QSize ExportPreview::pictureSize() const
{
    return m_picture ? m_picture->size() : QSize();
}

void ExportPreview::paintEvent(QPaintEvent*)
{
    const Palette& p = Style::current().palette();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(p.line);
    painter.setBrush(m_picture ? p.tint : p.code);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    const QRectF room = QRectF(rect()).adjusted(padding, padding, -padding, -padding);
    if (m_picture)
        paintPicture(painter, room);
    else
        paintLines(painter, room);
}

// Never larger than it is: what is small on the paper is small here.
void ExportPreview::paintPicture(QPainter& painter, const QRectF& room) const
{
    const QSizeF size = m_picture->size();
    const double scale =
        std::min({1.0, room.width() / size.width(), room.height() / size.height()});
    QRectF target(QPointF(), size * scale);
    target.moveCenter(room.center());
    target.moveTopLeft(target.topLeft().toPoint());
    painter.save();
    painter.translate(target.topLeft());
    painter.scale(scale, scale);
    m_picture->render(painter);
    painter.restore();
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
