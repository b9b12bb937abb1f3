// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBasicTimer>
#include <QChart>
#include <QPoint>
#include <QPointer>
#include <array>
#include <vector>

#include "app/charts/chart_state.h"
#include "app/document/view_state.h"

class QValueAxis;

namespace coroscope {

class AxisItem;
class ChartItem;
class GanttItem;
class OverlayItem;
class PlayheadItem;
class RowHeaderItem;

/// The Gantt chart of one program, in the window and in exported pictures. Shows what it is given,
/// and says by signals what the user did; follow() connects it with the document's shared objects.
///
/// Cost    setRun() O(rows in view); bars are drawn at the next paint. Moving the playhead and the
///         pointer repaints strips beside them.
class ProgramChart : public QChart {
    Q_OBJECT

public:
    /// Keeps a reference to the palette.
    explicit ProgramChart(const Palette& palette, QGraphicsItem* parent = nullptr);
    ~ProgramChart() override;

    /// `longestTotal`, `longestEvents`: of all programs of the comparison; 0 events: the run's own.
    /// Null: an empty chart.
    void setRun(ProgramRunPtr run, Ticks longestTotal, std::size_t longestEvents = 0);
    /// Of the runs that are set from now on, for a chart that follows nobody; null: all tasks in
    /// order of creation.
    void setRows(std::shared_ptr<const RowLayout> rows) { m_givenRows = std::move(rows); }
    /// What the run was before a bar's end was dragged; null: none is being dragged.
    void setGhost(ProgramRunPtr ghost);
    void setPlayhead(const PlayPosition& position);
    void setPlaying(bool isPlaying);
    void setAxis(AxisKind kind);
    /// In the axis's own units; see AxisMap.
    void setVisibleRange(const TimeSpan& span);
    void setSelection(const Selection& selection);
    void setMarks(const std::vector<Ticks>& times);
    void setResourcesFolded(bool areFolded);
    void showCriticalPath(bool isShown);
    void setColours(const Palette& palette);
    /// The distance from the chart's left edge to the plot; 0: that of the design. The same in all
    /// charts of a comparison, so that they line up.
    void setHeaderWidth(qreal width);
    void setFirstRow(int row);

    /// Moves with the shared objects, and moves them. Call once; they must outlive the chart.
    void follow(ViewState& view);

    [[nodiscard]] const ChartState& state() const noexcept { return m_state; }
    [[nodiscard]] const GanttItem& gantt() const noexcept { return *m_gantt; }
    [[nodiscard]] const OverlayItem& overlay() const noexcept { return *m_overlay; }

    /// For a view that keeps a picture of what does not move with the playhead: what of it is out
    /// of date since the last call, that part alone, and what goes over it.
    [[nodiscard]] QRectF takeDamage();
    void paintStill(QPainter& painter, const QRectF& exposed);
    void paintMoving(QPainter& painter, const QRectF& exposed);

    /// Asks for the visible range zoomed by `factor` (> 1: in) with what is at `x` held still.
    void zoomAround(double x, double factor);

    /// The segment under a place of the chart.
    [[nodiscard]] std::optional<SegmentHit> hitAt(QPointF position) const;
    /// The segment whose end can be dragged there.
    [[nodiscard]] std::optional<SegmentHit> gripAt(QPointF position) const;
    /// Rich text about it, or the whole name of an elided row; empty: nothing there.
    [[nodiscard]] QString toolTipAt(QPointF position) const;

    /// "gather, 10 s in total, 4 tasks": for those who cannot see the chart.
    [[nodiscard]] QString description() const;

Q_SIGNALS:
    void playheadDragged(const coroscope::PlayPosition& position);
    void rangeRequested(const coroscope::TimeSpan& span, coroscope::RangeChange how);
    void segmentClicked(const coroscope::SelectedSegment& segment);
    void rangeSelected(const coroscope::Selection::Range& range);
    void emptyClicked();
    void foldClicked();
    /// Anything but the playhead, the pointer and the visible range.
    void appearanceChanged();
    /// A task is to be collapsed or expanded, or it and all that came of it.
    void branchClicked(const coroscope::ProgramRunPtr& run, int track, bool isCollapsed);
    void subtreeClicked(const coroscope::ProgramRunPtr& run, int track, bool isCollapsed);
    /// The end of a bar that lasts as long as `parameter` says is being dragged, by that much from
    /// where it stood.
    void stretchBegan(int parameter);
    void stretched(coroscope::Ticks by);
    void stretchEnded();

protected:
    void resizeEvent(QGraphicsSceneResizeEvent* event) override;
    void mousePressEvent(QGraphicsSceneMouseEvent* event) override;
    void mouseMoveEvent(QGraphicsSceneMouseEvent* event) override;
    void mouseReleaseEvent(QGraphicsSceneMouseEvent* event) override;
    void mouseDoubleClickEvent(QGraphicsSceneMouseEvent* event) override;
    void hoverMoveEvent(QGraphicsSceneHoverEvent* event) override;
    void hoverLeaveEvent(QGraphicsSceneHoverEvent* event) override;
    void wheelEvent(QGraphicsSceneWheelEvent* event) override;
    void timerEvent(QTimerEvent* event) override;

private:
    /// What the pressed button does once the pointer has moved.
    enum class Gesture { None, Playhead, Range, Zoom, Pan, Stretch };
    struct Press {
        Gesture gesture = Gesture::None;
        QPointF position;
        bool hasMoved = false;
        TimeSpan span;  // that was visible
        int firstRow = 0;
        Ticks end{};  // of the bar that is stretched
    };

    void buildAxes();
    [[nodiscard]] std::array<ChartItem*, 5> items() const;
    void updateItems();
    void setGeometryState(const ChartGeometry& geometry);
    void layOutRows();
    [[nodiscard]] std::shared_ptr<const RowLayout> rowsOfRun() const;
    void showRowOf(int track);
    void showAll();
    void refreshMoment();
    void updatePassed(double from, double to);
    void checkGrip();

    [[nodiscard]] Gesture gestureAt(QPointF position, Qt::KeyboardModifiers modifiers) const;
    [[nodiscard]] bool isInStrips(QPointF position) const;
    void begin(Gesture gesture);
    void move(QPointF position);
    void click(QPointF position, Qt::KeyboardModifiers modifiers);
    void clickName(int row);
    void clickChevron(int row, Qt::KeyboardModifiers modifiers);
    void dragPlayhead(double x);
    [[nodiscard]] TimeSpan draggedSpan(double x) const;
    void dragRange(double x);
    void dragView(QPointF position);
    void endGesture();

    void pan(double notches);
    void scrollRows(double notches);
    void setHovered(std::optional<SegmentHit> hit);
    [[nodiscard]] static QString chevronToolTip(bool isExpanded);
    [[nodiscard]] int chevronAt(QPointF position) const;
    void setHoveredChevron(int row);
    void setFan(std::optional<BeadFan> fan);
    void setGrip(std::optional<SegmentHit> hit);
    [[nodiscard]] std::optional<BeadFan> fanAt(QPointF position) const;
    [[nodiscard]] std::optional<SegmentHit> fanHitAt(QPointF position) const;
    void updateRow(int row);
    void hideToolTip();

    ChartState m_state;
    std::shared_ptr<const RowLayout> m_givenRows;
    const VisibleRows* m_visibleRows = nullptr;  ///< null: all, in order of creation
    QValueAxis* m_timeAxis;
    QValueAxis* m_rowAxis;
    GanttItem* m_gantt;
    RowHeaderItem* m_header;
    AxisItem* m_axis;
    OverlayItem* m_overlay;
    PlayheadItem* m_playhead;
    double m_wheelRest = 0;  ///< of a scroll by less than a row
    Press m_press;
    QBasicTimer m_hoverTimer;
    QBasicTimer m_settleTimer;  ///< runs while the view moves
    QPointF m_hoverPosition;
    QPoint m_hoverScreenPosition;
    QPointer<QWidget> m_hoverWidget;
};

}  // namespace coroscope
