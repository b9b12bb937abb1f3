// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include "app/export/export_content.h"
#include "core/base/result.h"

namespace coroscope {

/// The files of a comparison's picture, in memory.

/// `options.scale` times as large. Errors: a picture too large for memory.
[[nodiscard]] Result<QByteArray> encodePng(const ExportContent& what,
                                           const PictureOptions& options);

/// Text stays text, with fonts to fall back on where ours are missing.
[[nodiscard]] Result<QByteArray> encodeSvg(const ExportContent& what,
                                           const PictureOptions& options);

/// One page, as large as the picture; fonts are embedded.
[[nodiscard]] Result<QByteArray> encodePdf(const ExportContent& what,
                                           const PictureOptions& options);

}  // namespace coroscope
