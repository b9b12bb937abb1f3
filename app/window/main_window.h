// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>
#include <memory>
#include <optional>

#include "app/document/explorer.h"
#include "app/window/navigation.h"

class QDockWidget;

namespace coroscope {

class ColumnsView;
class EventsDock;
class LeftDock;
class StatusStrip;
class TransportBar;
class ViewBar;

/// The window: places the parts and connects them to the document.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// Plays by `clock`.
    explicit MainWindow(scenario::Scenario scenario,
                        Player::WallClock clock = Player::steadyClock());
    ~MainWindow() override;

    /// Replaces what is shown.
    void show(scenario::Scenario scenario);
    using QMainWindow::show;
    /// Opens a file or built-in scenario; what is wrong with it is said in the status bar.
    void open(const QString& nameOrFile);

    [[nodiscard]] Comparison& comparison() noexcept { return *m_comparison; }
    [[nodiscard]] Navigation& navigation() noexcept { return *m_navigation; }
    [[nodiscard]] Explorer explorer() noexcept { return Explorer(*m_comparison); }

    // What the actions do.
    void open();
    void exportPicture();
    void toggleTheme();
    void toggleEvents();
    void search();
    void letGo();
    void showKeys();
    void showAbout();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildActions();
    void buildParts();
    void buildDocks();
    void connectTransport();
    void connectViewBar();
    void connectComparison();
    void placeDocument();
    void chooseScenario(int index);
    void showTexts();
    void showTitle();
    void showBusy(bool isBusy);
    void showSettings();
    void fitParts();

    const Player::WallClock m_clock;
    std::unique_ptr<Comparison> m_comparison;
    std::unique_ptr<Navigation> m_navigation;
    TransportBar* m_transport = nullptr;
    ViewBar* m_viewBar = nullptr;
    LeftDock* m_left = nullptr;
    QDockWidget* m_bottom = nullptr;
    EventsDock* m_events = nullptr;
    StatusStrip* m_status = nullptr;
    QWidget* m_centre = nullptr;
    ColumnsView* m_columns = nullptr;
    std::optional<bool> m_wantsEventsFolded;  ///< else the window's height decides
};

}  // namespace coroscope
