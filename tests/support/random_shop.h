// SPDX-License-Identifier: MIT
#pragma once

#include <random>
#include <string>
#include <vector>

#include "core/scenario/run.h"
#include "core/timeline/timeline.h"

namespace coroscope::test {

inline Ticks milliseconds(double count)
{
    return Ticks(static_cast<std::int64_t>(count * 1e6));
}

// Four tasks that sleep, compute and share a lock, each time for as long as a parameter of its own
// says; no two are the same, so that a length tells the parameter. Main gathers them, or awaits one
// after the other, and then goes on.
class Shop {
public:
    explicit Shop(unsigned seed) : m_random(seed)
    {
        std::string functions, gathered, created, awaited;
        for (int task = 0; task < 4; ++task) {
            const std::string name = "f" + std::to_string(task);
            functions += (task > 0 ? ", " : "") + std::string(R"({"name": ")") + name +
                         R"(", "params": [], "body": [)" + body() + "]}";
            const std::string call = R"({"call": ")" + name + R"("})";
            gathered += (task > 0 ? ", " : "") + call;
            created += R"({"create_task": )" + call + R"(, "into": "t)" + name + R"("}, )";
            awaited += R"({"await": "$t)" + name + R"("}, )";
        }
        m_text = R"({"coroscope_scenario": 1, "functions": [)" + functions +
                 R"(], "objects": {"a": {"type": "lock"}}, "parameters": [)" + m_parameters +
                 R"(], "mains": [{"name": "main", "body": [)" +
                 (seed % 2 == 0 ? R"({"gather": [)" + gathered + "]}, " : created + awaited) +
                 R"({"sleep": 0.1}]}]})";
    }

    [[nodiscard]] const std::vector<double>& values() const { return m_values; }

    [[nodiscard]] std::shared_ptr<const Trace> run(const std::vector<double>& values) const
    {
        const auto read = scenario::readScenario(m_text, "test");
        scenario::RunOptions options;
        for (std::size_t i = 0; i < values.size(); ++i)
            options.parameters["p" + std::to_string(i)] = values[i];
        return scenario::run(read.value(), "main", options).value().trace;
    }

    // The parameter that says how long this segment lasts; -1 if none does.
    [[nodiscard]] int parameterOf(const Trace& trace, const Segment& segment) const
    {
        const Event begin = trace.at(segment.beginEvent);
        Ticks length = segment.span.length();
        if (begin.kind == EventKind::Suspend)
            length = trace.wait(begin).until - begin.time;
        else if (begin.kind != EventKind::Block)
            return -1;
        for (std::size_t i = 0; i < m_values.size(); ++i) {
            if (milliseconds(m_values[i] * 1000) == length)
                return static_cast<int>(i);
        }
        return -1;
    }

private:
    unsigned below(unsigned limit) { return static_cast<unsigned>(m_random() % limit); }

    std::string parameter()
    {
        const std::size_t number = m_values.size();
        // Whole milliseconds, and a different digit behind the point for each.
        m_values.push_back(0.5 + below(4000) / 1000.0 + static_cast<double>(number) / 1e6);
        const std::string name = "p" + std::to_string(number);
        m_parameters += (number > 0 ? ", " : "") + std::string(R"({"name": ")") + name +
                        R"(", "value": 1, "min": 0, "max": 1000})";
        return "\"$" + name + '"';
    }

    std::string body()
    {
        std::string text;
        const unsigned count = 1 + below(4);
        for (unsigned i = 0; i < count; ++i) {
            text += i > 0 ? ", " : "";
            switch (below(5)) {
            case 0: text += R"({"work": )" + parameter() + '}'; break;
            case 1: text += R"({"with": "$a", "body": [{"sleep": )" + parameter() + "}]}"; break;
            default: text += R"({"sleep": )" + parameter() + '}'; break;
            }
        }
        return text;
    }

    std::mt19937 m_random;
    std::vector<double> m_values;
    std::string m_parameters;
    std::string m_text;
};

}  // namespace coroscope::test
