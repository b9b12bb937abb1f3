// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/minimap.h"

#include <QElapsedTimer>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "app/charts/minimap_picture.h"
#include "app/charts/program_chart.h"
#include "app/language/language.h"
#include "app/style/fonts.h"
#include "app/style/paint_helpers.h"
#include "core/base/time_text.h"

namespace coroscope {
namespace {

constexpr double mapTop = 8;
constexpr double radius = 6;
constexpr double windowEdge = 1.8;
constexpr double veilAlpha = 0.38;
constexpr double leastWindow = 8;  // px
constexpr double textLeft = 16;
constexpr double textLine = 16;
constexpr int restPerPicture = 20;  // times as long as it took

}  // namespace

Minimap::Minimap(const ProgramChart& chart, ViewState& view, QWidget* parent)
    : QWidget(parent), m_chart(chart), m_view(view)
{
    setFixedHeight(wholeHeight);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    m_rest.setSingleShot(true);
    connect(&m_rest, &QTimer::timeout, this, qOverload<>(&QWidget::update));
    connect(&chart, &ProgramChart::appearanceChanged, this, &Minimap::chartHasChanged);
    for (const VisibleRange* const range : {&view.timeRange, &view.orderRange})
        connect(range, &VisibleRange::changed, this, &Minimap::retell);
    connect(&view.axis, &AxisMode::changed, this, &Minimap::retell);
    keepTranslated(this, [this] { retell(); });
}

// For those who cannot see it, and then for the others.
void Minimap::retell()
{
    setAccessibleName(tr("Whole recording"));
    setToolTip(tr("Drag the window to move it, its edges to zoom; double-click to show all"));
    if (m_chart.state().run) {
        const auto text = [this](Ticks time) {
            return QString::fromStdString(timeTextLike(time, total()).joined());
        };
        const TimeSpan now = shown();
        setAccessibleDescription(
            tr("%1 to %2 of %3").arg(text(now.begin), text(now.end), text(total())));
    }
    update();
}

void Minimap::chartHasChanged()
{
    if (!isPictureCurrent())
        retell();
}

Ticks Minimap::total() const
{
    return m_chart.state().longestTotal;
}

QRectF Minimap::mapRect() const
{
    const ChartGeometry& geometry = m_chart.state().geometry;
    return {geometry.plotLeft(), mapTop, geometry.plotWidth(), mapHeight};
}

QSize Minimap::pictureSize() const
{
    return (mapRect().size() * devicePixelRatioF()).toSize().expandedTo(QSize(1, 1));
}

double Minimap::xOf(Ticks time) const
{
    const QRectF map = mapRect();
    return map.left() + TimeAxis({Ticks{0}, std::max(Ticks{1}, total())}, map.width()).toX(time);
}

Ticks Minimap::timeAt(double x) const
{
    const QRectF map = mapRect();
    const Ticks time =
        TimeAxis({Ticks{0}, std::max(Ticks{1}, total())}, map.width()).toTime(x - map.left());
    return std::clamp(time, Ticks{0}, total());
}

// Of time, whatever the axis.
TimeSpan Minimap::shown() const
{
    const TimeSpan span = m_view.range().span();
    if (m_view.axis.kind() == AxisKind::Time || !m_chart.state().run)
        return span;
    const AxisMap map = m_chart.state().map();
    return {map.timeAt(span.begin), map.timeAt(span.end)};
}

void Minimap::setShown(TimeSpan span, RangeChange how)
{
    if (!m_chart.state().run || total() <= Ticks{0})
        return;
    const TimeSpan inside = clampedInto(span, {Ticks{0}, total()});
    if (m_view.axis.kind() == AxisKind::Time) {
        m_view.timeRange.setSpan(inside, how);
        return;
    }
    const Trace& trace = m_chart.state().run->trace();
    const auto units = [](std::size_t events) {
        return AxisMap::unit * static_cast<Ticks::rep>(events);
    };
    m_view.orderRange.setSpan(
        {units(trace.lowerBound(inside.begin)), units(trace.upperBound(inside.end))}, how);
}

QRectF Minimap::windowRect() const
{
    const QRectF map = mapRect();
    const TimeSpan now = shown();
    const double x0 = std::clamp(xOf(now.begin), map.left(), map.right());
    const double x1 = std::clamp(xOf(now.end), map.left(), map.right());
    const double width = std::max(leastWindow, x1 - x0);
    const double left = std::clamp((x0 + x1 - width) / 2, map.left(), map.right() - width);
    return {left, map.top(), width, map.height()};
}

void Minimap::paintEvent(QPaintEvent*)
{
    if (!m_chart.state().run)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawTexts(painter);
    drawMap(painter);
    drawWindow(painter);
}

// While it rests, what there is does for a longer recording too.
void Minimap::drawMap(QPainter& painter)
{
    if (!m_rest.isActive())
        renewPicture();
    const QRectF map = mapRect();
    QPainterPath outline;
    outline.addRoundedRect(map, radius, radius);
    painter.save();
    painter.setClipPath(outline);
    painter.fillRect(map, m_chart.state().palette->code);
    QRectF target = map;
    if (m_pictureTotal > Ticks{0})
        target.setWidth(xOf(m_pictureTotal) - map.left());
    painter.drawPixmap(target, m_picture, m_picture.rect());
    painter.restore();
}

bool Minimap::isPictureCurrent() const
{
    const ChartState& state = m_chart.state();
    return m_pictureOf.lock() == state.run && m_pictureColours == state.palette &&
           m_pictureTotal == total() && m_picture.size() == pictureSize();
}

void Minimap::renewPicture()
{
    if (isPictureCurrent())
        return;
    const ChartState& state = m_chart.state();
    QElapsedTimer time;
    time.start();
    m_picture =
        QPixmap::fromImage(minimapPicture(*state.run, total(), pictureSize(), *state.palette));
    m_pictureOf = state.run;
    m_pictureColours = state.palette;
    m_pictureTotal = total();
    ++m_pictureCount;
    m_rest.start(static_cast<int>(time.elapsed()) * restPerPicture);
}

void Minimap::drawWindow(QPainter& painter) const
{
    const Palette& p = *m_chart.state().palette;
    const QRectF window = windowRect();
    QPainterPath veil;
    veil.setFillRule(Qt::OddEvenFill);
    veil.addRoundedRect(mapRect(), radius, radius);
    veil.addRoundedRect(window, radius, radius);
    painter.fillPath(veil, withAlpha(p.card, veilAlpha));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(p.now, windowEdge));
    painter.drawRoundedRect(window, radius, radius);
}

void Minimap::drawTexts(QPainter& painter) const
{
    const Palette& p = *m_chart.state().palette;
    const QString time = QString::fromStdString(shortTimeText(total(), total()));
    const QString count = tr("%n tasks", nullptr, m_chart.state().rows->taskCount());
    QRectF line(textLeft, mapTop + (mapHeight - 2 * textLine) / 2,
                mapRect().left() - textLeft - ChartGeometry::beadRoom, textLine);
    const auto draw = [&](const QString& text, const QColor& colour) {
        painter.setFont(fontFor(TextRole::Label));
        painter.setPen(colour);
        painter.drawText(
            line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
            painter.fontMetrics().elidedText(text, Qt::ElideRight, static_cast<int>(line.width())));
        line.translate(0, textLine);
    };
    draw(tr("Whole recording"), p.ink2);
    draw(time + QStringLiteral(" \u00b7 ") + count, p.ink3);
}

}  // namespace coroscope
