// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <chrono>

class QPushButton;

namespace coroscope {

class TextLabel;

/// "● Recording 00:12  48 210 events  [Stop]": what is being recorded. Shows what it is told.
class RecordingPill : public QWidget {
    Q_OBJECT

public:
    explicit RecordingPill(QWidget* parent = nullptr);

    void setProgress(std::chrono::milliseconds elapsed, std::size_t events);
    /// Stop was clicked, and the program has not ended yet.
    void setStopping(bool isStopping);
    /// Without the number of events.
    void setCompact(bool isCompact);

Q_SIGNALS:
    void stopClicked();

protected:
    void showEvent(QShowEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void showTexts();

    TextLabel* m_what = nullptr;
    TextLabel* m_events = nullptr;
    QPushButton* m_stop = nullptr;
    std::chrono::milliseconds m_elapsed{};
    std::size_t m_eventCount = 0;
    bool m_isStopping = false;
    bool m_isCompact = false;
};

}  // namespace coroscope
