// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <stop_token>

#include "app/export/export_content.h"

namespace coroscope {

/// All segments as a table: program, row, task, state, begin_s, end_s, duration_s, detail. Quoted
/// and with CRLF as RFC 4180 has it, in UTF-8. Words and numbers do not depend on the language.
///
/// Order   by program, row, time. Steps that take no time are rows too.
/// Stop    the rest is left out
[[nodiscard]] QByteArray segmentsCsv(const ExportContent& what, const std::stop_token& stop = {});

}  // namespace coroscope
