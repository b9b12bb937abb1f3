// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace coroscope {

/// Leaves the keys that a control lives by to it while it has the focus: arrows to a slider or
/// list, Space to a button. Everywhere else they are the window's shortcuts.
class KeyGuard : public QObject {
    Q_OBJECT

public:
    /// Watches the whole application.
    explicit KeyGuard(QObject* parent);

    bool eventFilter(QObject* watched, QEvent* event) override;
};

}  // namespace coroscope
