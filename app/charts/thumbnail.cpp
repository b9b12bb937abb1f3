// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/thumbnail.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/charts/row_marks.h"
#include "app/document/stepper.h"
#include "app/style/state_painter.h"

namespace coroscope {
namespace {

constexpr double edge = 8;       // beside and between the programs: room for a step at either end
constexpr double mostRow = 24;   // height
constexpr double leastRow = 8;
constexpr double mostBar = 14;
constexpr double barShare = 0.58;
constexpr double smallBeadRow = 20;
constexpr double capAfter = 6;

std::vector<int> shownRows(const ProgramRun& run, std::size_t most)
{
    std::vector<int> rows;
    const Trace& trace = run.trace();
    for (std::uint32_t i = 0; i < trace.taskCount() && rows.size() < most; ++i) {
        if (trace.task({i}).kind != TaskInfo::Kind::Main || trace.taskCount() == 1)
            rows.push_back(static_cast<int>(i));
    }
    return rows;
}

// One program in its share of the picture.
class ThumbnailPainter {
public:
    ThumbnailPainter(QPainter& painter, const ProgramRun& run, const QRectF& area, TimeSpan span,
                     double rowHeight, const Palette& palette)
        : m_painter(painter),
          m_run(run),
          m_area(area),
          m_axis(span, area.width()),
          m_rowHeight(rowHeight),
          m_states(palette)
    {}

    void drawRow(int row, double middle)
    {
        const Track& track = m_run.timeline->tracks()[static_cast<std::size_t>(row)];
        const RowMarks marks = marksOf(*m_run.timeline, track, AxisMap(AxisKind::Time, m_run),
                                       m_axis, m_area.width());
        const double height = std::min(mostBar, std::round(m_rowHeight * barShare));
        for (const RowMarks::Bar& bar : marks.bars) {
            const double x0 = std::max(0.0, bar.x0);
            const QRectF shape(m_area.left() + x0, middle - height / 2,
                               std::min(m_area.width(), bar.x1) - x0, height);
            m_states.drawBar(m_painter, shape, bar.state, m_area.left());
        }
        const Bead size = m_rowHeight < smallBeadRow ? Bead::Small : Bead::Step;
        for (const double x : marks.beads)
            m_states.drawBead(m_painter, {m_area.left() + x, middle}, size);
        const Word how = track.doneEvent == Track::notDone ? Word::None
                                                           : m_run.trace().at(track.doneEvent).word;
        if (marks.capX >= 0 && how != Word::Returned)
            m_states.drawCap(m_painter, {m_area.left() + marks.capX + capAfter, middle}, how);
    }

private:
    QPainter& m_painter;
    const ProgramRun& m_run;
    const QRectF m_area;
    const TimeAxis m_axis;
    const double m_rowHeight;
    const StatePainter m_states;
};

}  // namespace

void drawThumbnail(QPainter& painter, const QRectF& area, std::span<const ProgramRunPtr> programs,
                   const Palette& palette)
{
    if (programs.empty())
        return;
    const auto fitting = static_cast<std::size_t>(std::max(1.0, area.height() / leastRow));
    std::size_t most = 1;
    for (const ProgramRunPtr& run : programs)
        most = std::max(most, shownRows(*run, fitting).size());
    const double rowHeight = std::min(mostRow, std::floor(area.height() /
                                                          static_cast<double>(most)));
    const double top = area.center().y() - rowHeight * static_cast<double>(most) / 2;
    const double share = area.width() / static_cast<double>(programs.size());
    const Ticks longest = std::max(longestTotal(programs), Ticks{1});
    double left = area.left();
    for (const ProgramRunPtr& run : programs) {
        const QRectF own(left + edge, area.top(), share - 2 * edge, area.height());
        if (run != programs.front())
            painter.fillRect(QRectF(std::floor(left), area.top(), 1, area.height()), palette.line);
        ThumbnailPainter small(painter, *run, own, {Ticks{0}, longest}, rowHeight, palette);
        double middle = top + rowHeight / 2;
        for (const int row : shownRows(*run, fitting)) {
            small.drawRow(row, middle);
            middle += rowHeight;
        }
        left += share;
    }
}

}  // namespace coroscope
