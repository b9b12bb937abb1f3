// SPDX-License-Identifier: MIT
#include "core/trace/trace_problems.h"

#include <algorithm>
#include <array>

#include "core/base/result.h"

namespace coroscope {
namespace {

// In the order of TraceProblem::Kind.
constexpr std::array<std::string_view, 17> texts{
    "no JSON object in this line",
    "the file was cut off here",
    "\"t\" must be a number of nanoseconds from 0 to 2^53 - 1",
    "time goes backwards",
    "came too late: time had been promised to be past this",
    "\"e\" is no kind of event that this version knows",
    "\"task\" must be an integer",
    "this task was never created",
    "this task was created before",
    "comes after the end",
    "comes after the task is done",
    "cannot come here: expected create, then ready, resume and suspend in turn",
    "a definition without what it needs",
    "a record of what was not defined before",
    "the packed records are not whole: expected base64 of 20 bytes each",
    "no part of a timeline",
    "an end without a beginning"};

bool keepsTheEvent(TraceProblem::Kind kind)
{
    return kind == TraceProblem::Kind::Late;
}

}  // namespace

std::string problemText(const TraceProblem& problem)
{
    std::string text;
    if (problem.event)
        text = '"' + std::string(wordOf(*problem.event)) + "\" ";
    return text += texts[static_cast<std::size_t>(problem.kind)];
}

std::string problemText(const TraceProblem& problem, const std::string& source)
{
    std::string text = problemText(problem);
    if (problem.count > 1)
        text += " (and " + std::to_string(problem.count - 1) + " more)";
    return Error{Error::Kind::BadFormat, text, source + ':' + std::to_string(problem.line)}.text();
}

void TraceProblems::add(TraceProblem::Kind kind, std::size_t line, std::optional<EventKind> event)
{
    m_leftOut += keepsTheEvent(kind) ? 0 : 1;
    const auto same = std::ranges::find_if(m_all, [&](const TraceProblem& problem) {
        return problem.kind == kind && problem.event == event;
    });
    if (same == m_all.end())
        m_all.push_back({kind, event, line, 1});
    else
        ++same->count;
}

}  // namespace coroscope
