// SPDX-License-Identifier: GPL-3.0-or-later
// Selecting, searching and focusing in the whole window, by key and pointer.
#include <QTest>

#include "app/panels/search_field.h"
#include "tests/app/window_fixture.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

QString selectedText(WindowFixture& f)
{
    const auto& selected = f.window.comparison().view().selection.segment();
    if (!selected)
        return {};
    for (const ProgramRunPtr& run : f.window.comparison().runs()) {
        if (run->name == selected->program)
            return QStringLiteral("%1 %2 %3")
                .arg(run->name, run->rows.value(selected->track))
                .arg(selected->segment);
    }
    return QStringLiteral("?");
}

}  // namespace

class TestWindowExplore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fullStopAndCommaWalkAlongTheRow()
    {
        WindowFixture f;
        QVERIFY(f.isShown);
        QTest::mouseClick(f.chart(1).viewport(), Qt::LeftButton, {}, f.at(1, 5, 1));
        const auto stateNow = [&] { return f.state(1).segment(*f.state(1).selected).state; };
        QCOMPARE(stateNow(), SegmentState::Suspended);
        f.press(".");
        QCOMPARE(stateNow(), SegmentState::Running);
        const QString last = selectedText(f);
        f.press(".");
        QCOMPARE(selectedText(f), last);
        f.press(",");
        f.press(",");
        QCOMPARE(stateNow(), SegmentState::Running);
        QVERIFY(selectedText(f) != last);
    }

    void bracketsWalkAlongCauseAndEffect()
    {
        WindowFixture f;
        QVERIFY(f.isShown);
        QTest::mouseClick(f.chart(1).viewport(), Qt::LeftButton, {}, f.at(1, 10, 0));
        QVERIFY(selectedText(f).startsWith(QStringLiteral("gather main")));
        for (int i = 0; i < 3 && !selectedText(f).startsWith(QStringLiteral("gather A")); ++i)
            f.press("]");
        QVERIFY(selectedText(f).startsWith(QStringLiteral("gather A")));  // A woke main
        for (int i = 0; i < 3 && !selectedText(f).startsWith(QStringLiteral("gather main")); ++i)
            f.press("[");
        QVERIFY(selectedText(f).startsWith(QStringLiteral("gather main")));
    }

    void focusCentresThenFitsAndAltLeftGoesBack()
    {
        WindowFixture f;
        QVERIFY(f.isShown);
        f.setSpan(0, 8);
        f.window.comparison().view().selection.setRange({{s(10), s(12)}, {}});
        f.press("F");
        QCOMPARE(f.span(), (TimeSpan{s(7), s(15)}));
        f.press("F");
        QCOMPARE(f.span(), (TimeSpan{s(9.8), s(12.2)}));
        f.press("Alt+Left");
        f.press("Alt+Left");
        QCOMPARE(f.span(), (TimeSpan{s(0), s(8)}));
        f.press("Alt+Right");
        QCOMPARE(f.span(), (TimeSpan{s(7), s(15)}));
        f.press("0");
        QCOMPARE(f.span(), (TimeSpan{s(0), s(17)}));
    }

    void theSearchGoesFromMatchToMatch()
    {
        WindowFixture f;
        QVERIFY(f.isShown);
        f.press("Ctrl+F");
        auto* const field = f.find<SearchField>("Search tasks");
        QVERIFY(field && field->hasFocus());
        QTest::keyClicks(field, QStringLiteral("'b'"));
        QVERIFY(f.state(0).isDimmed(1) && !f.state(0).isDimmed(2));

        QStringList found;
        for (int i = 0; i < 4; ++i) {
            QTest::keyClick(field, Qt::Key_Return);
            found << selectedText(f).section(QLatin1Char(' '), 0, 1);
        }
        QCOMPARE(found.join(QLatin1Char(',')),
                 QStringLiteral("sync B,gather B,create_task B,sync B"));
        QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
        QVERIFY(selectedText(f).startsWith(QStringLiteral("create_task B")));

        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!field->isVisible());
        QVERIFY(!f.state(0).isDimmed(1));
    }

    void aSearchWithoutMatchSelectsNothing()
    {
        WindowFixture f;
        QVERIFY(f.isShown);
        f.press("Ctrl+F");
        auto* const field = f.find<SearchField>("Search tasks");
        QTest::keyClicks(field, QStringLiteral("nobody"));
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(selectedText(f).isEmpty());
        QVERIFY(f.state(0).isDimmed(0));
    }

    void aSelectionSurvivesANewRun()
    {
        WindowFixture f;
        QVERIFY(f.isShown);
        QTest::mouseClick(f.chart(1).viewport(), Qt::LeftButton, {}, f.at(1, 5, 1));
        const QString before = selectedText(f);
        f.window.comparison().setParameter(QStringLiteral("a"), 12);
        QVERIFY(f.settles());
        QCOMPARE(selectedText(f), before);
        QVERIFY(f.state(1).selected);
        f.window.comparison().setShown(QStringLiteral("gather"), false);
        QVERIFY(f.settles());
        QVERIFY(selectedText(f).isEmpty());
    }

    void spacePlaysWhenItIsLetGoOfOverAChart()
    {
        WindowFixture f;
        QVERIFY(f.isShown);
        QCursor::setPos(f.chart(0).viewport()->mapToGlobal(f.at(0, 5, 1)));
        f.press("Space");
        QVERIFY(f.window.comparison().playhead().isPlaying());
        f.press("Space");
        QVERIFY(!f.window.comparison().playhead().isPlaying());
    }
};

COROSCOPE_TEST(TestWindowExplore)
#include "tst_window_explore.moc"
