// SPDX-License-Identifier: MIT
#include "core/scenario/call.h"

#include "core/scenario/frame.h"

namespace coroscope::scenario {

std::string Invocation::label() const
{
    std::string text = m_name + '(';
    for (std::size_t i = 0; i < m_arguments.size(); ++i)
        text += (i > 0 ? ", " : "") + m_arguments[i].repr();
    return text + ')';
}

Invocation Call::evaluate(Frame& frame) const
{
    std::vector<Value> values;
    for (const ExpressionPtr& argument : *arguments)
        values.push_back(argument->evaluate(frame));
    return Invocation(function, name, std::move(values));
}

}  // namespace coroscope::scenario
