// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <span>

#include "app/export/export_content.h"
#include "core/base/result.h"

namespace coroscope {

/// A kind of file that a comparison can be exported as.
struct ExportFormat {
    const char* extension;        ///< "png", lower case
    const char* descriptionText;  ///< English; shown through description()
    Result<QByteArray> (*encode)(const ExportContent& what, const PictureOptions& options);

    [[nodiscard]] QString description() const;
};

/// The one table of formats, the usual one first.
[[nodiscard]] std::span<const ExportFormat> exportFormats();

/// By the extension of a file's name, in any case. Errors: no or another extension.
[[nodiscard]] Result<const ExportFormat*> exportFormatFor(const QString& path);

/// For file dialogs: "PNG picture (*.png);;SVG picture (*.svg);;...".
[[nodiscard]] QString exportFilters();

/// Writes the whole file or leaves an old one as it is. The format is that of the extension.
/// Errors: see exportFormatFor(); the picture is too large; the file cannot be written.
[[nodiscard]] Status exportTo(const QString& path, const ExportContent& what,
                              const PictureOptions& options = {});

}  // namespace coroscope
