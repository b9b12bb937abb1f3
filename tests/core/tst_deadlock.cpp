// SPDX-License-Identifier: MIT
#include <QTest>

#include "core/scenario/run.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

namespace {

QString labelOf(const Trace& trace, TaskId task)
{
    return QString::fromStdString(trace.task(task).label);
}

// "f() waits for lock a, held by g()" for each task.
QString describe(const scenario::Run& run)
{
    QStringList lines;
    for (const scenario::BlockedTask& task : run.blocked) {
        const auto why = wordOf(task.why);
        QString line = labelOf(*run.trace, task.task) + QStringLiteral(" waits for ") +
                       QString::fromUtf8(why.data(), static_cast<qsizetype>(why.size()));
        if (task.object.isValid())
            line += QLatin1Char(' ') + QString::fromStdString(run.trace->objectName(task.object));
        for (const TaskId awaited : task.awaits)
            line += QLatin1Char(' ') + labelOf(*run.trace, awaited);
        for (const TaskId holder : task.heldBy)
            line += QStringLiteral(" held by ") + labelOf(*run.trace, holder);
        lines << line;
    }
    return lines.join(QStringLiteral("; "));
}

}  // namespace

class TestDeadlock : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsWhoWaitsForWhom_data();
    void tellsWhoWaitsForWhom();
};

void TestDeadlock::tellsWhoWaitsForWhom_data()
{
    QTest::addColumn<QByteArray>("functions");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected");

    QTest::newRow("two locks, taken crosswise")
        << QByteArray(R"([
            {"name": "f", "body": [{"with": "$a", "body": [{"yield": true},
                {"with": "$b", "body": []}]}]},
            {"name": "g", "body": [{"with": "$b", "body": [{"yield": true},
                {"with": "$a", "body": []}]}]}])")
        << QByteArray(R"([{"gather": [{"call": "f"}, {"call": "g"}]}])")
        << "main() waits for gather f() g(); f() waits for lock b held by g(); "
           "g() waits for lock a held by f()";
    QTest::newRow("a queue that nobody fills")
        << QByteArray("[]") << QByteArray(R"([{"get": "$q"}])") << "main() waits for queue q";
    QTest::newRow("an event that nobody sets")
        << QByteArray(R"([{"name": "f", "body": [{"wait_event": "$e"}]}])")
        << QByteArray(R"([{"create_task": {"call": "f"}, "into": "t"}, {"await": "$t"}])")
        << "main() waits for task f(); f() waits for event e";
    QTest::newRow("in the clean-up, by a task that will not be cancelled")
        << QByteArray(R"([{"name": "f", "body": [{"try": [{"wait_event": "$e"}], "except":
            [{"type": "CancelledError", "body": [{"get": "$q"}]}]}]}])")
        << QByteArray(R"([{"create_task": {"call": "f"}}, {"yield": true}])")
        << "f() waits for queue q";
    QTest::newRow("a lock that is held for ever by a task that has ended")
        << QByteArray(R"([{"name": "f", "body": [{"acquire": "$a"}]}])")
        << QByteArray(R"([{"await": {"call": "f"}}, {"acquire": "$a"}])")
        << "main() waits for lock a held by main()";
}

void TestDeadlock::tellsWhoWaitsForWhom()
{
    QFETCH(QByteArray, functions);
    QFETCH(QByteArray, body);
    QFETCH(QString, expected);
    const QByteArray text = R"({"coroscope_scenario": 1, "functions": )" + functions +
                            R"(, "mains": [{"name": "main", "body": )" + body +
                            R"(}], "objects": {"a": {"type": "lock"}, "b": {"type": "lock"},
                                "q": {"type": "queue"}, "e": {"type": "event"}}})";
    const auto program = scenario::readScenario(text.toStdString(), "test");
    QVERIFY2(program, program ? "" : program.error().text().c_str());

    const auto run = scenario::run(program.value(), "main");

    QVERIFY(run);
    QCOMPARE(run.value().how, Word::Deadlock);
    QCOMPARE(describe(run.value()), expected);
}

COROSCOPE_TEST(TestDeadlock)
#include "tst_deadlock.moc"
