// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

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

    void setFinding(const QString& sentence);
    /// Stands in place of the finding until the next finding comes.
    void setError(const QString& message);
    void setBusy(bool isBusy);
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void cancelClicked();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void show(const QString& text, bool isError);

    TextLabel* m_text;
    QProgressBar* m_progress;
    QPushButton* m_cancel;
    bool m_isError = false;
};

}  // namespace coroscope
