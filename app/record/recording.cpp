// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/recording.h"

#include <array>
#include <csignal>
#include <utility>

#include "app/record/python_interpreter.h"
#include "app/record/recorder_archive.h"

namespace coroscope {
namespace {

using namespace std::chrono_literals;

constexpr auto readEach = 30ms;
constexpr int readForMs = 8;  // half a frame
constexpr qint64 sliceSize = 64 * 1024;
constexpr auto patience = 3s;
constexpr std::array stopSignals{SIGINT, SIGTERM, SIGKILL};

}  // namespace

Recording::Recording(RecordedProgram program, QString file, QObject* parent)
    : QObject(parent), m_program(std::move(program)), m_path(std::move(file)), m_file(m_path)
{
    m_timer.setInterval(readEach);
    m_stopTimer.setInterval(patience);
    connect(&m_timer, &QTimer::timeout, this, &Recording::read);
    connect(&m_stopTimer, &QTimer::timeout, this, &Recording::stop);
    connect(&m_process, &QProcess::finished, this, &Recording::processHasEnded);
}

Recording::~Recording()
{
    m_process.disconnect(this);
    for (const int signal : stopSignals) {
        if (m_process.state() == QProcess::NotRunning)
            return;
        send(signal);
        m_process.waitForFinished(signal == SIGKILL ? 30'000
                                                    : 500);  // a busy machine takes its time
    }
}

Status Recording::start()
{
    auto python = findPython(m_program.python, m_program.folder);
    if (!python)
        return python.error();
    m_version = python.value().version;
    const auto archive = recorderArchive();
    if (!archive)
        return archive.error();
    // Made here, so that there is something to read from the first moment on.
    if (!m_file.open(QIODevice::ReadWrite | QIODevice::Truncate))
        return Error{Error::Kind::WriteFailed, m_file.errorString().toStdString(),
                     m_path.toStdString()};
    QStringList arguments{archive.value(), QStringLiteral("--out"), m_path};
    if (m_program.isVirtual)
        arguments << QStringLiteral("--virtual-time");
    m_process.setWorkingDirectory(m_program.folder);
    // As if it were started by hand: whatever this process does with its signals.
    m_process.setChildProcessModifier([] {
        for (const int signal : {SIGINT, SIGPIPE})
            ::signal(signal, SIG_DFL);
    });
    m_process.setProcessChannelMode(QProcess::ForwardedChannels);
    m_process.start(python.value().executable, arguments + m_program.command);
    if (!m_process.waitForStarted())
        return Error{Error::Kind::Usage, m_process.errorString().toStdString(),
                     python.value().executable.toStdString()};
    if (m_process.inputChannelMode() == QProcess::ManagedInputChannel)
        m_process.closeWriteChannel();
    m_clock.start();
    m_isActive = true;
    m_timer.start();
    return success();
}

std::chrono::milliseconds Recording::elapsed() const
{
    return m_processEnd || !m_clock.isValid() ? m_length
                                              : std::chrono::milliseconds(m_clock.elapsed());
}

void Recording::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    const auto next =
        std::min<std::size_t>(static_cast<std::size_t>(m_stops++), stopSignals.size() - 1);
    send(stopSignals[next]);
    m_stopTimer.start();
}

void Recording::send(int signal)
{
    if (m_process.state() == QProcess::Running)
        ::kill(static_cast<pid_t>(m_process.processId()), signal);
}

void Recording::read()
{
    QElapsedTimer spent;
    spent.start();
    const std::size_t before = m_stream.trace()->size();
    while (m_isReadable && m_file.bytesAvailable() > 0 && spent.elapsed() < readForMs)
        readSlice();
    if (m_stream.trace()->size() != before)
        Q_EMIT grew();
    if (m_processEnd && (!m_isReadable || m_file.bytesAvailable() == 0))
        finish();
}

void Recording::readSlice()
{
    const QByteArray bytes = m_file.read(sliceSize);
    const Status status =
        m_stream.append({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    if (status)
        return;
    m_isReadable = false;
    Q_EMIT failed(QString::fromStdString(status.error().text()));
}

void Recording::processHasEnded(int status, QProcess::ExitStatus how)
{
    m_length = elapsed();
    m_stopTimer.stop();
    const bool isKilled = how == QProcess::CrashExit;
    m_processEnd = isKilled ? RecordedEnd{0, status} : RecordedEnd{status, 0};
}

void Recording::finish()
{
    m_timer.stop();
    if (m_isReadable)
        static_cast<void>(m_stream.finish());
    m_isActive = false;
    m_end = m_processEnd;
    Q_EMIT ended();
}

}  // namespace coroscope
