// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>
#include <string>

#include "core/scenario/run.h"
#include "core/timeline/timeline.h"

namespace coroscope::test {

/// The names of all lessons, in their order.
[[nodiscard]] const QStringList& lessonNames();

/// A lesson from its file. Ends the test program if it cannot be read.
[[nodiscard]] scenario::Scenario lesson(const QString& name);

/// Runs one program of a lesson with the file's parameters, on a virtual clock.
[[nodiscard]] scenario::Run runLesson(const QString& name, const QString& program);

/// What a run printed: "1.5 text" for each line, with its time in seconds.
[[nodiscard]] QStringList printsWithTimes(const scenario::Run& run);

/// The row that a chart calls `name`; null if there is none.
[[nodiscard]] const Track* rowCalled(const std::string& name, const Timeline& timeline);

/// The state of a row at an instant, after all that happened in it.
[[nodiscard]] SegmentState stateAt(Ticks time, const Track& row, const Timeline& timeline);

}  // namespace coroscope::test
