// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/problem_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <array>

#include "core/base/time_text.h"

namespace coroscope {
namespace {

struct ProblemWords {
    Q_DECLARE_TR_FUNCTIONS(coroscope::ProblemText)
};

// In the order of TraceProblem::Kind.
constexpr std::array<const char*, 17> texts{
    QT_TRANSLATE_NOOP("coroscope::ProblemText", "it is no JSON object"),
    QT_TRANSLATE_NOOP("coroscope::ProblemText", "the file was cut off here"),
    QT_TRANSLATE_NOOP("coroscope::ProblemText", "its time is missing or out of range"),
    QT_TRANSLATE_NOOP("coroscope::ProblemText", "time goes backwards"),
    QT_TRANSLATE_NOOP("coroscope::ProblemText", "it came too late, and is shown where it came"),
    QT_TRANSLATE_NOOP("coroscope::ProblemText", "this version does not know the event"),
    QT_TRANSLATE_NOOP("coroscope::ProblemText", "the event names no task"),
    QT_TRANSLATE_NOOP("coroscope::ProblemText", "its task was never created"),
    QT_TRANSLATE_NOOP("coroscope::ProblemText", "its task was created before"),
    QT_TRANSLATE_NOOP("coroscope::ProblemText", "it comes after the program's end"),
    QT_TRANSLATE_NOOP("coroscope::ProblemText", "it comes after its task's end"),
    QT_TRANSLATE_NOOP("coroscope::ProblemText", "it cannot happen in the task's state"),
    QT_TRANSLATE_NOOP("coroscope::ProblemText", "a definition lacks what it needs"),
    QT_TRANSLATE_NOOP("coroscope::ProblemText", "a record uses what was not defined before"),
    QT_TRANSLATE_NOOP("coroscope::ProblemText", "packed records are not whole"),
    QT_TRANSLATE_NOOP("coroscope::ProblemText", "the event is no part of a timeline"),
    QT_TRANSLATE_NOOP("coroscope::ProblemText", "something ends that did not begin")};

}  // namespace

QString problemSentence(const TraceProblem& problem)
{
    const QLocale locale;
    const QString what = ProblemWords::tr(texts[static_cast<std::size_t>(problem.kind)]);
    const QString line = locale.toString(static_cast<qulonglong>(problem.line));
    if (problem.count < 2)
        return ProblemWords::tr("Line %1: %2.").arg(line, what);
    return ProblemWords::tr("Line %1: %2 (%3 times in all).")
        .arg(line, what, locale.toString(static_cast<qulonglong>(problem.count)));
}

QStringList problemSentences(const Document& document)
{
    QStringList sentences;
    if (document.lost > 0) {
        sentences << ProblemWords::tr("The recorder had to drop %1 events.")
                         .arg(QLocale().toString(static_cast<qulonglong>(document.lost)));
    }
    for (const TraceProblem& problem : document.problems)
        sentences << problemSentence(problem);
    return sentences;
}

QString realTimeSentence(const Trace& trace)
{
    constexpr std::string_view head =
        "waits in real time: ";  // resources/recorder, virtual_time.py
    for (std::size_t i = 0; i < trace.size(); ++i) {
        const Event event = trace.at(i);
        if (event.kind != EventKind::Mark || !trace.text(event).starts_with(head))
            continue;
        const QString since = QString::fromStdString(timeText(event.time).joined());
        return ProblemWords::tr("From %1 on time was real: %2.")
            .arg(since, QString::fromStdString(trace.text(event).substr(head.size())));
    }
    return {};
}

}  // namespace coroscope
