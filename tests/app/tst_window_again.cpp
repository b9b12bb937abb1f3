// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QGraphicsScene>
#include <QGraphicsView>
#include <QTimer>
#include <array>

#include "app/language/language.h"
#include "tests/app/window_fixture.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

struct Use {
    const char* name;
    void (*use)(WindowFixture& f);
};

// Closes what a command opens, whether that waits for it or not.
void openAndLeave(WindowFixture& f, const char* command)
{
    QTimer::singleShot(0, &f.window, [] {
        if (QWidget* const dialog = QApplication::activeModalWidget())
            QTest::keyClick(dialog, Qt::Key_Escape);
    });
    f.window.findChild<QAction*>(QLatin1String(command))->trigger();
    QTRY_VERIFY(QApplication::activeModalWidget() == nullptr);
}

void open(WindowFixture& f, const QString& nameOrFile)
{
    f.window.open(nameOrFile);
    QVERIFY(f.settles());
}

constexpr std::array uses{
    Use{"other lessons",
        [](WindowFixture& f) {
            open(f, QStringLiteral("impatient-customers"));
            open(f, QStringLiteral("delivery"));
        }},
    Use{"a recording",
        [](WindowFixture& f) {
            open(f, QStringLiteral(FUZZ_CORPUS "/trace/stacks.jsonl"));
            open(f, QStringLiteral("delivery"));
        }},
    Use{"what cannot be opened",
        [](WindowFixture& f) { f.window.open(QStringLiteral("nowhere")); }},
    Use{"durations",
        [](WindowFixture& f) {
            const auto& parameter = f.window.comparison().scenario().parameters().front();
            for (const double value : {parameter.max, parameter.min})
                f.window.comparison().setParameter(QString::fromStdString(parameter.name), value);
            QVERIFY(f.settles());
            f.window.comparison().resetParameters();
            QVERIFY(f.settles());
        }},
    Use{"every tab",
        [](WindowFixture& f) {
            for (int tab = 0; tab < BottomDock::tabCount; ++tab)
                QVERIFY(f.showTab(static_cast<BottomDock::Tab>(tab)));
        }},
    Use{"every segment",
        [](WindowFixture& f) {
            for (int i = 0; i < 40; ++i)
                f.press(".");
            f.press("Esc");
        }},
    Use{"a search",
        [](WindowFixture& f) {
            f.press("Ctrl+F");
            QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("main"));
            f.press("Return");
            f.press("Esc");
            f.press("Esc");
        }},
    Use{"the export", [](WindowFixture& f) { openAndLeave(f, "export"); }},
    Use{"the keys", [](WindowFixture& f) { openAndLeave(f, "keys"); }},
    Use{"all commands", [](WindowFixture& f) { openAndLeave(f, "commands"); }},
    Use{"the dialog of recordings", [](WindowFixture& f) { openAndLeave(f, "record"); }},
    Use{"the start page",
        [](WindowFixture& f) {
            f.window.showStart();
            QCoreApplication::processEvents();
            f.window.leaveStart();
        }},
    Use{"rows and columns",
        [](WindowFixture& f) {
            f.window.toggleRows();
            QCoreApplication::processEvents();
            f.window.toggleRows();
        }},
    Use{"every language",
        [](WindowFixture&) {
            for (const auto& choice : Language::choices())
                Language::current().set(choice.code);
            Language::current().set(QStringLiteral("en"));
        }},
    Use{"both themes",
        [](WindowFixture& f) {
            f.window.toggleTheme();
            f.window.toggleTheme();
        }},
};

// Objects and what is drawn of the window, and other windows.
qsizetype partsOf(const WindowFixture& f)
{
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    qsizetype count = f.window.findChildren<QObject*>().size();
    for (const QGraphicsView* view : f.window.findChildren<QGraphicsView*>())
        count += view->scene()->items().size();
    return count + QApplication::topLevelWidgets().size();
}

}  // namespace

/// What is left behind when something is used would be freed with the window, and be no leak to a
/// sanitizer: over a day it would be one.
class TestWindowAgain : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hasNoMorePartsThanBefore_data()
    {
        QTest::addColumn<int>("which");
        for (std::size_t i = 0; i < uses.size(); ++i)
            QTest::newRow(uses[i].name) << static_cast<int>(i);
    }

    // What is used for the first time may bring parts that stay.
    void hasNoMorePartsThanBefore()
    {
        QFETCH(const int, which);
        const auto use = uses[static_cast<std::size_t>(which)].use;
        WindowFixture f;
        QVERIFY(f.isShown);
        for (int i = 0; i < 2; ++i)
            use(f);
        const qsizetype before = partsOf(f);
        for (int i = 0; i < 3 && !QTest::currentTestFailed(); ++i)
            use(f);
        QCOMPARE(partsOf(f), before);
    }
};

COROSCOPE_TEST(TestWindowAgain)
#include "tst_window_again.moc"
