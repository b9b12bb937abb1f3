// SPDX-License-Identifier: GPL-3.0-or-later
// A recording's tree of rows and its minimap in the whole window, by key and pointer.
#include <QTest>
#include <QToolButton>

#include "app/charts/minimap.h"
#include "app/panels/search_field.h"
#include "app/panels/status_strip.h"
#include "app/panels/text_label.h"
#include "tests/app/window_fixture.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

// main > 40 times conn > request > query; all wait from second 1 to second 9.
std::shared_ptr<Trace> service(int connections = 40, bool areAllConnectedFirst = false)
{
    auto trace = std::make_shared<Trace>();
    const auto add = [&](const std::string& name, TaskId parent) {
        const TaskId id = trace->addTask({name, "", parent, {}, {}});
        trace->append(s(0), EventKind::Create, Word::None, id);
        return id;
    };
    const TaskId main = add("main", {});
    std::vector<TaskId> connected;
    const auto request = [&](std::size_t i) {
        const std::string number = std::to_string(i);
        add("query " + number, add("request " + number, connected[i]));
    };
    for (int i = 0; i < connections; ++i) {
        connected.push_back(add("conn " + std::to_string(i), main));
        if (!areAllConnectedFirst)
            request(connected.size() - 1);
    }
    for (std::size_t i = 0; areAllConnectedFirst && i < connected.size(); ++i)
        request(i);
    const auto count = static_cast<std::uint32_t>(trace->taskCount());
    for (std::uint32_t task = 0; task < count; ++task) {
        trace->append(s(1), EventKind::Resume, Word::None, {task});
        trace->append(s(1), EventKind::Suspend, Word::None, {task}, trace->addWait({}));
    }
    trace->append(s(9), EventKind::End, Word::Ok);
    return trace;
}

struct RecordingFixture : WindowFixture {
    RecordingFixture()
    {
        const TraceHeader header{"orders", "", false};
        window.show(recordedDocument(QStringLiteral("orders"), QStringLiteral("orders.jsonl"),
                                     header, [this] { return trace; }));
        isShown = isShown && settles();
    }

    [[nodiscard]] const ChartState& chartState() const { return state(0); }
    [[nodiscard]] Minimap& minimap() const { return columns()[0]->minimap(); }
    [[nodiscard]] QString selectedName()
    {
        const auto& selected = window.comparison().view().selection.segment();
        return selected ? chartState().run->rows.value(selected->track) : QString();
    }
    [[nodiscard]] QString statusLine() const
    {
        QStringList texts;
        for (const auto* const label : window.findChild<StatusStrip*>()->findChildren<TextLabel*>())
            texts << label->text();
        return texts.join(u'|');
    }

    std::shared_ptr<const Trace> trace = service();
};

}  // namespace

class TestWindowRows : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLessonIsNoTree()
    {
        WindowFixture f;
        QVERIFY(f.isShown);
        for (std::size_t i = 0; i < f.columns().size(); ++i) {
            QVERIFY(!f.columns()[i]->minimap().isVisible());
            QCOMPARE(f.state(i).rows->tree(), nullptr);
            QVERIFY(f.state(i).geometry.plotLeft() < 250);
        }
    }

    void aRecordingIsATreeWithAMinimap()
    {
        RecordingFixture f;
        QVERIFY(f.isShown);
        QCOMPARE(f.chartState().taskRows(), 121);
        QCOMPARE(f.chartState().rowName(3), QStringLiteral("query 0"));
        QCOMPARE(f.chartState().geometry.plotLeft(), 250.0);
        QVERIFY(f.minimap().isVisible());
        const QPoint chart = f.chart(0).mapTo(&f.window, QPoint(0, f.chart(0).height()));
        const QPoint minimap = f.minimap().mapTo(&f.window, QPoint(0, 0));
        QCOMPARE(minimap, chart);
        f.window.open(QStringLiteral("delivery"));
        QVERIFY(f.settles());
        QCOMPARE(f.state(0).rows->tree(), nullptr);
    }

    void altUpAndDownWalkTheTree()
    {
        RecordingFixture f;
        f.window.comparison().view().selection.setSegment({QStringLiteral("orders"), 3, 0});
        QCOMPARE(f.selectedName(), QStringLiteral("query 0"));
        QStringList names;
        for (int i = 0; i < 3; ++i) {
            f.press("Alt+Up");
            names << f.selectedName();
        }
        // To its creator; that is collapsed; on to its creator.
        QCOMPARE(names.join(u','), QStringLiteral("request 0,request 0,conn 0"));
        QCOMPARE(f.chartState().taskRows(), 120);
        f.press("Alt+Down");
        f.press("Alt+Down");
        QCOMPARE(f.selectedName(), QStringLiteral("request 0"));
        QCOMPARE(f.chartState().taskRows(), 121);
        f.press("Alt+Down");
        QCOMPARE(f.selectedName(), QStringLiteral("query 0"));
        f.press("Alt+Down");  // nothing is below it
        QCOMPARE(f.selectedName(), QStringLiteral("query 0"));
    }

    void aSearchFindsWhatIsCollapsed()
    {
        RecordingFixture f;
        f.press("Alt+Shift+Up");
        QCOMPARE(f.chartState().taskRows(), 1);
        f.press("Ctrl+F");
        auto* const field = f.find<SearchField>("Search tasks");
        QTest::keyClicks(field, QStringLiteral("query 17"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(f.selectedName(), QStringLiteral("query 17"));
        QVERIFY(f.chartState().isSelected(f.chartState().rowInView(54)));
    }

    void matchesFollowFromTopToBottom()
    {
        RecordingFixture f;
        f.trace = service(2, true);
        f.window.comparison().reload();
        QVERIFY(f.settles());
        f.press("Ctrl+F");
        auto* const field = f.find<SearchField>("Search tasks");
        QTest::keyClicks(field, QStringLiteral("suspended>1s"));
        QStringList found;
        for (int i = 0; i < 8; ++i) {
            QTest::keyClick(field, Qt::Key_Return);
            found << f.selectedName();
        }
        QCOMPARE(found.join(u','),
                 QStringLiteral("main,conn 0,request 0,query 0,conn 1,request 1,query 1,main"));
    }

    void onlyMatchingRowsCanBeShown()
    {
        RecordingFixture f;
        f.press("Ctrl+Shift+F");  // opens the search, since there is nothing to match yet
        auto* const field = f.find<SearchField>("Search tasks");
        QVERIFY(field != nullptr && field->hasFocus());
        auto* const button = f.find<QToolButton>("Only matching rows (Ctrl+Shift+F)");
        QVERIFY(button != nullptr && button->isChecked());
        QTest::keyClicks(field, QStringLiteral("query 17"));
        QCOMPARE(f.chartState().taskRows(), 4);  // and its ancestors
        QVERIFY(f.chartState().isDimmed(2));
        QVERIFY(!f.chartState().isDimmed(3));
        QVERIFY2(f.statusLine().contains(QStringLiteral("4 of 121 tasks")),
                 qPrintable(f.statusLine()));
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(f.chartState().taskRows(), 121);
        QTest::mouseClick(button, Qt::LeftButton);
        QTest::keyClick(field, Qt::Key_Escape);
        QCOMPARE(f.chartState().taskRows(), 121);
    }

    void theStatusLineSaysHowMuchIsInView()
    {
        RecordingFixture f;
        const int inView = f.chartState().geometry.visibleRows();
        QVERIFY(inView < 121);
        QVERIFY(f.statusLine().contains(QStringLiteral("%1 of 121 tasks").arg(inView)));
        QVERIFY(!f.statusLine().contains(QStringLiteral("of 9 s")));
        f.setSpan(1, 3);
        QVERIFY2(f.statusLine().contains(QStringLiteral("2 s of 9 s")), qPrintable(f.statusLine()));
        f.window.open(QStringLiteral("delivery"));
        QVERIFY(f.settles());
        f.setSpan(1, 3);
        QVERIFY(!f.statusLine().contains(QStringLiteral("2 s of")));
    }

    void whatIsCollapsedStaysSoWhileTheRecordingGoesOn()
    {
        RecordingFixture f;
        VisibleRows& rows = f.window.comparison().view().rows;
        rows.setCollapsed(f.chartState().run, 1, true);
        QCOMPARE(f.chartState().taskRows(), 119);
        f.trace = service(50);
        f.window.comparison().reload();
        QVERIFY(f.settles());
        QCOMPARE(f.chartState().taskRows(), 149);
    }

    void arrowKeysMoveTheMinimapOnlyWhileItHasTheFocus()
    {
        RecordingFixture f;
        f.setSpan(2, 4);
        f.minimap().setFocus();
        f.press("Right");
        QCOMPARE(f.span(), (TimeSpan{s(2.2), s(4.2)}));
        QCOMPARE(f.time(), 0.0);
        f.chart(0).setFocus();
        f.press("Right");
        QCOMPARE(f.span(), (TimeSpan{s(2.2), s(4.2)}));
        QVERIFY(f.time() > 0);
    }

    void rowsAreNotLostInASmallWindow()
    {
        RecordingFixture f;
        f.window.resize(1024, 640);
        QCoreApplication::processEvents();
        QVERIFY(f.chartState().geometry.visibleRows() >= 6);
        QVERIFY(f.minimap().isVisible());
    }
};

COROSCOPE_TEST(TestWindowRows)
#include "tst_window_rows.moc"
