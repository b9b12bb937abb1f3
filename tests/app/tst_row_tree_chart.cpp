// SPDX-License-Identifier: GPL-3.0-or-later
// A recording's rows as a tree: in a chart, with a pointer.
#include <QSignalSpy>
#include <QTest>

#include "app/export/comparison_picture.h"
#include "tests/app/chart_window.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

// main > parent > (child, child), and a last one beside the parent; all sleep from 1 s to 9 s.
ProgramRunPtr family(int children = 2)
{
    auto trace = std::make_shared<Trace>();
    const auto add = [&](const std::string& name, TaskId parent) {
        const TaskId id = trace->addTask({name, "", parent, {}, {}});
        trace->append(s(0), EventKind::Create, Word::None, id);
        return id;
    };
    const TaskId main = add("main", {});
    const TaskId parent = add("parent", main);
    add("last", main);
    for (int i = 0; i < children; ++i)
        add("child", parent);
    const auto count = static_cast<std::uint32_t>(trace->taskCount());
    for (std::uint32_t task = 0; task < count; ++task)
        trace->append(s(1), EventKind::Resume, Word::None, {task});
    for (std::uint32_t task = 0; task < count; ++task)
        trace->append(s(1), EventKind::Suspend, Word::None, {task}, trace->addWait({}));
    trace->append(s(9), EventKind::End, Word::Ok);
    return runOf("family", trace);
}

struct TreeWindow : ChartWindow {
    explicit TreeWindow(const ProgramRunPtr& shownRun = family(), QSize size = {900, 300})
        : ChartWindow(shownRun, s(9)), run(shownRun)
    {
        view.resize(size);
        state.rows.setTree(true);
    }

    [[nodiscard]] QString names() const
    {
        QStringList names;
        for (int row = 0; row < shown().taskRows(); ++row)
            names << shown().rowName(row);
        return names.join(u' ');
    }
    [[nodiscard]] QPoint chevron(int row) const
    {
        const ChartGeometry& geometry = shown().geometry;
        return QPointF(geometry.chevronX(shown().rows->depth(row)), shown().middleOf(row))
            .toPoint();
    }
    void clickChevron(int row, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(view.viewport(), Qt::LeftButton, modifiers, chevron(row));
    }
    [[nodiscard]] QRect around(QPoint middle) const
    {
        return QRect(middle, QSize(1, 1)).adjusted(-5, -5, 5, 5);
    }

    ProgramRunPtr run;
};

}  // namespace

class TestRowTreeChart : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void leavesRoomForNamesAndChevrons()
    {
        TreeWindow f;
        QVERIFY(f.isShown);
        QCOMPARE(f.names(), QStringLiteral("main parent child child last"));
        QCOMPARE(f.shown().geometry.plotLeft(), 250.0);
        const ChartGeometry& geometry = f.shown().geometry;
        QCOMPARE(geometry.nameX(1) - geometry.nameX(0), 14.0);
        QVERIFY(geometry.chevronX(0) < geometry.glyphX(0) &&
                geometry.glyphX(0) < geometry.nameX(0));
        const QImage image = f.view.grab().toImage();
        const QColor ink = palette(Theme::Light).ink2;
        for (int row = 0; row < 5; ++row)
            QCOMPARE(contains(image, f.around(f.chevron(row)), ink), row < 2);
    }

    void keepsNamesReadableBelowADeepChain()
    {
        std::vector<QSizeF> sizes{{1400, 600}, {600, 400}, {300, 300}};
        for (const QSizeF& size : sizes) {
            ChartGeometry geometry;
            geometry.size = size;
            geometry.isTree = true;
            QVERIFY(geometry.nameX(100'000) <=
                    std::max(geometry.nameX(0), geometry.plotLeft() - 96));
            QCOMPARE(geometry.nameX(100'000), geometry.nameX(50));
        }
    }

    void aClickOnAChevronCollapsesAndExpands()
    {
        TreeWindow f;
        f.clickChevron(1);
        QCOMPARE(f.names(), QStringLiteral("main parent last"));
        f.clickChevron(1);
        QCOMPARE(f.names(), QStringLiteral("main parent child child last"));
        f.clickChevron(2);  // there is none
        QCOMPARE(f.names(), QStringLiteral("main parent child child last"));
    }

    void aChevronUnderThePointerSaysWhatItDoes()
    {
        TreeWindow f;
        const QColor tint = palette(Theme::Light).tint;
        const auto isLit = [&](int row) {
            return contains(f.view.grab().toImage(), f.around(f.chevron(row)), tint);
        };
        QVERIFY(!isLit(0) && !isLit(1));

        QTest::mouseMove(f.view.viewport(), f.chevron(1));
        QVERIFY(isLit(1) && !isLit(0));
        QCOMPARE(f.view.viewport()->cursor().shape(), Qt::PointingHandCursor);
        const QString whenExpanded = f.view.program().toolTipAt(f.chevron(1));
        f.clickChevron(1);
        QVERIFY(!whenExpanded.isEmpty());
        QVERIFY(f.view.program().toolTipAt(f.chevron(1)) != whenExpanded);

        QTest::mouseMove(f.view.viewport(), f.chevron(2));  // there is none
        QVERIFY(!isLit(1));
        QVERIFY(f.view.viewport()->cursor().shape() != Qt::PointingHandCursor);
    }

    void withAltItDoesSoWithAllBelow()
    {
        TreeWindow f;
        f.clickChevron(0, Qt::AltModifier);
        QCOMPARE(f.names(), QStringLiteral("main"));
        f.clickChevron(0);
        QCOMPARE(f.names(), QStringLiteral("main parent last"));
        f.clickChevron(0, Qt::AltModifier);
        f.clickChevron(0, Qt::AltModifier);
        QCOMPARE(f.names(), QStringLiteral("main parent child child last"));
    }

    void rowsKeepTheirHeight()
    {
        TreeWindow f;
        const double height = f.shown().geometry.rowHeight();
        f.clickChevron(0);
        QCOMPARE(f.shown().geometry.rowHeight(), height);
    }

    void aClickMeansTheTaskThatIsSeenThere()
    {
        TreeWindow f;
        f.click(f.at(5, 4));
        QVERIFY(f.state.selection.segment());
        QCOMPARE(f.run->rows.value(f.state.selection.segment()->track), QStringLiteral("last"));
        f.clickChevron(1);
        QVERIFY(f.shown().isSelected(2));
        QVERIFY(!f.shown().isSelected(1));
    }

    void aClickOnANameSelectsWhatTheTaskDoesAtThePlayhead()
    {
        TreeWindow f;
        f.playhead.setTime(s(5));
        f.click(QPointF(f.shown().geometry.nameX(1) + 5, f.shown().middleOf(4)).toPoint());
        QVERIFY(f.shown().isSelected(4));
        QCOMPARE(f.shown().segment(*f.shown().selected).state, SegmentState::Suspended);
        f.state.selection.clear();
        f.state.rows.setTree(false);
        f.click(QPoint(40, qRound(f.shown().middleOf(4))));
        QVERIFY(f.state.selection.isEmpty());
    }

    void aTooltipNamesTheTaskThatIsSeenThere()
    {
        TreeWindow f;
        f.clickChevron(1);
        QVERIFY(f.chart().toolTipAt(f.at(5, 2)).contains(QStringLiteral("last")));
    }

    void whatIsCollapsedIsExpandedForWhatIsSelected()
    {
        TreeWindow f;
        f.clickChevron(0, Qt::AltModifier);
        f.state.selection.setSegment({f.run->name, 4, 1});
        QCOMPARE(f.names(), QStringLiteral("main parent child child last"));
        QVERIFY(f.shown().isSelected(3));
    }

    void theFirstRowStaysWhereItIsWhileOthersComeAndGo()
    {
        TreeWindow f(family(100));
        f.chart().setFirstRow(50);
        const QString top = QString::number(f.shown().trackAt(50));
        f.chart().setRun(family(120), s(9));
        QCOMPARE(QString::number(f.shown().trackAt(f.shown().geometry.firstRow)), top);
        f.state.rows.setCollapsed(f.shown().run, 1, true);
        QCOMPARE(f.shown().geometry.firstRow, 0);  // three rows are left, they all fit
    }

    void newRowsOfAGrowingRecordingComeIntoView()
    {
        TreeWindow f(family(40));
        ProgramChart& chart = f.view.program();
        chart.setFirstRow(f.shown().geometry.lastFirstRow());
        chart.setRun(family(50), s(9));
        QCOMPARE(f.shown().geometry.firstRow, f.shown().geometry.lastFirstRow());
        chart.setFirstRow(3);  // somebody looks elsewhere
        chart.setRun(family(60), s(9));
        QCOMPARE(f.shown().geometry.firstRow, 3);
    }

    void theFlagOfAHeldLoopStandsAboveTheRows()
    {
        auto trace = std::make_shared<Trace>();
        const TaskId main = trace->addTask({"main", "", {}, TaskInfo::Kind::Main, {}});
        trace->append(s(0), EventKind::Create, Word::None, main);
        trace->append(s(0), EventKind::Resume, Word::None, main);
        trace->append(s(2), EventKind::Block, Word::Io, main,
                      trace->addSite({"a.py", 5, "f"}).value);
        trace->append(s(4), EventKind::Unblock, Word::None, main);
        trace->append(s(9), EventKind::End, Word::Ok);
        auto run = std::make_shared<ProgramRun>(*runOf("held", trace));
        run->held = heldSpans(*trace, s(1));
        TreeWindow f(run);
        const ChartGeometry& geometry = f.shown().geometry;
        const QColor red = palette(Theme::Light).block;
        const QRect above(QPointF(f.shown().xOf(s(2)), 0).toPoint(),
                          QPointF(f.shown().xOf(s(4)), geometry.rowsTop() - 34).toPoint());
        QVERIFY(contains(f.view.grab().toImage(), above, red));
        // Not where rows are no tree, nor on the order axis.
        f.view.program().setAxis(AxisKind::Order);
        QVERIFY(!contains(f.view.grab().toImage(), above, red));
        f.view.program().setAxis(AxisKind::Time);
        QVERIFY(contains(f.view.grab().toImage(), above, red));
        f.state.rows.setTree(false);
        QVERIFY(!contains(f.view.grab().toImage(), above, red));
    }

    void aSelectedRowThatWasHiddenComesIntoView()
    {
        TreeWindow f(family(100));
        f.clickChevron(1);
        f.state.selection.setSegment({f.run->name, 90, 1});
        const int row = f.shown().rowInView(90);
        QVERIFY(row > 0);
        QVERIFY(f.shown().isSelected(row));
    }

    void aHiddenTaskStandsNowhere()
    {
        TreeWindow f;
        QCOMPARE(f.shown().rowInView(2), 4);
        QCOMPARE(f.shown().rowInView(4), 3);
        QCOMPARE(f.shown().rowInView(99), -1);
        f.clickChevron(1);
        QCOMPARE(f.shown().rowInView(4), -1);
    }

    void anExportedPictureHasTheRowsOfTheWindow()
    {
        TreeWindow f;
        ExportContent content{QStringLiteral("orders"), {f.run}, {}, TraceHeader{}};
        const auto heightOf = [&] { return ComparisonPicture(content, {}).size().height(); };
        const int whole = heightOf();
        const auto row = static_cast<int>(ChartGeometry::usualRow);
        f.clickChevron(1);
        content.rows = f.state.rows.of(f.run);
        QCOMPARE(heightOf(), whole - 2 * row);
        f.state.rows.setAllCollapsed(f.run, true);
        content.rows = f.state.rows.of(f.run);
        QCOMPARE(heightOf(), whole - 4 * row);
    }

    void aChainOfAHundredThousandTasksIsShown()
    {
        constexpr std::uint32_t length = 100'000;
        auto trace = std::make_shared<Trace>();
        for (std::uint32_t task = 0; task < length; ++task) {
            trace->addTask(task, task == 0 ? TaskId{} : TaskId{task - 1}, TaskInfo::Kind::Task);
            trace->append(s(0), EventKind::Create, Word::None, {task});
        }
        trace->append(s(9), EventKind::End, Word::Ok);
        TreeWindow f(runOf("chain", trace));
        QCOMPARE(f.shown().taskRows(), 100'000);
        f.chart().setFirstRow(100'000);
        QVERIFY(f.shown().geometry.isVisible(99'999));
        QVERIFY(!f.view.grab().isNull());
        f.state.rows.setAllCollapsed(f.run, true);
        QCOMPARE(f.shown().taskRows(), 1);
        f.state.selection.setSegment({f.run->name, 99'999, 0});
        QVERIFY(f.shown().rowInView(99'999) > 0);
    }
};

COROSCOPE_TEST(TestRowTreeChart)
#include "tst_row_tree_chart.moc"
