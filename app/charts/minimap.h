// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPixmap>
#include <QTimer>
#include <QWidget>

#include "app/document/view_state.h"
#include "app/style/palette.h"

namespace coroscope {

class ProgramChart;

/// All of a recording's time in a strip under its chart, beside the same margins, with a window
/// around what the chart shows. A drag moves the window or one of its edges, a click brings it
/// there, the wheel zooms, a double click shows all. With the focus: Left and Right move it, Up and
/// Down zoom, Home and End go to the ends.
///
/// Cost    the picture is made once and kept until the run, the colours or the size change; while a
///         recording grows it is renewed so rarely that it takes a twentieth of the time at most
class Minimap : public QWidget {
    Q_OBJECT

public:
    static constexpr int mapHeight = 35;
    static constexpr int wholeHeight = 53;

    /// They must outlive it.
    Minimap(const ProgramChart& chart, ViewState& view, QWidget* parent = nullptr);

    /// Where the picture stands.
    [[nodiscard]] QRectF mapRect() const;
    /// What frames the time that is shown; at least some pixels wide.
    [[nodiscard]] QRectF windowRect() const;
    /// How many times the picture has been made: for tests.
    [[nodiscard]] int pictureCount() const noexcept { return m_pictureCount; }

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class Grip { None, Begin, End, Window, Elsewhere };
    struct Drag {
        Grip grip = Grip::None;
        Ticks from{};   // where it was pressed
        TimeSpan span;  // that was shown
    };

    void retell();
    void chartHasChanged();
    [[nodiscard]] Ticks total() const;
    [[nodiscard]] TimeSpan shown() const;
    void setShown(TimeSpan span, RangeChange how);
    [[nodiscard]] double xOf(Ticks time) const;
    [[nodiscard]] Ticks timeAt(double x) const;
    [[nodiscard]] Grip gripAt(QPointF position) const;
    void moveTo(Ticks time);
    void zoomAround(Ticks time, double factor);
    void pan(double share);
    [[nodiscard]] static bool isMove(int key);
    void drawMap(QPainter& painter);
    void drawWindow(QPainter& painter) const;
    void drawTexts(QPainter& painter) const;
    [[nodiscard]] QSize pictureSize() const;
    [[nodiscard]] bool isPictureCurrent() const;
    void renewPicture();

    const ProgramChart& m_chart;
    ViewState& m_view;
    Drag m_drag;
    QPixmap m_picture;
    std::weak_ptr<const ProgramRun> m_pictureOf;
    Ticks m_pictureTotal{};
    const Palette* m_pictureColours = nullptr;
    int m_pictureCount = 0;
    QTimer m_rest{this};  // between two pictures
};

}  // namespace coroscope
