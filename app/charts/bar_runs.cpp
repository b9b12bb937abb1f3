// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/bar_runs.h"

#include <QPainter>
#include <cmath>

#include "app/charts/line_mixer.h"
#include "app/style/state_painter.h"

namespace coroscope {
namespace {

constexpr double leastShape = 20;  // px; hatches take room in a file
constexpr double stepSpacing = 3;
constexpr int sameColour = 14;  // of 255, within a run

QRgb coarse(QRgb colour)
{
    const auto channel = [](int value) { return (value + 8) / 17 * 17; };
    return qRgb(channel(qRed(colour)), channel(qGreen(colour)), channel(qBlue(colour)));
}

bool isNear(QRgb a, QRgb b)
{
    return std::abs(qRed(a) - qRed(b)) <= sameColour &&
           std::abs(qGreen(a) - qGreen(b)) <= sameColour &&
           std::abs(qBlue(a) - qBlue(b)) <= sameColour;
}

PixelWindow windowOf(const ChartState& state)
{
    PixelWindow window;
    const double width = state.geometry.plotWidth();
    window.perNs = width / static_cast<double>(state.span.length().count());
    window.phase = window.placeOf(state.span.begin);
    window.count = static_cast<int>(width);
    return window;
}

RowMarks marksOf(const Coverage& coverage, const PixelWindow& window)
{
    RowMarks marks;
    for (const WideSegment& shape : coverage.shapes()) {
        if (shape.end > 0 && shape.begin < window.count)
            marks.bars.push_back({std::max(0.0, shape.begin),
                                  std::min<double>(window.count, shape.end), shape.state,
                                  shape.segment});
    }
    for (int x = 0; x < window.count; ++x) {
        const bool isFree = marks.beads.empty() || x - marks.beads.back() >= stepSpacing;
        if (coverage.pixels()[static_cast<std::size_t>(x)].hasSteps && isFree)
            marks.beads.push_back(x + 0.5);
    }
    return marks;
}

}  // namespace

BarRuns::BarRuns(const ChartState& state)
{
    const PixelWindow window = windowOf(state);
    const BarLook look(*state.palette, StatePainter::barHeight(state.geometry.rowHeight()), 1);
    Coverage coverage;
    LineMixer mixer;
    std::vector<QRgb> colours(static_cast<std::size_t>(window.count));
    for (int row = state.firstTaskRow(); row < state.lastTaskRow(); ++row) {
        const Palette& p = *state.palette;
        const QRgb ground = (row % 2 == 1 ? p.zebra : p.card).rgb();
        const std::vector<QRgb> grounds(colours.size(), ground);
        coverage.begin(window, {1, 8, leastShape});
        coverage.addRow(state.track(row), state.run->timeline->end());
        mixer.setCoverage(coverage, window.count);
        mixer.mix(look.flatMix(), grounds.data(), colours.data());
        const double left = state.geometry.plotLeft();
        const QRectF bar = state.barRect(row, left, left);
        m_height = bar.height();
        addRuns(colours, ground, bar);
        m_marks.push_back(marksOf(coverage, window));
        markEnd(m_marks.back(), state.track(row), state.map(), state.axis());
    }
}

void BarRuns::addRuns(const std::vector<QRgb>& colours, QRgb ground, const QRectF& bar)
{
    for (std::size_t x = 0; x < colours.size();) {
        const QRgb colour = coarse(colours[x]);
        std::size_t end = x + 1;
        while (end < colours.size() && isNear(colours[end], colours[x]))
            ++end;
        if (colours[x] != ground) {
            QPainterPath& path = m_paths[colour];
            path.moveTo(bar.left() + static_cast<double>(x), bar.center().y());
            path.lineTo(bar.left() + static_cast<double>(end), bar.center().y());
        }
        x = end;
    }
}

void BarRuns::paint(QPainter& painter) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const auto& [colour, path] : m_paths)
        painter.strokePath(path, {QColor(colour), m_height, Qt::SolidLine, Qt::FlatCap});
    painter.restore();
}

}  // namespace coroscope
