// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace coroscope {

/// The one raised surface: a program's column stands on it. Rounded, with a hairline border, in
/// the current theme's colours. Children should stay 1 px inside.
class Card : public QWidget {
    Q_OBJECT

public:
    explicit Card(QWidget* parent = nullptr);

    static constexpr int radius = 12;

protected:
    void paintEvent(QPaintEvent* event) override;
};

}  // namespace coroscope
