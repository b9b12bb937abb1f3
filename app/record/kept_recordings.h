// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLockFile>
#include <QString>
#include <QStringList>

namespace coroscope {

/// A new file for a recording of `source` that is made in the window; it stays there until somebody
/// deletes it.
[[nodiscard]] QString newRecordingFile(const QString& source);

/// Says that a window is watching a recording, as long as it exists. What is left of it, beside the
/// recording, tells of a window that did not live to its end.
class WatchMark {
public:
    explicit WatchMark(const QString& recording);

private:
    QLockFile m_lock;
};

/// The recordings in newRecordingFile()'s folder whose window is gone though it had not seen their
/// end. Each is told once, to one process; not those that nothing was written to.
[[nodiscard]] QStringList takeInterruptedRecordings();

}  // namespace coroscope
