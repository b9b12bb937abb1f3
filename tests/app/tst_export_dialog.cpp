// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <csignal>
#include <sys/resource.h>

#include "app/document/builtin_scenarios.h"
#include "app/document/comparison.h"
#include "app/panels/combo.h"
#include "app/style/style.h"
#include "app/window/export_dialog.h"
#include "app/window/export_preview.h"
#include "tests/app/chart_fixtures.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

scenario::Scenario delivery()
{
    return openScenario(QStringLiteral("delivery")).value();
}

struct Fixture {
    explicit Fixture(double seconds = 3)
    {
        Style::current().install();
        Style::current().setTheme(Theme::Light);
        comparison.start();
        [this] { QTRY_VERIFY(!comparison.runs().empty()); }();
        comparison.playhead().setTime(
            std::chrono::duration_cast<Ticks>(std::chrono::duration<double>(seconds)));
    }

    void open()
    {
        dialog = std::make_unique<ExportDialog>(comparison, header);
        dialog->show();
        [this] { QVERIFY(QTest::qWaitForWindowActive(dialog.get())); }();
    }

    template <typename Button>
    Button* button(const char* name) const
    {
        for (auto* found : dialog->findChildren<Button*>()) {
            if (found->text() == QString::fromUtf8(name))
                return found;
        }
        return nullptr;
    }

    void chooseSegment(const char* name) const
    {
        QTest::mouseClick(button<QToolButton>(name), Qt::LeftButton);
    }

    // Saves under that name; the dialog's default button opens the files.
    void save(const QString& path) const
    {
        QTest::keyClick(dialog.get(), Qt::Key_Return);
        auto* files = dialog->findChild<QFileDialog*>();
        QVERIFY(files);
        auto* name = files->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
        name->setText(path);
        auto* buttons = files->findChild<QDialogButtonBox*>();
        QTest::mouseClick(buttons->button(QDialogButtonBox::Save), Qt::LeftButton);
    }

    [[nodiscard]] QString message() const
    {
        QStringList texts;
        for (const QLabel* label : dialog->findChildren<QLabel*>())
            texts << label->text();
        return texts.join(QString());
    }

    [[nodiscard]] ExportPreview& preview() const { return *dialog->findChild<ExportPreview*>(); }

    [[nodiscard]] QString path(const char* name) const
    {
        return folder.filePath(QLatin1String(name));
    }

    [[nodiscard]] QByteArray content(const char* name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir folder;
    Comparison comparison{delivery()};
    std::optional<TraceHeader> header;
    std::unique_ptr<ExportDialog> dialog;
};

}  // namespace

class TestExportDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void savesThePictureAsLargeAsItSays();
    void savesWhatThePreviewShows();
    void aRecordingKeepsItsClock();
    void aNoteStandsUnderTheTitle();
    void suggestsANameForWhatIsChosen();
    void theTypedNameDecidesTheFormat();
    void aTraceIsOfOneProgram();
    void onlyPicturesHaveASizeAndColours();
    void thePlayheadIsShownWhereItMatters_data();
    void thePlayheadIsShownWhereItMatters();
    void showsTheVisibleTimeOnly();
    void staysAsTheWindowWasWhenItOpened();
    void copiesPicturesAndTables();
    void saysWhatIsWrongAndStaysOpen();
    void aFullDiskKeepsTheOldFile();
    void escapeCloses();
    void everythingIsReachedByTab();
    void aCancelledFileIsNotWritten();
};

void TestExportDialog::savesThePictureAsLargeAsItSays()
{
    Fixture f;
    f.open();
    QSignalSpy saved(f.dialog.get(), &ExportDialog::saved);
    f.chooseSegment("3×");

    f.save(f.path("x.png"));

    QTRY_COMPARE(saved.count(), 1);
    QCOMPARE(saved[0][0].toString(), f.path("x.png"));
    QVERIFY(!f.dialog->isVisible());
    const QImage image = QImage::fromData(f.content("x.png"), "PNG");
    QCOMPARE(image.size(), f.preview().pictureSize() * 3);
    QCOMPARE(image.width(), 3 * 1440);
}

void TestExportDialog::savesWhatThePreviewShows()
{
    Fixture f;
    f.open();
    f.chooseSegment("Dark");
    const Palette& dark = palette(Theme::Dark);
    const QImage shown = f.preview().grab().toImage();
    QVERIFY(contains(shown, shown.rect(), dark.ground));
    QVERIFY(contains(shown, shown.rect(), dark.block));

    f.save(f.path("x.png"));

    QTRY_VERIFY(!f.dialog->isVisible());
    const QImage image = QImage::fromData(f.content("x.png"), "PNG");
    QCOMPARE(image.pixelColor(1, 1), dark.ground);
    QVERIFY(contains(image, image.rect(), dark.now));
}

void TestExportDialog::suggestsANameForWhatIsChosen()
{
    Fixture f;
    f.open();
    QTest::keyClick(f.dialog.get(), Qt::Key_Return);
    auto* files = f.dialog->findChild<QFileDialog*>();
    QVERIFY(files);
    QCOMPARE(files->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))->text(),
             QStringLiteral("delivery.png"));
    QTest::keyClick(files, Qt::Key_Escape);
    QTRY_VERIFY(!f.dialog->findChild<QFileDialog*>());

    f.chooseSegment("JSONL");
    QTest::keyClick(f.dialog.get(), Qt::Key_Return);
    files = f.dialog->findChild<QFileDialog*>();
    QVERIFY(files);
    QCOMPARE(files->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))->text(),
             QStringLiteral("delivery-sync.trace.jsonl"));
}

void TestExportDialog::theTypedNameDecidesTheFormat()
{
    Fixture f;
    f.open();

    f.save(f.path("x.svg"));

    QTRY_VERIFY(!f.dialog->isVisible());
    const QByteArray svg = f.content("x.svg");
    QVERIFY(svg.startsWith("<?xml"));
    QVERIFY(svg.contains(">create_task<"));
    QVERIFY(svg.contains(">1.7×<"));
}

void TestExportDialog::aTraceIsOfOneProgram()
{
    Fixture f;
    f.open();
    auto* programs = f.dialog->findChild<Combo*>();
    QCOMPARE(programs->currentIndex(), 0);

    f.chooseSegment("JSONL");
    QCOMPARE(programs->currentText(), QStringLiteral("sync"));
    programs->setFocus();
    QTest::keyClick(programs, Qt::Key_Down);
    QCOMPARE(programs->currentText(), QStringLiteral("gather"));
    QTest::keyClick(programs, Qt::Key_Home);
    QCOMPARE(programs->currentText(), QStringLiteral("sync"));
    QTest::keyClick(programs, Qt::Key_Down);
    f.save(f.path("x.trace.jsonl"));

    QTRY_VERIFY(!f.dialog->isVisible());
    const QByteArray lines = f.content("x.trace.jsonl");
    QVERIFY(lines.startsWith("{\"coroscope_trace\":1,"));
    QVERIFY(lines.contains("\"title\":\"Delivery · gather\""));
    QVERIFY(lines.contains("\"why\":\"gather\""));
}

void TestExportDialog::aRecordingKeepsItsClock()
{
    Fixture f;
    f.header = TraceHeader{"app.py", "app.py", false, 17};
    f.open();
    f.chooseSegment("JSONL");
    f.save(f.path("x.trace.jsonl"));

    QTRY_VERIFY(!f.dialog->isVisible());
    const QByteArray header = f.content("x.trace.jsonl").split('\n').first();
    QVERIFY2(header.contains("\"clock\":\"monotonic\""), header.constData());
    QVERIFY2(header.contains("\"start_unix_ns\":17"), header.constData());
}

void TestExportDialog::aNoteStandsUnderTheTitle()
{
    Fixture f;
    f.open();
    auto* const note = f.dialog->findChild<QLineEdit*>(QStringLiteral("note"));
    const QString verdict = note->placeholderText();
    QVERIFY(!verdict.isEmpty());
    QTest::keyClicks(note, QStringLiteral("Homework of Monday"));
    f.chooseSegment("SVG");
    f.save(f.path("x.svg"));

    QTRY_VERIFY(!f.dialog->isVisible());
    const QString picture = QString::fromUtf8(f.content("x.svg"));
    QVERIFY(picture.contains(QStringLiteral("Homework of Monday")));
    QVERIFY(!picture.contains(verdict));
}

void TestExportDialog::onlyPicturesHaveASizeAndColours()
{
    Fixture f;
    f.open();
    auto* box = f.dialog->findChild<QCheckBox*>();
    struct {
        const char* format;
        bool isScaled;
        bool isPicture;
    } const rows[] = {{"SVG", false, true}, {"CSV", false, false}, {"PNG", true, true}};
    for (const auto& row : rows) {
        f.chooseSegment(row.format);
        QCOMPARE(f.button<QToolButton>("2×")->isEnabled(), row.isScaled);
        QCOMPARE(f.button<QToolButton>("Dark")->isEnabled(), row.isPicture);
        QCOMPARE(box->isEnabled(), row.isPicture);
        QCOMPARE(f.preview().pictureSize().isEmpty(), !row.isPicture);
    }
}

void TestExportDialog::thePlayheadIsShownWhereItMatters_data()
{
    QTest::addColumn<double>("seconds");
    QTest::addColumn<bool>("isShown");
    QTest::newRow("at the beginning") << 0.0 << false;
    QTest::newRow("between") << 3.0 << true;
    QTest::newRow("at the end") << 17.0 << false;
}

void TestExportDialog::thePlayheadIsShownWhereItMatters()
{
    QFETCH(double, seconds);
    QFETCH(bool, isShown);
    Fixture f(seconds);
    f.open();
    auto* box = f.dialog->findChild<QCheckBox*>();
    const auto hasPlayhead = [&] {
        const QImage shown = f.preview().grab().toImage();
        return contains(shown, shown.rect(), palette(Theme::Light).now);
    };
    QCOMPARE(box->isChecked(), isShown);
    QCOMPARE(hasPlayhead(), isShown);

    box->setFocus();
    QTest::keyClick(box, Qt::Key_Space);
    QCOMPARE(hasPlayhead(), !isShown);
}

void TestExportDialog::showsTheVisibleTimeOnly()
{
    Fixture f;
    f.comparison.visibleRange().setSpan({std::chrono::seconds(2), std::chrono::seconds(6)});
    f.open();
    auto* box = f.dialog->findChildren<QCheckBox*>().value(1);
    QVERIFY(box);
    QVERIFY(box->isChecked());
    QVERIFY(box->text().contains(QStringLiteral("2 s to 6 s")));

    f.save(f.path("x.svg"));

    QTRY_VERIFY(!f.dialog->isVisible());
    QVERIFY(f.content("x.svg").contains(">6 s<"));
    QVERIFY(!f.content("x.svg").contains(">17 s<"));
}

void TestExportDialog::staysAsTheWindowWasWhenItOpened()
{
    Fixture f;
    f.open();
    const QImage before = f.preview().grab().toImage();

    f.comparison.playhead().setTime(std::chrono::seconds(9));
    f.comparison.setShown(QStringLiteral("sync"), false);
    f.chooseSegment("Dark");
    QVERIFY(f.preview().grab().toImage() != before);
    f.chooseSegment("Light");

    QVERIFY(f.preview().grab().toImage() == before);
}

void TestExportDialog::copiesPicturesAndTables()
{
    Fixture f;
    f.open();
    QTest::mouseClick(f.button<QPushButton>("Copy"), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->image().width(), 2 * 1440);
    QVERIFY(f.message().contains(QStringLiteral("clipboard")));

    f.chooseSegment("CSV");
    QVERIFY(!f.message().contains(QStringLiteral("clipboard")));
    QTest::mouseClick(f.button<QPushButton>("Copy"), Qt::LeftButton);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("program,row,task,")));
}

void TestExportDialog::saysWhatIsWrongAndStaysOpen()
{
    Fixture f;
    f.open();

    f.save(f.path("missing/x.png"));
    QTRY_VERIFY(f.message().contains(QStringLiteral("cannot write the file")));
    QVERIFY(f.message().contains(QStringLiteral("Choose another folder")));
    QVERIFY(f.dialog->isVisible());
    QVERIFY(f.button<QPushButton>("Save…")->isEnabled());

    f.save(f.path("x.gif"));
    QTRY_VERIFY(f.message().contains(QStringLiteral("the name must end with one of .png")));
    QVERIFY(!QFile::exists(f.path("x.gif")));
}

// Files cannot grow while there is one, as on a full disk.
class FullDisk {
public:
    FullDisk()
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit none{0, m_before.rlim_max};
        std::signal(SIGXFSZ, SIG_IGN);
        setrlimit(RLIMIT_FSIZE, &none);
    }
    ~FullDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, SIG_DFL);
    }

private:
    rlimit m_before{};
};

void TestExportDialog::aFullDiskKeepsTheOldFile()
{
    Fixture f;
    f.open();
    const QString path = f.path("x.csv");
    QFile old(path);
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
    old.close();
    QTest::keyClick(f.dialog.get(), Qt::Key_Return);
    auto* const files = f.dialog->findChild<QFileDialog*>();
    QVERIFY(files);
    {
        const FullDisk full;
        Q_EMIT files->fileSelected(path);
        QTRY_VERIFY(f.message().contains(path + QStringLiteral(": cannot write the file: ")));
    }
    QCOMPARE(f.content("x.csv"), QByteArray("old"));
    QVERIFY(f.dialog->isVisible());
}

void TestExportDialog::escapeCloses()
{
    Fixture f;
    f.open();
    QSignalSpy rejected(f.dialog.get(), &QDialog::rejected);
    QTest::keyClick(f.dialog.get(), Qt::Key_Escape);
    QCOMPARE(rejected.count(), 1);
    QVERIFY(!f.dialog->isVisible());
}

void TestExportDialog::everythingIsReachedByTab()
{
    Fixture f;
    f.open();
    QStringList names;
    for (int i = 0; i < 10; ++i) {
        auto* focused = QApplication::focusWidget();
        QVERIFY(focused);
        auto* button = qobject_cast<QAbstractButton*>(focused);
        names << (button ? button->text() : focused->accessibleName());
        QTest::keyClick(focused, Qt::Key_Tab);
    }
    const QStringList expected{QStringLiteral("PNG"),
                               QStringLiteral("Programs"),
                               QStringLiteral("2×"),
                               QStringLiteral("As the window"),
                               QStringLiteral("Playhead at 3.00 s"),
                               QStringLiteral("Note under the title"),
                               QStringLiteral("Copy"),
                               QStringLiteral("Cancel"),
                               QStringLiteral("Save…"),
                               QStringLiteral("PNG")};
    QCOMPARE(names, expected);
}

void TestExportDialog::aCancelledFileIsNotWritten()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("x"));
    ExportWorker worker;
    QSignalSpy finished(&worker, &ExportWorker::finished);
    const auto untilStopped = [](const std::stop_token& stop) -> Result<QByteArray> {
        while (!stop.stop_requested())
            std::this_thread::yield();
        return QByteArray("whole");
    };
    worker.start(untilStopped, path);
    worker.cancel();
    QVERIFY(!worker.isBusy());

    worker.start([](const std::stop_token&) { return QByteArray("next"); },
                 folder.filePath(QStringLiteral("y")));
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(!QFile::exists(path));
    QVERIFY(QFile::exists(folder.filePath(QStringLiteral("y"))));
}

COROSCOPE_TEST(TestExportDialog)
#include "tst_export_dialog.moc"
