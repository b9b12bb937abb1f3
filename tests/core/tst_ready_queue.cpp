// SPDX-License-Identifier: MIT
#include <QTest>
#include <deque>
#include <memory>
#include <random>

#include "core/runtime/callback.h"
#include "core/runtime/ready_queue.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

namespace {

std::vector<std::unique_ptr<Callback>> makeCallbacks(std::size_t count)
{
    std::vector<std::unique_ptr<Callback>> callbacks;
    for (std::size_t i = 0; i < count; ++i)
        callbacks.push_back(std::make_unique<Callback>([](Callback&) {}));
    return callbacks;
}

}  // namespace

class TestReadyQueue : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isFirstInFirstOut_data();
    void isFirstInFirstOut();
    void wrapsAroundWithoutLosingItsOrder();
    void growsWhileItIsWrappedAround();
    void replacesAnEntryInItsPlace();
    void behavesLikeADeque();
};

void TestReadyQueue::isFirstInFirstOut_data()
{
    QTest::addColumn<int>("count");

    QTest::newRow("one") << 1;
    QTest::newRow("a full ring") << 64;
    QTest::newRow("one more than a full ring") << 65;
    QTest::newRow("many rings") << 100'000;
}

void TestReadyQueue::isFirstInFirstOut()
{
    QFETCH(int, count);
    const auto callbacks = makeCallbacks(static_cast<std::size_t>(count));
    ReadyQueue queue;
    for (const auto& callback : callbacks)
        queue.push(*callback);

    QCOMPARE(queue.size(), callbacks.size());
    for (const auto& callback : callbacks)
        QCOMPARE(&queue.pop(), callback.get());
    QVERIFY(queue.isEmpty());
}

void TestReadyQueue::wrapsAroundWithoutLosingItsOrder()
{
    const auto callbacks = makeCallbacks(50);
    ReadyQueue queue;

    for (int round = 0; round < 10; ++round) {
        for (const auto& callback : callbacks)
            queue.push(*callback);
        for (const auto& callback : callbacks)
            QCOMPARE(&queue.pop(), callback.get());
    }
}

void TestReadyQueue::growsWhileItIsWrappedAround()
{
    const auto callbacks = makeCallbacks(200);
    ReadyQueue queue;
    for (std::size_t i = 0; i < 40; ++i)
        queue.push(*callbacks[0]);
    for (std::size_t i = 0; i < 40; ++i)
        queue.pop();

    for (const auto& callback : callbacks)
        queue.push(*callback);

    for (const auto& callback : callbacks)
        QCOMPARE(&queue.pop(), callback.get());
}

void TestReadyQueue::replacesAnEntryInItsPlace()
{
    const auto callbacks = makeCallbacks(100);
    const auto other = makeCallbacks(1);
    ReadyQueue queue;
    std::vector<ReadyQueue::Position> positions;
    for (const auto& callback : callbacks)  // grows after the position was given out
        positions.push_back(queue.push(*callback));
    queue.pop();

    queue.replace(positions[30], *other[0]);

    QCOMPARE(queue.size(), std::size_t{99});
    for (std::size_t i = 1; i < 100; ++i)
        QCOMPARE(&queue.pop(), i == 30 ? other[0].get() : callbacks[i].get());
}

void TestReadyQueue::behavesLikeADeque()
{
    const auto callbacks = makeCallbacks(16);
    for (unsigned seed = 0; seed < 50; ++seed) {
        std::mt19937 random(seed);
        ReadyQueue queue;
        std::deque<Callback*> model;
        for (int step = 0; step < 2000; ++step) {
            Callback& callback = *callbacks[random() % callbacks.size()];
            if (model.empty() || random() % 20 < 11) {
                queue.push(callback);
                model.push_back(&callback);
            } else {
                QCOMPARE(&queue.pop(), model.front());
                model.pop_front();
            }
            QCOMPARE(queue.size(), model.size());
        }
    }
}

COROSCOPE_TEST(TestReadyQueue)
#include "tst_ready_queue.moc"
