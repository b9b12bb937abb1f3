// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/row_query.h"

#include <QRegularExpression>
#include <algorithm>
#include <array>
#include <cmath>

namespace coroscope {
namespace {

struct StateWord {
    const char* word;
    SegmentState state;
};
constexpr std::array stateWords{
    StateWord{"running", SegmentState::Running}, StateWord{"ready", SegmentState::Ready},
    StateWord{"blocking", SegmentState::Blocking}, StateWord{"suspended", SegmentState::Suspended}};
struct Unit {
    const char* word;
    double ns;
};
constexpr std::array units{Unit{"ns", 1},   Unit{"us", 1e3}, Unit{"µs", 1e3},
                           Unit{"ms", 1e6}, Unit{"s", 1e9},  Unit{"min", 60e9}};
constexpr double longest = 9e18;  // ns that Ticks can hold

std::optional<SegmentState> stateNamed(const QString& word)
{
    for (const StateWord& known : stateWords) {
        if (word.compare(QLatin1String(known.word), Qt::CaseInsensitive) == 0)
            return known.state;
    }
    return {};
}

std::optional<Ticks> durationOf(const QString& number, const QString& unit)
{
    for (const Unit& known : units) {
        if (unit.compare(QString::fromUtf8(known.word), Qt::CaseInsensitive) == 0)
            return Ticks(std::llround(std::min(longest, number.toDouble() * known.ns)));
    }
    return {};
}

bool isSearched(SegmentState state)
{
    return std::ranges::any_of(stateWords,
                               [state](const StateWord& known) { return known.state == state; });
}

}  // namespace

RowQuery::RowQuery(const QString& text)
{
    for (const QString& word : text.split(u' ', Qt::SkipEmptyParts)) {
        if (const auto stretch = stretchOf(word))
            m_stretches.push_back(*stretch);
        else
            m_words.push_back(word);
    }
}

std::optional<RowQuery::Stretch> RowQuery::stretchOf(const QString& word)
{
    if (word.startsWith(QLatin1String("is:"), Qt::CaseInsensitive)) {
        const auto state = stateNamed(word.mid(3));
        return state ? std::optional(Stretch{state}) : std::nullopt;
    }
    static const QRegularExpression limit(
        QStringLiteral("^(\\w*)([<>])(\\d+(?:\\.\\d+)?)([a-zµ]+)$"),
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch found = limit.match(word);
    const auto duration = durationOf(found.captured(3), found.captured(4));
    if (!found.hasMatch() || !duration)
        return {};
    Stretch stretch{stateNamed(found.captured(1))};
    if (!stretch.state && !found.captured(1).isEmpty())
        return {};
    (found.captured(2) == QLatin1String(">") ? stretch.above : stretch.below) = *duration;
    return stretch;
}

bool RowQuery::fits(const ProgramRun& run, int row) const
{
    const TaskInfo task = run.trace().task(TaskId{static_cast<std::uint32_t>(row)});
    const std::array names{run.rows.value(row), QString::fromStdString(task.name),
                           QString::fromStdString(task.label)};
    for (const QString& word : m_words) {
        const bool isNamed = std::ranges::any_of(
            names, [&](const QString& name) { return name.contains(word, Qt::CaseInsensitive); });
        if (!isNamed)
            return false;
    }
    const Track& track = run.timeline->tracks()[static_cast<std::size_t>(row)];
    return std::ranges::all_of(m_stretches, [&](const Stretch& wanted) {
        for (std::size_t i = 0; i < track.segments.size(); ++i) {
            const SegmentState state = track.segments.stateAt(i);
            if (wanted.state ? state != *wanted.state : !isSearched(state))
                continue;
            const Ticks length = run.timeline->segment(track, i).span.length();
            if (length > wanted.above && length < wanted.below)
                return true;
        }
        return false;
    });
}

}  // namespace coroscope
