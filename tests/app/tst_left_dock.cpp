// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QCheckBox>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include "app/panels/durations_panel.h"
#include "app/panels/group_popup.h"
#include "app/panels/left_dock.h"
#include "app/panels/strategies_panel.h"
#include "app/style/style.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

namespace {

struct Fixture {
    Fixture()
    {
        Style::current().install();
        dock.durations().setDurations({
            {QStringLiteral("a"),
             QStringLiteral("A's meal"),
             {0, 20, 0.5},
             10,
             QStringLiteral("s")},
            {QStringLiteral("b"), QStringLiteral("B's meal"), {0, 20, 0.5}, 3, QStringLiteral("s")},
        });
        dock.strategies().setStrategies({QStringLiteral("sync"), QStringLiteral("gather")},
                                        {QStringLiteral("sync"), QStringLiteral("gather")});
        dock.resize(LeftDock::fullWidth, 700);
        dock.show();
    }

    QCheckBox* box(const char* name) const
    {
        for (auto* found : dock.strategies().findChildren<QCheckBox*>()) {
            if (found->text() == QLatin1String(name))
                return found;
        }
        return nullptr;
    }

    QToolButton* button(const char* name) const
    {
        for (auto* found : dock.findChildren<QToolButton*>()) {
            if (found->accessibleName() == QLatin1String(name))
                return found;
        }
        return nullptr;
    }

    static GroupPopup* popup()
    {
        return qobject_cast<GroupPopup*>(QApplication::activePopupWidget());
    }

    LeftDock dock;
};

void click(QCheckBox* box)
{
    QTest::mouseClick(box, Qt::LeftButton, {}, {8, box->height() / 2});
}

}  // namespace

class TestLeftDock : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsWhichDurationChanged()
    {
        Fixture f;
        QSignalSpy changes(&f.dock.durations(), &DurationsPanel::valueChanged);
        auto* second = f.dock.durations().findChildren<NumberField*>().at(1);

        QTest::keyClick(second, Qt::Key_Up);

        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes.first().at(0).toString(), QStringLiteral("b"));
        QCOMPARE(changes.first().at(1).toDouble(), 3.5);
    }

    void asksForAReset()
    {
        Fixture f;
        QSignalSpy resets(&f.dock.durations(), &DurationsPanel::resetRequested);

        QTest::mouseClick(f.button("Reset durations"), Qt::LeftButton);

        QCOMPARE(resets.size(), 1);
    }

    void showsValuesWithoutAnEcho()
    {
        Fixture f;
        QSignalSpy changes(&f.dock.durations(), &DurationsPanel::valueChanged);

        f.dock.durations().setValue(QStringLiteral("a"), 7);

        QCOMPARE(f.dock.durations().findChild<DurationSlider*>()->value(), 7.0);
        QCOMPARE(changes.size(), 0);
    }

    void togglesAStrategy()
    {
        Fixture f;
        QSignalSpy toggles(&f.dock.strategies(), &StrategiesPanel::toggled);

        click(f.box("sync"));

        QCOMPARE(toggles.size(), 1);
        QCOMPARE(toggles.first().at(0).toString(), QStringLiteral("sync"));
        QCOMPARE(toggles.first().at(1).toBool(), false);
        QCOMPARE(f.dock.strategies().shown(), QStringList{QStringLiteral("gather")});
    }

    void keepsTheLastStrategy()
    {
        Fixture f;
        click(f.box("sync"));
        QSignalSpy toggles(&f.dock.strategies(), &StrategiesPanel::toggled);

        click(f.box("gather"));

        QVERIFY(f.box("gather")->isChecked());
        QCOMPARE(toggles.size(), 0);
    }

    void becomesARailThatOpensItsGroups()
    {
        Fixture f;
        f.dock.setRail(true);
        QCOMPARE(f.dock.width(), LeftDock::railWidth);
        QVERIFY(!f.dock.durations().isVisible());

        QTest::mouseClick(f.button("Durations"), Qt::LeftButton);

        QVERIFY(Fixture::popup());
        QVERIFY(f.dock.durations().isVisible());
        QVERIFY(!f.dock.strategies().isVisible());
    }

    void closesAnOpenedGroupOnEscapeAndKeepsIt()
    {
        Fixture f;
        f.dock.setRail(true);
        QTest::mouseClick(f.button("Durations"), Qt::LeftButton);

        QTest::keyClick(Fixture::popup(), Qt::Key_Escape);

        QTRY_VERIFY(!Fixture::popup());
        QVERIFY(!f.dock.durations().isVisible());
        f.dock.setRail(false);
        QVERIFY(f.dock.durations().isVisible());
        QCOMPARE(f.dock.width(), LeftDock::fullWidth);
    }

    void takesOpenedGroupBackWhenThereIsRoomAgain()
    {
        Fixture f;
        f.dock.setRail(true);
        QTest::mouseClick(f.button("Strategies"), Qt::LeftButton);

        f.dock.setRail(false);

        QVERIFY(!Fixture::popup());
        QVERIFY(f.dock.strategies().isVisible());
        QCOMPARE(f.dock.strategies().window(), &f.dock);
    }
};

COROSCOPE_TEST(TestLeftDock)
#include "tst_left_dock.moc"
