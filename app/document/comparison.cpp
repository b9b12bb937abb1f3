// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/comparison.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/document/axis_map.h"
#include "app/document/parameter_values.h"
#include "app/document/stepper.h"
#include "app/language/language.h"

namespace coroscope {
namespace {

// What the file asks for; the other strategies can be switched on.
std::vector<bool> listedPrograms(const scenario::Scenario& scenario)
{
    std::vector<bool> isListed;
    for (const scenario::ProgramInfo& program : scenario.programs())
        isListed.push_back(program.isListed);
    return isListed;
}

Ticks scaled(Ticks time, Ticks oldTotal, Ticks newTotal)
{
    const double fraction =
        static_cast<double>(time.count()) / static_cast<double>(oldTotal.count());
    return Ticks(std::llround(fraction * static_cast<double>(newTotal.count())));
}

const ProgramRun* runNamed(std::span<const ProgramRunPtr> runs, const QString& name)
{
    const auto found =
        std::ranges::find(runs, name, [](const ProgramRunPtr& run) { return run->name; });
    return found == runs.end() ? nullptr : found->get();
}

}  // namespace

Comparison::Comparison(scenario::Scenario scenario, QObject* parent)
    : Comparison(std::move(scenario), &scenario::run, parent)
{}

Comparison::Comparison(scenario::Scenario scenario, Runner runner, QObject* parent)
    : QObject(parent),
      m_scenario(std::move(scenario)),
      m_wanted{valuesOfFile(m_scenario), listedPrograms(m_scenario), 0},
      m_applied(m_wanted),
      m_programs(m_scenario.programs()),
      m_stored(m_programs.size()),
      m_worker(std::move(runner))
{
    m_view.axis.setKind(m_scenario.axis() == scenario::Axis::Order ? AxisKind::Order
                                                                   : AxisKind::Time);
    m_view.history.forget();
    connect(&m_worker, &RunWorker::finished, this, &Comparison::take);
    connect(&m_worker, &RunWorker::busyChanged, this, &Comparison::busyChanged);
    connect(&Language::current(), &Language::changed, this, &Comparison::runsChanged);
}

void Comparison::start()
{
    run();
}

void Comparison::reload()
{
    m_wanted.generation = ++m_lastGeneration;
    run();
}

const scenario::ParameterValues& Comparison::parameters() const noexcept
{
    return m_wanted.parameters;
}

void Comparison::setParameter(const QString& name, double value)
{
    Settings settings = m_wanted;
    const std::string key = name.toStdString();
    const auto& all = m_scenario.parameters();
    const auto found = std::ranges::find(all, key, &scenario::Parameter::name);
    Q_ASSERT(found != all.end());
    settings.parameters[key] = like(found->value, value);
    if (isSame(settings.parameters[key], m_wanted.parameters[key]))
        return;
    if (!m_stretch)
        m_values.note(m_wanted.parameters, key);
    change(std::move(settings));
}

void Comparison::resetParameters()
{
    const scenario::ParameterValues values = valuesOfFile(m_scenario);
    if (!areSame(values, m_wanted.parameters))
        m_values.note(m_wanted.parameters);
    changeTo(values);
}

// Shows the runs again that are there; those that are on their way come by themselves.
void Comparison::refresh()
{
    if (!isBusy())
        show();
}

void Comparison::changeTo(const scenario::ParameterValues& values)
{
    Settings settings = m_wanted;
    settings.parameters = values;
    change(std::move(settings));
}

bool Comparison::isShown(const QString& program) const
{
    const auto index = indexOf(program);
    return index && m_wanted.shown[*index];
}

void Comparison::setShown(const QString& program, bool isShown)
{
    const auto index = indexOf(program);
    Q_ASSERT(index);
    Settings settings = m_wanted;
    settings.shown[*index] = isShown;
    if (std::ranges::find(settings.shown, true) != settings.shown.end())
        change(std::move(settings));
}

Ticks Comparison::longestTotal() const
{
    return coroscope::longestTotal(m_runs);
}

TimeSpan Comparison::wholeSpan() const
{
    const Ticks total = longestTotal();
    return {Ticks{0}, total > Ticks{0} ? total : Ticks{std::chrono::seconds(1)}};
}

TimeSpan Comparison::wholeOrderSpan() const
{
    std::size_t most = 1;
    for (const ProgramRunPtr& run : m_runs)
        most = std::max(most, run->trace().size());
    return {Ticks{0}, AxisMap::unit * static_cast<Ticks::rep>(most)};
}

TimeSpan Comparison::wholeAxisSpan() const
{
    return m_view.axis.kind() == AxisKind::Time ? wholeSpan() : wholeOrderSpan();
}

void Comparison::cancel()
{
    if (!isBusy())
        return;
    m_worker.cancel();
    goBack();
}

void Comparison::change(Settings settings)
{
    const bool hasNewValues = !areSame(settings.parameters, m_wanted.parameters);
    if (!hasNewValues && settings.shown == m_wanted.shown)
        return;
    m_wanted = std::move(settings);
    if (hasNewValues)
        m_wanted.generation = ++m_lastGeneration;
    Q_EMIT settingsChanged();
    run();
}

void Comparison::goBack()
{
    m_wanted = m_applied;
    Q_EMIT settingsChanged();
}

void Comparison::run()
{
    m_requested = missing();
    if (m_requested.empty()) {
        m_worker.cancel();
        show();
        return;
    }
    RunRequest request{m_scenario, {}, m_wanted.parameters};
    for (const std::size_t index : m_requested)
        request.programs.push_back(m_programs[index]);
    m_worker.start(std::move(request));
}

void Comparison::take(const RunResult& result)
{
    if (!result) {
        goBack();
        Q_EMIT failed(QString::fromStdString(result.error().text()));
        return;
    }
    for (std::size_t i = 0; i < m_requested.size(); ++i)
        m_stored[m_requested[i]] = {result.value()[i], m_wanted.generation};
    show();
}

void Comparison::show()
{
    const TimeSpan oldWhole = wholeSpan();
    const TimeSpan oldOrder = wholeOrderSpan();
    const Ticks oldTotal = longestTotal();
    m_applied = m_wanted;
    std::vector<ProgramRunPtr> runs;
    for (std::size_t i = 0; i < m_stored.size(); ++i) {
        if (m_wanted.shown[i])
            runs.push_back(m_stored[i].run);
    }
    const bool isFirst = m_runs.empty();
    std::swap(runs, m_runs);
    keepRange(m_view.timeRange, isFirst ? m_view.timeRange.span() : oldWhole, wholeSpan());
    keepRange(m_view.orderRange, isFirst ? m_view.orderRange.span() : oldOrder, wholeOrderSpan());
    keepPlace(oldTotal, longestTotal());
    keepSelection(runs);
    Q_EMIT runsChanged();
}

void Comparison::keepPlace(Ticks oldTotal, Ticks newTotal)
{
    const PlayPosition& old = m_view.playhead.position();
    if (oldTotal != newTotal && oldTotal > Ticks{0} && old.time > Ticks{0})
        m_view.playhead.setTime(scaled(std::min(old.time, oldTotal), oldTotal, newTotal));
}

void Comparison::keepRange(VisibleRange& range, TimeSpan oldWhole, TimeSpan newWhole)
{
    const TimeSpan old = range.span();
    const bool showedAll = old.begin <= oldWhole.begin && old.end >= oldWhole.end;
    TimeSpan span = newWhole;
    if (showedAll && m_stretch) {
        span.end = std::max(old.end, newWhole.end);
    } else if (!showedAll) {
        const Ticks length = std::min(old.length(), newWhole.length());
        const Ticks begin = std::clamp(old.begin, newWhole.begin, newWhole.end - length);
        span = {begin, begin + length};
    }
    range.setSpan(span, RangeChange::Follow);
}

// The same segment of the same row, if there is one that does the same.
void Comparison::keepSelection(std::span<const ProgramRunPtr> oldRuns)
{
    const auto selected = m_view.selection.segment();
    if (!selected)
        return;
    const ProgramRun* const before = runNamed(oldRuns, selected->program);
    const ProgramRun* const now = runNamed(m_runs, selected->program);
    const auto stateIn = [&](const ProgramRun& run) {
        const auto& tracks = run.timeline->tracks();
        const auto row = static_cast<std::size_t>(selected->track);
        return row < tracks.size() && selected->segment < tracks[row].segments.size()
                   ? tracks[row].segments.stateAt(selected->segment)
                   : SegmentState::Unborn;
    };
    if (now == nullptr || (before != nullptr && stateIn(*before) != stateIn(*now)))
        m_view.selection.clear();
}

std::vector<std::size_t> Comparison::missing() const
{
    std::vector<std::size_t> indices;
    for (std::size_t i = 0; i < m_stored.size(); ++i) {
        if (m_wanted.shown[i] && m_stored[i].generation != m_wanted.generation)
            indices.push_back(i);
    }
    return indices;
}

std::optional<std::size_t> Comparison::indexOf(const QString& program) const
{
    const auto found =
        std::ranges::find(m_programs, program.toStdString(), &scenario::ProgramInfo::name);
    if (found == m_programs.end())
        return {};
    return static_cast<std::size_t>(found - m_programs.begin());
}

}  // namespace coroscope
