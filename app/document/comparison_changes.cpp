// SPDX-License-Identifier: GPL-3.0-or-later
// Changing a comparison's parameters by a bar's end, taking changes back, and trying some.
#include <algorithm>
#include <cmath>
#include <utility>

#include "app/document/comparison.h"
#include "app/document/parameter_values.h"
#include "core/scenario/unit.h"

namespace coroscope {

void Comparison::beginStretch(int parameter)
{
    m_stretch = Stretch{parameter, m_wanted.parameters};
    m_ghosts = m_runs;
    Q_EMIT stretchingChanged(true);
}

void Comparison::stretchBy(Ticks by)
{
    if (!m_stretch)
        return;
    const auto& parameter = m_scenario.parameters()[static_cast<std::size_t>(m_stretch->parameter)];
    const double old = m_stretch->before.at(parameter.name).toDouble();
    const double unit = scenario::inSeconds(scenario::Value(1.0), parameter.unit).toDouble();
    const double step = parameter.step > 0 ? parameter.step : 1e-9;
    const double steps = std::round((old + toSeconds(by) / unit - parameter.min) / step);
    const double value = std::clamp(parameter.min + steps * step, parameter.min, parameter.max);
    setParameter(QString::fromStdString(parameter.name), value);
}

void Comparison::endStretch()
{
    if (!m_stretch)
        return;
    const scenario::ParameterValues before = takeStretch();
    if (!areSame(before, m_wanted.parameters))
        m_values.note(before);
    refresh();
}

void Comparison::cancelStretch()
{
    if (!m_stretch)
        return;
    const scenario::ParameterValues before = takeStretch();
    if (areSame(before, m_wanted.parameters))
        refresh();
    else
        changeTo(before);
}

// It is over; gives the values from before.
scenario::ParameterValues Comparison::takeStretch()
{
    scenario::ParameterValues before = std::move(m_stretch->before);
    m_stretch.reset();
    m_ghosts.clear();
    Q_EMIT stretchingChanged(false);
    return before;
}

void Comparison::undo()
{
    if (const auto values = m_values.undo(m_wanted.parameters))
        changeTo(*values);
}

void Comparison::redo()
{
    if (const auto values = m_values.redo(m_wanted.parameters))
        changeTo(*values);
}

std::vector<replay::Change> Comparison::changesAt(const ProgramRun& run,
                                                  const Segment& segment) const
{
    const Trace& trace = run.trace();
    const bool isRecorded = m_whatIfs && run.name.toStdString() == m_programs.front().name;
    const bool isWhole = trace.size() > 0 && trace.at(trace.size() - 1).kind == EventKind::End;
    if (!isRecorded || !isWhole)
        return {};
    return replay::changesAt(trace, segment.beginEvent);
}

void Comparison::tryOut(const replay::Change& change, const ProgramRun& run)
{
    const scenario::ProgramInfo program = m_whatIfs->programFor(change, run);
    const QString name = QString::fromStdString(program.name);
    if (!indexOf(name)) {
        m_programs.push_back(program);
        m_stored.emplace_back();
        m_wanted.shown.push_back(false);
        m_applied.shown.push_back(false);
    }
    setShown(name, true);
}

}  // namespace coroscope
