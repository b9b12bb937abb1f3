// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace coroscope {

/// What the marks of the chart mean, drawn by the chart's own painter.
class KeyPanel : public QWidget {
    Q_OBJECT

public:
    explicit KeyPanel(QWidget* parent = nullptr);
};

}  // namespace coroscope
