// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/encode_job.h"
#include "app/export/export_content.h"

namespace coroscope {

/// The trace of the only program, as JSON Lines, or in Chrome's format for Perfetto. Errors: there
/// are several programs, or none.
[[nodiscard]] Result<EncodeJob> prepareTraceLines(const ExportContent& what,
                                                  const PictureOptions& options);
[[nodiscard]] Result<EncodeJob> prepareChromeTrace(const ExportContent& what,
                                                   const PictureOptions& options);

}  // namespace coroscope
