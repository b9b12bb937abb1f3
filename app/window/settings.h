// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMainWindow;

namespace coroscope {

/// What is kept from one start to the next: the window's place and size, and theme and
/// language if they were chosen. Settings that cannot be read are as if there were none.
void restoreWindow(QMainWindow& window);
void saveWindow(const QMainWindow& window);

}  // namespace coroscope
