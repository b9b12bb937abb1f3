// SPDX-License-Identifier: MIT
#include <QTest>
#include <algorithm>
#include <cstring>
#include <map>
#include <random>
#include <thread>

#include "core/runtime/frame_pool.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

namespace {

using Blocks = std::vector<std::byte*>;

std::byte* take(std::size_t size)
{
    return static_cast<std::byte*>(frame_pool::allocate(size));
}

Blocks takeMany(std::size_t count, std::size_t size)
{
    Blocks blocks(count);
    std::ranges::generate(blocks, [&] { return take(size); });
    return blocks;
}

void releaseAll(const Blocks& blocks, std::size_t size)
{
    for (std::byte* const block : blocks)
        frame_pool::release(block, size);
}

// How many follow directly on the one that was taken before.
std::ptrdiff_t neighbours(const Blocks& blocks, std::size_t size)
{
    std::ptrdiff_t count = 0;
    for (std::size_t i = 1; i < blocks.size(); ++i)
        count += blocks[i] == blocks[i - 1] + size;
    return count;
}

frame_pool::detail::Page* pageOf(std::byte* block)
{
    return &frame_pool::detail::pageOf(block);
}

// Takes blocks until one is of another page than the first.
Blocks takeBeyondAPage(std::size_t size)
{
    Blocks blocks = {take(size)};
    do
        blocks.push_back(take(size));
    while (pageOf(blocks.back()) == pageOf(blocks.front()));
    return blocks;
}

// A block in use, filled with a byte of its own.
struct Used {
    std::byte* begin;
    std::size_t size;
    std::byte content;

    Used(std::size_t blockSize, std::byte filling)
        : begin(take(blockSize)), size(blockSize), content(filling)
    {
        std::fill_n(begin, size, content);
    }
    [[nodiscard]] bool isIntact() const
    {
        return std::all_of(begin, begin + size, [&](std::byte b) { return b == content; });
    }
};

}  // namespace

// On threads of their own, so that each test has a pool in which nothing was taken yet.
class TestFramePool : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void blocksAreAlignedForAnything();
    void nobodysBlockIsGivenToAnother();
    void whatEndsInNoOrderIsMadeInOrderAgain();
    void onePageServesABlockThatComesAndGoes();
    void whatComesBackLateIsFound();
    void memoryOfTheFirstRoundIsEnoughForTheNext_data();
    void memoryOfTheFirstRoundIsEnoughForTheNext();
};

void TestFramePool::blocksAreAlignedForAnything()
{
    for (std::size_t size = 1; size <= 2048; ++size) {
        std::byte* const block = take(size);
        QCOMPARE(reinterpret_cast<std::uintptr_t>(block) % alignof(std::max_align_t), 0U);
        frame_pool::release(block, size);
    }
}

void TestFramePool::nobodysBlockIsGivenToAnother()
{
    std::mt19937 random(20261122);
    std::vector<Used> used;
    for (int step = 0; step < 200'000; ++step) {
        const bool isFew = used.size() < random() % 4000;
        if (isFew) {
            const std::size_t size = 16 * (1 + random() % 4) + random() % 3 * 500;
            used.emplace_back(size, static_cast<std::byte>(random()));
        } else if (!used.empty()) {
            std::swap(used[random() % used.size()], used.back());
            QVERIFY(used.back().isIntact());
            frame_pool::release(used.back().begin, used.back().size);
            used.pop_back();
        }
    }
    for (const Used& block : used) {
        QVERIFY(block.isIntact());
        frame_pool::release(block.begin, block.size);
    }
}

void TestFramePool::whatEndsInNoOrderIsMadeInOrderAgain()
{
    if (COROSCOPE_HAS_ADDRESS_SANITIZER)
        QSKIP("under the address sanitizer, every block comes from the heap");
    constexpr std::size_t size = 208;
    constexpr std::size_t count = 50'000;
    std::ptrdiff_t inOrder = 0;
    std::thread([&] {
        Blocks blocks = takeMany(count, size);
        std::ranges::shuffle(blocks, std::mt19937(1));
        releaseAll(blocks, size);
        blocks = takeMany(count, size);
        inOrder = neighbours(blocks, size);
        releaseAll(blocks, size);
    }).join();

    QVERIFY2(inOrder > static_cast<std::ptrdiff_t>(count * 9 / 10),
             qPrintable(QString::number(inOrder)));
}

void TestFramePool::onePageServesABlockThatComesAndGoes()
{
    if (COROSCOPE_HAS_ADDRESS_SANITIZER)
        QSKIP("under the address sanitizer, every block comes from the heap");
    std::thread([] {
        std::byte* const first = take(100);
        frame_pool::release(first, 100);
        for (int i = 0; i < 1000; ++i) {
            QCOMPARE(take(100), first);
            frame_pool::release(first, 100);
        }
    }).join();
}

// Blocks of other pages come back through a line, in which they wait for others.
void TestFramePool::whatComesBackLateIsFound()
{
    if (COROSCOPE_HAS_ADDRESS_SANITIZER)
        QSKIP("under the address sanitizer, every block comes from the heap");
    std::thread([] {
        constexpr std::ptrdiff_t waiting = 8;
        constexpr std::size_t size = 512;
        constexpr std::size_t otherSize = 256;
        const Blocks others = takeBeyondAPage(otherSize);
        const Blocks blocks = takeBeyondAPage(size);
        auto* const first = pageOf(blocks.front());
        const std::vector late(blocks.begin(), blocks.begin() + waiting + 1);
        releaseAll(late, size);
        Blocks again;
        do
            again.push_back(take(size));
        while (pageOf(again.back()) != first);
        releaseAll({others.begin(), others.begin() + waiting}, otherSize);

        const Blocks rest = takeMany(waiting, size);
        QCOMPARE(std::ranges::count(rest, first, pageOf), waiting);
        releaseAll(rest, size);
        releaseAll(again, size);
        releaseAll({blocks.begin() + waiting + 1, blocks.end()}, size);
        releaseAll({others.begin() + waiting, others.end()}, otherSize);
    }).join();
}

void TestFramePool::memoryOfTheFirstRoundIsEnoughForTheNext_data()
{
    QTest::addColumn<unsigned>("kept");

    QTest::newRow("all blocks come back") << 0U;
    QTest::newRow("one of each hundred stays") << 100U;
    QTest::newRow("every second one stays") << 2U;
}

void TestFramePool::memoryOfTheFirstRoundIsEnoughForTheNext()
{
    if (COROSCOPE_HAS_ADDRESS_SANITIZER)
        QSKIP("under the address sanitizer, every block comes from the heap");
    QFETCH(unsigned, kept);
    constexpr std::size_t size = 176;
    std::size_t pages = 0;
    std::size_t pagesAtLast = 0;
    std::thread([&] {
        std::map<frame_pool::detail::Page*, int> seen;
        Blocks blocks = takeMany(20'000, size);
        for (std::byte* const block : blocks)
            ++seen[pageOf(block)];
        pages = seen.size();

        std::mt19937 random(7);
        const auto stays = [&](std::size_t i) { return kept != 0 && i % kept == 0; };
        for (int round = 0; round < 10; ++round) {
            std::vector<std::size_t> gone;
            for (std::size_t i = 0; i < blocks.size(); ++i) {
                if (!stays(i))
                    gone.push_back(i);
            }
            std::ranges::shuffle(gone, random);
            for (const std::size_t i : gone)
                frame_pool::release(blocks[i], size);
            for (const std::size_t i : gone)
                ++seen[pageOf(blocks[i] = take(size))];
        }
        pagesAtLast = seen.size();
        releaseAll(blocks, size);
    }).join();

    // Those that come back last wait in a line until others follow.
    QVERIFY2(pagesAtLast <= pages + 1, qPrintable(QString::number(pagesAtLast)));
}

COROSCOPE_TEST(TestFramePool)
#include "tst_frame_pool.moc"
