// SPDX-License-Identifier: MIT
#include <QTest>

#include "core/analysis/findings.h"
#include "core/scenario/run.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

class TestFindings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sayWhatIsWrong_data();
    void sayWhatIsWrong();
    void pointAtTheBlockingCall();

private:
    static std::shared_ptr<const Trace> runMain(const QByteArray& body, bool isAsync = true);
};

std::shared_ptr<const Trace> TestFindings::runMain(const QByteArray& body, bool isAsync)
{
    const QByteArray text = R"({"coroscope_scenario": 1, "functions": [
        {"name": "naps", "params": ["who", "length"], "body": [{"sleep": "$length"}]},
        {"name": "blocks", "params": ["who"], "body": [{"block": 3}]},
        {"name": "computes", "params": [], "async": false, "body": [{"work": 3}]}],
        "objects": {"q": {"type": "queue"}},
        "mains": [{"name": "main", "async": )" +
                            QByteArray(isAsync ? "true" : "false") + R"(, "body": )" + body + "}]}";
    const auto program = scenario::readScenario(text.toStdString(), "test");
    return scenario::run(program.value(), "main").value().trace;
}

void TestFindings::sayWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isAsync");
    QTest::addColumn<QString>("expected");

    const QByteArray both = R"([{"gather": [{"call": "naps", "args": ["A", 1]},
                                            {"call": "blocks", "args": ["B"]}]}])";
    QTest::newRow("nothing") << QByteArray(R"([{"sleep": 1}])") << true << "";
    QTest::newRow("a call that holds up a sleeper")
        << both << true << "B blocks the loop for 3.00 s and holds up A";
    QTest::newRow("a call that holds up who is ready")
        << QByteArray(R"([{"gather": [{"call": "blocks", "args": ["B"]},
                                      {"call": "naps", "args": ["A", 0]}]}])")
        << true << "B blocks the loop for 3.00 s and holds up A";
    QTest::newRow("a call that holds up nobody")
        << QByteArray(R"([{"gather": [{"call": "naps", "args": ["A", 9]},
                                      {"call": "blocks", "args": ["B"]}]}])")
        << true << "";
    QTest::newRow("plain calls, which know no loop")
        << QByteArray(R"([{"block": 3}])") << false << "";
    QTest::newRow("a job on a thread of its own")
        << QByteArray(R"([{"create_task": {"call": "naps", "args": ["A", 1]}},
                          {"run_in_executor": {"call": "computes"}}])")
        << true << "";
    QTest::newRow("a deadlock") << QByteArray(R"([{"get": "$q"}])") << true << "deadlock";
    QTest::newRow("an exception, and a blocking call")
        << QByteArray(R"([{"create_task": {"call": "naps", "args": ["A", 1]}}, {"yield": true},
                          {"block": 2}, {"raise": "ValueError", "message": "no"}])")
        << true << "ValueError: no; main blocks the loop for 2.00 s and holds up A";
}

void TestFindings::sayWhatIsWrong()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, isAsync);

    QStringList texts;
    for (const Finding& finding : findingsOf(Timeline(runMain(body, isAsync))))
        texts << QString::fromStdString(finding.text);

    QTEST(texts.join(QStringLiteral("; ")), "expected");
}

void TestFindings::pointAtTheBlockingCall()
{
    const auto trace = runMain(R"([{"create_task": {"call": "naps", "args": ["A", 1]}},
                                   {"yield": true}, {"block": 2}])");

    const std::vector<Finding> findings = findingsOf(Timeline(trace));

    QCOMPARE(findings.size(), std::size_t{1});
    QCOMPARE(trace->at(findings[0].event).kind, EventKind::Block);
    QCOMPARE(findings[0].cost, Ticks(std::chrono::seconds(2)));
}

COROSCOPE_TEST(TestFindings)
#include "tst_findings.moc"
