// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCheckBox>
#include <QFile>
#include <QFileDialog>
#include <QListView>
#include <QMap>
#include <QSlider>
#include <QTableView>
#include <QTimer>

#include "app/document/stepper.h"
#include "app/panels/bottom_dock.h"
#include "app/panels/combo.h"
#include "app/panels/number_field.h"
#include "app/panels/search_field.h"
#include "app/start/start_page.h"
#include "app/window/command_palette.h"
#include "app/window/actions.h"
#include "app/window/keys_dialog.h"
#include "app/window/record_dialog.h"
#include "tests/app/window_fixture.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

// Closes the modal dialog that opens next, and remembers what it was.
class DialogCatcher {
public:
    DialogCatcher()
    {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            auto* const dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
            if (dialog == nullptr)
                return;
            caught = dialog->metaObject()->className();
            dialog->reject();
        });
        m_timer.start(0);
    }

    QByteArray caught;

private:
    QTimer m_timer;
};

struct Expectation {
    std::function<void(WindowFixture&)> prepare;
    std::function<bool(WindowFixture&)> hasHappened;
};

bool isAt(WindowFixture& f, double seconds, StepUnit unit)
{
    return f.time() == seconds && f.window.comparison().playhead().position().unit == unit;
}

Expectation stepFrom5(double to, StepUnit unit)
{
    return {[](WindowFixture& f) { f.setTime(5); },
            [=](WindowFixture& f) { return isAt(f, to, unit); }};
}

Expectation zoomed(std::function<bool(TimeSpan)> isDone)
{
    return {[](WindowFixture& f) { f.setSpan(5, 10); },
            [=](WindowFixture& f) { return isDone(f.span()); }};
}

void select(WindowFixture& f, int row, std::size_t segment)
{
    f.window.comparison().view().selection.setSegment({QStringLiteral("gather"), row, segment});
}

// Selects a segment of gather's chart and expects another one.
Expectation selected(int row, std::size_t from, std::size_t to)
{
    return {[=](WindowFixture& f) { select(f, row, from); },
            [=](WindowFixture& f) {
                return f.state(1).selected == SegmentHit{row, to};
            }};
}

// Gather's rows as a tree, with main selected, have become so many.
Expectation treeOf(int rowsBefore, int rows)
{
    return {[=](WindowFixture& f) {
                VisibleRows& shown = f.window.comparison().view().rows;
                shown.setTree(true);
                shown.setAllCollapsed(f.state(1).run, rowsBefore == 1);
                select(f, 0, 0);
            },
            [=](WindowFixture& f) { return f.state(1).taskRows() == rows; }};
}

double valueOfA(WindowFixture& f)
{
    return f.window.comparison().parameters().at("a").toDouble();
}

const QMap<QByteArray, Expectation>& expectations()
{
    const auto nothing = [](WindowFixture&) {};
    const auto toFive = [](WindowFixture& f) { f.setTime(5); };
    static const QMap<QByteArray, Expectation> all{
        {"quit", {nothing, [](WindowFixture& f) { return !f.window.isVisible(); }}},
        {"lessons",
         {nothing,
          [](WindowFixture& f) {
              const auto* const page = f.window.findChild<StartPage*>();
              return page != nullptr && page->isVisible();
          }}},
        {"play",
         {nothing, [](WindowFixture& f) { return f.window.comparison().playhead().isPlaying(); }}},
        {"stepForward", stepFrom5(10, StepUnit::AwaitPoint)},
        {"stepBack", stepFrom5(4, StepUnit::AwaitPoint)},
        {"eventForward", stepFrom5(10, StepUnit::Event)},
        {"eventBack", stepFrom5(4, StepUnit::Event)},
        {"turnForward", stepFrom5(10, StepUnit::LoopTurn)},
        {"turnBack", stepFrom5(4, StepUnit::LoopTurn)},
        {"toStart",
         {toFive,
          [](WindowFixture& f) {
              return f.window.comparison().playhead().position() == beginning();
          }}},
        {"toEnd",
         {toFive,
          [](WindowFixture& f) {
              return f.window.comparison().playhead().position() ==
                     ending(f.window.comparison().runs());
          }}},
        {"resetDurations",
         {[](WindowFixture& f) { f.window.comparison().setParameter(QStringLiteral("a"), 5); },
          [](WindowFixture& f) { return valueOfA(f) == 10; }}},
        {"zoomIn", zoomed([](TimeSpan span) { return span.length() < s(5); })},
        {"zoomOut", zoomed([](TimeSpan span) { return span.length() > s(5); })},
        {"panLeft", zoomed([](TimeSpan span) { return span.begin < s(5); })},
        {"panRight", zoomed([](TimeSpan span) { return span.begin > s(5); })},
        {"fit", zoomed([](TimeSpan span) {
             return span == TimeSpan{s(0), s(17)};
         })},
        {"nextSegment", selected(2, 2, 4)},
        {"previousSegment", selected(2, 2, 1)},
        {"cause",
         {[](WindowFixture& f) { select(f, 1, 1); },
          [](WindowFixture& f) {
              return f.state(1).selected != SegmentHit{1, 1};
          }}},
        {"effect",
         {[](WindowFixture& f) { select(f, 1, 1); },
          [](WindowFixture& f) {
              return f.state(1).selected != SegmentHit{1, 1};
          }}},
        {"collapseRow", treeOf(4, 1)},
        {"expandRow", treeOf(1, 4)},
        {"collapseRows", treeOf(4, 1)},
        {"expandRows", treeOf(1, 4)},
        {"search", {nothing, [](WindowFixture& f) { return f.find<SearchField>("Search tasks"); }}},
        {"onlyMatches",
         {nothing,
          [](WindowFixture& f) {
              return f.window.comparison().view().rows.showsOnlyMatches() &&
                     f.find<SearchField>("Search tasks") != nullptr;
          }}},
        {"mark",
         {toFive,
          [](WindowFixture& f) {
              return f.window.comparison().view().marks.times() == std::vector<Ticks>{s(5)};
          }}},
        {"escape",
         {[](WindowFixture& f) { select(f, 1, 1); },
          [](WindowFixture& f) { return f.window.comparison().view().selection.isEmpty(); }}},
        {"undo",
         {[](WindowFixture& f) { f.window.comparison().setParameter(QStringLiteral("a"), 5); },
          [](WindowFixture& f) { return valueOfA(f) == 10; }}},
        {"redo",
         {[](WindowFixture& f) {
              f.window.comparison().setParameter(QStringLiteral("a"), 5);
              f.window.comparison().undo();
          },
          [](WindowFixture& f) { return valueOfA(f) == 5; }}},
        {"focus",
         {[](WindowFixture& f) {
              f.setSpan(12, 14);
              f.window.comparison().view().selection.setRange({{s(4), s(5)}, {}});
          },
          [](WindowFixture& f) {
              return f.span() == TimeSpan{s(3.5), s(5.5)};
          }}},
        {"order",
         {nothing,
          [](WindowFixture& f) {
              return f.state(0).isOrder() && f.state(2).isOrder() &&
                     f.window.comparison().view().axis.kind() == AxisKind::Order;
          }}},
        {"back",
         {[](WindowFixture& f) { f.setSpan(5, 10); },
          [](WindowFixture& f) {
              return f.span() == TimeSpan{s(0), s(17)};
          }}},
        {"forth",
         {[](WindowFixture& f) {
              f.setSpan(5, 10);
              f.window.comparison().view().history.undo();
          },
          [](WindowFixture& f) {
              return f.span() == TimeSpan{s(5), s(10)};
          }}},
        {"criticalPath", {nothing, [](WindowFixture& f) { return f.state(1).showsCriticalPath; }}},
        {"resources",
         {nothing,
          [](WindowFixture& f) { return f.window.comparison().view().resourcesFolded.isOn(); }}},
        {"theme",
         {nothing, [](WindowFixture&) { return Style::current().theme() == Theme::Dark; }}},
        {"events", {nothing, [](WindowFixture& f) { return f.bottom().isFolded(); }}},
        {"findings",
         {nothing,
          [](WindowFixture& f) { return f.bottom().currentTab() == BottomDock::FindingsTab; }}},
        {"rows", {nothing, [](WindowFixture& f) { return f.columns()[0]->isWide(); }}},
    };
    return all;
}

// Their keys open a dialog; that of the export has a test of its own.
const QMap<QByteArray, QByteArray>& dialogs()
{
    static const QMap<QByteArray, QByteArray> all{
        {"open", QFileDialog::staticMetaObject.className()},
        {"record", RecordDialog::staticMetaObject.className()},
        {"keys", KeysDialog::staticMetaObject.className()},
        {"commands", CommandPalette::staticMetaObject.className()},
        {"export", {}},
    };
    return all;
}

void addRowForEachKey(const QList<QByteArray>& ids)
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("key");
    for (const ActionSpec& action : actionTable()) {
        for (const QKeySequence& key : action.shortcuts()) {
            const QByteArray text = key.toString(QKeySequence::PortableText).toLatin1();
            if (ids.contains(action.id))
                QTest::addRow("%s: %s", action.id, text.constData())
                    << QByteArray(action.id) << text;
        }
    }
}

}  // namespace

class TestWindowKeys : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theReadmeListsThem()
    {
        QFile readme(QStringLiteral(TEST_DATA_DIR "/../../README.md"));
        QVERIFY(readme.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(readme.readAll());
        for (const ActionSpec& action : actionTable()) {
            QStringList keys;
            for (const QKeySequence& key : action.shortcuts())
                keys << QStringLiteral("`%1`").arg(key.toString(QKeySequence::PortableText));
            const QString row =
                QStringLiteral("| %1 | %2 |\n").arg(action.text(), keys.join(QStringLiteral(", ")));
            QVERIFY2(keys.isEmpty() || text.contains(row), qPrintable(row));
        }
    }

    void everyActionWithAKeyIsTestedHere()
    {
        for (const ActionSpec& action : actionTable()) {
            const bool isKnown =
                expectations().contains(action.id) || dialogs().contains(action.id);
            QVERIFY2(isKnown || action.shortcuts().isEmpty(), action.id);
        }
    }

    void eachKeyDoesWhatItsRowSays_data() { addRowForEachKey(expectations().keys()); }
    void eachKeyDoesWhatItsRowSays()
    {
        QFETCH(QByteArray, id);
        QFETCH(QByteArray, key);
        WindowFixture f;
        QVERIFY(f.isShown);
        const Expectation& expected = expectations().find(id).value();
        expected.prepare(f);
        QVERIFY(!expected.hasHappened(f));

        f.press(key);

        QVERIFY(expected.hasHappened(f));
    }

    void aKeyOpensItsDialog_data() { addRowForEachKey({"open", "record", "keys", "commands"}); }
    void aKeyOpensItsDialog()
    {
        QFETCH(QByteArray, id);
        QFETCH(QByteArray, key);
        WindowFixture f;
        QVERIFY(f.isShown);
        const DialogCatcher catcher;

        f.press(key);

        QCOMPARE(catcher.caught, dialogs().value(id));
    }

    void aFocusedControlKeepsItsKeys_data()
    {
        using Find = std::function<QWidget*(const WindowFixture&)>;
        QTest::addColumn<Find>("find");
        QTest::addColumn<QByteArray>("keys");
        const Find slider = [](const WindowFixture& f) { return f.find<QSlider>("A's meal"); };
        const Find field = [](const WindowFixture& f) { return f.find<NumberField>("A's meal"); };
        const Find box = [](const WindowFixture& f) { return f.find<QCheckBox>("gather"); };
        const Find combo = [](const WindowFixture& f) { return f.find<Combo>("Speed"); };
        const Find list = [](const WindowFixture& f) {
            return f.find<QListView>("Output of gather");
        };
        const Find loop = [](const WindowFixture& f) {
            return f.find<QListView>("Event loop of gather");
        };
        QTest::newRow("slider") << slider << QByteArray("Right Left Up Down Home End");
        QTest::newRow("field") << field
                               << QByteArray("Left Right Home End Space 0 - + N A S D W Esc . ,");
        QTest::newRow("check box") << box << QByteArray("Space");
        QTest::newRow("combo") << combo << QByteArray("Up Down Home End");
        QTest::newRow("list") << list << QByteArray("Up Down Home End");
        QTest::newRow("event loop") << loop << QByteArray("Up Down Home End");
    }

    void aFocusedControlKeepsItsKeys()
    {
        QFETCH(std::function<QWidget*(const WindowFixture&)>, find);
        QFETCH(QByteArray, keys);
        WindowFixture f;
        QVERIFY(f.isShown);
        f.setTime(5);
        f.setSpan(5, 10);
        QWidget* const control = find(f);
        QVERIFY(control);
        control->setFocus(Qt::TabFocusReason);
        QVERIFY(control->hasFocus());
        bool hasActed = false;
        for (QAction* const action : f.window.actions())
            connect(action, &QAction::triggered, this, [&] { hasActed = true; });

        for (const QByteArray& key : keys.split(' ')) {
            f.press(key.constData());
            QVERIFY2(!hasActed, key.constData());
        }
    }

    void otherKeysStayTheWindowsBesideAFocusedControl()
    {
        WindowFixture f;
        QVERIFY(f.isShown);
        f.find<QSlider>("A's meal")->setFocus(Qt::TabFocusReason);

        f.press("Space");
        QVERIFY(f.window.comparison().playhead().isPlaying());
        f.press("Space");
        f.press("Shift+Right");
        QCOMPARE(f.window.comparison().playhead().position().unit, StepUnit::Event);
    }

    void spacePlaysAfterTheStart()
    {
        WindowFixture f;
        QVERIFY(f.isShown);
        f.press("Space");
        QVERIFY(f.window.comparison().playhead().isPlaying());
    }

    void aSliderMovesByItsKeys()
    {
        WindowFixture f;
        QVERIFY(f.isShown);
        f.find<QSlider>("A's meal")->setFocus(Qt::TabFocusReason);
        f.press("Right");
        QCOMPARE(valueOfA(f), 10.5);
        f.press("End");
        QCOMPARE(valueOfA(f), 20.0);
        f.press("Home");
        QCOMPARE(valueOfA(f), 0.0);
    }

    void aCheckBoxIsToggledBySpace()
    {
        WindowFixture f;
        QVERIFY(f.isShown);
        f.find<QCheckBox>("gather")->setFocus(Qt::TabFocusReason);
        f.press("Space");
        QVERIFY(!f.window.comparison().isShown(QStringLiteral("gather")));
        QVERIFY(f.settles());
        QCOMPARE(f.columns().size(), std::size_t{2});
    }
};

COROSCOPE_TEST(TestWindowKeys)
#include "tst_window_keys.moc"
