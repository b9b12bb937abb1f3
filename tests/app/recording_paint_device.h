// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainterPath>
#include <QPolygonF>
#include <QRectF>

namespace coroscope::test {

/// Counts what is painted as a vector file would get it, and where it lies; clips are ignored.
class RecordingPaintDevice : public QPaintDevice {
public:
    explicit RecordingPaintDevice(QSize size) : m_size(size) {}

    [[nodiscard]] QPaintEngine* paintEngine() const override { return &m_engine; }
    [[nodiscard]] int shapeCount() const { return m_engine.shapes; }
    [[nodiscard]] int pixmapCount() const { return m_engine.pixmaps; }
    [[nodiscard]] QRectF bounds() const { return m_engine.bounds; }

protected:
    int metric(PaintDeviceMetric metric) const override
    {
        switch (metric) {
        case PdmWidth: return m_size.width();
        case PdmHeight: return m_size.height();
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY: return 96;
        case PdmDevicePixelRatio: return 1;
        case PdmDevicePixelRatioScaled: return static_cast<int>(devicePixelRatioFScale());
        default: return 0;
        }
    }

private:
    class Engine : public QPaintEngine {
    public:
        Engine() : QPaintEngine(AllFeatures) {}

        bool begin(QPaintDevice*) override { return true; }
        bool end() override { return true; }
        void updateState(const QPaintEngineState&) override {}
        [[nodiscard]] Type type() const override { return User; }

        void drawPath(const QPainterPath& path) override { take(path.controlPointRect()); }
        void drawPolygon(const QPointF* points, int count, PolygonDrawMode) override
        {
            take(QPolygonF(QList<QPointF>(points, points + count)).boundingRect());
        }
        void drawPixmap(const QRectF& target, const QPixmap&, const QRectF&) override
        {
            ++pixmaps;
            take(target);
        }
        void drawTextItem(const QPointF& position, const QTextItem& text) override
        {
            take({position.x(), position.y() - text.ascent(), text.width(),
                  text.ascent() + text.descent()});
        }

        int shapes = 0;
        int pixmaps = 0;
        QRectF bounds;

    private:
        void take(const QRectF& shape)
        {
            ++shapes;
            bounds |= painter()->transform().mapRect(shape);
        }
    };

    QSize m_size;
    mutable Engine m_engine;
};

}  // namespace coroscope::test
