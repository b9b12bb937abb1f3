// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/style/icons.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>
#include <algorithm>

#include "app/style/style.h"

namespace coroscope {
namespace {

constexpr float disabledAlpha = 0.4F;

QByteArray tintedSvg(const QString& name, const QColor& colour, IconFill fill)
{
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    const bool isThere = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(isThere, "icon", qPrintable(name));
    if (!isThere)
        return {};
    QByteArray svg = file.readAll();
    if (fill == IconFill::Filled)
        svg.replace(QByteArrayLiteral("fill=\"none\""), QByteArrayLiteral("fill=\"currentColor\""));
    svg.replace(QByteArrayLiteral("currentColor"), colour.name().toLatin1());
    return svg;
}

QPixmap iconPixmap(const QString& name, const QColor& colour, IconFill fill, QSize pixels)
{
    const QString key = QStringLiteral("coroscope/%1/%2/%3/%4x%5")
                            .arg(name, colour.name(QColor::HexArgb))
                            .arg(static_cast<int>(fill))
                            .arg(pixels.width())
                            .arg(pixels.height());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setOpacity(colour.alphaF());
    const double side = std::min(pixels.width(), pixels.height());
    QSvgRenderer(tintedSvg(name, colour, fill)).render(&painter, QRectF(0, 0, side, side));
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class ThemeIconEngine : public QIconEngine {
public:
    ThemeIconEngine(const QString& name, ColourToken colour, IconFill fill)
        : m_name(name),
          m_colour(colour),
          m_fill(fill)
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        drawIcon(*painter, rect, m_name, colourIn(mode), m_fill);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override
    {
        return iconPixmap(m_name, colourIn(mode), m_fill, size);
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal) override
    {
        return pixmap(size, mode, state);
    }

    QIconEngine* clone() const override { return new ThemeIconEngine(*this); }

private:
    QColor colourIn(QIcon::Mode mode) const
    {
        QColor colour = Style::current().palette().*m_colour;
        if (mode == QIcon::Disabled)
            colour.setAlphaF(disabledAlpha);
        return colour;
    }

    QString m_name;
    ColourToken m_colour;
    IconFill m_fill;
};

}  // namespace

void drawIcon(QPainter& painter, const QRectF& rect, const QString& name, const QColor& colour,
              IconFill fill)
{
    const qreal ratio = painter.device()->devicePixelRatioF();
    QPixmap pixmap = iconPixmap(name, colour, fill, (rect.size() * ratio).toSize());
    pixmap.setDevicePixelRatio(ratio);
    painter.drawPixmap(rect, pixmap, QRectF(pixmap.rect()));
}

QIcon themeIcon(const QString& name, ColourToken colour, IconFill fill)
{
    return QIcon(new ThemeIconEngine(name, colour, fill));
}

}  // namespace coroscope
