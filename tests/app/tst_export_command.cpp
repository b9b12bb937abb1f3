// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include "tests/support/test_registry.h"

namespace {

struct Outcome {
    int status = -1;
    QString out;
    QString error;
};

// In a folder of its own, on a machine without a display.
struct Shell {
    Outcome call(const QString& line) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
            environment.remove(QLatin1String(name));
        for (const auto& [name, value] : extra)
            environment.insert(name, value);
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(folder.path());
        process.start(QStringLiteral(COROSCOPE_PROGRAM), QProcess::splitCommand(line));
        if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit)
            return {};
        return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }

    // The file that `coroscope export delivery -o NAME OPTIONS` writes; empty when it fails.
    QByteArray exported(const char* name, const char* options = "") const
    {
        const Outcome outcome = call(QStringLiteral("export delivery -o %1 %2")
                                         .arg(QLatin1String(name), QLatin1String(options)));
        if (outcome.status != 0 || !outcome.error.isEmpty() || !outcome.out.isEmpty())
            qWarning("%s", qPrintable(outcome.error + outcome.out));
        return outcome.status == 0 ? content(name) : QByteArray();
    }

    QImage picture(const char* options = "") const
    {
        return QImage::fromData(exported("x.png", options), "PNG");
    }

    QByteArray content(const char* name) const
    {
        QFile file(folder.filePath(QLatin1String(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir folder;
    std::vector<std::pair<QString, QString>> extra;
};

QStringList textsOf(const QByteArray& svg)
{
    QXmlStreamReader xml(svg);
    QStringList texts;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::Characters && !xml.isWhitespace())
            texts << xml.text().toString().trimmed();
    }
    return xml.hasError() ? QStringList() : texts;
}

}  // namespace

class TestExportCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pngIsOfTheSizeAskedFor_data();
    void pngIsOfTheSizeAskedFor();
    void pngHasThemeAndPlayhead();
    void svgHasTitleNamesAndKorean();
    void svgShowsTheRangeAskedFor();
    void pdfHasText();
    void csvHasARowForEachSegmentOfTheProgramsAskedFor();
    void traceIsThatOfRun();
    void aTraceIsExportedAsItsProgramIs();
    void twoExportsAreTheSameBytes_data();
    void twoExportsAreTheSameBytes();
    void needsNoDisplay_data();
    void needsNoDisplay();
    void badInputIsOneLine_data();
    void badInputIsOneLine();
    void anOldFileIsKeptOnFailure();
};

void TestExportCommand::pngIsOfTheSizeAskedFor_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QSize>("size");
    QTest::newRow("exactly") << "--size 1440x900" << QSize(1440, 900);
    QTest::newRow("small") << "--size 1024x400" << QSize(1024, 400);
    QTest::newRow("scaled") << "--size 1024x400 --scale 3" << QSize(3072, 1200);
    QTest::newRow("one program") << "--size 600x400 --program sync" << QSize(600, 400);
}

void TestExportCommand::pngIsOfTheSizeAskedFor()
{
    QFETCH(QString, options);
    QFETCH(QSize, size);
    QCOMPARE(Shell().picture(qPrintable(options)).size(), size);
}

void TestExportCommand::pngHasThemeAndPlayhead()
{
    const auto has = [](const QImage& image, const char* colour) {
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y) == QColor(QLatin1String(colour)))
                    return true;
            }
        }
        return false;
    };
    const QImage light = Shell().picture();
    const QImage dark = Shell().picture("--theme dark --at 3");

    QVERIFY(has(light, "#cf3f2e"));   // blocking
    QVERIFY(!has(light, "#5b3fd6"));  // the playhead
    QVERIFY(has(dark, "#f0624f"));
    QVERIFY(has(dark, "#b7a6ff"));
}

void TestExportCommand::svgHasTitleNamesAndKorean()
{
    const QStringList english = textsOf(Shell().exported("x.svg", "--language en"));
    for (const char* text : {"Delivery", "sync", "gather", "create_task", "main", "A", "B", "C",
                             "1.7×", "17.00", "5 s", "suspended, awaiting"})
        QVERIFY2(english.contains(QString::fromUtf8(text)), text);
    const QStringList korean = textsOf(Shell().exported("x.svg", "--language ko"));
    QVERIFY(korean.contains(QStringLiteral("배달")));
    QVERIFY(!korean.contains(QStringLiteral("Delivery")));

    const QStringList other = textsOf(Shell().exported("x.svg", "--program gather --program sync"));
    QVERIFY(other.contains(QStringLiteral("0.6×")));  // of sync over the first, gather
    QVERIFY(!other.contains(QStringLiteral("create_task")));
    QVERIFY(textsOf(Shell().exported("x.svg", "--set a=20")).contains(QStringLiteral("27.00")));
}

void TestExportCommand::svgShowsTheRangeAskedFor()
{
    const QStringList texts = textsOf(Shell().exported("x.svg", "--from 2 --to 6 --at 3"));
    QVERIFY(texts.contains(QStringLiteral("4 s")));
    QVERIFY(!texts.contains(QStringLiteral("10 s")));
    const QStringList rest = textsOf(Shell().exported("x.svg", "--from 12"));
    QVERIFY(rest.contains(QStringLiteral("12 s")));
    QVERIFY(rest.contains(QStringLiteral("17 s")));
    QVERIFY(!rest.contains(QStringLiteral("10 s")));
}

void TestExportCommand::pdfHasText()
{
    const Shell shell;
    QVERIFY(shell.exported("x.pdf", "--language ko").startsWith("%PDF-"));
    const QString pdftotext = QStandardPaths::findExecutable(QStringLiteral("pdftotext"));
    if (pdftotext.isEmpty())
        QSKIP("no pdftotext");
    QProcess process;
    process.start(pdftotext, {shell.folder.filePath(QStringLiteral("x.pdf")), QStringLiteral("-")});
    QVERIFY(process.waitForFinished());
    const QString text = QString::fromUtf8(process.readAllStandardOutput());
    for (const char* word : {"배달", "create_task", "17.00", "sleep(10)"})
        QVERIFY2(text.contains(QString::fromUtf8(word)), word);
}

void TestExportCommand::csvHasARowForEachSegmentOfTheProgramsAskedFor()
{
    const QString csv =
        QString::fromUtf8(Shell().exported("x.csv", "--program sequential --set b=5"));
    const QStringList lines = csv.split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
    QVERIFY(lines.size() > 5);
    QVERIFY(lines[0].startsWith(QStringLiteral("program,row,task,state,")));
    QCOMPARE(lines.filter(QStringLiteral("sequential,")).size(), lines.size() - 1);
    QVERIFY(!lines.filter(QStringLiteral("suspended,10,15,5,")).isEmpty());
}

void TestExportCommand::traceIsThatOfRun()
{
    const Shell shell;
    const QByteArray exported = shell.exported("x.jsonl", "--program gather --language en");
    QCOMPARE(shell.call(QStringLiteral("run delivery gather --trace y.jsonl")).status, 0);
    QCOMPARE(exported, shell.content("y.jsonl"));

    const QList<QByteArray> lines = exported.trimmed().split('\n');
    QVERIFY(lines.size() > 20);
    for (const QByteArray& line : lines)
        QVERIFY2(QJsonDocument::fromJson(line).isObject(), line);
    const QJsonObject last = QJsonDocument::fromJson(lines.last()).object();
    QCOMPARE(last[QLatin1String("e")].toString(), QStringLiteral("end"));
    QCOMPARE(last[QLatin1String("t")].toInteger(), 10'000'000'000);
}

void TestExportCommand::aTraceIsExportedAsItsProgramIs()
{
    const Shell shell;
    const QByteArray trace = shell.exported("run.trace.jsonl", "--program gather");
    QCOMPARE(shell.call(QStringLiteral("export run.trace.jsonl -o again.jsonl")).status, 0);
    const auto events = [](const QByteArray& text) { return text.mid(text.indexOf('\n')); };
    QCOMPARE(events(shell.content("again.jsonl")), events(trace));
    QCOMPARE(shell.call(QStringLiteral("export run.trace.jsonl -o x.json")).status, 0);
    QCOMPARE(shell.call(QStringLiteral("export x.json -o y.jsonl")).status, 0);
    QCOMPARE(shell.content("y.jsonl"), shell.content("again.jsonl"));
    QCOMPARE(shell.call(QStringLiteral("export run.trace.jsonl -o x.png --size 600x440")).status,
             0);
    QCOMPARE(QImage::fromData(shell.content("x.png"), "PNG").size(), QSize(600, 440));
    for (const char* wrong : {"--set a=1", "--program sync"}) {
        const Outcome outcome =
            shell.call(QStringLiteral("export run.trace.jsonl -o y.png ") + QLatin1String(wrong));
        QCOMPARE(outcome.status, 2);
        QVERIFY2(outcome.error.contains(QStringLiteral("trace")), qPrintable(outcome.error));
    }
}

void TestExportCommand::twoExportsAreTheSameBytes_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name : {"x.png", "x.svg", "x.csv"})
        QTest::newRow(name) << name;
}

void TestExportCommand::twoExportsAreTheSameBytes()
{
    QFETCH(QString, name);
    const QByteArray first = Shell().exported(qPrintable(name), "--at 3");
    QVERIFY(!first.isEmpty());
    QVERIFY(Shell().exported(qPrintable(name), "--at 3") == first);
}

void TestExportCommand::needsNoDisplay_data()
{
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QString>("value");
    QTest::newRow("a platform that does not start") << "QT_QPA_PLATFORM"
                                                    << "xcb";
    QTest::newRow("no such platform") << "QT_QPA_PLATFORM"
                                      << "nonsense";
    QTest::newRow("a display that is not there") << "DISPLAY"
                                                 << ":4711";
    QTest::newRow("a desktop's scale factor") << "QT_SCALE_FACTOR"
                                              << "2";
}

void TestExportCommand::needsNoDisplay()
{
    QFETCH(QString, variable);
    QFETCH(QString, value);
    Shell shell;
    shell.extra = {{variable, value}};
    const QByteArray picture = shell.exported("x.png");
    QVERIFY(!picture.isEmpty());
    QVERIFY(picture == Shell().exported("x.png"));
}

void TestExportCommand::badInputIsOneLine_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const char* arguments, const char* says) {
        QTest::newRow(name) << QString::fromUtf8(arguments) << QString::fromUtf8(says);
    };
    row("no output", "delivery", "--output is required");
    row("no scenario", "nothing -o x.png", "built in: delivery");
    row("no such trace", "x.trace.jsonl -o x.png", "x.trace.jsonl: there is no such file");
    row("unknown program", "delivery -o x.png --program nap", "no program \"nap\"");
    row("unknown extension", "delivery -o x.gif", "x.gif: the name must end with one of .png");
    row("Chrome's trace of several", "delivery -o x.json", "choose it with --program: sync, gather");
    row("no extension", "delivery -o x", "the name must end with");
    row("trace of several", "delivery -o x.jsonl", "choose it with --program: sync, gather");
    row("no such folder", "delivery -o no/x.png", "no/x.png: cannot write the file");
    row("size without sense", "delivery -o x.png --size wide", "found \"wide\"");
    row("size with a blank", "delivery -o x.png --size \"100x 90\"", "expected WxH");
    row("no size", "delivery -o x.png --size 0x0", "expected WxH");
    row("size too small", "delivery -o x.png --size 900x100", "they need at least 900x");
    row("size too large for memory", "delivery -o x.png --size 30000x30000 --scale 8", "too large");
    row("size too large for a page", "delivery -o x.pdf --size 30000x900", "too large");
    row("absurd scale", "delivery -o x.png --scale 1000", "1 to 8");
    row("no scale", "delivery -o x.png --scale 0", "1 to 8");
    row("unknown theme", "delivery -o x.png --theme pink", "light");
    row("unknown language", "delivery -o x.png --language tlh", "en");
    row("range that is empty", "delivery -o x.png --from 3 --to 3", "--from: expected a range");
    row("range after the end", "delivery -o x.png --from 30", "end at 17 s");
    row("time that is none", "delivery -o x.png --at nan", "found \"nan\"");
    row("time before the start", "delivery -o x.png --from -1", "0 or more");
    row("playhead out of sight", "delivery -o x.png --to 5 --at 6", "--at: 6 s is outside");
    row("value out of range", "delivery -o x.png --set a=99", "from 0.0 to 20.0");
}

void TestExportCommand::badInputIsOneLine()
{
    QFETCH(QString, arguments);
    QFETCH(QString, says);
    const Shell shell;
    const Outcome outcome = shell.call(QStringLiteral("export ") + arguments);

    QCOMPARE(outcome.status, 2);
    QCOMPARE(outcome.out, QString());
    QVERIFY2(outcome.error.contains(says), qPrintable(outcome.error));
    QCOMPARE(outcome.error.count(QLatin1Char('\n')), 1);
    QVERIFY(QDir(shell.folder.path()).isEmpty());
}

void TestExportCommand::anOldFileIsKeptOnFailure()
{
    const Shell shell;
    QFile old(shell.folder.filePath(QStringLiteral("x.png")));
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
    old.close();

    QCOMPARE(shell.call(QStringLiteral("export delivery -o x.png --scale 8 --size 20000")).status,
             2);
    QCOMPARE(shell.content("x.png"), QByteArray("old"));
    QVERIFY(shell.exported("x.png").startsWith("\x89PNG"));
}

COROSCOPE_TEST(TestExportCommand)
#include "tst_export_command.moc"
