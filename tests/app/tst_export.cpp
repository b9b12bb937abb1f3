// SPDX-License-Identifier: GPL-3.0-or-later
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include "app/charts/chart_view.h"
#include "app/charts/row_header_item.h"
#include "app/export/comparison_picture.h"
#include "app/export/export_format.h"
#include "app/export/segments_csv.h"
#include "tests/app/chart_fixtures.h"
#include "tests/app/recording_paint_device.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

ExportContent delivery()
{
    auto gather = std::make_shared<ProgramRun>(*gatherRun());
    gather->title.byLanguage[""] = "await asyncio.gather(…)";
    gather->rows[1] = QStringLiteral("짜장면");
    return {QStringLiteral("Delivery & <배달>"), {syncRun(), gather}};
}

QByteArray encoded(const char* extension, const PictureOptions& options = {})
{
    const auto format = exportFormatFor(QStringLiteral("x.") + QLatin1String(extension));
    const Result<QByteArray> data = format.value()->encode(delivery(), options);
    return data ? data.value() : QByteArray();
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

Q_DECLARE_METATYPE(coroscope::Theme)

class TestExport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pngIsAsLargeAsAskedFor();
    void pngShowsThePlayheadAndTheTheme();
    void itsChartsAreTheWindows_data();
    void itsChartsAreTheWindows();
    void moreHeightMakesHigherRows();
    void anEmptyComparisonIsAnEmptyPicture();
    void narrowPicturesStackTheirCards();
    void svgKeepsTextAsText();
    void nothingLiesOutsideThePicture();
    void pdfHasOnePageWithText();
    void csvHasOneLineForEachSegment();
    void csvQuotesAsRfc4180Has();
    void formatsComeFromOneTable();
    void aFailedWriteKeepsTheOldFile();
    void whatIsStoppedEndsSoon_data();
    void whatIsStoppedEndsSoon();
};

void TestExport::pngIsAsLargeAsAskedFor()
{
    PictureOptions options;
    options.width = 900;
    const QImage once = QImage::fromData(encoded("png", options), "PNG");
    options.scale = 2;
    const QImage twice = QImage::fromData(encoded("png", options), "PNG");

    QCOMPARE(once.width(), 900);
    QCOMPARE(twice.size(), once.size() * 2);
    QCOMPARE(once.text(QStringLiteral("Title")), QStringLiteral("Delivery & <배달>"));
}

void TestExport::pngShowsThePlayheadAndTheTheme()
{
    PictureOptions options;
    options.theme = Theme::Dark;
    options.position = {s(3)};
    const Palette& dark = palette(Theme::Dark);
    const QImage with = QImage::fromData(encoded("png", options), "PNG");
    options.showsPlayhead = false;
    const QImage without = QImage::fromData(encoded("png", options), "PNG");

    QCOMPARE(with.pixelColor(1, 1), dark.ground);
    QVERIFY(contains(with, with.rect(), dark.block));
    QVERIFY(contains(with, with.rect(), dark.now));
    QVERIFY(!contains(without, without.rect(), dark.now));
}

void TestExport::itsChartsAreTheWindows_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::addColumn<int>("width");
    QTest::newRow("light") << Theme::Light << 1440;
    QTest::newRow("dark") << Theme::Dark << 1440;
    QTest::newRow("narrow") << Theme::Light << 700;
}

void TestExport::itsChartsAreTheWindows()
{
    QFETCH(Theme, theme);
    QFETCH(int, width);
    PictureOptions options;
    options.theme = theme;
    options.width = width;
    options.position = {s(3)};
    const ExportContent content = delivery();
    const ComparisonPicture picture(content, options);
    const QImage exported = QImage::fromData(encoded("png", options), "PNG");
    QStringList rows;
    for (const ProgramRunPtr& program : content.programs)
        rows << program->rows;

    for (std::size_t i = 0; i < content.programs.size(); ++i) {
        const QRect area = picture.chartArea(i).toRect();
        ChartView window(palette(theme));
        window.setRun(content.programs[i], content.longestTotal());
        window.program().setHeaderWidth(headerWidthFor(rows, area.width()));
        window.program().setVisibleRange({s(0), content.longestTotal()});
        window.program().setPlayhead(options.position);
        window.resize(area.size());
        const QImage shown = window.grab().toImage().convertToFormat(exported.format());

        const QRect inside = shown.rect().adjusted(4, 0, -4, 0);  // of the card's border
        QVERIFY(contains(shown, inside, palette(theme).now));
        QVERIFY(shown.copy(inside) == exported.copy(inside.translated(area.topLeft())));
    }
}

void TestExport::moreHeightMakesHigherRows()
{
    PictureOptions options;
    const QSize usual = ComparisonPicture(delivery(), options).size();
    options.height = usual.height() + 20;
    QCOMPARE(ComparisonPicture(delivery(), options).size().height(), options.height);
    options.height = 10;
    const QSize least = ComparisonPicture(delivery(), options).size();
    QCOMPARE(usual.height() - least.height(), 4 * (34 - 22));
}

void TestExport::anEmptyComparisonIsAnEmptyPicture()
{
    const Result<QByteArray> data = exportFormats().front().encode({}, {});
    QVERIFY(data);
    QVERIFY(!QImage::fromData(data.value(), "PNG").isNull());
}

void TestExport::narrowPicturesStackTheirCards()
{
    PictureOptions options;
    options.width = 700;
    const int beside = ComparisonPicture(delivery(), options).size().height();
    options.width = 400;
    const int stacked = ComparisonPicture(delivery(), options).size().height();
    QVERIFY(stacked > beside + 200);
}

void TestExport::svgKeepsTextAsText()
{
    QXmlStreamReader xml(encoded("svg"));
    QStringList texts;
    QStringList families;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        families << xml.attributes().value(QStringLiteral("font-family")).toString();
        const QStringList wanted{QStringLiteral("text"), QStringLiteral("title"),
                                 QStringLiteral("desc")};
        if (wanted.contains(xml.name()))
            texts << xml.readElementText();
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QCOMPARE(texts.value(0), QStringLiteral("Delivery & <배달>"));
    QVERIFY(texts.value(1).contains(QStringLiteral("gather, 10 s in total, 4 tasks")));
    for (const char* text : {"sync", "gather", "await asyncio.gather(…)", "main", "짜장면",
                             "blocking", "sleep(10)", "17 s", "suspended, awaiting"})
        QVERIFY2(texts.contains(QString::fromUtf8(text)), text);
    families.removeAll(QString());
    QVERIFY(!families.isEmpty());
    for (const QString& family : families)
        QVERIFY(family.contains(QStringLiteral("Noto Sans CJK KR")));
}

void TestExport::nothingLiesOutsideThePicture()
{
    for (const int width : {400, 700, 1440}) {
        PictureOptions options;
        options.width = width;
        options.position = {s(17)};
        ComparisonPicture picture(delivery(), options);
        RecordingPaintDevice device(picture.size());
        QPainter painter(&device);
        picture.render(painter);
        painter.end();
        const QRectF whole(0, 0, picture.size().width(), picture.size().height());
        QCOMPARE(device.bounds(), whole);
    }
}

void TestExport::pdfHasOnePageWithText()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("delivery.pdf"));
    const Status status = exportTo(path, delivery());
    QVERIFY(status);
    const QByteArray pdf = contentOf(path);
    QVERIFY(pdf.startsWith("%PDF-"));
    QVERIFY(pdf.contains("/FontFile2"));
    QCOMPARE(pdf.count("/Type /Page\n"), 1);

    const QString pdftotext = QStandardPaths::findExecutable(QStringLiteral("pdftotext"));
    if (pdftotext.isEmpty())
        return;
    QProcess process;
    process.start(pdftotext, {path, QStringLiteral("-")});
    QVERIFY(process.waitForFinished());
    const QString text = QString::fromUtf8(process.readAllStandardOutput());
    for (const char* word : {"Delivery", "배달", "gather", "짜장면", "sleep(10)", "17.00"})
        QVERIFY2(text.contains(QString::fromUtf8(word)), word);
}

void TestExport::csvHasOneLineForEachSegment()
{
    const QStringList lines =
        QString::fromUtf8(encoded("csv")).split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
    QCOMPARE(lines.value(0),
             QStringLiteral("program,row,task,state,begin_s,end_s,duration_s,detail"));
    for (const char* line :
         {"sync,main,Task-1,in_call,10,13,3,call B",
          "sync,A,\"delivery('A', 10)\",blocking,0,10,10,sleep",
          "sync,B,\"delivery('B', 3)\",waiting,0,10,10,",
          "gather,main,Task-1,suspended,0,10,10,\"gather 짜장면, B, C\"",
          "gather,짜장면,Task-2,suspended,0,10,10,sleep(10)", "gather,B,Task-3,running,3,3,0,"})
        QVERIFY2(lines.contains(QString::fromUtf8(line)), line);
    QVERIFY(lines.filter(QStringLiteral(",done,")).isEmpty());
}

void TestExport::csvQuotesAsRfc4180Has()
{
    auto run = std::make_shared<ProgramRun>(*gatherRun());
    run->name = QStringLiteral("say \"hi\", twice\nover");
    const QByteArray csv = segmentsCsv({{}, {run}});
    QVERIFY(csv.contains("\r\n\"say \"\"hi\"\", twice\nover\",main,"));
}

void TestExport::formatsComeFromOneTable()
{
    QStringList extensions;
    for (const ExportFormat& format : exportFormats())
        extensions << QLatin1String(format.extension);
    QCOMPARE(extensions.join(QLatin1Char(' ')), QStringLiteral("png svg pdf csv jsonl json"));
    QVERIFY(exportFormatFor(QStringLiteral("/a.b/PICTURE.PNG")));
    const auto unknown = exportFormatFor(QStringLiteral("picture.gif"));
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().kind, Error::Kind::Unsupported);
    QCOMPARE(
        QString::fromStdString(unknown.error().text()),
        QStringLiteral(
            "picture.gif: the name must end with one of .png, .svg, .pdf, .csv, .jsonl, .json"));
}

void TestExport::aFailedWriteKeepsTheOldFile()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("old.png"));
    QFile old(path);
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
    old.close();

    PictureOptions tooLarge;
    tooLarge.scale = 1e5;
    const Status failed = exportTo(path, delivery(), tooLarge);
    QVERIFY(!failed);
    QCOMPARE(failed.error().where, path.toStdString());
    QCOMPARE(contentOf(path), QByteArray("old"));

    const QString nowhere = folder.filePath(QStringLiteral("missing/x.csv"));
    const Status missing = exportTo(nowhere, delivery());
    QVERIFY(!missing);
    QCOMPARE(missing.error().kind, Error::Kind::WriteFailed);
    QVERIFY(QString::fromStdString(missing.error().text()).contains(nowhere));

    const Status written = exportTo(path, delivery());
    QVERIFY(written);
    QVERIFY(contentOf(path).startsWith("\x89PNG"));
}

void TestExport::whatIsStoppedEndsSoon_data()
{
    QTest::addColumn<QString>("extension");
    for (const char* extension : {"png", "csv", "jsonl", "json"})
        QTest::newRow(extension) << QString::fromLatin1(extension);
}

// Whoever cancels an export waits for it.
void TestExport::whatIsStoppedEndsSoon()
{
    QFETCH(const QString, extension);
    const ExportContent what{{}, {gatherRun()}};
    const auto format = exportFormatFor(QStringLiteral("x.") + extension);
    const auto job = format.value()->prepare(what, {});
    QVERIFY(job);
    const Result<QByteArray> whole = job.value()({});
    QVERIFY(whole);
    std::stop_source stop;
    stop.request_stop();
    const Result<QByteArray> stopped = job.value()(stop.get_token());
    QVERIFY(!stopped || stopped.value().size() < whole.value().size() / 4);
}

COROSCOPE_TEST(TestExport)
#include "tst_export.moc"
