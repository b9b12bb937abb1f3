// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QFile>
#include <QObject>
#include <QProcess>
#include <QTimer>
#include <optional>

#include "app/record/recorded_program.h"
#include "core/trace/trace_stream.h"

namespace coroscope {

/// How a recorded program ended.
struct RecordedEnd {
    int status = 0;  ///< what it exited with
    int signal = 0;  ///< that killed it; 0: none
};

/// Runs a Python program under the recorder and reads what that writes into a file meanwhile: the
/// program never waits for whoever looks on, and whatever happens to either, the file stays.
///
/// Cost    reads for a few milliseconds at a time, so that the window stays alive.
/// Errors  of start(): there is no interpreter, or the file cannot be written.
/// Lifetime when it goes, the program is interrupted, and killed if it does not end.
class Recording : public QObject {
    Q_OBJECT

public:
    /// Records into `file`, which is overwritten.
    Recording(RecordedProgram program, QString file, QObject* parent = nullptr);
    ~Recording() override;

    /// The program reads what this process could; else its standard input is empty.
    void keepStandardInput() { m_process.setInputChannelMode(QProcess::ForwardedInputChannel); }
    [[nodiscard]] Status start();
    /// Asks the program to end as Ctrl-C would (SIGINT); asked again, or if that has not helped
    /// for a while, by SIGTERM, at last by SIGKILL.
    void stop();
    /// Passes a signal on to the program, if it runs.
    void send(int signal);

    [[nodiscard]] const RecordedProgram& program() const noexcept { return m_program; }
    [[nodiscard]] const QString& file() const noexcept { return m_path; }
    [[nodiscard]] const QString& pythonVersion() const noexcept { return m_version; }
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }
    /// The process runs, or what it wrote was not all read yet.
    [[nodiscard]] bool isActive() const noexcept { return m_isActive; }
    [[nodiscard]] std::chrono::milliseconds elapsed() const;
    [[nodiscard]] const TraceStream& stream() const noexcept { return m_stream; }
    /// None while isActive().
    [[nodiscard]] const std::optional<RecordedEnd>& end() const noexcept { return m_end; }

Q_SIGNALS:
    /// The trace has new events.
    void grew();
    void ended();
    /// The stream cannot be read: what follows is lost to the window, not to the file.
    void failed(const QString& message);

private:
    void read();
    void readSlice();
    void processHasEnded(int status, QProcess::ExitStatus how);
    void finish();

    const RecordedProgram m_program;
    const QString m_path;
    QString m_version;
    QProcess m_process;
    QFile m_file;
    TraceStream m_stream;
    QTimer m_timer;
    QTimer m_stopTimer;
    QElapsedTimer m_clock;
    std::chrono::milliseconds m_length{};
    std::optional<RecordedEnd> m_processEnd;
    std::optional<RecordedEnd> m_end;
    int m_stops = 0;
    bool m_isActive = false;
    bool m_isReadable = true;
};

}  // namespace coroscope
