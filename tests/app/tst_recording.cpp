// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>

#include "app/record/python_interpreter.h"
#include "app/record/recording.h"
#include "core/timeline/timeline.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

namespace {

constexpr int patience = 60'000;  // for a Python on a busy machine

const QByteArray delivery = R"(
import asyncio

async def deliver(name, time):
    await asyncio.sleep(time)
    return name

async def main():
    await asyncio.gather(deliver("A", 10), deliver("B", 3), deliver("C", 4))

asyncio.run(main())
)";

const QByteArray endless = R"(
import asyncio
import sys

async def main():
    print("running", flush=True)
    await asyncio.sleep(3600)

asyncio.run(main())
)";

const QByteArray stubborn =
    "import signal\n"
    "signal.signal(signal.SIGINT, signal.SIG_IGN)\n" +
    endless;

// The names of the trace's rows.
QStringList rowsOf(const Trace& trace)
{
    QStringList names;
    for (std::uint32_t i = 0; i < trace.taskCount(); ++i)
        names << QString::fromStdString(trace.task({i}).label);
    return names;
}

}  // namespace

/// Real Python programs, recorded.
class TestRecording : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!findPython({}, {}))
            QSKIP("no python3 of version 3.8 or later on this machine");
    }

    void readsWhatTheProgramDid();
    void tellsHowTheProgramEnded_data();
    void tellsHowTheProgramEnded();
    void stopsAsCtrlCWould();
    void stopsWhatDoesNotListen();
    void growsWhileTheProgramRuns();
    void endsTheProgramWhenNobodyLooksAnyMore();
    void doesNotStartWithoutAPython();
    void prefersTheVirtualEnvironment();

private:
    QString script(const QByteArray& text);
    RecordedProgram programOf(const QByteArray& text);
    QString output() const { return m_folder.filePath(QStringLiteral("out.trace.jsonl")); }

    QTemporaryDir m_folder;
};

QString TestRecording::script(const QByteArray& text)
{
    QFile file(m_folder.filePath(QStringLiteral("program.py")));
    if (file.open(QIODevice::WriteOnly))
        file.write(text);
    return file.fileName();
}

RecordedProgram TestRecording::programOf(const QByteArray& text)
{
    RecordedProgram program;
    program.command << script(text);
    program.isVirtual = true;
    return program;
}

void TestRecording::readsWhatTheProgramDid()
{
    Recording recording(programOf(delivery), output());
    QVERIFY(recording.start());
    QVERIFY(recording.isActive());
    QTRY_VERIFY_WITH_TIMEOUT(!recording.isActive(), patience);

    const Trace& trace = *recording.stream().trace();
    QCOMPARE(recording.stream().problems().all().size(), std::size_t{0});
    QCOMPARE(rowsOf(trace).filter(QStringLiteral("deliver")).size(), 3);
    QCOMPARE(std::chrono::duration_cast<std::chrono::seconds>(trace.lastTime()).count(), 10);
    QVERIFY(recording.stream().header()->isVirtual);
}

void TestRecording::tellsHowTheProgramEnded_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("signal");
    QTest::newRow("well") << QByteArray("print(1)") << 0 << 0;
    QTest::newRow("by exit") << QByteArray("raise SystemExit(7)") << 7 << 0;
    QTest::newRow("by an exception") << QByteArray("raise ValueError('no')") << 1 << 0;
    QTest::newRow("by _exit") << QByteArray("import os; os._exit(9)") << 9 << 0;
    QTest::newRow("killed") << QByteArray("import os; os.kill(os.getpid(), 9)") << 0 << SIGKILL;
    QTest::newRow("with a syntax error") << QByteArray("def") << 1 << 0;
}

void TestRecording::tellsHowTheProgramEnded()
{
    QFETCH(QByteArray, text);
    QFETCH(int, status);
    QFETCH(int, signal);
    Recording recording(programOf(text), output());
    QVERIFY(recording.start());
    QTRY_VERIFY_WITH_TIMEOUT(!recording.isActive(), patience);
    QCOMPARE(recording.end()->status, status);
    QCOMPARE(recording.end()->signal, signal);
}

void TestRecording::stopsAsCtrlCWould()
{
    RecordedProgram program = programOf(endless);
    program.isVirtual = false;
    Recording recording(program, output());
    QVERIFY(recording.start());
    QTRY_VERIFY_WITH_TIMEOUT(recording.stream().trace()->size() > 2, patience);
    recording.stop();
    QTRY_VERIFY_WITH_TIMEOUT(!recording.isActive(), patience);

    const Trace& trace = *recording.stream().trace();
    const Event last = trace.at(trace.size() - 1);
    QCOMPARE(last.kind, EventKind::End);
    QCOMPARE(last.word, Word::Interrupted);
}

void TestRecording::stopsWhatDoesNotListen()
{
    RecordedProgram program = programOf(stubborn);
    program.isVirtual = false;
    Recording recording(program, output());
    QVERIFY(recording.start());
    QTRY_VERIFY_WITH_TIMEOUT(recording.stream().trace()->size() > 2, patience);
    recording.stop();
    recording.stop();  // an impatient person clicks again
    QTRY_VERIFY_WITH_TIMEOUT(!recording.isActive(), patience);
    QCOMPARE(recording.end()->signal, SIGTERM);
}

void TestRecording::growsWhileTheProgramRuns()
{
    RecordedProgram program = programOf(endless);
    program.isVirtual = false;
    Recording recording(program, output());
    QSignalSpy grew(&recording, &Recording::grew);
    QVERIFY(recording.start());
    QTRY_VERIFY_WITH_TIMEOUT(grew.count() > 0, patience);
    QVERIFY(recording.isActive());
    const Timeline timeline(std::make_shared<const Trace>(*recording.stream().trace()));
    QVERIFY(!timeline.tracks().empty());
}

void TestRecording::endsTheProgramWhenNobodyLooksAnyMore()
{
    qint64 process = 0;
    {
        RecordedProgram program = programOf(stubborn);
        program.isVirtual = false;
        Recording recording(program, output());
        QVERIFY(recording.start());
        process = recording.processId();
        QTRY_VERIFY_WITH_TIMEOUT(recording.stream().trace()->size() > 2, patience);
    }
    QVERIFY(::kill(static_cast<pid_t>(process), 0) != 0);
}

void TestRecording::doesNotStartWithoutAPython()
{
    RecordedProgram program = programOf(delivery);
    program.python = QStringLiteral("/nowhere/python");
    Recording recording(program, output());
    const Status started = recording.start();
    QVERIFY(!started);
    const QString text = QString::fromStdString(started.error().text());
    QVERIFY2(text.contains(QStringLiteral("/nowhere/python: cannot be started")), qPrintable(text));
}

void TestRecording::prefersTheVirtualEnvironment()
{
    const QDir environment(m_folder.filePath(QStringLiteral(".venv")));
    QVERIFY(environment.mkpath(QStringLiteral("bin")));
    const QString link = environment.filePath(QStringLiteral("bin/python"));
    QVERIFY(QFile::link(findPython({}, {}).value().executable, link));
    qunsetenv("VIRTUAL_ENV");
    QCOMPARE(findPython({}, m_folder.path()).value().executable, link);
}

COROSCOPE_TEST(TestRecording)
#include "tst_recording.moc"
