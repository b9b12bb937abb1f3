// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "tests/support/test_registry.h"

namespace {

struct Ended {
    int status = -1;
    QByteArray out;
    QString error;
};

}  // namespace

class TestStatsCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void tellsWhatRunTells();
    void tellsFindings();
    void tellsTheSameAsJson();
    void readsChromesFormat();
    void readsWhatIsSoundAndTellsWhatIsNot();
    void refusesWhatIsNoTraceInOneLine_data();
    void refusesWhatIsNoTraceInOneLine();
    void documentsItsJson();

private:
    Ended call(const QString& line) const
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start(QStringLiteral(COROSCOPE_PROGRAM), QProcess::splitCommand(line));
        if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit)
            return {};
        return {process.exitCode(), process.readAllStandardOutput(),
                QString::fromUtf8(process.readAllStandardError())};
    }
    void write(const QString& name, const QByteArray& content) const
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }
    QByteArray content(const QString& name) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
};

void TestStatsCommand::initTestCase()
{
    QCOMPARE(call(QStringLiteral("run delivery gather --trace gather.jsonl")).status, 0);
}

void TestStatsCommand::tellsWhatRunTells()
{
    const Ended ended = call(QStringLiteral("stats gather.jsonl"));

    QCOMPARE(ended.status, 0);
    QCOMPARE(ended.error, QString());
    const QStringList lines = QString::fromUtf8(ended.out).split(QLatin1Char('\n'));
    QVERIFY(lines[0].startsWith(QStringLiteral("program")));
    QVERIFY2(lines[1].simplified().contains(QStringLiteral("gather 10.00 s 0 % 5.67 s 3 4 ")),
             qPrintable(lines[1]));
    QVERIFY(lines.contains(QStringLiteral("none")));
    QVERIFY(QString::fromUtf8(ended.out).simplified().contains(
        QStringLiteral("A 0.00 s 10.00 s 0.00 s 0.00 s 0.00 s 10.00 s")));
}

void TestStatsCommand::tellsFindings()
{
    write(QStringLiteral("held.jsonl"), R"json({"coroscope_trace": 1, "title": "held"}
{"t": 0, "e": "create", "task": 1, "name": "Task-1", "label": "main()", "kind": "main"}
{"t": 0, "e": "turn", "ready": 1}
{"t": 0, "e": "resume", "task": 1}
{"t": 0, "e": "create", "task": 2, "name": "Task-2", "label": "f()", "parent": 1}
{"t": 0, "e": "block", "task": 1, "why": "sleep"}
{"t": 3000000000, "e": "unblock", "task": 1}
{"t": 3000000000, "e": "done", "task": 1, "how": "returned", "value": "None"}
)json");

    const Ended ended = call(QStringLiteral("stats held.jsonl"));

    QVERIFY2(ended.out.contains("blocks the loop"), ended.out.constData());
}

void TestStatsCommand::tellsTheSameAsJson()
{
    const Ended ended = call(QStringLiteral("stats gather.jsonl --json"));

    QCOMPARE(ended.status, 0);
    const QJsonObject all = QJsonDocument::fromJson(ended.out).object();
    const QJsonObject metrics = all[QStringLiteral("metrics")].toObject();
    QCOMPARE(metrics[QStringLiteral("total")].toInteger(), 10'000'000'000);
    QCOMPARE(metrics[QStringLiteral("finished")].toInt(), 3);
    const QJsonArray tasks = all[QStringLiteral("tasks")].toArray();
    QCOMPARE(tasks.size(), 4);
    QCOMPARE(tasks[1][QStringLiteral("suspended")].toInteger(), 10'000'000'000);
    QCOMPARE(all[QStringLiteral("problems")].toArray().size(), 0);
}

void TestStatsCommand::readsChromesFormat()
{
    QCOMPARE(call(QStringLiteral("export gather.jsonl -o gather.json")).status, 0);

    const Ended ended = call(QStringLiteral("stats gather.json"));

    QCOMPARE(ended.status, 0);
    QCOMPARE(ended.out, call(QStringLiteral("stats gather.jsonl")).out);
}

void TestStatsCommand::readsWhatIsSoundAndTellsWhatIsNot()
{
    const QByteArray text = content(QStringLiteral("gather.jsonl"));
    write(QStringLiteral("cut.jsonl"), text.left(text.size() - 20));

    const Ended ended = call(QStringLiteral("stats cut.jsonl"));

    QCOMPARE(ended.status, 0);
    QVERIFY2(ended.error.contains(QStringLiteral("cut.jsonl:")), qPrintable(ended.error));
    QVERIFY2(ended.error.contains(QStringLiteral("cut off here")), qPrintable(ended.error));
    QVERIFY(ended.out.contains("10.00 s"));
}

void TestStatsCommand::refusesWhatIsNoTraceInOneLine_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("part");
    QTest::newRow("empty") << QByteArray() << "no trace; expected";
    QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n") << "no trace; expected";
    QTest::newRow("other JSON") << QByteArray("{\"a\": 1}") << "no trace; expected";
    QTest::newRow("a scenario") << QByteArray("{\"coroscope_scenario\": 1}")
                                << "a scenario; expected a trace";
    QTest::newRow("version 2") << QByteArray("{\"coroscope_trace\": 2}\n") << "version 1";
    QTest::newRow("lists") << QByteArray("[").repeated(1'000'000) << "no trace; expected";
}

void TestStatsCommand::refusesWhatIsNoTraceInOneLine()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QString, part);
    write(QStringLiteral("x.jsonl"), content);

    const Ended ended = call(QStringLiteral("stats x.jsonl"));

    QCOMPARE(ended.status, 2);
    QCOMPARE(ended.out, QByteArray());
    QVERIFY2(ended.error.startsWith(QStringLiteral("coroscope: x.jsonl")), qPrintable(ended.error));
    QVERIFY2(ended.error.contains(part), qPrintable(ended.error));
    QCOMPARE(ended.error.count(QLatin1Char('\n')), 1);
    QCOMPARE(call(QStringLiteral("stats missing.jsonl")).status, 2);
}

void TestStatsCommand::documentsItsJson()
{
    const QByteArray help = call(QStringLiteral("stats --help")).out;
    const QJsonObject all =
        QJsonDocument::fromJson(call(QStringLiteral("stats gather.jsonl --json")).out).object();

    QStringList keys = all.keys();
    keys << all[QStringLiteral("metrics")].toObject().keys()
         << all[QStringLiteral("tasks")][0].toObject().keys();
    QVERIFY(keys.size() > 20);
    for (const QString& key : keys)
        QVERIFY2(help.contains(key.toUtf8()), qPrintable(key));
}

COROSCOPE_TEST(TestStatsCommand)
#include "tst_stats_command.moc"
