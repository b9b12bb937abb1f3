// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/comparison.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/document/stepper.h"
#include "app/language/language.h"

namespace coroscope {
namespace {

scenario::ParameterValues valuesOfFile(const scenario::Scenario& scenario)
{
    scenario::ParameterValues values;
    for (const scenario::Parameter& parameter : scenario.parameters())
        values[parameter.name] = parameter.value;
    return values;
}

scenario::Value like(const scenario::Value& example, double value)
{
    if (example.isInt() && std::trunc(value) == value)
        return static_cast<std::int64_t>(value);
    return value;
}

// What the file asks for; the other strategies can be switched on.
std::vector<bool> listedPrograms(const scenario::Scenario& scenario)
{
    std::vector<bool> isListed;
    for (const scenario::ProgramInfo& program : scenario.programs())
        isListed.push_back(program.isListed);
    return isListed;
}

bool isSame(const scenario::Value& a, const scenario::Value& b)
{
    return a.isInt() == b.isInt() && a.toDouble() == b.toDouble();
}

bool areSame(const scenario::ParameterValues& a, const scenario::ParameterValues& b)
{
    return std::ranges::equal(a, b, [](const auto& left, const auto& right) {
        return left.first == right.first && isSame(left.second, right.second);
    });
}

Ticks scaled(Ticks time, Ticks oldTotal, Ticks newTotal)
{
    const double fraction =
        static_cast<double>(time.count()) / static_cast<double>(oldTotal.count());
    return Ticks(std::llround(fraction * static_cast<double>(newTotal.count())));
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
      m_stored(m_scenario.programs().size()),
      m_worker(std::move(runner))
{
    connect(&m_worker, &RunWorker::finished, this, &Comparison::take);
    connect(&m_worker, &RunWorker::busyChanged, this, &Comparison::busyChanged);
    connect(&Language::current(), &Language::changed, this, &Comparison::runsChanged);
}

void Comparison::start()
{
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
    change(std::move(settings));
}

void Comparison::resetParameters()
{
    Settings settings = m_wanted;
    settings.parameters = valuesOfFile(m_scenario);
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
        request.programs.push_back(m_scenario.programs()[index]);
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
    const Ticks oldTotal = longestTotal();
    m_applied = m_wanted;
    m_runs.clear();
    for (std::size_t i = 0; i < m_stored.size(); ++i) {
        if (m_wanted.shown[i])
            m_runs.push_back(m_stored[i].run);
    }
    const Ticks newTotal = longestTotal();
    keepRange(oldTotal, newTotal);
    keepPlace(oldTotal, newTotal);
    Q_EMIT runsChanged();
}

void Comparison::keepPlace(Ticks oldTotal, Ticks newTotal)
{
    const PlayPosition& old = m_playhead.position();
    if (oldTotal != newTotal && oldTotal > Ticks{0} && old.time > Ticks{0})
        m_playhead.setTime(scaled(std::min(old.time, oldTotal), oldTotal, newTotal));
}

void Comparison::keepRange(Ticks oldTotal, Ticks newTotal)
{
    const TimeSpan old = m_visibleRange.span();
    const bool showedAll = oldTotal == Ticks{0} || (old.begin <= Ticks{0} && old.end >= oldTotal);
    if (showedAll || newTotal == Ticks{0}) {
        m_visibleRange.setSpan(wholeSpan());
        return;
    }
    const Ticks length = std::min(old.length(), newTotal);
    const Ticks begin = std::clamp(old.begin, Ticks{0}, newTotal - length);
    m_visibleRange.setSpan({begin, begin + length});
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
    const auto& all = m_scenario.programs();
    const auto found = std::ranges::find(all, program.toStdString(), &scenario::ProgramInfo::name);
    if (found == all.end())
        return {};
    return static_cast<std::size_t>(found - all.begin());
}

}  // namespace coroscope
