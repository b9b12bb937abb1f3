// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QRectF>
#include <QWidget>

namespace coroscope {

/// The ring around what has the keyboard's focus: 2 px wide, 2 px away from it, and only when the
/// focus was moved by the keyboard. It lies over its neighbours in the same window, as a widget
/// cannot paint outside itself. A slider's is around its handle, a check box's around its box.
///
/// Lifetime  one for the application; watches all its widgets
class FocusRing : public QObject {
    Q_OBJECT

public:
    FocusRing();
    ~FocusRing() override;

    /// The widget that has the ring, null if none.
    [[nodiscard]] QWidget* target() const { return m_target; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void moveTo(QWidget* target);
    void place();
    void discardOverlay();

    QPointer<QWidget> m_target;
    QPointer<QWidget> m_overlay;
};

}  // namespace coroscope
