// SPDX-License-Identifier: MIT
#include "tests/support/random_scenario.h"

#include <array>
#include <random>
#include <vector>

namespace coroscope::test {
namespace {

constexpr unsigned functionCount = 4;

// Function i calls only functions after it, so that no program recurs for ever.
class Writer {
public:
    explicit Writer(unsigned seed) : m_random(seed) {}

    std::string scenario()
    {
        std::string text = R"({"coroscope_scenario": 1, "functions": [)";
        for (unsigned i = 0; i < functionCount; ++i) {
            m_function = i;
            text += (i > 0 ? ", " : "") + std::string(R"({"name": "f)") + std::to_string(i) +
                    R"(", "params": ["x"], "body": )" + block(3) + '}';
        }
        m_function = 0;
        return text + R"(], "mains": [{"name": "main", "body": [{"let": "x", "be": 1}, )" +
               block(3).substr(1) + "}]}";
    }

private:
    unsigned below(unsigned limit) { return static_cast<unsigned>(m_random() % limit); }

    std::string call()
    {
        const unsigned first = m_function + 1;
        return R"({"call": "f)" + std::to_string(first + below(functionCount - first)) +
               R"(", "args": [)" + delay() + "]}";
    }

    std::string delay()
    {
        constexpr std::array<const char*, 6> delays{"0", "1", "0.5", "2.25", "-1", "\"$x\""};
        return delays[below(delays.size())];
    }

    std::string block(int depth)
    {
        std::string text = "[";
        const unsigned count = 1 + below(4);
        for (unsigned i = 0; i < count; ++i)
            text += (i > 0 ? ", " : "") + statement(depth);
        return text + ']';
    }

    std::string statement(int depth)
    {
        const bool mayCall = m_function + 1 < functionCount;
        switch (below(depth > 0 ? (mayCall ? 13 : 8) : 5)) {
        case 0: return R"({"print": "{x}"})";
        case 1: return R"({"sleep": )" + delay() + '}';
        case 2: return R"({"yield": true})";
        case 3: return R"({"work": )" + delay() + '}';
        case 4: return R"({"block": )" + delay() + '}';
        case 5: return R"({"repeat": 2, "index": "i", "body": )" + block(depth - 1) + '}';
        case 6:
            return R"({"if": ["$x", "<", 1], "then": )" + block(depth - 1) + R"(, "else": )" +
                   block(depth - 1) + '}';
        case 7: return below(4) > 0 ? R"({"let": "x", "be": 2})" : R"({"raise": "ValueError"})";
        case 8: return R"({"await": )" + call() + '}';
        case 9: return R"({"create_task": )" + call() + R"(, "into": "t"})";
        case 10: return R"({"create_task": )" + call() + R"(, "into": "t"}, {"await": "$t"})";
        case 11: return R"({"create_task": )" + call() + R"(, "into": "t"}, {"cancel": "$t"})";
        default:
            return R"({"gather": [)" + call() + ", " + call() + R"(], "return_exceptions": )" +
                   (below(2) > 0 ? "true}" : "false}");
        }
    }

    std::mt19937 m_random;
    unsigned m_function = 0;
};

}  // namespace

std::string randomScenario(unsigned seed)
{
    return Writer(seed).scenario();
}

}  // namespace coroscope::test
