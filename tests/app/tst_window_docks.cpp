// SPDX-License-Identifier: GPL-3.0-or-later
// The docks of the main window: what they tell, where they are, what is kept.
#include <QListView>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <optional>

#include "app/panels/findings_panel.h"
#include "app/panels/loop_panel.h"
#include "app/panels/panel_row.h"
#include "app/panels/program_texts.h"
#include "app/panels/source_panel.h"
#include "app/panels/status_strip.h"
#include "app/panels/story_panel.h"
#include "app/window/docks.h"
#include "tests/app/window_fixture.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

template <typename Panel>
Panel& panel(const WindowFixture& f, BottomDock::Tab tab, std::size_t program)
{
    return *qobject_cast<Panel*>(f.bottom().row(tab)->panels()[program]);
}

void clickRow(QAbstractItemView& view, int row)
{
    const QRect rect = view.visualRect(view.model()->index(row, 0));
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, rect.center());
}

}  // namespace

class TestWindowDocks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theLoopIsToldFirst()
    {
        WindowFixture f;
        QVERIFY(f.isShown);
        QCOMPARE(f.bottom().currentTab(), BottomDock::LoopTab);

        f.setTime(3);

        const LoopModel& model = panel<LoopPanel>(f, BottomDock::LoopTab, 1).model();
        QCOMPARE(model.countOf(LoopSection::Timers), 2);
    }

    void sectionsAreAtTheSameHeightInAllPrograms()
    {
        WindowFixture f;
        QVERIFY(f.isShown);

        f.setTime(3);

        const auto rowsOf = [&](std::size_t program) {
            const LoopModel& model = panel<LoopPanel>(f, BottomDock::LoopTab, program).model();
            QList<int> sections;
            for (int row = 0; row < model.rowCount(); ++row)
                sections << static_cast<int>(model.line(row).section);
            return sections;
        };
        QCOMPARE(rowsOf(0), rowsOf(1));
        QCOMPARE(rowsOf(2), rowsOf(1));
    }

    void panelsStandUnderTheirColumns()
    {
        WindowFixture f;
        QVERIFY(f.isShown);
        for (std::size_t i = 0; i < f.columns().size(); ++i) {
            const QWidget* const column = f.columns()[i];
            const QWidget& under = panel<LoopPanel>(f, BottomDock::LoopTab, i);
            QCOMPARE(under.mapTo(&f.window, QPoint()).x(), column->mapTo(&f.window, QPoint()).x());
            QCOMPARE(under.width(), column->width());
        }
    }

    void hiddenTabsTellNothing()
    {
        WindowFixture f;
        QVERIFY(f.isShown);
        QVERIFY(f.bottom().row(BottomDock::StoryTab)->panels().empty());

        QVERIFY(f.showTab(BottomDock::StoryTab));

        QCOMPARE(f.bottom().row(BottomDock::StoryTab)->panels().size(), std::size_t{3});
    }

    void aSentenceOfTheStoryGoesThere()
    {
        WindowFixture f;
        QVERIFY(f.isShown);
        QVERIFY(f.showTab(BottomDock::StoryTab));
        f.setTime(17);
        QListView& story = panel<StoryPanel>(f, BottomDock::StoryTab, 1).list();
        QVERIFY(story.model()->rowCount() > 30);

        story.scrollToTop();
        clickRow(story, 1);

        QCOMPARE(story.model()->rowCount(), 2);
        QCOMPARE(f.time(), 0.0);
    }

    void aClickOnTheSourceMovesEveryProgram()
    {
        WindowFixture f;
        QVERIFY(f.isShown);
        SourcePanel& source = f.columns()[1]->texts().source();
        int row = 0;
        while (!source.model().text(row).contains(QString::fromUtf8("식사 완료")))
            ++row;

        source.list().scrollTo(source.list().model()->index(row, 0));
        clickRow(source.list(), row);

        QCOMPARE(f.time(), 3.0);
    }

    void theStatusLineLeadsToTheFindings()
    {
        WindowFixture f(QStringLiteral("blocking-call"));
        QVERIFY(f.isShown);
        auto* const strip = f.window.findChild<StatusStrip*>();
        QTRY_COMPARE(strip->focusPolicy(), Qt::TabFocus);

        QTest::mouseClick(strip, Qt::LeftButton, {}, QPoint(60, 10));

        QCOMPARE(f.bottom().currentTab(), BottomDock::FindingsTab);
        QVERIFY(f.settles());
        int findings = 0;
        for (std::size_t i = 0; i < f.columns().size(); ++i)
            findings +=
                panel<FindingsPanel>(f, BottomDock::FindingsTab, i).list().model()->rowCount();
        QVERIFY(findings > 0);
    }

    void aTabUnfoldsTheDock()
    {
        WindowFixture f(QStringLiteral("delivery"), {1024, 640});
        QVERIFY(f.isShown);
        QVERIFY(f.bottom().isFolded());
        auto* const tabs = f.bottom().findChild<QTabBar*>();

        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(1).center());

        QVERIFY(!f.bottom().isFolded());
        QCOMPARE(f.bottom().currentTab(), BottomDock::EventsTab);
    }

    void lowColumnsShowSourceOrOutput()
    {
        WindowFixture f(QStringLiteral("delivery"), {1024, 640});
        QVERIFY(f.isShown);
        QTRY_VERIFY(f.columns()[0]->texts().isTabbed());
        const QWidget* before = f.columns()[0]->texts().findChild<QTabBar*>();
        do
            before = before->previousInFocusChain();
        while (before->focusPolicy() == Qt::NoFocus);
        QVERIFY(f.columns()[0]->isAncestorOf(before));

        f.window.resize(1440, 900);

        QTRY_VERIFY(!f.columns()[0]->texts().isTabbed());
    }

    void docksAreKeptUntilTheNextStart()
    {
        const OwnSettings settings;
        {
            MainWindow window(openDocument(QStringLiteral("delivery")).value());
            window.show();
            window.findChild<QDockWidget*>(QStringLiteral("left"))->hide();
            auto* const bottom = window.findChild<BottomDock*>();
            bottom->setCurrentTab(BottomDock::StoryTab);
            window.toggleEvents();
            window.close();
        }
        MainWindow window(openDocument(QStringLiteral("delivery")).value());
        window.show();
        QVERIFY(window.findChild<QDockWidget*>(QStringLiteral("left"))->isHidden());
        QCOMPARE(window.findChild<BottomDock*>()->currentTab(), BottomDock::StoryTab);
        QVERIFY(window.findChild<BottomDock*>()->isFolded());

        window.resetLayout();

        QVERIFY(!window.findChild<QDockWidget*>(QStringLiteral("left"))->isHidden());
        QCOMPARE(window.findChild<BottomDock*>()->currentTab(), BottomDock::LoopTab);
        QVERIFY(!window.findChild<BottomDock*>()->isFolded());
    }

    void theWindowMayGoWhileAGroupIsOpen()
    {
        std::optional<WindowFixture> f;
        f.emplace(QStringLiteral("delivery"), QSize(1024, 640));
        QVERIFY(f->isShown);
        QTest::mouseClick(f->find<QToolButton>("Strategies"), Qt::LeftButton);
        QVERIFY(QApplication::activePopupWidget() != nullptr);

        f.reset();

        QVERIFY(QApplication::activePopupWidget() == nullptr);
    }

    void programsStackAsRows()
    {
        WindowFixture f;
        QVERIFY(f.isShown);

        f.press("Ctrl+Shift+L");

        QTRY_VERIFY(f.columns()[1]->y() > f.columns()[0]->y());
        QCOMPARE(f.columns()[1]->x(), f.columns()[0]->x());
        QTRY_VERIFY(f.columns()[0]->texts().x() > f.chart(0).x());
        f.press("Ctrl+Shift+L");
        QTRY_COMPARE(f.columns()[1]->y(), f.columns()[0]->y());
    }
};

COROSCOPE_TEST(TestWindowDocks)
#include "tst_window_docks.moc"
