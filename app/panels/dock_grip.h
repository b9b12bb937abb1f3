// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace coroscope {

/// The title bar of a dock that says itself what it is: a strip by which it can be dragged, seen
/// when the pointer is on it.
class DockGrip : public QWidget {
    Q_OBJECT

public:
    explicit DockGrip(QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
};

}  // namespace coroscope
