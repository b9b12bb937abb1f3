// SPDX-License-Identifier: MIT
#include <QJsonObject>
#include <QTest>

#include "core/scenario/run.h"
#include "tests/support/golden.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

namespace {

// One event as the golden logs write it; empty for events that they leave out.
QString eventText(const Trace& trace, const Event& event)
{
    const auto task = [&] { return QString::fromStdString(trace.task(event.task).name); };
    const QString time = QString::number(event.time.count() / 1000) + QLatin1Char(' ');
    switch (event.kind) {
    case EventKind::Create: return time + QStringLiteral("create ") + task();
    case EventKind::Resume: return time + QStringLiteral("resume ") + task();
    case EventKind::Suspend: return time + QStringLiteral("suspend ") + task();
    case EventKind::Print:
        return time + QStringLiteral("print ") + QString::fromStdString(trace.text(event));
    case EventKind::Done: {
        QString how = QStringLiteral("ok");
        if (event.word == Word::Cancelled)
            how = QStringLiteral("cancelled");
        else if (event.word == Word::Raised)
            how = QString::fromStdString(trace.outcome(event).error);
        return time + QStringLiteral("done ") + task() + QLatin1Char(' ') + how;
    }
    default: return {};
    }
}

QStringList logOf(const Trace& trace)
{
    QStringList lines;
    for (std::size_t row = 0; row < trace.size(); ++row) {
        const QString line = eventText(trace, trace.at(row));
        if (!line.isEmpty())
            lines << line;
    }
    return lines;
}

QString outcomeOf(const scenario::Run& run)
{
    switch (run.how) {
    case Word::Ok: return QStringLiteral("ok");
    case Word::Deadlock: return QStringLiteral("deadlock");
    case Word::Raised: return QString::fromStdString(run.outcome.error);
    default: return QStringLiteral("interrupted");
    }
}

// The first line that differs, with the ten before it; empty if none does.
QString firstDifference(const QStringList& actual, const QStringList& expected)
{
    qsizetype at = 0;
    while (at < actual.size() && at < expected.size() && actual[at] == expected[at])
        ++at;
    if (at == actual.size() && at == expected.size())
        return {};
    const qsizetype from = std::max<qsizetype>(0, at - 10);
    return QStringLiteral("\n  ") + expected.mid(from, at - from).join(QStringLiteral("\n  ")) +
           QStringLiteral("\n- ") + expected.value(at, QStringLiteral("(end)")) +
           QStringLiteral("\n+ ") + actual.value(at, QStringLiteral("(end)"));
}

}  // namespace

/// Random programs, event for event as CPython 3.13 ran them.
class TestGolden : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void runsAsCPythonDoes_data() { test::addGoldenRows(); }
    void runsAsCPythonDoes();
    void canBeCutOffAnywhere_data() { test::addGoldenRows(); }
    void canBeCutOffAnywhere();
};

void TestGolden::runsAsCPythonDoes()
{
    QFETCH(QByteArray, scenario);
    QFETCH(QJsonObject, expected);
    const auto program = scenario::readScenario(scenario.toStdString(), "golden");
    QVERIFY2(program,
             program ? "" : (program.error().where + ": " + program.error().message).c_str());

    const auto run = scenario::run(program.value(), "main");

    QVERIFY(run);
    const QString difference =
        firstDifference(logOf(*run.value().trace),
                        expected[QStringLiteral("log")].toString().split(QLatin1Char('\n')));
    QVERIFY2(difference.isEmpty(), qPrintable(difference));
    QCOMPARE(outcomeOf(run.value()), expected[QStringLiteral("outcome")].toString());
    QCOMPARE(run.value().trace->lastTime().count() / 1000,
             expected[QStringLiteral("end_us")].toInteger());
}

// Whatever the programs are doing then is freed: the leak sanitizer sees what is not.
void TestGolden::canBeCutOffAnywhere()
{
    QFETCH(QByteArray, scenario);
    const auto program = scenario::readScenario(scenario.toStdString(), "golden");
    scenario::RunOptions options;
    const auto whole = scenario::run(program.value(), "main");

    for (const std::size_t part : {3, 2}) {
        options.maxEvents = whole.value().trace->size() / part;
        const auto run = scenario::run(program.value(), "main", options);
        QVERIFY(run.value().how == Word::Interrupted || run.value().how == whole.value().how);
    }
}

COROSCOPE_TEST(TestGolden)
#include "tst_golden.moc"
