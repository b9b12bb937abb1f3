// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/export_format.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <array>

#include "app/export/picture_encoder.h"
#include "app/export/segments_csv.h"
#include "app/export/whole_file.h"

namespace coroscope {
namespace {

constexpr std::array formats{
    ExportFormat{"png", QT_TRANSLATE_NOOP("coroscope::ExportFormat", "PNG picture"), encodePng},
    ExportFormat{"svg", QT_TRANSLATE_NOOP("coroscope::ExportFormat", "SVG picture"), encodeSvg},
    ExportFormat{"pdf", QT_TRANSLATE_NOOP("coroscope::ExportFormat", "PDF document"), encodePdf},
    ExportFormat{"csv", QT_TRANSLATE_NOOP("coroscope::ExportFormat", "Table of segments"),
                 [](const ExportContent& what, const PictureOptions&) -> Result<QByteArray> {
                     return segmentsCsv(what);
                 }},
};

QString tr(const char* text)
{
    return QCoreApplication::translate("coroscope::ExportFormat", text);
}

Error unknownFormat(const QString& path)
{
    QStringList known;
    for (const ExportFormat& format : formats)
        known << QLatin1Char('.') + QLatin1String(format.extension);
    const QString message =
        tr(QT_TRANSLATE_NOOP("coroscope::ExportFormat", "the name must end with one of %1"))
            .arg(known.join(QStringLiteral(", ")));
    return {Error::Kind::Unsupported, message.toStdString(), path.toStdString()};
}

}  // namespace

QString ExportFormat::description() const
{
    return tr(descriptionText);
}

std::span<const ExportFormat> exportFormats()
{
    return formats;
}

Result<const ExportFormat*> exportFormatFor(const QString& path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    for (const ExportFormat& format : formats) {
        if (suffix == QLatin1String(format.extension))
            return &format;
    }
    return unknownFormat(path);
}

QString exportFilters()
{
    QStringList filters;
    for (const ExportFormat& format : formats)
        filters << QStringLiteral("%1 (*.%2)")
                       .arg(format.description(), QLatin1String(format.extension));
    return filters.join(QStringLiteral(";;"));
}

Status exportTo(const QString& path, const ExportContent& what, const PictureOptions& options)
{
    const Result<const ExportFormat*> format = exportFormatFor(path);
    if (!format)
        return format.error();
    Result<QByteArray> data = format.value()->encode(what, options);
    if (!data) {
        Error error = data.error();
        error.where = path.toStdString();
        return error;
    }
    return writeWholeFile(path, data.value());
}

}  // namespace coroscope
