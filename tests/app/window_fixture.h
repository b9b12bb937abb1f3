// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include "app/charts/chart_view.h"
#include "app/document/builtin_scenarios.h"
#include "app/document/document.h"
#include "app/panels/bottom_dock.h"
#include "app/panels/columns_view.h"
#include "app/panels/events_panel.h"
#include "app/panels/program_column.h"
#include "app/style/style.h"
#include "app/window/key_guard.h"
#include "app/window/main_window.h"
#include "tests/app/chart_fixtures.h"

namespace coroscope::test {

/// Settings of its own for a test, empty at first.
class OwnSettings {
public:
    OwnSettings()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("Coroscope"));
        QCoreApplication::setApplicationName(QStringLiteral("Coroscope"));
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path());
    }
    [[nodiscard]] QString file() const { return QSettings().fileName(); }

private:
    QTemporaryDir m_folder;
};

/// The main window on a scenario, shown, with a clock that a test moves.
struct WindowFixture {
    explicit WindowFixture(const QString& scenario = QStringLiteral("delivery"),
                           QSize size = {1440, 900})
        : window(openDocument(scenario).value(), [this] { return now; })
    {
        Style::current().install();
        Style::current().setTheme(Theme::Light);
        window.resize(size);
        window.show();
        window.activateWindow();
        isShown = QTest::qWaitForWindowActive(&window) && settles();
    }

    /// Waits until the programs have run, which on a busy machine may take longer than a frame, and
    /// until the bottom dock tells of them, which comes after the first frame.
    bool settles()
    {
        const bool isReady = QTest::qWaitFor(
            [this] { return !window.comparison().isBusy() && bottom().isCurrent(); });
        QCoreApplication::processEvents();  // layouts show their new widgets by a queued call
        return isReady;
    }

    [[nodiscard]] BottomDock& bottom() const { return *window.findChild<BottomDock*>(); }

    /// Shows another tab of the bottom dock.
    bool showTab(BottomDock::Tab tab)
    {
        bottom().setCurrentTab(tab);
        return settles();
    }

    /// Presses it where the focus is.
    void press(const char* key)
    {
        QWidget* const focus = QApplication::focusWidget();
        QTest::keySequence(focus != nullptr ? focus : &window,
                           QKeySequence(QString::fromLatin1(key)));
    }

    /// The visible widget of that class and accessible name, or text; null: there is none.
    template <typename Widget>
    [[nodiscard]] Widget* find(const char* name) const
    {
        for (auto* const widget : window.findChildren<Widget*>()) {
            const bool isIt = widget->accessibleName() == QString::fromUtf8(name) ||
                              widget->property("text").toString() == QString::fromUtf8(name);
            if (isIt && widget->isVisible())
                return widget;
        }
        return nullptr;
    }

    [[nodiscard]] const std::vector<ProgramColumn*>& columns() const
    {
        return window.findChild<ColumnsView*>()->columns();
    }
    [[nodiscard]] ChartView& chart(std::size_t column) const { return columns()[column]->chart(); }
    [[nodiscard]] const ChartState& state(std::size_t column) const
    {
        return chart(column).program().state();
    }
    /// A place in a column's chart.
    [[nodiscard]] QPoint at(std::size_t column, double seconds, int row) const
    {
        return QPointF(state(column).xOf(s(seconds)), state(column).middleOf(row)).toPoint();
    }
    void setTime(double seconds) { window.comparison().playhead().setTime(s(seconds)); }
    [[nodiscard]] double time() { return toSeconds(window.comparison().playhead().time()); }
    [[nodiscard]] TimeSpan span() { return window.comparison().visibleRange().span(); }
    void setSpan(double from, double to)
    {
        window.comparison().visibleRange().setSpan({s(from), s(to)});
    }

    OwnSettings settings;
    Ticks now{};
    KeyGuard guard{nullptr};
    MainWindow window;
    bool isShown = false;
};

}  // namespace coroscope::test
