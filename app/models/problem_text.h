// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "app/document/document.h"

namespace coroscope {

/// What is wrong in a trace file, in the window's language: "line 14: time goes backwards (4
/// times)".
[[nodiscard]] QString problemSentence(const TraceProblem& problem);

/// All that is wrong with a document's file, a sentence each; empty: nothing.
[[nodiscard]] QStringList problemSentences(const Document& document);

/// Since when, and why, a program on a virtual clock had to wait in real time; empty: it had not.
/// Cost  O(events)
[[nodiscard]] QString realTimeSentence(const Trace& trace);

}  // namespace coroscope
