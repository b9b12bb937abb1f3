// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTreeView>

#include "app/window/command_palette.h"
#include "tests/app/window_fixture.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

struct PaletteFixture : WindowFixture {
    PaletteFixture() { palette.show(); }

    void type(const char* text) { QTest::keyClicks(&field(), QLatin1String(text)); }
    void press(Qt::Key key) { QTest::keyClick(&field(), key); }
    [[nodiscard]] QLineEdit& field() { return *palette.findChild<QLineEdit*>(); }
    [[nodiscard]] QTreeView& list() { return *palette.findChild<QTreeView*>(); }
    [[nodiscard]] QString current() { return list().currentIndex().data().toString(); }

    CommandPalette palette{window.actions(), &window};
};

}  // namespace

class TestCommandPalette : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listsEveryActionWithItsKey()
    {
        PaletteFixture f;
        QCOMPARE(f.list().model()->rowCount(), f.window.actions().size());
        f.type("whole time");
        QCOMPARE(f.list().model()->rowCount(), 1);
        QCOMPARE(f.list().currentIndex().siblingAtColumn(1).data().toString(), QStringLiteral("0"));
    }

    void returnDoesWhatWasFound()
    {
        PaletteFixture f;
        f.setTime(5);
        f.type("TO THE END");
        f.press(Qt::Key_Return);
        QCOMPARE(f.time(), 17.0);
        QVERIFY(!f.palette.isVisible());
    }

    void upAndDownChoose()
    {
        PaletteFixture f;
        f.type("zoom");
        QCOMPARE(f.current(), QStringLiteral("Zoom in"));
        f.press(Qt::Key_Down);
        QCOMPARE(f.current(), QStringLiteral("Zoom out"));
        f.press(Qt::Key_Down);
        QCOMPARE(f.current(), QStringLiteral("Zoom out"));
        f.press(Qt::Key_Up);
        QCOMPARE(f.current(), QStringLiteral("Zoom in"));
    }

    void nothingFoundDoesNothing()
    {
        PaletteFixture f;
        f.type("zzz");
        f.press(Qt::Key_Return);
        QVERIFY(f.palette.isVisible());
        QCOMPARE(f.time(), 0.0);
    }

    void whatCannotBeDoneNowIsNotListed()
    {
        WindowFixture f;
        f.window.findChild<QAction*>(QStringLiteral("play"))->setEnabled(false);
        const CommandPalette palette(f.window.actions(), &f.window);
        QCOMPARE(palette.findChild<QTreeView*>()->model()->rowCount(),
                 f.window.actions().size() - 1);
    }
};

COROSCOPE_TEST(TestCommandPalette)
#include "tst_command_palette.moc"
