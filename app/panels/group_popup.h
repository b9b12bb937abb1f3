// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QPointer>

namespace coroscope {

/// Shows a panel for a while over what is beside it; closes on a click elsewhere or Escape.
///
/// Lifetime  borrows the panel: when it closes it hands it back to `home`, hidden, and is deleted
class GroupPopup : public QFrame {
    Q_OBJECT

public:
    GroupPopup(QWidget& panel, QWidget& home);
    ~GroupPopup() override;

    /// `home` goes, and its window maybe: the panel goes with the popup.
    void keepPanel() { m_home.clear(); }

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QPointer<QWidget> m_panel;
    QPointer<QWidget> m_home;
};

}  // namespace coroscope
