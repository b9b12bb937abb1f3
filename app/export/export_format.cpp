// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/export_format.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <array>

#include "app/export/picture_encoder.h"
#include "app/export/segments_csv.h"
#include "app/export/trace_lines.h"
#include "app/export/whole_file.h"

namespace coroscope {
namespace {

using Kind = ExportFormat::Kind;

Result<EncodeJob> prepareCsv(const ExportContent& what, const PictureOptions&)
{
    return EncodeJob([what](const std::stop_token& stop) { return segmentsCsv(what, stop); });
}

constexpr std::array formats{
    ExportFormat{"png", "png", QT_TRANSLATE_NOOP("coroscope::ExportFormat", "PNG picture"),
                 Kind::Pixels, preparePng},
    ExportFormat{"svg", "svg", QT_TRANSLATE_NOOP("coroscope::ExportFormat", "SVG picture"),
                 Kind::Vector, prepareSvg},
    ExportFormat{"pdf", "pdf", QT_TRANSLATE_NOOP("coroscope::ExportFormat", "PDF document"),
                 Kind::Vector, preparePdf},
    ExportFormat{"csv", "csv", QT_TRANSLATE_NOOP("coroscope::ExportFormat", "Table of segments"),
                 Kind::Table, prepareCsv},
    ExportFormat{"jsonl", "trace.jsonl",
                 QT_TRANSLATE_NOOP("coroscope::ExportFormat", "Trace of one program"), Kind::Trace,
                 prepareTraceLines},
    ExportFormat{"json", "json",
                 QT_TRANSLATE_NOOP("coroscope::ExportFormat", "Trace for Chrome and Perfetto"),
                 Kind::Trace, prepareChromeTrace},
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

Result<QByteArray> ExportFormat::encode(const ExportContent& what,
                                        const PictureOptions& options) const
{
    const Result<EncodeJob> job = prepare(what, options);
    if (!job)
        return job.error();
    return job.value()({});
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

QString suggestedFileName(const ExportContent& what, const ExportFormat& format)
{
    QString name = QFileInfo(what.source).baseName();
    if (name.isEmpty())
        name = QStringLiteral("coroscope");
    if (what.programs.size() == 1)
        name += QLatin1Char('-') + what.programs.front()->name;
    return name + QLatin1Char('.') + QLatin1String(format.suffix);
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
