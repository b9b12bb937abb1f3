// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

class QMainWindow;

namespace coroscope {

/// What is kept from one start to the next: the window's place and size, and theme and
/// language if they were chosen. Settings that cannot be read are as if there were none.
void restoreWindow(QMainWindow& window);
void saveWindow(const QMainWindow& window);

/// What Qt gives to be kept, with a checksum: Qt crashes when it gets back other bytes.
[[nodiscard]] QByteArray sealed(const QByteArray& bytes);
/// Empty if they are not as sealed() gave them.
[[nodiscard]] QByteArray unsealed(const QByteArray& bytes);

}  // namespace coroscope
