// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

#include "app/document/builtin_scenarios.h"
#include "app/document/insights.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

namespace {

struct Meals {
    Comparison comparison{openScenario(QStringLiteral("async-but-sequential")).value()};
    std::unique_ptr<Insights> insights = std::make_unique<Insights>(comparison);
    QSignalSpy changed{insights.get(), &Insights::changed};

    Meals() { comparison.start(); }
    [[nodiscard]] bool isKnown(std::size_t program) const
    {
        return !insights->findingsOf(comparison.runs()[program]).empty();
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
        QTRY_VERIFY(!f.comparison.runs().empty());
        QVERIFY(!f.insights->isCurrent());
        QVERIFY(!f.isKnown(0));

        QTRY_VERIFY(f.insights->isCurrent());

        QCOMPARE(f.changed.count(), 1);
        QVERIFY(f.isKnown(0));
        QCOMPARE(f.insights->strongest()->program, std::size_t{0});
    }

    void looksAgainWhenRunsAreReplacedWhileItLooks()
    {
        Meals f;
        QTRY_VERIFY(f.insights->isCurrent());
        const Ticks before = f.insights->findingsOf(f.comparison.runs()[0]).front().cost;
        {
            const LongSearch search;
            for (const double meal : {12.0, 0.5}) {
                f.comparison.setParameter(QStringLiteral("b"), meal);
                QTRY_VERIFY(f.insights->isWaiting());
                QTRY_VERIFY(!f.insights->isWaiting());
            }
            QTRY_VERIFY(f.insights->isSearchLong());
        }
        QTRY_VERIFY(f.insights->isCurrent());

        QVERIFY(f.isKnown(0));
        QVERIFY(f.insights->findingsOf(f.comparison.runs()[0]).front().cost < before);
    }

    void canBeDeletedWhileItLooks()
    {
        Meals f;
        QTRY_VERIFY(!f.comparison.runs().empty());
        {
            const LongSearch search;
            QTRY_VERIFY(!f.insights->isWaiting());
            QVERIFY(!f.insights->isCurrent());
            f.insights.reset();
        }
        QCoreApplication::processEvents();

        QCOMPARE(f.changed.count(), 0);
    }
};

COROSCOPE_TEST(TestInsights)
#include "tst_insights.moc"
