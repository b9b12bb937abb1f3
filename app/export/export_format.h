// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <span>

#include "app/export/encode_job.h"
#include "app/export/export_content.h"
#include "core/base/result.h"

namespace coroscope {

/// A kind of file that a comparison can be exported as.
struct ExportFormat {
    enum class Kind {
        Pixels,  ///< a picture, `scale` times as large
        Vector,  ///< a picture of any size
        Table,   ///< all programs' data
        Trace,   ///< the events of exactly one program
    };

    const char* extension;        ///< "png", lower case
    const char* suffix;           ///< what a new file's name ends with: "png", "trace.jsonl"
    const char* descriptionText;  ///< English; shown through description()
    Kind kind;
    /// To be called on the GUI's thread when this is a picture, and then needs a QApplication.
    Result<EncodeJob> (*prepare)(const ExportContent& what, const PictureOptions& options);

    [[nodiscard]] QString description() const;
    [[nodiscard]] bool isPicture() const { return kind == Kind::Pixels || kind == Kind::Vector; }
    /// prepare(), and the rest at once.
    [[nodiscard]] Result<QByteArray> encode(const ExportContent& what,
                                            const PictureOptions& options) const;
};

/// The one table of formats, the usual one first.
[[nodiscard]] std::span<const ExportFormat> exportFormats();

/// By the extension of a file's name, in any case. Errors: no or another extension.
[[nodiscard]] Result<const ExportFormat*> exportFormatFor(const QString& path);

/// "delivery.png", "delivery-gather.png" when it is about that program only.
[[nodiscard]] QString suggestedFileName(const ExportContent& what, const ExportFormat& format);

/// Writes the whole file or leaves an old one as it is. The format is that of the extension.
/// Errors: see exportFormatFor(); the picture is too large; a trace of several programs; the file
/// cannot be written.
[[nodiscard]] Status exportTo(const QString& path, const ExportContent& what,
                              const PictureOptions& options = {});

}  // namespace coroscope
