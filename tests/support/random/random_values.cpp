// SPDX-License-Identifier: MIT
#include <array>
#include <string>

#include "tests/support/random/random_body.h"

namespace coroscope::test {
namespace {

std::string field(RandomBody& body)
{
    constexpr std::array<const char*, 8> specs{":>5", ":^7", ":*<4", ":.2f",
                                               ":05", ":+",  ":,",   ":s"};
    const bool isFormatted = body.isAtLeast(Level::Everything) && body.dice().percent(10);
    return '{' + body.anyValue() + (isFormatted ? body.dice().pick(specs) : "") + '}';
}

}  // namespace

// Of durations there are few, so that many deadlines are equal; each is a whole number of
// nanoseconds and exact as a double. Beside threads hardly two are equal: which of two threads
// ends first in one instant is a race.
Json RandomBody::duration()
{
    if (m_sketch.usesThreads && m_dice.percent(90)) {
        constexpr double unit = 512;
        return static_cast<double>(m_dice.between(1, 2048)) / unit;
    }
    switch (m_dice.below(10)) {
    case 0: return 0;
    case 1: return 1;
    case 2: return 0.25;
    case 3: return 0.5;
    case 4: return 1.5;
    case 5: return 2;
    case 6: return m_dice.percent(30) ? Json(-1) : Json(0.25);
    case 7: return "$d";
    default: return "$x";
    }
}

Json RandomBody::value()
{
    const unsigned kinds = isAtLeast(Level::Everything) ? 12 : 5;
    switch (m_dice.below(kinds)) {
    case 0: return static_cast<int>(m_dice.below(5)) - 1;
    case 1: return static_cast<double>(m_dice.below(16)) / 4;
    case 2: return '$' + anyValue();
    case 3: return "v" + std::to_string(m_sketch.printCount++);
    case 4: return "{" + anyValue() + "}!";
    case 5: return nullptr;
    case 6: return m_dice.percent(50);
    case 7: return Json::array({value(), value()});
    case 8: return "it's \"{" + anyValue() + "}\" {{}} $";
    case 9: return "$$d";
    case 10: return 1e21;
    default: return Json::array({"$" + anyValue()});
    }
}

Json RandomBody::printed()
{
    const std::string label = "p" + std::to_string(m_sketch.printCount++);
    if (m_dice.percent(10) && hasTask())
        return Json::array({label, anyTask()});
    if (m_dice.percent(10))
        return Json::array({label, value()});
    return label + ' ' + field(*this);
}

}  // namespace coroscope::test
