// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QLockFile>
#include <QProcess>
#include <QStandardPaths>
#include <algorithm>
#include <csignal>

#include "app/record/kept_recordings.h"
#include "app/record/python_interpreter.h"
#include "app/start/file_button.h"
#include "app/start/start_page.h"
#include "app/window/recent_files.h"
#include "core/trace/trace_file.h"
#include "tests/app/window_fixture.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

constexpr int patience = 60'000;

const QByteArray ticks = R"(
import asyncio, os

async def main():
    print(os.getpid(), flush=True)
    while True:
        await asyncio.sleep(0.01)

asyncio.run(main())
)";

// A server of displays; none if the machine has none.
class DisplayServer {
public:
    DisplayServer()
    {
        m_server.start(QStringLiteral("Xvfb"), {QStringLiteral("-displayfd"), QStringLiteral("1"),
                                                QStringLiteral("-screen"), QStringLiteral("0"),
                                                QStringLiteral("1440x900x24")});
        if (m_server.waitForStarted() &&
            QTest::qWaitFor([this] { return m_server.canReadLine(); }, patience))
            m_name = QLatin1Char(':') + QString::fromUtf8(m_server.readLine()).trimmed();
    }
    ~DisplayServer() { goAway(); }
    [[nodiscard]] const QString& name() const { return m_name; }
    void goAway()
    {
        m_server.kill();
        m_server.waitForFinished();
    }

private:
    QProcess m_server;
    QString m_name;
};

}  // namespace

/// What a window recorded outlives it, and the next one offers it.
class TestInterruptedRecording : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void outlivesTheWindow_data();
    void outlivesTheWindow();
    void isOfferedOnce();
    void isNoneWhileItsWindowLives();
    void isNoneWhenNothingWasWritten();

private:
    [[nodiscard]] QString recording() const
    {
        const QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) +
                          QStringLiteral("/recordings"));
        const QStringList files = folder.entryList({QStringLiteral("*.jsonl")}, QDir::Files);
        return files.isEmpty() ? QString() : folder.filePath(files.first());
    }
    [[nodiscard]] std::size_t eventsRecorded() const
    {
        const auto file = loadTrace(recording().toStdString());
        return file ? file.value().trace->size() : 0;
    }
    // A mark as a killed process leaves it.
    static void leaveMark(const QString& recording)
    {
        QFile file(recording + QStringLiteral(".watched"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("2147483646\ncoroscope\n" + QSysInfo::machineHostName().toLocal8Bit() + "\n");
    }
    static QString writeRecording(const QByteArray& text)
    {
        const QString path = newRecordingFile(QStringLiteral("ticks.py"));
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
        return path;
    }

    OwnSettings m_settings;
    QTemporaryDir m_folder;
    pid_t m_program = 0;
};

void TestInterruptedRecording::initTestCase()
{
    QFile file(m_folder.filePath(QStringLiteral("ticks.py")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(ticks) == ticks.size());
}

void TestInterruptedRecording::init()
{
    QSettings().clear();
    QDir(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation))
        .removeRecursively();
}

void TestInterruptedRecording::cleanup()
{
    if (m_program > 0)
        ::kill(m_program, SIGKILL);
    m_program = 0;
}

void TestInterruptedRecording::outlivesTheWindow_data()
{
    QTest::addColumn<bool>("hasDisplay");
    QTest::newRow("it is killed") << false;
    QTest::newRow("its display goes away") << true;
}

void TestInterruptedRecording::outlivesTheWindow()
{
    QFETCH(const bool, hasDisplay);
    if (!findPython({}, {}))
        QSKIP("no python3 of version 3.8 or later on this machine");
    std::unique_ptr<DisplayServer> display;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (hasDisplay) {
        display = std::make_unique<DisplayServer>();
        if (display->name().isEmpty())
            QSKIP("no Xvfb on this machine");
        environment.insert(QStringLiteral("DISPLAY"), display->name());
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
    }
    QProcess window;
    window.setProcessEnvironment(environment);
    window.setWorkingDirectory(m_folder.path());
    window.start(QStringLiteral(COROSCOPE_PROGRAM),
                 {QStringLiteral("record"), QStringLiteral("ticks.py")});
    QTRY_VERIFY_WITH_TIMEOUT(window.canReadLine(), patience);
    m_program = window.readLine().trimmed().toInt();
    QTRY_VERIFY_WITH_TIMEOUT(eventsRecorded() > 20, patience);
    QVERIFY(takeInterruptedRecordings().isEmpty());

    if (display)
        display->goAway();
    else
        window.kill();

    QVERIFY(window.waitForFinished(patience));
    QVERIFY(::kill(m_program, 0) == 0);  // it goes on, and so does its recording
    const std::size_t then = eventsRecorded();
    QTRY_VERIFY_WITH_TIMEOUT(eventsRecorded() > then, patience);
    QCOMPARE(takeInterruptedRecordings(), QStringList{recording()});
}

void TestInterruptedRecording::isOfferedOnce()
{
    const QString path = writeRecording(R"({"coroscope_trace":1,"clock":"monotonic"})");
    leaveMark(path);
    WindowFixture f;  // with settings of its own

    QVERIFY(rememberInterruptedRecordings());
    QVERIFY(!rememberInterruptedRecordings());

    f.window.showStart();
    const auto buttons = f.window.findChild<StartPage*>()->findChildren<FileButton*>();
    const auto offered = std::ranges::find_if(buttons, [](const FileButton* button) {
        return button->accessibleDescription().startsWith(QStringLiteral("Interrupted recording"));
    });
    QVERIFY(offered != buttons.end());
    QTest::mouseClick(*offered, Qt::LeftButton);
    QTRY_COMPARE(f.window.comparison().scenario().source(), path.toStdString());
    QCOMPARE(recentFiles().first().path, path);
    QVERIFY(!recentFiles().first().isInterrupted);
}

void TestInterruptedRecording::isNoneWhileItsWindowLives()
{
    const QString path = writeRecording("{}");
    {
        const WatchMark mark(path);
        QVERIFY(takeInterruptedRecordings().isEmpty());
    }
    QVERIFY(takeInterruptedRecordings().isEmpty());
}

void TestInterruptedRecording::isNoneWhenNothingWasWritten()
{
    leaveMark(writeRecording(""));
    QVERIFY(takeInterruptedRecordings().isEmpty());
}

COROSCOPE_TEST(TestInterruptedRecording)
#include "tst_interrupted_recording.moc"
