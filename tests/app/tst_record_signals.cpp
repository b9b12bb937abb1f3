// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>

#include "app/record/python_interpreter.h"
#include "core/trace/trace_file.h"
#include "tests/support/test_registry.h"

namespace {

constexpr int patienceMs = 60'000;

const QByteArray waits = R"(
import asyncio, os, signal, sys

async def main():
    stop = asyncio.Event()
    if "careful" in sys.argv:
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    print(os.getpid(), flush=True)
    await stop.wait()
    sys.exit(5)

asyncio.run(main())
)";

}  // namespace

/// What asks `coroscope record` to end reaches the recorded program, and the recording is written.
class TestRecordSignals : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void passesOnWhatAsksItToEnd_data();
    void passesOnWhatAsksItToEnd();
    void leavesTheStreamBehindWhenItIsKilled();
    void saysWhereTheRecordingIsIfItCannotBeWritten();

private:
    /// Starts it; gives the recorded program's process id, 0 if it does not start.
    pid_t start(QProcess& process, const QString& output, const QStringList& arguments = {}) const
    {
        process.setWorkingDirectory(m_folder.path());
        // Not what whoever runs the tests ignores.
        process.setChildProcessModifier([] {
            for (const int signal : {SIGINT, SIGTERM, SIGHUP})
                ::signal(signal, SIG_DFL);
        });
        process.start(QStringLiteral(COROSCOPE_PROGRAM),
                      QStringList{QStringLiteral("record"), QStringLiteral("-o"), output,
                                  QStringLiteral("waits.py")} +
                          arguments);
        const bool isRunning = QTest::qWaitFor([&] { return process.canReadLine(); }, patienceMs);
        return isRunning ? process.readLine().trimmed().toInt() : 0;
    }
    // The last moments before a kill may be lost: something has to be there before.
    [[nodiscard]] std::size_t eventsIn(const char* name) const
    {
        const auto file = coroscope::loadTrace(path(name).toStdString());
        return file ? file.value().trace->size() : 0;
    }
    [[nodiscard]] QString path(const char* name) const
    {
        return m_folder.filePath(QLatin1String(name));
    }

    QTemporaryDir m_folder;
};

void TestRecordSignals::initTestCase()
{
    if (!coroscope::findPython({}, {}))
        QSKIP("no python3 of version 3.8 or later on this machine");
    QFile file(path("waits.py"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(waits) == waits.size());
}

void TestRecordSignals::passesOnWhatAsksItToEnd_data()
{
    QTest::addColumn<int>("signal");
    QTest::addColumn<QString>("argument");
    QTest::addColumn<int>("status");
    QTest::newRow("Ctrl-C") << SIGINT << QString() << 128 + SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM << QString() << 128 + SIGTERM;
    QTest::newRow("SIGHUP") << SIGHUP << QString() << 128 + SIGHUP;
    QTest::newRow("the program decides") << SIGTERM << QStringLiteral("careful") << 5;
}

void TestRecordSignals::passesOnWhatAsksItToEnd()
{
    QFETCH(const int, signal);
    QFETCH(const QString, argument);
    QFETCH(const int, status);
    QProcess process;
    const pid_t program = start(process, QStringLiteral("out.jsonl"), {argument});
    QVERIFY(program > 0);
    QTRY_VERIFY_WITH_TIMEOUT(eventsIn("out.jsonl.part") > 0, patienceMs);

    ::kill(static_cast<pid_t>(process.processId()), signal);

    QVERIFY(process.waitForFinished(patienceMs));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), status);
    QVERIFY(::kill(program, 0) != 0);
    QVERIFY(eventsIn("out.jsonl") > 0);
    QVERIFY(!QFile::exists(path("out.jsonl.part")));
    QVERIFY(QFile::remove(path("out.jsonl")));
}

// Nobody can pass on SIGKILL; what was recorded is a trace file as it is.
void TestRecordSignals::leavesTheStreamBehindWhenItIsKilled()
{
    QProcess process;
    const pid_t program = start(process, QStringLiteral("out.jsonl"));
    QVERIFY(program > 0);
    QTRY_VERIFY_WITH_TIMEOUT(eventsIn("out.jsonl.part") > 0, patienceMs);

    process.kill();

    QVERIFY(process.waitForFinished(patienceMs));
    QVERIFY(!QFile::exists(path("out.jsonl")));
    QVERIFY(eventsIn("out.jsonl.part") > 0);
    ::kill(program, SIGKILL);
}

void TestRecordSignals::saysWhereTheRecordingIsIfItCannotBeWritten()
{
    if (!QFile::exists(QStringLiteral("/dev/full")))
        QSKIP("no /dev/full on this machine");
    QProcess process;
    QVERIFY(start(process, QStringLiteral("/dev/full")) > 0);

    process.terminate();

    QVERIFY(process.waitForFinished(patienceMs));
    QCOMPARE(process.exitCode(), 2);
    const QString said = QString::fromUtf8(process.readAllStandardError());
    const QString begin = QStringLiteral("coroscope: the recording is in ");
    QVERIFY2(said.startsWith(begin), qPrintable(said));
    QVERIFY2(said.contains(QStringLiteral("/dev/full: cannot write the file: No space left")),
             qPrintable(said));
    const QString stream = said.mid(begin.size()).section(QLatin1Char('\n'), 0, 0);
    QVERIFY(coroscope::loadTrace(stream.toStdString()));
    QVERIFY(QFile::remove(stream));
}

COROSCOPE_TEST(TestRecordSignals)
#include "tst_record_signals.moc"
