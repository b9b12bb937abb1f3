// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBasicTimer>
#include <QChart>
#include <QPoint>
#include <QPointer>
#include <array>
#include <vector>

#include "app/charts/chart_state.h"

class QValueAxis;

namespace coroscope {

class AxisItem;
class ChartItem;
class GanttItem;
class PlayheadItem;
class RowHeaderItem;
class VisibleRange;

/// The Gantt chart of one program, in the window and in exported pictures. Shows what it is given,
/// and says by signals what the user did; follow() connects it with the document's shared objects.
///
/// Cost    setRun() O(rows in view); bars are drawn at the next paint. Moving the playhead repaints
///         strips beside it.
class ProgramChart : public QChart {
    Q_OBJECT

public:
    /// Keeps a reference to the palette.
    explicit ProgramChart(const Palette& palette, QGraphicsItem* parent = nullptr);
    ~ProgramChart() override;

    /// `longestTotal`: of all programs of the comparison. Null: an empty chart.
    void setRun(ProgramRunPtr run, Ticks longestTotal);
    void setPlayhead(const PlayPosition& position);
    void setPlaying(bool isPlaying);
    void setVisibleRange(const TimeSpan& span);
    void setColours(const Palette& palette);
    /// The distance from the chart's left edge to the plot; 0: that of the design. The same in all
    /// charts of a comparison, so that they line up.
    void setHeaderWidth(qreal width);
    void setFirstRow(int row);

    /// Moves with the shared object, and moves it. Call once; it must outlive the chart.
    void follow(Playhead& playhead);
    void follow(VisibleRange& range);

    [[nodiscard]] const ChartState& state() const noexcept { return m_state; }
    [[nodiscard]] const GanttItem& gantt() const noexcept { return *m_gantt; }

    /// The segment under a place of the chart.
    [[nodiscard]] std::optional<SegmentHit> hitAt(QPointF position) const;
    /// Rich text about it, or the whole name of an elided row; empty: nothing there.
    [[nodiscard]] QString toolTipAt(QPointF position) const;

    /// "gather, 10 s in total, 4 tasks": for those who cannot see the chart.
    [[nodiscard]] QString description() const;

Q_SIGNALS:
    void playheadDragged(coroscope::Ticks time);
    void rangeRequested(const coroscope::TimeSpan& span);

protected:
    void resizeEvent(QGraphicsSceneResizeEvent* event) override;
    void mousePressEvent(QGraphicsSceneMouseEvent* event) override;
    void mouseMoveEvent(QGraphicsSceneMouseEvent* event) override;
    void mouseReleaseEvent(QGraphicsSceneMouseEvent* event) override;
    void hoverMoveEvent(QGraphicsSceneHoverEvent* event) override;
    void hoverLeaveEvent(QGraphicsSceneHoverEvent* event) override;
    void wheelEvent(QGraphicsSceneWheelEvent* event) override;
    void timerEvent(QTimerEvent* event) override;

private:
    void buildAxes();
    [[nodiscard]] std::array<ChartItem*, 4> items() const;
    void updateItems();
    void setGeometryState(const ChartGeometry& geometry);
    /// Whether any visible row is in another state than before.
    bool refreshMoment();
    void updateMovedPlayhead(const QRectF& footprintBefore, double xBefore);
    void dragTo(double x);
    void zoom(double x, double notches);
    void pan(double notches);
    void scrollRows(double notches);
    void setHovered(std::optional<SegmentHit> hit);
    void hideToolTip();

    ChartState m_state;
    QValueAxis* m_timeAxis;
    QValueAxis* m_rowAxis;
    GanttItem* m_gantt;
    RowHeaderItem* m_header;
    AxisItem* m_axis;
    PlayheadItem* m_playhead;
    std::vector<SegmentState> m_rowStates;  ///< of the visible rows, at the playhead
    double m_wheelRest = 0;                 ///< of a scroll by less than a row
    QBasicTimer m_hoverTimer;
    QPointF m_hoverPosition;
    QPoint m_hoverScreenPosition;
    QPointer<QWidget> m_hoverWidget;
};

}  // namespace coroscope
