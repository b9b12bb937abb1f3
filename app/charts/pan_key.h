// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace coroscope {

/// Space as the key that makes a drag of the pointer move the view. Over a chart Space does what
/// its shortcut says only when it is let go of, and not at all if a drag came in between.
class PanKey : public QObject {
    Q_OBJECT

public:
    /// Watches the whole application.
    explicit PanKey(QObject* parent);
    ~PanKey() override;

    [[nodiscard]] static bool isHeld() noexcept;
    /// A drag has begun.
    static void use() noexcept;

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    /// Pressed and let go of, with no drag.
    void tapped();
};

}  // namespace coroscope
