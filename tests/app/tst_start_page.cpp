// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLineEdit>
#include <algorithm>

#include "app/start/lesson_card.h"
#include "app/start/lesson_grid.h"
#include "app/start/start_page.h"
#include "tests/app/window_fixture.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

struct StartFixture : WindowFixture {
    StartFixture()
    {
        press("Alt+Home");
        page = window.findChild<StartPage*>();
    }
    [[nodiscard]] const QList<LessonCard*>& cards() const { return page->lessons().cards(); }
    [[nodiscard]] qsizetype shownCards() const
    {
        return std::ranges::count_if(cards(),
                                     [](const LessonCard* card) { return card->isVisible(); });
    }
    [[nodiscard]] std::string opened() { return window.comparison().scenario().source(); }

    StartPage* page = nullptr;
};

}  // namespace

class TestStartPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hasACardForEachLesson()
    {
        StartFixture f;
        QVERIFY(f.page->isVisible());
        QCOMPARE(f.cards().size(), builtinScenarios().size());
        QCOMPARE(f.shownCards(), builtinScenarios().size());
        QTRY_VERIFY(f.cards().first()->hasRuns());
        QVERIFY(f.cards().first()->accessibleName().contains(QStringLiteral("Delivery")));
    }

    void aClickOpensTheLesson()
    {
        StartFixture f;
        QTest::mouseClick(f.cards()[1], Qt::LeftButton);
        QCOMPARE(f.opened(), builtinScenarios()[1].toStdString());
        QVERIFY(!f.page->isVisible());
    }

    void arrowsGoFromCardToCardAndSpaceOpens()
    {
        StartFixture f;
        QCOMPARE(QApplication::focusWidget(), f.cards()[0]);
        f.press("Right");
        QCOMPARE(QApplication::focusWidget(), f.cards()[1]);
        f.press("Down");
        QCOMPARE(QApplication::focusWidget(), f.cards()[5]);  // four columns at 1440
        f.press("Left");
        f.press("Up");
        QCOMPARE(QApplication::focusWidget(), f.cards()[0]);
        f.press("Up");
        QCOMPARE(QApplication::focusWidget(), f.cards()[0]);
        f.press("Right");
        f.press("Return");
        QCOMPARE(f.opened(), builtinScenarios()[1].toStdString());
    }

    void escapeGoesBackAndKeepsWhatIsOpen()
    {
        StartFixture f;
        const Comparison* const before = &f.window.comparison();
        f.press("Escape");
        QVERIFY(!f.page->isVisible());
        QCOMPARE(&f.window.comparison(), before);
        f.press("Space");
        QVERIFY(f.window.comparison().playhead().isPlaying());
    }

    void theWindowBelowIsOutOfReach()
    {
        StartFixture f;
        f.press("End");
        f.press("D");
        QCOMPARE(f.time(), 0.0);
        for (int i = 0; i < 60; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QVERIFY(f.page->isAncestorOf(QApplication::focusWidget()));
        }
    }

    void searchFindsTitlesInBothLanguages_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("count");
        QTest::newRow("title") << "philosoph" << 1;
        QTest::newRow("Korean") << QStringLiteral("배달") << 1;
        QTest::newRow("number") << "7" << 1;
        QTest::newRow("nothing") << "zzz" << 0;
    }

    void searchFindsTitlesInBothLanguages()
    {
        QFETCH(const QString, text);
        QFETCH(const int, count);
        StartFixture f;
        auto* const search = f.page->findChild<QLineEdit*>(QStringLiteral("searchLessons"));
        search->setFocus();
        search->insert(text);  // QTest types ASCII only
        QVERIFY(count == 0 ? f.shownCards() == 0 : f.shownCards() >= count);
        if (count == 1 && text == QLatin1String("philosoph")) {
            QTest::keyClick(search, Qt::Key_Return);
            f.press("Space");
            QCOMPARE(f.opened(), std::string("dining-philosophers"));
        }
    }

    void filesThatWereOpenAreOffered()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("mine.scenario.json"));
        QVERIFY(QFile::copy(QStringLiteral(":/scenarios/delivery.scenario.json"), file));
        WindowFixture f;
        f.window.open(file);
        f.window.open(QStringLiteral("cafe"));
        f.press("Alt+Home");
        auto* const button = f.find<FileButton>("mine.scenario.json");
        QVERIFY(button != nullptr);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(f.window.comparison().scenario().source(), file.toStdString());
    }

    void columnsFitTheWidth_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("columns");
        QTest::newRow("wide") << 1440 << 4;
        QTest::newRow("middle") << 1200 << 3;
        QTest::newRow("narrow") << 1024 << 2;
    }

    void columnsFitTheWidth()
    {
        QFETCH(const int, width);
        QFETCH(const int, columns);
        WindowFixture f(QStringLiteral("delivery"), {width, 640});
        f.press("Alt+Home");
        const auto* const page = f.window.findChild<StartPage*>();
        QCoreApplication::processEvents();
        const auto& cards = page->lessons().cards();
        const auto inFirstRow = std::ranges::count_if(
            cards, [&](const LessonCard* card) { return card->y() == cards[0]->y(); });
        QCOMPARE(inFirstRow, columns);
    }
};

COROSCOPE_TEST(TestStartPage)
#include "tst_start_page.moc"
