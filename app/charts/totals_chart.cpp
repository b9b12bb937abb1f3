// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/totals_chart.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QGraphicsLayout>
#include <QHorizontalStackedBarSeries>
#include <QLegend>
#include <QPen>
#include <QValueAxis>
#include <algorithm>

#include "app/style/style.h"

namespace coroscope {
namespace {

struct Busy {
    Ticks running{};
    Ticks blocking{};
};

Busy busyOf(const Timeline& timeline)
{
    Busy busy;
    for (const Track& track : timeline.tracks()) {
        for (std::size_t i = 0; i < track.segments.size(); ++i) {
            const SegmentState state = track.segments.stateAt(i);
            if (state == SegmentState::Running)
                busy.running += timeline.segment(track, i).span.length();
            else if (state == SegmentState::Blocking)
                busy.blocking += timeline.segment(track, i).span.length();
        }
    }
    return busy;
}

}  // namespace

TotalsChart::TotalsChart(QWidget* parent)
    : QChartView(parent), m_series(new QHorizontalStackedBarSeries), m_axis(new QValueAxis)
{
    QChart* const totals = chart();  // the view's own: setChart() would let go of it
    for (QBarSet*& part : m_parts) {
        part = new QBarSet({});
        part->append(0);
        m_series->append(part);
    }
    m_series->setBarWidth(0.5);
    totals->addSeries(m_series);
    totals->legend()->hide();
    totals->setBackgroundVisible(false);
    totals->setMargins({16, 0, 12, 0});
    totals->layout()->setContentsMargins(0, 0, 0, 0);
    auto* const rows = new QBarCategoryAxis;
    rows->append(QStringLiteral("total"));
    for (QAbstractAxis* const axis :
         {static_cast<QAbstractAxis*>(m_axis), static_cast<QAbstractAxis*>(rows)}) {
        totals->addAxis(axis, axis == m_axis ? Qt::AlignBottom : Qt::AlignLeft);
        m_series->attachAxis(axis);
        axis->setVisible(false);
    }
    setFrameShape(QFrame::NoFrame);
    setFixedHeight(chartHeight);
    setFocusPolicy(Qt::NoFocus);
    setRenderHint(QPainter::Antialiasing);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
    connect(&Style::current(), &Style::changed, this, &TotalsChart::dress);
    dress();
    retranslate();
}

void TotalsChart::setRun(const ProgramRunPtr& run)
{
    const Busy busy = run ? busyOf(*run->timeline) : Busy();
    const Ticks total = run ? run->total() : Ticks{};
    // Threads of an executor run beside the loop: together they may take longer than the program.
    const Ticks idle = std::max(total - busy.running - busy.blocking, Ticks{});
    m_parts[Running]->replace(0, toSeconds(busy.running));
    m_parts[Blocking]->replace(0, toSeconds(busy.blocking));
    m_parts[Idle]->replace(0, toSeconds(idle));
}

void TotalsChart::setLongest(Ticks longest)
{
    m_axis->setRange(0, std::max(toSeconds(longest), 1e-9));
}

void TotalsChart::dress()
{
    const Palette& colours = Style::current().palette();
    m_parts[Running]->setColor(colours.run);
    m_parts[Running]->setPen(Qt::NoPen);
    m_parts[Blocking]->setColor(colours.block);
    m_parts[Blocking]->setPen(Qt::NoPen);
    m_parts[Idle]->setBrush(QBrush(colours.suspendedFill));
    m_parts[Idle]->setPen(QPen(colours.suspendedEdge, 1));
}

void TotalsChart::retranslate()
{
    const QString name = tr("Total time: running, blocking, nothing to do");
    setAccessibleName(name);
    setToolTip(name);
}

}  // namespace coroscope
