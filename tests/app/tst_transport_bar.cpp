// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QAbstractItemView>
#include <QLayout>
#include <QSignalSpy>
#include <QStyledItemDelegate>
#include <QTest>

#include "app/panels/combo.h"
#include "app/panels/speeds.h"
#include "app/panels/transport_bar.h"
#include "app/style/style.h"
#include "app/style/time_label.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

namespace {

struct Fixture {
    explicit Fixture(int width = 1440)
    {
        Style::current().install();
        bar.setScenarios({QStringLiteral("Delivery"), QStringLiteral("A lock")});
        bar.setTotal(std::chrono::seconds(17));
        bar.resize(width, 52);
        bar.show();
    }

    QAbstractButton* button(const char* name) const
    {
        for (auto* found : bar.findChildren<QAbstractButton*>()) {
            const QString own =
                found->accessibleName().isEmpty() ? found->text() : found->accessibleName();
            if (own == QLatin1String(name) && found->isVisible())
                return found;
        }
        return nullptr;
    }

    Combo* combo(const char* name) const
    {
        for (auto* found : bar.findChildren<Combo*>()) {
            if (found->accessibleName() == QLatin1String(name))
                return found;
        }
        return nullptr;
    }

    TransportBar bar;
};

}  // namespace

class TestTransportBar : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatIsClicked_data()
    {
        QTest::addColumn<QByteArray>("button");
        QTest::addColumn<QByteArray>("signal");
        QTest::newRow("to start") << QByteArray("To start") << QByteArray("toStartClicked()");
        QTest::newRow("back") << QByteArray("Step back") << QByteArray("stepBackClicked()");
        QTest::newRow("play") << QByteArray("Play") << QByteArray("playClicked()");
        QTest::newRow("forward") << QByteArray("Step forward")
                                 << QByteArray("stepForwardClicked()");
        QTest::newRow("to end") << QByteArray("To end") << QByteArray("toEndClicked()");
        QTest::newRow("export") << QByteArray("Export") << QByteArray("exportClicked()");
        QTest::newRow("theme") << QByteArray("Dark theme") << QByteArray("themeClicked()");
        QTest::newRow("help") << QByteArray("Keys") << QByteArray("helpClicked()");
    }

    void tellsWhatIsClicked()
    {
        QFETCH(QByteArray, button);
        QFETCH(QByteArray, signal);
        Style::current().setTheme(Theme::Light);
        for (const int width : {1440, 1024}) {
            Fixture f(width);
            QSignalSpy spy(&f.bar, QByteArray(QByteArray("2") + signal).constData());
            QVERIFY(f.button(button));

            QTest::mouseClick(f.button(button), Qt::LeftButton);

            QCOMPARE(spy.size(), 1);
        }
    }

    void offersPauseWhilePlaying()
    {
        Fixture f;

        f.bar.setPlaying(true);

        QVERIFY(f.button("Pause"));
        QVERIFY(!f.button("Play"));
    }

    void playIsTheOnlyFilledControl()
    {
        Style::current().setTheme(Theme::Light);
        Fixture f;
        const QImage image = f.bar.grab().toImage();
        const QRect play = f.button("Play")->geometry();

        QCOMPARE(image.pixelColor(play.center().x(), play.top() + 3), palette(Theme::Light).ink);
        QCOMPARE(image.pixelColor(play.left() - 4, play.center().y()),
                 palette(Theme::Light).ground);
    }

    void choosesAStep()
    {
        Fixture f;
        QSignalSpy chosen(&f.bar, &TransportBar::stepUnitChosen);
        QCOMPARE(f.bar.stepUnit(), StepUnit::AwaitPoint);

        QTest::keyClick(f.combo("Step"), Qt::Key_Down);

        QCOMPARE(f.bar.stepUnit(), StepUnit::Event);
        QCOMPARE(chosen.size(), 1);
        f.bar.setStepUnit(StepUnit::LoopTurn);
        QCOMPARE(f.combo("Step")->shownText(), QStringLiteral("Loop turn"));
        QCOMPARE(chosen.size(), 1);
    }

    void choosesASpeedThatPlaysInAboutEightSeconds_data()
    {
        QTest::addColumn<qint64>("totalMs");
        QTest::addColumn<QString>("speed");
        QTest::newRow("17 s") << qint64{17000} << QStringLiteral("2×");
        QTest::newRow("8 s") << qint64{8000} << QStringLiteral("1×");
        QTest::newRow("400 ms") << qint64{400} << QStringLiteral("0.05×");
        QTest::newRow("an hour") << qint64{3600'000} << QStringLiteral("500×");
        QTest::newRow("nothing") << qint64{0} << QStringLiteral("1×");
    }

    void choosesASpeedThatPlaysInAboutEightSeconds()
    {
        QFETCH(qint64, totalMs);
        QFETCH(QString, speed);
        QCOMPARE(speedText(autoSpeed(std::chrono::milliseconds(totalMs))), speed);
    }

    void keepsAChosenSpeed()
    {
        Fixture f;
        QSignalSpy changes(&f.bar, &TransportBar::speedChanged);
        QCOMPARE(f.combo("Speed")->shownText(), QStringLiteral("2×"));
        f.bar.setTotal(std::chrono::seconds(80));
        QCOMPARE(changes.size(), 1);
        QCOMPARE(f.bar.speed(), 10.0);

        QTest::keyClick(f.combo("Speed"), Qt::Key_Down);

        QCOMPARE(f.bar.speed(), 0.1);
        QCOMPARE(f.combo("Speed")->shownText(), QStringLiteral("0.1×"));
        f.bar.setTotal(std::chrono::seconds(17));
        QCOMPARE(f.bar.speed(), 0.1);
        QCOMPARE(changes.size(), 2);
    }

    void listHasRoomForAllSpeeds()
    {
        Fixture f(1024);
        Combo* speed = f.combo("Speed");

        speed->showPopup();

        const int widest = speed->fontMetrics().horizontalAdvance(QStringLiteral("1000×"));
        QVERIFY(speed->view()->width() > std::max(widest, speed->width() - 12));
        speed->hidePopup();
    }

    void aListIsMadeWhenItIsFirstShown()
    {
        Fixture f;
        Combo* speed = f.combo("Speed");
        QVERIFY(speed->findChildren<QAbstractItemView*>().isEmpty());

        speed->showPopup();

        QCOMPARE(speed->findChildren<QAbstractItemView*>().size(), 1);
        QVERIFY(qobject_cast<QStyledItemDelegate*>(speed->itemDelegate()));
        speed->hidePopup();
    }

    void choosesALesson()
    {
        Fixture f;
        QSignalSpy chosen(&f.bar, &TransportBar::scenarioChosen);

        f.bar.setCurrentScenario(0);
        QCOMPARE(chosen.size(), 0);
        QTest::keyClick(f.combo("Lesson"), Qt::Key_Down);

        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toInt(), 1);
    }

    void showsTheTimeWithoutMoving()
    {
        Fixture f;
        auto* time = f.bar.findChild<TimeLabel*>(QStringLiteral("time"));
        f.bar.setTime(std::chrono::seconds(3));
        const QRect place = time->geometry();
        QCOMPARE(time->text(), QStringLiteral("3.00 s"));

        f.bar.setTime(std::chrono::milliseconds(11'110));

        QCOMPARE(time->text(), QStringLiteral("11.11 s"));
        QCOMPARE(time->geometry(), place);
    }

    void losesItsWordsWhenNarrow()
    {
        Fixture wide;
        Fixture narrow(1024);

        QCOMPARE(wide.bar.height(), 52);
        QCOMPARE(narrow.bar.height(), 48);
        QTRY_VERIFY(narrow.combo("Step")->width() < wide.combo("Step")->width());
        QVERIFY(narrow.button("Export")->text().isEmpty());
        // Nothing is pushed out of the window.
        QVERIFY(narrow.button("Keys")->geometry().right() < 1024);
        QVERIFY(narrow.bar.minimumSizeHint().width() <= 1024);
        QTRY_VERIFY(narrow.bar.layout()->minimumSize().width() <=
                    narrow.bar.minimumSizeHint().width());
    }

    void everyButtonCanBeReachedByKeyboard()
    {
        Fixture f;
        for (const auto* button : f.bar.findChildren<QAbstractButton*>()) {
            QVERIFY(button->focusPolicy() & Qt::TabFocus);
            QVERIFY(!button->accessibleName().isEmpty() || !button->text().isEmpty());
        }
    }
};

COROSCOPE_TEST(TestTransportBar)
#include "tst_transport_bar.moc"
