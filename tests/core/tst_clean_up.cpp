// SPDX-License-Identifier: MIT
#include <QTest>

#include "core/scenario/run.h"
#include "tests/support/run_log.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

namespace {

// What main and the functions of this scenario print, "s.pass text", and how main ended.
QString behaviourOf(const QByteArray& functions, const QByteArray& body)
{
    const QByteArray text = R"({"coroscope_scenario": 1, "functions": )" + functions +
                            R"(, "mains": [{"name": "main", "body": )" + body + "}]}";
    const auto scenario = scenario::readScenario(text.toStdString(), "test");
    if (!scenario)
        return QString::fromStdString(scenario.error().text());
    const auto run = scenario::run(scenario.value(), "main");
    QStringList lines;
    for (const QString& line : test::logOf(*run.value().trace, test::LogOf::Program)) {
        const QStringList words = line.split(QLatin1Char(' '));
        lines << QStringLiteral("%1.%2 ").arg(words[0].toLongLong() / 1'000'000'000).arg(words[1]) +
                     words.mid(3).join(QLatin1Char(' '));
    }
    lines << test::howOf(run.value());
    return lines.join(QStringLiteral(" | "));
}

}  // namespace

/// How asyncio.run ends: what goes on behind main, in which pass of the loop. The expected texts
/// are what CPython 3.13 does.
class TestCleanUp : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goesAsInAsyncioRun_data();
    void goesAsInAsyncioRun();
};

void TestCleanUp::goesAsInAsyncioRun_data()
{
    QTest::addColumn<QByteArray>("functions");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected");

    const auto row = [](const char* name, const char* functions, const char* body,
                        const char* expected) {
        QTest::newRow(name) << QByteArray(functions) << QByteArray(body)
                            << QString::fromLatin1(expected);
    };
    const char* const starts = R"([{"create_task": {"call": "f", "args": [1]}},
        {"create_task": {"call": "f", "args": [2]}}, {"yield": true}, {"print": "main"}])";
    row("tasks are cancelled in order of creation, two passes later",
        R"([{"name": "f", "params": ["x"], "body": [{"try": [{"sleep": 9}],
            "finally": [{"print": "f{x}"}]}]}])",
        starts, "0.2 main | 0.4 f1 | 0.4 f2 | ok");
    row("it waits for tasks that go on, as long as they take",
        R"([{"name": "f", "params": ["x"], "body": [{"try": [{"sleep": 9}],
            "except": [{"type": "CancelledError", "body": [{"sleep": "$x"}]}]},
            {"print": "f{x}"}]}])",
        starts, "0.2 main | 1.6 f1 | 2.9 f2 | ok");
    row("errors stop neither it nor the program",
        R"([{"name": "f", "params": ["x"], "body": [{"try": [{"sleep": 9}],
            "finally": [{"sleep": "$x"}, {"print": "f{x}"}, {"raise": "KeyError"}]}]}])",
        starts, "0.2 main | 1.6 f1 | 2.9 f2 | ok");
    row("SystemExit is what the program ends with",
        R"([{"name": "f", "params": ["x"], "body": [{"try": [{"sleep": 9}],
            "finally": [{"print": "f{x}"}, {"raise": "SystemExit"}]}]}])",
        starts, "0.2 main | 0.4 f1 | SystemExit");
    row("tasks made meanwhile have four passes more, and are never cancelled",
        R"([{"name": "f", "params": ["x"], "body": [{"try": [{"sleep": 9}],
                "finally": [{"create_task": {"call": "g", "args": ["$x"]}}]}]},
            {"name": "g", "params": ["x"], "body": [{"try": [{"repeat": 20, "index": "i", "body":
                [{"print": "g{x} {i}"}, {"yield": true}]}], "finally": [{"print": "left"}]}]}])",
        R"([{"create_task": {"call": "f", "args": [1]}}, {"yield": true}])",
        "0.5 g1 0 | 0.6 g1 1 | 0.7 g1 2 | 0.8 g1 3 | 0.9 g1 4 | 0.10 g1 5 | ok");
    const char* const reraises =
        R"([{"name": "f", "body": [{"try": [{"sleep": 9}], "except": [{"body": []}]},
            {"try": [{"await": {"call": "g"}}], "except": [{"type": "BaseException", "as": "e",
                "body": [{"print": ["$e"]}]}]}]},
            {"name": "g", "body": [{"raise": null}]}])";
    row("a bare raise finds what main raised", reraises,
        R"([{"create_task": {"call": "f"}}, {"yield": true},
            {"raise": "ValueError", "message": "m"}])",
        "0.4 [ValueError('m')] | ValueError");
    row("a bare raise finds nothing when main returned", reraises,
        R"([{"create_task": {"call": "f"}}, {"yield": true}])",
        "0.4 [RuntimeError('No active exception to reraise')] | ok");
    row("a bare raise finds nothing before", reraises,
        R"([{"create_task": {"call": "f"}, "into": "t"}, {"yield": true}, {"cancel": "$t"},
            {"await": "$t"}, {"raise": "ValueError"}])",
        "0.3 [RuntimeError('No active exception to reraise')] | ValueError");
}

void TestCleanUp::goesAsInAsyncioRun()
{
    QFETCH(const QByteArray, functions);
    QFETCH(const QByteArray, body);

    QTEST(behaviourOf(functions, body), "expected");
}

COROSCOPE_TEST(TestCleanUp)
#include "tst_clean_up.moc"
