// SPDX-License-Identifier: GPL-3.0-or-later
#include <QClipboard>
#include <QGuiApplication>
#include <QListView>
#include <QScrollBar>
#include <QTest>

#include "app/panels/output_panel.h"
#include "app/style/style.h"
#include "tests/app/sample_runs.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

PlayPosition after(int seconds)
{
    return {std::chrono::seconds(seconds)};
}

// A visible panel that shows the run of gather, `lines` lines high.
struct Fixture {
    explicit Fixture(int lines = 10)
    {
        Style::current().setTheme(Theme::Light);
        panel.setRun(gatherRun());
        panel.resize(320, OutputPanel::heightFor(lines));
        panel.show();
        [this] { QVERIFY(QTest::qWaitForWindowExposed(&panel)); }();
    }

    [[nodiscard]] QRect rowRect(int row) const
    {
        return list.visualRect(list.model()->index(row, 0));
    }
    void click(int row, Qt::KeyboardModifiers keys = Qt::NoModifier) const
    {
        QTest::mouseClick(list.viewport(), Qt::LeftButton, keys, rowRect(row).center());
    }
    // Whether the time of a row is violet rather than grey.
    [[nodiscard]] bool isMarked(int row) const
    {
        const QImage image = list.viewport()->grab(rowRect(row)).toImage();
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < 42; ++x) {
                if (image.pixelColor(x, y).hsvSaturation() > 110)
                    return true;
            }
        }
        return false;
    }
    // Lets the list lay out its rows, of which `lines` do not fit.
    void waitForLinesBeyond(int lines) const
    {
        QTRY_COMPARE(list.verticalScrollBar()->maximum(), lines * rowRect(0).height());
    }
    void scrollToTop() const { list.verticalScrollBar()->setValue(0); }
    [[nodiscard]] bool isAtEnd() const
    {
        return list.verticalScrollBar()->value() == list.verticalScrollBar()->maximum();
    }

    OutputPanel panel;
    QListView& list = panel.list();
};

}  // namespace

class TestOutputPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void followsThePlayhead()
    {
        Fixture f;

        f.panel.setPosition(after(3));
        QCOMPARE(f.list.model()->rowCount(), 4);

        f.panel.setPosition(after(0));
        QCOMPARE(f.list.model()->rowCount(), 3);
    }

    void marksTheTimesOfFreshLines()
    {
        Fixture f;

        f.panel.setPosition(after(3));

        QVERIFY(f.isMarked(3));
        QVERIFY(!f.isMarked(0));
        f.panel.setPosition(after(4));
        QVERIFY(!f.isMarked(3));
        QVERIFY(f.isMarked(4));
    }

    void copiesTheTextOfSelectedLinesWithoutTheirTimes()
    {
        Fixture f;
        f.panel.setPosition(after(10));
        f.click(4);
        f.click(0, Qt::ControlModifier);

        QTest::keySequence(&f.list, QKeySequence::Copy);

        QCOMPARE(QGuiApplication::clipboard()->text(),
                 QString::fromUtf8("A에게 배달 완료!\nC 그릇 수거 완료"));
    }

    void selectsAndCopiesAllByKeyboard()
    {
        Fixture f;
        f.panel.setPosition(after(3));
        f.list.setFocus();

        QTest::keySequence(&f.list, QKeySequence::SelectAll);
        QTest::keySequence(&f.list, QKeySequence::Copy);

        QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 3);
    }

    void leavesTheClipboardAloneWhenNothingIsSelected()
    {
        Fixture f;
        QGuiApplication::clipboard()->setText(QStringLiteral("kept"));

        QTest::keySequence(&f.list, QKeySequence::Copy);

        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("kept"));
    }

    void keepsTheLastLineInView()
    {
        Fixture f(2);
        f.panel.setPosition(after(0));
        f.waitForLinesBeyond(1);
        QVERIFY(f.isAtEnd());

        f.panel.setPosition(after(10));

        f.waitForLinesBeyond(5);
        QVERIFY(f.isAtEnd());
        QVERIFY(f.list.viewport()->rect().contains(f.rowRect(6)));
    }

    void staysWhereSomebodyScrolledTo()
    {
        Fixture f(2);
        f.panel.setPosition(after(4));
        f.waitForLinesBeyond(3);
        f.scrollToTop();

        f.panel.setPosition(after(10));

        f.waitForLinesBeyond(5);
        QCOMPARE(f.list.verticalScrollBar()->value(), 0);
    }

    void followsAgainOnceAllLinesFit()
    {
        Fixture f(4);
        f.waitForLinesBeyond(3);
        f.scrollToTop();
        f.panel.setPosition(after(0));
        f.waitForLinesBeyond(0);

        f.panel.setPosition(after(10));

        f.waitForLinesBeyond(3);
        QVERIFY(f.isAtEnd());
    }

    void namesItselfForScreenReaders()
    {
        const Fixture f;

        QCOMPARE(f.list.accessibleName(), QStringLiteral("Output of gather"));
    }

    void isEmptyWithoutARun()
    {
        Fixture f;

        f.panel.setRun(nullptr);
        f.panel.setPosition(after(3));

        QCOMPARE(f.list.model()->rowCount(), 0);
    }
};

COROSCOPE_TEST(TestOutputPanel)
#include "tst_output_panel.moc"
