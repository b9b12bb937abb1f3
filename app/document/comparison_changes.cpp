// SPDX-License-Identifier: GPL-3.0-or-later
// Changing a comparison's parameters by a bar's end, and taking changes back.
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

}  // namespace coroscope
