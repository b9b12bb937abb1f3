// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "app/document/document.h"

class QProgressBar;
class QPushButton;

namespace coroscope {

class TextLabel;

/// The line at the bottom of the window: the strongest finding in a sentence, or what is wrong;
/// while programs run for long, a progress bar with Cancel.
class StatusStrip : public QWidget {
    Q_OBJECT

public:
    explicit StatusStrip(QWidget* parent = nullptr);

    /// `isLink`: it can be clicked, or chosen by Enter, to learn more.
    void setFinding(const QString& sentence, bool isLink = false);
    /// Stands in place of the finding until the next finding comes.
    void setError(const QString& message);
    void setBusy(bool isBusy);
    /// How much is done, in [0, 1], until setBusy() is called again.
    void setProgress(double share);
    /// More than fits into the line.
    void setMore(const QStringList& sentences) { setToolTip(sentences.join(QLatin1Char('\n'))); }
    void setClock(ClockKind clock);
    /// How much of all is in view; empty: nothing is said of that.
    void setView(const QString& text);
    [[nodiscard]] QString text() const;
    [[nodiscard]] bool isError() const noexcept { return m_isError; }

Q_SIGNALS:
    void cancelClicked();
    void findingClicked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void show(const QString& text, bool isError);
    void setLink(bool isLink);
    [[nodiscard]] QString clockText() const;
    void showClock();

    TextLabel* m_text;
    QProgressBar* m_progress;
    QPushButton* m_cancel;
    TextLabel* m_clock;
    QString m_view;
    ClockKind m_clockKind = ClockKind::Simulated;
    bool m_isError = false;
    bool m_isLink = false;
};

}  // namespace coroscope
