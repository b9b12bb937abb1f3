// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

#include "app/document/builtin_scenarios.h"
#include "app/document/insights.h"
#include "tests/support/patience.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

struct Meals {
    Comparison comparison{openScenario(QStringLiteral("async-but-sequential")).value()};
    std::unique_ptr<Insights> insights = std::make_unique<Insights>(comparison);
    QSignalSpy runs{&comparison, &Comparison::runsChanged};
    int answers = 0;  // that were told; that it takes long, which it may always do, is none

    Meals()
    {
        QObject::connect(insights.get(), &Insights::changed, &comparison,
                         [this] { answers += insights->isCurrent() ? 1 : 0; });
        comparison.start();
    }
    [[nodiscard]] bool isKnown(std::size_t program) const
    {
        return !insights->findingsOf(comparison.runs()[program]).empty();
    }
    // Waits until the programs have run so often, and it has begun to look at them or would.
    [[nodiscard]] bool beginsToLook(int count)
    {
        return QTest::qWaitFor(
            [this, count] { return runs.count() == count && !insights->isWaiting(); }, patience);
    }
};

// As if looking took as long as this lives.
class LongSearch {
public:
    LongSearch()
    {
        m_pool.setMaxThreadCount(1);
        m_pool.start([this] { m_gate.acquire(); });
    }
    ~LongSearch()
    {
        m_gate.release();
        m_pool.waitForDone();
        m_pool.setMaxThreadCount(m_threads);
    }
    Q_DISABLE_COPY_MOVE(LongSearch)

private:
    QThreadPool& m_pool = *QThreadPool::globalInstance();
    int m_threads = m_pool.maxThreadCount();
    QSemaphore m_gate;
};

}  // namespace

class TestInsights : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsWhatIsWrongAfterTheProgramsHaveRun()
    {
        Meals f;
        {
            const LongSearch search;
            QVERIFY(f.beginsToLook(1));
            QVERIFY(!f.insights->isCurrent());
            QVERIFY(!f.isKnown(0));
        }
        QTRY_VERIFY_WITH_TIMEOUT(f.insights->isCurrent(), patience);

        QCOMPARE(f.answers, 1);
        QVERIFY(f.isKnown(0));
        QCOMPARE(f.insights->strongest()->program, std::size_t{0});
    }

    void looksAgainWhenRunsAreReplacedWhileItLooks()
    {
        Meals f;
        QVERIFY(f.beginsToLook(1));
        QTRY_VERIFY_WITH_TIMEOUT(f.insights->isCurrent(), patience);
        const Ticks before = f.insights->findingsOf(f.comparison.runs()[0]).front().cost;
        {
            const LongSearch search;
            int runs = 1;
            for (const double meal : {12.0, 0.5}) {
                f.comparison.setParameter(QStringLiteral("b"), meal);
                QVERIFY(f.beginsToLook(++runs));
            }
            QTRY_VERIFY_WITH_TIMEOUT(f.insights->isSearchLong(), patience);
        }
        QTRY_VERIFY_WITH_TIMEOUT(f.insights->isCurrent(), patience);

        QVERIFY(f.isKnown(0));
        QVERIFY(f.insights->findingsOf(f.comparison.runs()[0]).front().cost < before);
    }

    void canBeDeletedWhileItLooks()
    {
        Meals f;
        {
            const LongSearch search;
            QVERIFY(f.beginsToLook(1));
            QVERIFY(!f.insights->isCurrent());
            f.insights.reset();
        }
        QCoreApplication::processEvents();  // the answer
    }
};

COROSCOPE_TEST(TestInsights)
#include "tst_insights.moc"
