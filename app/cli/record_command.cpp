// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <array>
#include <iostream>
#include <memory>

#include "app/cli/command.h"
#include "app/cli/passed_signals.h"
#include "app/cli/recording_for_window.h"
#include "app/export/whole_file.h"
#include "app/record/recording.h"
#include "core/trace/json_lines_writer.h"

namespace coroscope::cli {
namespace {

constexpr int killedBySignal = 128;  // as shells tell it

std::optional<RecordedProgram> forWindow;

struct Arguments {
    std::string output;
    std::string python;
    bool isVirtual = false;
    const CLI::App* app = nullptr;
};

Result<RecordedProgram> programOf(const Arguments& arguments)
{
    RecordedProgram program;
    program.python = QString::fromStdString(arguments.python);
    program.isVirtual = arguments.isVirtual;
    for (const std::string& word : arguments.app->remaining())
        program.command << QString::fromStdString(word);
    if (program.source().isEmpty())
        return Error{Error::Kind::Usage, "expected a SCRIPT, or -m and a MODULE", "record"};
    if (!program.isModule() && program.source().startsWith(u'-'))
        return Error{Error::Kind::Usage,
                     "unknown option; expected -o, --virtual-time, --python or -m",
                     program.source().toStdString()};
    if (!program.isModule() && !QFileInfo::exists(program.source()))
        return Error{Error::Kind::NotFound, "there is no such file",
                     program.source().toStdString()};
    return program;
}

// The recording as trace files are written, plain and sorted, in place of what was streamed.
Status writePlain(const Recording& recording, const QString& output)
{
    const TraceStream& stream = recording.stream();
    if (!stream.header())
        return Error{Error::Kind::WriteFailed, "nothing was recorded", output.toStdString()};
    return writeWholeFile(output, [&stream](std::ostream& out) {
        writeJsonLines(out, *stream.trace(), *stream.header());
    });
}

ExitStatus statusOf(const RecordedEnd& end)
{
    return static_cast<ExitStatus>(end.signal != 0 ? killedBySignal + end.signal : end.status);
}

// The stream stays if the file cannot be written: it can be opened as well.
ExitStatus finish(const Recording& recording, const QString& output)
{
    const Status written = writePlain(recording, output);
    if (!written) {
        std::cerr << "coroscope: the recording is in " << recording.file().toStdString() << '\n';
        return fail(written.error());
    }
    QFile::remove(recording.file());
    for (const TraceProblem& problem : recording.stream().problems().all())
        std::cerr << "coroscope: " << problemText(problem, output.toStdString()) << '\n';
    if (recording.stream().lost() > 0)
        std::cerr << "coroscope: " << recording.stream().lost() << " events were lost\n";
    return statusOf(recording.end().value());
}

// Where the program's stream goes meanwhile: beside the output, but not among devices.
QString streamFor(const QString& output)
{
    const QFileInfo info(output);
    const bool isDevice = info.exists() && !info.isFile();
    const QString stream = output + QStringLiteral(".part");
    return isDevice ? QDir::temp().filePath(QFileInfo(stream).fileName()) : stream;
}

// What asks this process to end is for the program, which decides what it means; once it has ended,
// the recording is written.
ExitStatus recordInto(const RecordedProgram& program, const QString& output)
{
    int argc = 1;
    std::array<char*, 2> argv{const_cast<char*>("coroscope"), nullptr};
    const QCoreApplication loop(argc, argv.data());
    const PassedSignals signals;
    Recording recording(program, streamFor(output));
    recording.keepStandardInput();
    const Status started = recording.start();
    if (!started)
        return fail(started.error());
    QObject::connect(&signals, &PassedSignals::came, &recording, &Recording::send);
    QObject::connect(&recording, &Recording::ended, &loop, &QCoreApplication::quit);
    QCoreApplication::exec();
    return finish(recording, output);
}

ExitStatus record(const Arguments& arguments)
{
    auto program = programOf(arguments);
    if (!program)
        return fail(program.error());
    if (!arguments.output.empty())
        return recordInto(program.value(), QString::fromStdString(arguments.output));
    forWindow = std::move(program).value();
    return Success;
}

}  // namespace

std::optional<RecordedProgram> takeRecordingForWindow()
{
    return std::exchange(forWindow, std::nullopt);
}

std::function<ExitStatus()> declareRecord(CLI::App& app)
{
    const auto arguments = std::make_shared<Arguments>();
    arguments->app = &app;
    app.add_option("-o", arguments->output,
                   "Write the recording there, without a window; ends as the program ends")
        ->type_name("FILE");
    app.add_flag("--virtual-time", arguments->isVirtual, "Sleeping takes no time");
    app.add_option("--python", arguments->python,
                   "The interpreter; else the virtual environment's, else python3")
        ->type_name("EXE");
    // As python has it, what follows the script or the module is the program's: so -m is none of
    // our options, but the first word of what is left.
    app.prefix_command();
    app.footer(
        "SCRIPT [ARG...] or -m MODULE [ARG...] come last; what follows is the program's own.");
    return [arguments] { return record(*arguments); };
}

}  // namespace coroscope::cli
