// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>
#include <QTimer>
#include <memory>

#include "app/document/document_opener.h"
#include "app/document/explorer.h"
#include "app/document/insights.h"
#include "app/window/navigation.h"

class QMenu;

namespace coroscope {

class ColumnsView;
class Docks;
class LeftDock;
class LiveDocument;
class Recording;
class StatusStrip;
class StartPage;
class TransportBar;
class ViewBar;
class WatchMark;
struct RecordedProgram;

/// The window: places the parts and connects them to the document.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// Plays by `clock`.
    explicit MainWindow(Document document, Player::WallClock clock = Player::steadyClock());
    ~MainWindow() override;

    /// Replaces what is shown.
    void show(Document document);
    using QMainWindow::show;
    /// Runs a Python program and shows it while it runs; why it cannot is said in the status bar.
    void record(const RecordedProgram& program);
    [[nodiscard]] bool isRecording() const;
    /// Opens a file or a built-in scenario; what is wrong with it is said in the status bar. What
    /// takes long is opened in the background, with progress and Cancel.
    void open(const QString& nameOrFile);

    [[nodiscard]] Comparison& comparison() noexcept { return *m_comparison; }
    [[nodiscard]] Navigation& navigation() noexcept { return *m_navigation; }
    [[nodiscard]] Explorer explorer() noexcept { return Explorer(*m_comparison); }

    // What the actions do.
    void open();
    void record();
    void exportPicture();
    void toggleTheme();
    void toggleEvents();
    void search();
    void showMatches();
    void setOnlyMatches(bool isOn);
    void toggleOnlyMatches();
    void letGo();
    void showFindings();
    void resetLayout();
    /// Programs below one another rather than side by side, and back.
    void toggleRows();

    /// The start page over the window, or away from it.
    void showStart();
    void leaveStart();
    void showKeys();
    void showCommands();
    void showAbout();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildActions();
    void buildParts();
    void buildStart();
    void buildOpening();
    void hasOpened(const QString& nameOrFile, Document& document);
    void isOpening(bool isBusy);
    void cancel();
    void tellProblems();
    void enableParts(bool isEnabled);
    void buildStatus();
    void connectTransport();
    void connectViewBar();
    void buildRecording();
    void showRecording();
    void recordingHasEnded();
    [[nodiscard]] QString endOfRecordingText() const;
    [[nodiscard]] bool mayLeaveRecording();
    void leaveRecording();
    void connectComparison();
    void connectRows();
    void showView();
    void placeDocument();
    void chooseScenario(int index);
    void showTexts();
    void showTitle();
    void showFinding();
    void setRows(bool areRows);
    void showBusy();
    void showSettings();
    void fitParts();

    const Player::WallClock m_clock;
    std::optional<TraceHeader> m_header;  // of the trace that is shown, if it is one
    QStringList m_problems;               // of the document, until they have been told
    bool m_hasToldTime = false;           // whether its clock was what its header says
    std::unique_ptr<Comparison> m_comparison;
    std::unique_ptr<Insights> m_insights;
    std::unique_ptr<Navigation> m_navigation;
    std::unique_ptr<Recording> m_recording;  // the last one, if it is still shown
    std::unique_ptr<LiveDocument> m_live;
    std::unique_ptr<WatchMark> m_watchMark;  // of m_recording while it is active
    QTimer m_recordingClock;
    DocumentOpener m_opener;
    QMenu* m_menu = nullptr;
    TransportBar* m_transport = nullptr;
    ViewBar* m_viewBar = nullptr;
    LeftDock* m_left = nullptr;
    Docks* m_docks = nullptr;
    StatusStrip* m_status = nullptr;
    QWidget* m_centre = nullptr;
    StartPage* m_start = nullptr;  // made when it is first asked for
    ColumnsView* m_columns = nullptr;
    bool m_areRows = false;
};

}  // namespace coroscope
