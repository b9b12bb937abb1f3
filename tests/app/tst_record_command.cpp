// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "app/record/python_interpreter.h"
#include "core/trace/trace_file.h"
#include "tests/support/test_registry.h"

namespace {

constexpr int patienceMs = 60'000;

struct Ended {
    int status = -1;
    QString out;
    QString err;
};

}  // namespace

/// coroscope record without a window.
class TestRecordCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!coroscope::findPython({}, {}))
            QSKIP("no python3 of version 3.8 or later on this machine");
        write("arguments.py", "import sys; print(sys.argv[1:])");
        write("sleeps.py",
              "import asyncio, sys\n"
              "async def main():\n    await asyncio.sleep(10)\n"
              "asyncio.run(main())\nsys.exit(7)");
    }

    void givesTheProgramItsArguments_data();
    void givesTheProgramItsArguments();
    void endsAsTheProgramAndWritesAPlainTrace();
    void refusesWhatItCannotRun_data();
    void refusesWhatItCannotRun();

private:
    Ended record(const QStringList& arguments) const
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start(QStringLiteral(COROSCOPE_PROGRAM),
                      QStringList{QStringLiteral("record"), QStringLiteral("-o"),
                                  QStringLiteral("out.jsonl")} +
                          arguments);
        if (!process.waitForFinished(patienceMs) || process.exitStatus() != QProcess::NormalExit)
            return {};
        return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }
    void write(const char* name, const QByteArray& text) const
    {
        QFile file(m_folder.filePath(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    }

    QTemporaryDir m_folder;
};

void TestRecordCommand::givesTheProgramItsArguments_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::newRow("script") << QStringLiteral("arguments.py");
    QTest::newRow("module") << QStringLiteral("-m arguments");
    QTest::newRow("option before") << QStringLiteral("--virtual-time -m arguments");
}

// Also those that look like our own.
void TestRecordCommand::givesTheProgramItsArguments()
{
    QFETCH(QString, arguments);
    const Ended ended = record(
        QProcess::splitCommand(arguments + QStringLiteral(" a --python b -o c -m d --help")));
    QCOMPARE(ended.err, QString());
    QCOMPARE(ended.out, QStringLiteral("['a', '--python', 'b', '-o', 'c', '-m', 'd', '--help']\n"));
    QCOMPARE(ended.status, 0);
}

void TestRecordCommand::endsAsTheProgramAndWritesAPlainTrace()
{
    const Ended ended = record({QStringLiteral("--virtual-time"), QStringLiteral("sleeps.py")});
    QCOMPARE(ended.status, 7);
    const QString path = m_folder.filePath(QStringLiteral("out.jsonl"));
    const auto file = coroscope::loadTrace(path.toStdString());
    QVERIFY(file);
    QVERIFY(file.value().problems.empty());
    QVERIFY(file.value().trace->lastTime() >= std::chrono::seconds(10));
    QVERIFY(!QFile::exists(path + QStringLiteral(".part")));
    QFile text(path);
    QVERIFY(text.open(QIODevice::ReadOnly));
    QVERIFY(!text.readAll().contains("\"steps\""));
}

void TestRecordCommand::refusesWhatItCannotRun_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* arguments, const char* expected) {
        QTest::newRow(name) << QString::fromLatin1(arguments).split(u' ', Qt::SkipEmptyParts)
                            << QString::fromLatin1(expected);
    };
    row("nothing", "", "expected a SCRIPT, or -m and a MODULE");
    row("no module", "-m", "expected a SCRIPT, or -m and a MODULE");
    row("no such file", "nowhere.py", "nowhere.py: there is no such file");
    row("no such option", "--virtual arguments.py", "--virtual: unknown option");
    row("no such Python", "--python nowhere arguments.py", "nowhere: cannot be started");
}

void TestRecordCommand::refusesWhatItCannotRun()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, expected);
    const Ended ended = record(arguments);
    QCOMPARE(ended.status, 2);
    QVERIFY2(ended.err.contains(expected), qPrintable(ended.err));
    QCOMPARE(ended.err.count(u'\n'), 1);
}

COROSCOPE_TEST(TestRecordCommand)
#include "tst_record_command.moc"
