// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

#include "app/export/encode_job.h"
#include "app/export/export_content.h"

namespace coroscope {

/// A comparison's picture as pixels, `options.scale` times as large. Errors: too many pixels.
[[nodiscard]] Result<QImage> drawImage(const ExportContent& what, const PictureOptions& options);

/// Draws as drawImage() does; the job compresses.
[[nodiscard]] Result<EncodeJob> preparePng(const ExportContent& what,
                                           const PictureOptions& options);

/// Text stays text, with fonts to fall back on where ours are missing.
[[nodiscard]] Result<EncodeJob> prepareSvg(const ExportContent& what,
                                           const PictureOptions& options);

/// One page, as large as the picture; fonts are embedded. Errors: larger than a page can be.
[[nodiscard]] Result<EncodeJob> preparePdf(const ExportContent& what,
                                           const PictureOptions& options);

}  // namespace coroscope
