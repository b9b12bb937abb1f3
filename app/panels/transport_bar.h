// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

#include "core/base/ticks.h"
#include "core/timeline/stops.h"

class QHBoxLayout;
class QMenu;
class QPushButton;
class QToolButton;

namespace coroscope {

class Combo;
class RecordingPill;
class TextLabel;
class TimeLabel;

/// The top of the window: what is shown, how it plays, and where the playhead is. Shows what it is
/// told and says what was clicked; it decides nothing but the speed.
class TransportBar : public QWidget {
    Q_OBJECT

public:
    explicit TransportBar(QWidget* parent = nullptr);

    void setScenarios(const QStringList& titles);
    void setCurrentScenario(int index);  ///< does not signal
    /// Something else than one of the scenarios is open: shown last, without a number.
    void setFile(const QString& title);
    void setMenu(QMenu* menu);  ///< behind ≡; not owned
    void setPlaying(bool isPlaying);
    void setTotal(Ticks total);  ///< changes the automatic speed
    void setTime(Ticks time);
    void setStepUnit(StepUnit unit);  ///< does not signal
    [[nodiscard]] StepUnit stepUnit() const;
    /// Seconds of the program in one second; the chosen one, or the automatic one.
    [[nodiscard]] double speed() const;

    /// Says that a program is being recorded.
    void setRecording(bool isRecording);
    [[nodiscard]] RecordingPill& recordingPill() const noexcept { return *m_recording; }

    /// As narrow as it gets without its words.
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void lessonsClicked();
    void scenarioChosen(int index);  ///< never the file
    void toStartClicked();
    void stepBackClicked();
    void playClicked();  ///< Play or Pause
    void stepForwardClicked();
    void toEndClicked();
    void stepUnitChosen(coroscope::StepUnit unit);
    void speedChanged(double speed);
    void exportClicked();
    void themeClicked();
    void helpClicked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QLayout* buildChooser();
    QLayout* buildPlayer();
    QLayout* buildClock();
    QLayout* buildPace();
    QLayout* buildTools();
    void buildStepCombo();
    void buildSpeedCombo();
    QToolButton* addButton(QHBoxLayout* row, const QString& icon,
                           const std::function<QString()>& name, void (TransportBar::*clicked)());
    void setCompact(bool isCompact);
    void removeFile();
    void showSpeed();
    void showTheme();
    [[nodiscard]] static QString themeName();
    [[nodiscard]] QString playName() const;

    QToolButton* m_menu = nullptr;
    Combo* m_scenario = nullptr;
    QToolButton* m_play = nullptr;
    TimeLabel* m_time = nullptr;
    TimeLabel* m_total = nullptr;
    Combo* m_step = nullptr;
    Combo* m_speed = nullptr;
    RecordingPill* m_recording = nullptr;
    QPushButton* m_export = nullptr;
    QToolButton* m_exportIcon = nullptr;
    QToolButton* m_theme = nullptr;
    int m_scenarioCount = 0;
    Ticks m_totalTime{};
    bool m_isCompact = false;
    bool m_isPlaying = false;
};

}  // namespace coroscope
