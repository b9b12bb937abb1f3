// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/document/player.h"
#include "app/document/stepper.h"
#include "app/panels/speeds.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

namespace {

constexpr Ticks ms(int count)
{
    return std::chrono::milliseconds(count);
}

// A player over 16 s of program whose clock is moved by hand.
struct Fixture {
    Fixture()
    {
        player.setTotal(ms(16000));
        player.setSpeed(autoSpeed(ms(16000)));
    }
    void pass(Ticks time)
    {
        now += time;
        player.advance();
    }

    Ticks now = ms(5000);
    Playhead playhead;
    Player player{playhead, nullptr, [this] { return now; }};
};

}  // namespace

class TestPlayer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void playsTheWholeRunInEightSecondsAtTheAutomaticSpeed()
    {
        Fixture f;
        f.player.play();

        f.pass(ms(4000));

        QCOMPARE(f.player.speed(), 2.0);
        QCOMPARE(f.playhead.time(), ms(8000));
        QVERIFY(f.playhead.isPlaying());
    }

    void keepsAChosenSpeedWhenTheTotalChanges()
    {
        Fixture f;
        f.player.setSpeed(0.5);
        f.player.setTotal(ms(80000));
        f.player.play();

        f.pass(ms(1000));

        QCOMPARE(f.playhead.time(), ms(500));
        QCOMPARE(f.player.speed(), 0.5);
    }

    void stopsAtTheEnd()
    {
        Fixture f;
        f.player.play();

        f.pass(ms(9000));

        QCOMPARE(f.playhead.position(), PlayPosition{ms(16000)});
        QVERIFY(!f.playhead.isPlaying());
    }

    void beginsAgainWhenItStandsAtTheEnd()
    {
        Fixture f;
        f.playhead.setTime(ms(16000));

        f.player.play();

        QCOMPARE(f.playhead.position(), beginning());
        QVERIFY(f.playhead.isPlaying());
    }

    void goesOnFromWhereThePlayheadIsDragged()
    {
        Fixture f;
        f.player.play();
        f.pass(ms(1000));
        f.playhead.setTime(ms(10000));

        f.pass(ms(500));

        QCOMPARE(f.playhead.time(), ms(11000));
    }

    void doesNotCountTheTimeOfAPause()
    {
        Fixture f;
        f.player.play();
        f.pass(ms(1000));
        f.player.toggle();
        f.pass(ms(60000));
        f.player.toggle();

        f.pass(ms(1000));

        QCOMPARE(f.playhead.time(), ms(4000));
    }

    void addsUpFramesShorterThanANanosecondOfTheProgram()
    {
        Fixture f;
        f.player.setTotal(Ticks(100));
        f.player.setSpeed(1e-8);
        f.player.play();

        for (int frame = 0; frame < 250; ++frame)
            f.pass(ms(16));

        QVERIFY(f.playhead.time() == Ticks(39) || f.playhead.time() == Ticks(40));
    }

    void isDrivenByItsTimer()
    {
        Playhead playhead;
        Ticks now{};
        Player player(playhead, nullptr, [&] { return now += ms(1000); });
        player.setTotal(ms(16000));

        player.play();

        QTRY_VERIFY(!playhead.isPlaying());
        QCOMPARE(playhead.time(), ms(16000));
    }

    void stopsWhenThePlayheadIsToldTo()
    {
        Fixture f;
        f.player.play();
        f.playhead.setPlaying(false);

        f.pass(ms(1000));

        QCOMPARE(f.playhead.time(), ms(0));
    }
};

COROSCOPE_TEST(TestPlayer)
#include "tst_player.moc"
