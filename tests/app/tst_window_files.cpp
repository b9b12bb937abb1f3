// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QDropEvent>
#include <QFile>
#include <QMimeData>
#include <QTemporaryDir>
#include <algorithm>

#include "app/panels/column_heading.h"
#include "app/panels/combo.h"
#include "app/panels/number_field.h"
#include "app/panels/status_strip.h"
#include "app/start/file_button.h"
#include "app/start/start_page.h"
#include "app/style/time_label.h"
#include "app/window/recent_files.h"
#include "tests/app/window_fixture.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

constexpr char teaTime[] = R"({
    "coroscope_scenario": 1, "title": "Tea", "description": "how long the water takes.",
    "parameters": [{"name": "water", "min": 1, "max": 9, "step": 1, "value": 3, "unit": "s"}],
    "functions": [{"name": "boil", "body": [{"sleep": "$water"}]}],
    "calls": [{"call": "boil"}, {"call": "boil"}], "strategies": ["sequential", "gather"]})";

class File {
public:
    explicit File(const QByteArray& text) : m_path(m_folder.filePath(QStringLiteral("tea.json")))
    {
        QFile file(m_path);
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
    }
    [[nodiscard]] const QString& path() const { return m_path; }

private:
    QTemporaryDir m_folder;
    QString m_path;
};

bool drop(MainWindow& window, const QList<QUrl>& urls)
{
    QMimeData data;
    data.setUrls(urls);
    QDragEnterEvent enter(QPoint(300, 300), Qt::CopyAction, &data, Qt::LeftButton, {});
    enter.ignore();
    QCoreApplication::sendEvent(&window, &enter);
    if (!enter.isAccepted())
        return false;
    QDropEvent event(QPointF(300, 300), Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&window, &event);
    return true;
}

QStringList entries(const Combo& combo)
{
    QStringList texts;
    for (int i = 0; i < combo.count(); ++i)
        texts << combo.itemText(i);
    return texts;
}

QString status(const WindowFixture& f)
{
    return f.window.findChild<StatusStrip*>()->text();
}

}  // namespace

class TestWindowFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theChooserListsWhatIsBuiltIn()
    {
        WindowFixture f;
        QVERIFY(f.isShown);
        const Combo* const chooser = f.find<Combo>("Lesson");
        QCOMPARE(entries(*chooser), builtinTitles());
        QCOMPARE(chooser->currentText(), QStringLiteral("Delivery"));
        QCOMPARE(f.window.windowTitle(), QString(QStringLiteral("Delivery \u2013 Coroscope")));
    }

    void longRowNamesGetRoomInAllColumns()
    {
        const File names(R"({"coroscope_scenario": 1, "functions": [
            {"name": "f", "params": ["who"], "body": [{"sleep": 1}]}],
            "calls": [{"call": "f", "args": ["The customer at the window"]},
                      {"call": "f", "args": ["B"]}]})");
        WindowFixture f;
        QVERIFY(f.isShown);
        const double usual = f.state(0).geometry.plotLeft();

        f.window.open(names.path());
        QVERIFY(f.settles());

        QVERIFY(f.state(0).geometry.plotLeft() > usual);
        for (std::size_t i = 1; i < f.columns().size(); ++i)
            QCOMPARE(f.state(i).geometry.plotLeft(), f.state(0).geometry.plotLeft());
    }

    void anOpenedFileTakesThePlaceOfWhatWasShown()
    {
        const File tea(teaTime);
        WindowFixture f;
        QVERIFY(f.isShown);
        f.setTime(9);
        f.window.comparison().playhead().setPlaying(true);

        f.window.open(tea.path());
        QVERIFY(f.settles());

        QCOMPARE(f.columns().size(), std::size_t{2});
        QCOMPARE(f.columns()[0]->findChild<ColumnHeading*>()->accessibleName(),
                 QStringLiteral("sequential, total 6.00 s"));
        QTRY_VERIFY(f.find<NumberField>("water"));
        QVERIFY(!f.find<NumberField>("A's meal"));
        QCOMPARE(f.window.findChild<TimeLabel*>(QStringLiteral("time"))->text(),
                 QStringLiteral("0.00 s"));
        QVERIFY(f.find<QAbstractButton>("Play"));
        QVERIFY(!status(f).isEmpty());
    }

    void theChooserNamesTheFileAfterWhatIsBuiltIn()
    {
        const File tea(teaTime);
        WindowFixture f;
        QVERIFY(f.isShown);
        f.window.open(tea.path());
        QVERIFY(f.settles());
        Combo* const chooser = f.find<Combo>("Lesson");
        QCOMPARE(entries(*chooser), builtinTitles() << QStringLiteral("Tea"));
        QCOMPARE(chooser->currentText(), QStringLiteral("Tea"));

        QTest::keyClick(chooser, Qt::Key_Home);
        QVERIFY(f.settles());

        QCOMPARE(f.columns().size(), std::size_t{3});
        QCOMPARE(entries(*chooser), builtinTitles());
        QCOMPARE(chooser->currentText(), QStringLiteral("Delivery"));
    }

    void aBadFileSaysWhatIsWrongAndKeepsWhatIsThere_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("said");
        QTest::newRow("no JSON") << QByteArray("{\"coroscope_scenario\": 1,\n  oops")
                                 << "tea.json:2:";
        QTest::newRow("misspelt key")
            << QByteArray(R"({"coroscope_scenario": 1, "titel": "x"})") << "titel";
    }

    void aBadFileSaysWhatIsWrongAndKeepsWhatIsThere()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, said);
        const File bad(text);
        WindowFixture f;
        QVERIFY(f.isShown);
        f.setTime(5);

        f.window.open(bad.path());

        QVERIFY2(status(f).contains(said), qPrintable(status(f)));
        QCOMPARE(f.columns().size(), std::size_t{3});
        QCOMPARE(f.time(), 5.0);
        QCOMPARE(f.find<Combo>("Lesson")->currentText(), QStringLiteral("Delivery"));
    }

    void aMissingFileIsSaidToo()
    {
        WindowFixture f;
        QVERIFY(f.isShown);
        f.window.open(QStringLiteral("/nowhere/at.all.json"));
        QVERIFY(status(f).contains(QStringLiteral("at.all.json")));
        QCOMPARE(f.columns().size(), std::size_t{3});
    }

    void whatCannotBeReadIsSaid_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("a folder") << QStringLiteral(".");
        QTest::newRow("a file as a folder") << QStringLiteral("file/x.trace.jsonl");
        QTest::newRow("a link to itself") << QStringLiteral("circle");
        QTest::newRow("a link to itself as a folder") << QStringLiteral("circle/x.json");
        QTest::newRow("empty") << QStringLiteral("file");
    }

    void whatCannotBeReadIsSaid()
    {
        QFETCH(const QString, name);
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("file")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QFile::link(QStringLiteral("circle"), folder.filePath(QStringLiteral("circle")));
        const QString path = folder.filePath(name);
        WindowFixture f;
        QVERIFY(f.isShown);

        f.window.open(path);

        QTRY_VERIFY2(status(f).startsWith(path + QLatin1Char(':')), qPrintable(status(f)));
        QCOMPARE(f.columns().size(), std::size_t{3});
    }

    void aRecentFileThatHasGoneMeanwhileIsSaid()
    {
        WindowFixture f;
        QVERIFY(f.isShown);
        {
            const File tea(teaTime);
            rememberFile(tea.path());
            f.window.showStart();
        }
        const auto buttons = f.window.findChild<StartPage*>()->findChildren<FileButton*>();
        const auto recent =
            std::ranges::find(buttons, QStringLiteral("tea.json"), &FileButton::accessibleName);
        QVERIFY(recent != buttons.end());

        QTest::mouseClick(*recent, Qt::LeftButton);

        QTRY_VERIFY2(status(f).contains(QStringLiteral("there is no such file")),
                     qPrintable(status(f)));
        QCOMPARE(f.columns().size(), std::size_t{3});
    }

    void aDroppedFileIsOpened()
    {
        const File tea(teaTime);
        WindowFixture f;
        QVERIFY(f.isShown);
        QVERIFY(drop(f.window, {QUrl::fromLocalFile(tea.path())}));
        QVERIFY(f.settles());
        QCOMPARE(f.columns().size(), std::size_t{2});
    }

    void whatIsNoFileOfThisComputerCannotBeDropped()
    {
        WindowFixture f;
        QVERIFY(f.isShown);
        const QString before = status(f);
        QVERIFY(!drop(f.window, {QUrl(QStringLiteral("https://example.org/tea.json"))}));
        QVERIFY(!drop(f.window, {}));
        QCOMPARE(status(f), before);
    }

    void foldedEventsStayFoldedInTheNextScenario()
    {
        const File tea(teaTime);
        WindowFixture f;
        QVERIFY(f.isShown);
        f.press("Ctrl+J");
        f.window.open(tea.path());
        QVERIFY(f.settles());
        QVERIFY(f.find<QAbstractButton>("Unfold the bottom panel"));
    }
};

COROSCOPE_TEST(TestWindowFiles)
#include "tst_window_files.moc"
