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
#include <algorithm>
#include <utility>

#include "app/export/comparison_picture.h"
#ifdef __SANITIZE_ADDRESS__
// As in <sanitizer/lsan_interface.h>.
extern "C" void __lsan_disable();
extern "C" void __lsan_enable();
#endif

namespace coroscope {
namespace {

constexpr int dotsPerInch = 96;  // a logical pixel, as CSS has it
constexpr double pointsPerInch = 72;
constexpr double metersPerInch = 0.0254;

// Fonts for Latin and Korean on Linux, macOS and Windows, for viewers without the first one.
constexpr const char* fallbackFonts =
    ", 'Noto Sans', 'Noto Sans CJK KR', 'Noto Sans KR', 'Apple SD Gothic Neo', 'Malgun Gothic', "
    "sans-serif";

constexpr int mostSide = 32767;           // of what QPainter can fill
constexpr double mostPixels = 100e6;      // 400 MB
constexpr double mostPagePoints = 14400;  // of a PDF page, by its specification

Error tooLarge(QSizeF size, const QString& unit)
{
    const QString message =
        QCoreApplication::translate("coroscope::PictureEncoder",
                                    "the picture is too large (%1 × %2 %3); use a smaller size or "
                                    "scale, or fewer programs")
            .arg(QString::number(size.width(), 'f', 0), QString::number(size.height(), 'f', 0),
                 unit);
    return {Error::Kind::Unsupported, message.toStdString(), ""};
}

Error cannotEncode()
{
    return {
        Error::Kind::Unsupported,
        QCoreApplication::translate("coroscope::PictureEncoder", "the picture cannot be encoded")
            .toStdString(),
        ""};
}

EncodeJob finished(const QByteArray& data)
{
    return [data](const std::stop_token&) { return data; };
}

// Refuses what is written to it after a stop: the only way to end QImageWriter early.
class StoppableBuffer : public QBuffer {
public:
    explicit StoppableBuffer(std::stop_token stop) : m_stop(std::move(stop)) {}

protected:
    qint64 writeData(const char* data, qint64 size) override
    {
        return m_stop.stop_requested() ? -1 : QBuffer::writeData(data, size);
    }

private:
    std::stop_token m_stop;
};

// Qt 6.4 loses the list of a PNG's rows, 8 bytes each, when it cannot be written to its end. The
// leak sanitizer sees no names inside of Qt by which that could be told from leaks of ours.
class UntoldLeaks {
public:
#ifdef __SANITIZE_ADDRESS__
    UntoldLeaks()
    {
        __lsan_disable();
    }
    ~UntoldLeaks()
    {
        __lsan_enable();
    }
    UntoldLeaks(const UntoldLeaks&) = delete;
    UntoldLeaks& operator=(const UntoldLeaks&) = delete;
#endif
};

Result<QByteArray> compress(const QImage& image, const std::stop_token& stop)
{
    [[maybe_unused]] const UntoldLeaks ofQt;
    StoppableBuffer buffer(stop);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, "PNG"))
        return cannotEncode();
    return buffer.data();
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

Result<QImage> drawImage(const ExportContent& what, const PictureOptions& options)
{
    ComparisonPicture picture(what, options);
    const QSizeF size = QSizeF(picture.size()) * options.scale;
    const bool fits = size.width() <= mostSide && size.height() <= mostSide &&
                      size.width() * size.height() <= mostPixels;
    QImage image = fits ? QImage(size.toSize(), QImage::Format_RGB32) : QImage();
    if (image.isNull())
        return tooLarge(size, QStringLiteral("px"));
    const int dotsPerMeter = qRound(dotsPerInch * options.scale / metersPerInch);
    image.setDotsPerMeterX(dotsPerMeter);
    image.setDotsPerMeterY(dotsPerMeter);
    image.setText(QStringLiteral("Title"), picture.title());
    image.setText(QStringLiteral("Description"), picture.description());
    QPainter painter(&image);
    painter.scale(options.scale, options.scale);
    picture.render(painter);
    painter.end();
    return image;
}

Result<EncodeJob> preparePng(const ExportContent& what, const PictureOptions& options)
{
    const Result<QImage> image = drawImage(what, options);
    if (!image)
        return image.error();
    return EncodeJob(
        [drawn = image.value()](const std::stop_token& stop) { return compress(drawn, stop); });
}

Result<EncodeJob> prepareSvg(const ExportContent& what, const PictureOptions& options)
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
        return cannotEncode();
    picture.render(painter);
    painter.end();
    return finished(withFallbackFonts(buffer.data()));
}

Result<EncodeJob> preparePdf(const ExportContent& what, const PictureOptions& options)
{
    ComparisonPicture picture(what, options);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(dotsPerInch);
    const QSizeF points = QSizeF(picture.size()) * pointsPerInch / dotsPerInch;
    if (std::max(points.width(), points.height()) > mostPagePoints)
        return tooLarge(points, QStringLiteral("pt"));
    writer.setPageLayout({QPageSize(points, QPageSize::Point, {}, QPageSize::ExactMatch),
                          QPageLayout::Portrait, QMarginsF()});
    writer.setTitle(picture.title());
    writer.setCreator(QStringLiteral("Coroscope"));
    QPainter painter;
    if (!painter.begin(&writer))
        return cannotEncode();
    picture.render(painter);
    painter.end();
    return finished(buffer.data());
}

}  // namespace coroscope
