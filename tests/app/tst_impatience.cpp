// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <atomic>
#include <chrono>
#include <random>

#include "app/document/builtin_scenarios.h"
#include "app/document/document_opener.h"
#include "app/document/run_worker.h"
#include "app/export/export_worker.h"
#include "tests/support/patience.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

// Works for up to so long, or until it is told to stop.
void work(std::chrono::microseconds atMost, const std::stop_token& stop)
{
    const auto end = std::chrono::steady_clock::now() + atMost;
    while (std::chrono::steady_clock::now() < end && !stop.stop_requested())
        std::this_thread::yield();
}

}  // namespace

/// Somebody who asks for the next thing before the last one is there: whatever the threads have
/// come to by then, the last thing that was asked for is the last answer. Most is learnt from it
/// under the thread sanitizer.
class TestImpatience : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theLastRunIsTheLastAnswer()
    {
        const Result<scenario::Scenario> delivery = openScenario(QStringLiteral("delivery"));
        QVERIFY(delivery);
        RunWorker worker([this](const scenario::Scenario& scenario, std::string_view program,
                                const scenario::RunOptions& options) {
            work(m_works, options.stop);
            return scenario::run(scenario, program, options);
        });
        std::vector<ProgramRunPtr> last;
        connect(&worker, &RunWorker::finished, this, [&](const RunResult& result) {
            QVERIFY(result);
            last = result.value();
        });
        const auto& programs = delivery.value().programs();
        for (int i = 0; i < 60; ++i) {
            m_works = uptoTwice(RunWorker::patience);
            if (below(5) == 0)
                worker.cancel();
            worker.start({delivery.value(), {programs.begin(), programs.begin() + 1}, {}});
            waitOrNot();
        }
        worker.start({delivery.value(), {programs.begin() + 1, programs.begin() + 2}, {}});
        QTRY_VERIFY_WITH_TIMEOUT(!worker.isBusy(), patience);
        QCOMPARE(last.size(), std::size_t{1});
        QCOMPARE(last.front()->name, QString::fromStdString(programs[1].name));
    }

    void theLastFileIsTheLastAnswer()
    {
        const QString large = file(DocumentOpener::largestOpenedAtOnce + 1);
        QString last;
        DocumentOpener opener(std::chrono::milliseconds(20));
        const auto answer = [&](const QString& name) { last = name; };
        connect(&opener, &DocumentOpener::opened, this, answer);
        connect(&opener, &DocumentOpener::failed, this, answer);
        for (int i = 0; i < 20; ++i) {
            opener.open(large);
            waitOrNot();
            if (below(3) == 0)
                opener.cancel();
        }
        const QString next = file(DocumentOpener::largestOpenedAtOnce + 2);
        opener.open(next);
        QTRY_VERIFY_WITH_TIMEOUT(!opener.isBusy(), patience);
        QCOMPARE(last, next);
    }

    void theLastExportIsTheLastFile()
    {
        const QString path = m_folder.filePath(QStringLiteral("export"));
        ExportWorker worker;
        int finished = 0;
        connect(&worker, &ExportWorker::finished, this, [&] { ++finished; });
        for (int i = 0; i < 100; ++i) {
            worker.start(
                [i, works = uptoTwice(std::chrono::milliseconds(1))](const std::stop_token& stop) {
                    work(works, stop);
                    return QByteArray::number(i);
                },
                path);
            waitOrNot();
            if (i < 99)
                worker.cancel();
        }
        QTRY_VERIFY_WITH_TIMEOUT(!worker.isBusy(), patience);
        QVERIFY(finished >= 1);
        QFile written(path);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(written.readAll(), QByteArray("99"));
    }

private:
    std::uint32_t below(std::uint32_t count)
    {
        return static_cast<std::uint32_t>(m_random() % count);
    }
    std::chrono::microseconds uptoTwice(std::chrono::microseconds time)
    {
        return time * below(200) / 100;
    }
    void waitOrNot()
    {
        const auto end = std::chrono::steady_clock::now() +
                         uptoTwice(std::chrono::milliseconds(below(2) == 0 ? 0 : 10));
        do {
            QCoreApplication::processEvents();
        } while (std::chrono::steady_clock::now() < end);
    }
    QString file(qint64 size)
    {
        QByteArray text = "{\"coroscope_trace\": 1, \"clock\": \"virtual\", \"title\": \"t\"}\n";
        for (int time = 0; text.size() < size; ++time)
            text += "{\"t\": " + QByteArray::number(time) + ", \"e\": \"turn\", \"ready\": 1}\n";
        QFile file(m_folder.filePath(QString::number(size) + QStringLiteral(".jsonl")));
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
        return file.fileName();
    }

    std::mt19937 m_random{20261121};
    std::atomic<std::chrono::microseconds> m_works{};
    QTemporaryDir m_folder;
};

COROSCOPE_TEST(TestImpatience)
#include "tst_impatience.moc"
