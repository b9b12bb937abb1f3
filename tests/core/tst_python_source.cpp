// SPDX-License-Identifier: MIT
#include <QFile>
#include <QTest>

#include "core/scenario/python/python_source.h"
#include "tests/core/python_samples.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using coroscope::scenario::LineOf;
using coroscope::scenario::PythonSource;

namespace {

QString read(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

Result<PythonSource> printDelivery(const std::string& program,
                                   const scenario::ParameterValues& parameters = {})
{
    const auto scenario = scenario::loadScenario(DELIVERY_SCENARIO);
    if (!scenario)
        return scenario.error();
    return scenario::printPython(scenario.value(), program, parameters);
}

QStringList linesOf(const PythonSource& source, const char* path)
{
    const LineOf* const lines = source.find(path);
    if (lines == nullptr)
        return {};
    return QString::fromStdString(source.text)
        .split(QLatin1Char('\n'))
        .mid(static_cast<qsizetype>(lines->first) - 1,
             static_cast<qsizetype>(lines->last - lines->first) + 1);
}

}  // namespace

class TestPythonSource : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void printsTheDelivery_data()
    {
        QTest::addColumn<QString>("program");
        for (const char* const program : {"sync", "gather", "create_task"})
            QTest::newRow(program) << QString::fromLatin1(program);
    }
    void printsTheDelivery()
    {
        QFETCH(QString, program);
        const auto source = printDelivery(program.toStdString());

        QVERIFY(source.has_value());
        QCOMPARE(QString::fromStdString(source.value().text),
                 read(QStringLiteral(TEST_DATA_DIR "/python/source-delivery-%1.txt").arg(program)));
    }

    void printsStatements_data()
    {
        QTest::addColumn<QString>("printed");
        QTest::addColumn<QString>("expected");
        for (const test::PrintedStatement& row : test::printedStatements())
            QTest::newRow(row.name)
                << QString::fromStdString(row.printed) << QString::fromStdString(row.expected);
    }
    void printsStatements()
    {
        QFETCH(QString, printed);
        QTEST(printed, "expected");
    }

    void writesAParameterWhereACallTakesIt()
    {
        const auto source = printDelivery("gather", {{"b", scenario::Value(2.5)}});

        QVERIFY(source.has_value());
        QCOMPARE(linesOf(source.value(), "$.calls[1]"),
                 QStringList{QStringLiteral("        delivery(\"B\", 2.5),")});
    }

    void knowsTheLinesOfStatements()
    {
        const auto source = printDelivery("create_task");

        QVERIFY(source.has_value());
        const auto lines = [&](const char* path) { return linesOf(source.value(), path); };
        QCOMPARE(lines("$.functions[0].body[1]"),
                 QStringList{QStringLiteral("    await asyncio.sleep(mealtime)")});
        QCOMPARE(lines("$.functions[0]").size(), 6);
        QCOMPARE(lines("$.calls[2]"),
                 QStringList{QStringLiteral("    c = asyncio.create_task(delivery(\"C\", 4))")});
        QCOMPARE(lines("$.calls[2].await"),
                 QStringList{QStringLiteral("    results = [await a, await b, await c]")});
        QCOMPARE(lines("$.calls").size(), 4);
        QCOMPARE(lines("main").first(), QStringLiteral("async def main():"));
        QCOMPARE(lines("main.start"),
                 QStringList{QStringLiteral("    start = time.perf_counter()")});
        QCOMPARE(lines("$.after[0]"), QStringList{QStringLiteral("    print(results)")});
        QVERIFY(source.value().find("$.after[7]") == nullptr);
    }

    void leavesOutStatementsOfOtherPrograms()
    {
        const auto source = printDelivery("sync");

        QVERIFY(source.has_value());
        QVERIFY(source.value().find("$.after[0]") == nullptr);
        QVERIFY(source.value().find("$.after[1]") != nullptr);
    }

    void refusesWhatRunRefuses()
    {
        const auto unknown = printDelivery("no_such_program");
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().kind, Error::Kind::Usage);

        const auto outOfRange = printDelivery("sync", {{"a", scenario::Value(1000.0)}});
        QVERIFY(!outOfRange);
        QCOMPARE(outOfRange.error().kind, Error::Kind::Usage);
    }
};

COROSCOPE_TEST(TestPythonSource)
#include "tst_python_source.moc"
