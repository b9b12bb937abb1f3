// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/thumbnail.h"

#include <QPainter>
#include <algorithm>
#include <vector>

#include "app/style/state_painter.h"

namespace coroscope {
namespace {

constexpr std::size_t mostRows = 10;
constexpr double mostPitch = 24;  // from row to row
constexpr double mostBar = 14;
constexpr double gap = 8;  // at both sides of the line between two programs
constexpr double beadRoom = 5;
constexpr double leastBeadSpacing = 5;

std::vector<const Track*> rowsOf(const ProgramRun& run, bool hasMain)
{
    std::vector<const Track*> rows;
    const auto tracks = run.timeline->tracks();
    for (const Track& track : tracks.subspan(tracks.size() > 1 && !hasMain ? 1 : 0)) {
        if (rows.size() < mostRows)
            rows.push_back(&track);
    }
    return rows;
}

// Draws one program; x is where its time or its first event begins.
class Strip {
public:
    Strip(QPainter& painter, const Palette& palette, const ProgramRun& run, bool isByOrder)
        : m_painter(painter), m_states(palette), m_run(run), m_isByOrder(isByOrder)
    {}

    void draw(const QRectF& area, double unitWidth)
    {
        m_left = area.left() + beadRoom;
        m_unitWidth = unitWidth;
        const auto rows = rowsOf(m_run, m_isByOrder);
        const double pitch = std::min(mostPitch, area.height() / static_cast<double>(rows.size()));
        double y = area.center().y() - pitch * static_cast<double>(rows.size() - 1) / 2;
        for (const Track* const track : rows) {
            drawRow(*track, y, std::min(mostBar, pitch * 0.66));
            y += pitch;
        }
    }

private:
    [[nodiscard]] double beginOf(const Segment& segment) const
    {
        return m_left + m_unitWidth * (m_isByOrder ? static_cast<double>(segment.beginEvent)
                                                   : toSeconds(segment.span.begin));
    }
    [[nodiscard]] double endOf(const Segment& segment) const
    {
        return m_left + m_unitWidth * (m_isByOrder ? static_cast<double>(segment.endEvent)
                                                   : toSeconds(segment.span.end));
    }

    void drawRow(const Track& track, double y, double height)
    {
        std::vector<double> beads;
        for (std::size_t i = 0; i < track.segments.size(); ++i) {
            const Segment segment = m_run.timeline->segment(track, i);
            const double x0 = beginOf(segment);
            const double x1 = endOf(segment);
            if (x1 - x0 >= 1)
                m_states.drawBar(m_painter, {x0, y - height / 2, x1 - x0, height}, segment.state);
            else if (segment.state == SegmentState::Running &&
                     (beads.empty() || x0 - beads.back() >= leastBeadSpacing))
                beads.push_back(x0);
        }
        for (const double x : beads)
            m_states.drawBead(m_painter, {x, y}, Bead::Small);
        drawFailure(track, y);
    }

    void drawFailure(const Track& track, double y)
    {
        if (track.doneEvent == Track::notDone)
            return;
        const Event done = m_run.trace().at(track.doneEvent);
        const double x = m_left + m_unitWidth * (m_isByOrder ? static_cast<double>(track.doneEvent)
                                                             : toSeconds(done.time));
        if (done.word != Word::Returned)
            m_states.drawCap(m_painter, {x + 5, y}, done.word);
    }

    QPainter& m_painter;
    StatePainter m_states;
    const ProgramRun& m_run;
    const bool m_isByOrder;
    double m_left = 0;
    double m_unitWidth = 0;
};

}  // namespace

void drawThumbnail(QPainter& painter, const QRectF& area, std::span<const ProgramRunPtr> runs,
                   const Palette& palette, bool isByOrder)
{
    double longest = 0;
    for (const ProgramRunPtr& run : runs)
        longest = std::max(longest, toSeconds(run->total()));
    const bool byOrder = isByOrder || longest == 0;
    if (byOrder) {
        for (const ProgramRunPtr& run : runs)
            longest = std::max(longest, static_cast<double>(run->trace().size()));
    }
    const auto count = static_cast<double>(runs.size());
    const double width = (area.width() - (count - 1) * (2 * gap + 1)) / count;
    QRectF strip(area.left(), area.top(), width, area.height());
    for (const ProgramRunPtr& run : runs) {
        if (run != runs.front())
            painter.fillRect(QRectF(strip.left() - gap - 1, area.top(), 1, area.height()),
                             palette.line);
        Strip(painter, palette, *run, byOrder).draw(strip, (width - 2 * beadRoom) / longest);
        strip.translate(width + 2 * gap + 1, 0);
    }
}

}  // namespace coroscope
