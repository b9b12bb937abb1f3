// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/picture_encoder.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImage>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QSvgGenerator>

#include "app/export/comparison_picture.h"

namespace coroscope {
namespace {

constexpr int dotsPerInch = 96;  // a logical pixel, as CSS has it
constexpr double pointsPerInch = 72;
constexpr double metersPerInch = 0.0254;

// Fonts for Latin and Korean on Linux, macOS and Windows, for viewers without the first one.
constexpr const char* fallbackFonts =
    ", 'Noto Sans', 'Noto Sans CJK KR', 'Noto Sans KR', 'Apple SD Gothic Neo', 'Malgun Gothic', "
    "sans-serif";

Error cannotDraw()
{
    return {Error::Kind::WriteFailed,
            QCoreApplication::translate("coroscope::PictureEncoder",
                                        "the picture is too large; use a smaller size or scale")
                .toStdString(),
            ""};
}

// QSvgGenerator writes the first family of a font only.
QByteArray withFallbackFonts(const QByteArray& svg)
{
    static const QRegularExpression family(QStringLiteral("font-family=\"([^\",]+)\""));
    QString text = QString::fromUtf8(svg);
    text.replace(family,
                 QStringLiteral("font-family=\"'\\1'%1\"").arg(QLatin1String(fallbackFonts)));
    return text.toUtf8();
}

}  // namespace

Result<QByteArray> encodePng(const ExportContent& what, const PictureOptions& options)
{
    ComparisonPicture picture(what, options);
    QImage image((QSizeF(picture.size()) * options.scale).toSize(), QImage::Format_RGB32);
    if (image.isNull())
        return cannotDraw();
    const int dotsPerMeter = qRound(dotsPerInch * options.scale / metersPerInch);
    image.setDotsPerMeterX(dotsPerMeter);
    image.setDotsPerMeterY(dotsPerMeter);
    image.setText(QStringLiteral("Title"), picture.title());
    image.setText(QStringLiteral("Description"), picture.description());
    QPainter painter(&image);
    painter.scale(options.scale, options.scale);
    picture.render(painter);
    painter.end();
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, "PNG"))
        return cannotDraw();
    return buffer.data();
}

Result<QByteArray> encodeSvg(const ExportContent& what, const PictureOptions& options)
{
    ComparisonPicture picture(what, options);
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(dotsPerInch);
    generator.setSize(picture.size());
    generator.setViewBox(QRect(QPoint(), picture.size()));
    generator.setTitle(picture.title().toHtmlEscaped());  // QSvgGenerator writes them as they are
    generator.setDescription(picture.description().toHtmlEscaped());
    QPainter painter;
    if (!painter.begin(&generator))
        return cannotDraw();
    picture.render(painter);
    painter.end();
    return withFallbackFonts(buffer.data());
}

Result<QByteArray> encodePdf(const ExportContent& what, const PictureOptions& options)
{
    ComparisonPicture picture(what, options);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(dotsPerInch);
    const QSizeF points = QSizeF(picture.size()) * pointsPerInch / dotsPerInch;
    writer.setPageLayout({QPageSize(points, QPageSize::Point, {}, QPageSize::ExactMatch),
                          QPageLayout::Portrait, QMarginsF()});
    writer.setTitle(picture.title());
    writer.setCreator(QStringLiteral("Coroscope"));
    QPainter painter;
    if (!painter.begin(&writer))
        return cannotDraw();
    picture.render(painter);
    painter.end();
    return buffer.data();
}

}  // namespace coroscope
