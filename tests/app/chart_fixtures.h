// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGraphicsScene>
#include <QImage>
#include <QPainter>
#include <memory>

#include "app/charts/program_chart.h"
#include "app/style/palette.h"
#include "tests/app/sample_runs.h"

namespace coroscope::test {

constexpr Ticks s(double seconds)
{
    return std::chrono::duration_cast<Ticks>(std::chrono::duration<double>(seconds));
}

constexpr Ticks longest = s(17);

/// `rows` tasks that take turns running and suspended, each half a millisecond, for 10 s: 20 000
/// segments a row. Row 3 blocks once, for 25 ms from second 5 on.
inline ProgramRunPtr denseRun(int rows, int turns = 10'000)
{
    auto trace = std::make_shared<Trace>();
    for (int row = 0; row < rows; ++row) {
        const TaskId task = trace->addTask({"Task-" + std::to_string(row + 1), "", {}, {}, {}});
        trace->append(s(0), EventKind::Create, Word::None, task);
    }
    const auto id = [](int row) { return TaskId{static_cast<std::uint32_t>(row)}; };
    const Ticks turnLength = s(10) / turns;
    const auto add = [&](Ticks time, EventKind kind, Word word, int row) {
        const Ticks blockEnd = s(5) + std::chrono::milliseconds(25);
        if (row != 3 || time < s(5) || time >= blockEnd)
            trace->append(time, kind, word, id(row));
    };
    for (int turn = 0; turn < turns; ++turn) {
        const Ticks time = turn * turnLength;
        if (rows > 3 && time == s(5))
            trace->append(time, EventKind::Block, Word::Sleep, id(3));
        for (int row = 0; row < rows; ++row)
            add(time, EventKind::Resume, Word::None, row);
        for (int row = 0; row < rows; ++row)
            add(time + turnLength / 2, EventKind::Suspend, Word::Yield, row);
    }
    return runOf("dense", trace);
}

/// A chart in a scene of its own, 394 wide, over all of the 17 s.
struct ChartPicture {
    explicit ChartPicture(const ProgramRunPtr& run, Theme theme = Theme::Light,
                          QSizeF size = {394, 186}, Ticks total = longest)
        : colours(palette(theme)), chart(new ProgramChart(colours))
    {
        scene.addItem(chart);
        chart->resize(size);
        chart->setRun(run, total);
        chart->setVisibleRange({s(0), total});
        chart->setPlayhead({s(-1)});
    }

    void paint(QPainter& painter)
    {
        const QRectF whole{QPointF(), chart->size()};
        scene.render(&painter, whole, whole);
    }

    QImage image(double scale = 1)
    {
        QImage image((chart->size() * scale).toSize(), QImage::Format_RGB32);
        image.fill(colours.card);
        QPainter painter(&image);
        painter.scale(scale, scale);
        paint(painter);
        return image;
    }

    [[nodiscard]] QPointF at(double seconds, int row) const
    {
        return {chart->state().xOf(s(seconds)), chart->state().middleOf(row)};
    }

    QColor pixel(double seconds, int row) { return image().pixelColor(at(seconds, row).toPoint()); }

    const Palette& colours;
    QGraphicsScene scene;
    ProgramChart* chart;
};

/// Whether any pixel of `image` in `area` is `colour`.
inline bool contains(const QImage& image, const QRect& area, const QColor& colour)
{
    const QRect inside = area & image.rect();
    for (int y = inside.top(); y <= inside.bottom(); ++y) {
        for (int x = inside.left(); x <= inside.right(); ++x) {
            if (image.pixelColor(x, y) == colour)
                return true;
        }
    }
    return false;
}

}  // namespace coroscope::test
