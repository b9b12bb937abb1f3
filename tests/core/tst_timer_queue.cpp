// SPDX-License-Identifier: MIT
#include <QTest>
#include <algorithm>
#include <map>
#include <memory>
#include <random>

#include "core/runtime/timer_queue.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

namespace {

// What the queue must be: a list that is searched.
class Model {
public:
    void add(Ticks deadline, Timer& timer)
    {
        const auto place = std::ranges::upper_bound(m_entries, deadline, {}, &Entry::deadline);
        m_entries.insert(place, {deadline, &timer});
    }
    void cancel(Timer& timer)
    {
        std::erase_if(m_entries, [&](const Entry& entry) { return entry.timer == &timer; });
    }
    Timer* popDue(Ticks now)
    {
        if (m_entries.empty() || m_entries.front().deadline > now)
            return nullptr;
        Timer* const first = m_entries.front().timer;
        m_entries.erase(m_entries.begin());
        return first;
    }
    [[nodiscard]] std::size_t size() const { return m_entries.size(); }
    [[nodiscard]] Ticks nextDeadline() const { return m_entries.front().deadline; }
    [[nodiscard]] Timer& at(std::size_t i) const { return *m_entries[i].timer; }

private:
    struct Entry {
        Ticks deadline;
        Timer* timer;
    };
    std::vector<Entry> m_entries;
};

std::unique_ptr<Timer> makeTimer()
{
    return std::make_unique<Timer>([](Timer&) {});
}

}  // namespace

class TestTimerQueue : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isEmptyAtFirst();
    void givesATimerOnlyWhenItIsDue();
    void behavesLikeASortedList_data();
    void behavesLikeASortedList();
    void keepsTheOrderOfManyTimers_data();
    void keepsTheOrderOfManyTimers();
    void takesShortTimersBeforeManyLongOnes_data();
    void takesShortTimersBeforeManyLongOnes();
    void seesTheNextDeadlineWithoutPassingIt();
};

void TestTimerQueue::isEmptyAtFirst()
{
    TimerQueue queue;

    QVERIFY(queue.isEmpty());
    QCOMPARE(queue.popDue(Ticks::max()), nullptr);
}

void TestTimerQueue::givesATimerOnlyWhenItIsDue()
{
    TimerQueue queue;
    const auto timer = makeTimer();
    queue.add(Ticks(5), *timer);

    QCOMPARE(queue.nextDeadline(), Ticks(5));
    QCOMPARE(queue.popDue(Ticks(4)), nullptr);
    QCOMPARE(queue.popDue(Ticks(5)), timer.get());
    QVERIFY(queue.isEmpty());
}

void TestTimerQueue::behavesLikeASortedList_data()
{
    QTest::addColumn<int>("deadlines");  // how many different ones: few make many ties

    QTest::newRow("all at once") << 1;
    QTest::newRow("many ties") << 4;
    QTest::newRow("few ties") << 10'000;
}

void TestTimerQueue::behavesLikeASortedList()
{
    QFETCH(int, deadlines);
    for (unsigned seed = 0; seed < 50; ++seed) {
        std::mt19937 random(seed);
        const auto below = [&](std::size_t limit) { return random() % limit; };
        TimerQueue queue;
        Model model;
        std::vector<std::unique_ptr<Timer>> timers;
        for (int step = 0; step < 400; ++step) {
            const auto action = below(6);
            if (action < 3) {
                timers.push_back(makeTimer());
                const Ticks deadline(below(static_cast<std::size_t>(deadlines)));
                queue.add(deadline, *timers.back());
                model.add(deadline, *timers.back());
            } else if (action < 5 && model.size() > 0) {
                Timer& timer = model.at(below(model.size()));
                queue.cancel(timer);
                model.cancel(timer);
            } else {
                const Ticks now(below(static_cast<std::size_t>(deadlines)));
                QCOMPARE(queue.popDue(now), model.popDue(now));
            }
            QCOMPARE(queue.size(), model.size());
            QCOMPARE(queue.isEmpty(), model.size() == 0);
            if (!queue.isEmpty())
                QCOMPARE(queue.nextDeadline(), model.nextDeadline());
        }
    }
}

void TestTimerQueue::keepsTheOrderOfManyTimers_data()
{
    QTest::addColumn<int>("deadlines");
    QTest::addColumn<int>("cancelledOfTen");

    QTest::newRow("few deadlines") << 50 << 0;
    QTest::newRow("many deadlines") << 1'000'000'000 << 0;
    QTest::newRow("some are cancelled") << 100'000 << 3;
    QTest::newRow("most are cancelled") << 100'000 << 9;
}

// 20 000 timers at a time, added and taken out over and over as time goes on.
void TestTimerQueue::keepsTheOrderOfManyTimers()
{
    QFETCH(int, deadlines);
    QFETCH(int, cancelledOfTen);
    std::mt19937 random(7);
    TimerQueue queue;
    std::multimap<Ticks, Timer*> model;  // equal keys in order of insertion
    std::vector<std::unique_ptr<Timer>> timers;
    Ticks now{};
    while (timers.size() < 60'000) {
        for (int i = 0; i < 20'000; ++i) {
            timers.push_back(makeTimer());
            const Ticks deadline = now + Ticks(random() % static_cast<unsigned>(deadlines));
            queue.add(deadline, *timers.back());
            auto added = model.emplace(deadline, timers.back().get());
            if (static_cast<int>(random() % 10) < cancelledOfTen) {
                queue.cancel(*added->second);
                model.erase(added);
            }
        }
        while (model.size() > 5'000) {
            now = model.begin()->first;
            QCOMPARE(queue.nextDeadline(), now);
            QCOMPARE(queue.popDue(now), model.begin()->second);
            model.erase(model.begin());
            QCOMPARE(queue.size(), model.size());
        }
    }
    for (const auto& [deadline, timer] : model)
        QCOMPARE(queue.popDue(deadline), timer);
    QVERIFY(queue.isEmpty());
}

void TestTimerQueue::takesShortTimersBeforeManyLongOnes_data()
{
    QTest::addColumn<unsigned>("burst");   // at most so many are added at a time
    QTest::addColumn<unsigned>("length");  // all end within that time

    QTest::newRow("one by one") << 3U << 1'000U;
    QTest::newRow("many of few lengths") << 1'000U << 5U;
    QTest::newRow("many of many lengths") << 1'000U << 1'000'000'000U;
}

void TestTimerQueue::takesShortTimersBeforeManyLongOnes()
{
    QFETCH(unsigned, burst);
    QFETCH(unsigned, length);
    std::mt19937 random(3);
    TimerQueue queue;
    std::multimap<Ticks, Timer*> model;  // equal keys in order of insertion
    std::vector<std::unique_ptr<Timer>> timers;
    const auto add = [&](Ticks deadline) {
        Timer& timer = *timers.emplace_back(makeTimer());
        queue.add(deadline, timer);
        return model.emplace(deadline, &timer);
    };
    for (int i = 0; i < 5'000; ++i)
        add(Ticks(1'000'000'000'000'000 + i));
    Ticks now{};
    for (int step = 0; step < 2'000; ++step) {
        for (std::size_t i = random() % (burst + 1); i > 0; --i) {
            const auto added = add(now + Ticks(random() % length));
            if (random() % 8 == 0) {
                queue.cancel(*added->second);
                model.erase(added);
            }
        }
        for (std::size_t i = random() % (burst + 2); i > 0 && model.size() > 5'000; --i) {
            now = model.begin()->first;
            QCOMPARE(queue.nextDeadline(), now);
            QCOMPARE(queue.popDue(now), model.begin()->second);
            model.erase(model.begin());
        }
        QCOMPARE(queue.size(), model.size());
    }
}

void TestTimerQueue::seesTheNextDeadlineWithoutPassingIt()
{
    TimerQueue queue;
    std::vector<std::unique_ptr<Timer>> timers;
    for (int i = 0; i < 10'000; ++i)
        queue.add(Ticks(1'000 + i), *timers.emplace_back(makeTimer()));

    QCOMPARE(queue.nextDeadline(), Ticks(1'000));
    QCOMPARE(queue.popDue(Ticks(999)), nullptr);
    const auto earlier = makeTimer();
    queue.add(Ticks(500), *earlier);

    QCOMPARE(queue.nextDeadline(), Ticks(500));
    QCOMPARE(queue.popDue(Ticks(1'000)), earlier.get());
    QCOMPARE(queue.popDue(Ticks(1'000)), timers[0].get());

    const auto past = makeTimer();
    queue.add(Ticks(10), *past);
    QCOMPARE(queue.popDue(Ticks(1'001)), past.get());
    for (std::size_t i = 1; i <= 4'000; ++i)
        QCOMPARE(queue.popDue(Ticks(5'000)), timers[i].get());
    const auto longPast = makeTimer();
    queue.add(Ticks(10), *longPast);
    QCOMPARE(queue.popDue(Ticks(5'001)), longPast.get());
    QCOMPARE(queue.popDue(Ticks(5'001)), timers[4'001].get());
}

COROSCOPE_TEST(TestTimerQueue)
#include "tst_timer_queue.moc"
