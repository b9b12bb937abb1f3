// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>
#include <QWheelEvent>

#include "app/charts/chart_view.h"
#include "app/document/view_state.h"
#include "tests/app/chart_fixtures.h"

namespace coroscope::test {

/// A chart in a window, with the objects that a document shares.
struct ChartWindow {
    explicit ChartWindow(const ProgramRunPtr& run = gatherRun(), Ticks total = longest)
    {
        range.setSpan({s(0), total});
        view.setRun(run, total);
        view.resize(394, 186);
        view.program().follow(state);
        view.show();
        isShown = QTest::qWaitForWindowExposed(&view);
    }

    [[nodiscard]] ProgramChart& chart() const { return view.program(); }
    [[nodiscard]] const ChartState& shown() const { return chart().state(); }
    void click(QPoint place) { QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, place); }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {},
              Qt::MouseButton button = Qt::LeftButton)
    {
        press(from, modifiers, button);
        move(to);
        QTest::mouseRelease(view.viewport(), button, modifiers, to);
    }
    void press(QPoint place, Qt::KeyboardModifiers modifiers = {},
               Qt::MouseButton button = Qt::LeftButton)
    {
        QTest::mousePress(view.viewport(), button, modifiers, place);
    }
    void move(QPoint place) { QTest::mouseMove(view.viewport(), place); }

    [[nodiscard]] QPoint at(double seconds, int row) const
    {
        const ChartState& shown = view.program().state();
        return QPointF(shown.xOf(s(seconds)), shown.middleOf(row)).toPoint();
    }

    void wheel(QPoint position, int delta, Qt::KeyboardModifiers modifiers = {})
    {
        QWheelEvent event(position, view.mapToGlobal(position), {}, {0, delta}, Qt::NoButton,
                          modifiers, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(view.viewport(), &event);
    }

    ViewState state;
    Playhead& playhead = state.playhead;
    VisibleRange& range = state.timeRange;
    ChartView view{palette(Theme::Light)};
    bool isShown = false;
};

}  // namespace coroscope::test
