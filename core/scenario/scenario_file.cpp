// SPDX-License-Identifier: MIT
#include <array>
#include <fstream>
#include <string>
#include <system_error>

#include "core/scenario/scenario.h"

namespace coroscope::scenario {
namespace {

constexpr std::size_t largest = 16 * 1024 * 1024;  // some pipes and devices never end

}  // namespace

Result<Scenario> loadScenario(const std::filesystem::path& file)
{
    std::error_code status;
    if (!std::filesystem::exists(file, status))
        return Error{Error::Kind::NotFound, "there is no such file", file.string()};
    std::ifstream in(file, std::ios::binary);
    const bool isOpen = !std::filesystem::is_directory(file, status) && in.is_open();
    std::string text;
    std::array<char, 64 * 1024> block;
    while (isOpen && in && text.size() <= largest) {
        in.read(block.data(), block.size());
        text.append(block.data(), static_cast<std::size_t>(in.gcount()));
    }
    if (!isOpen || in.bad())
        return Error{Error::Kind::Unreadable, "the file cannot be read", file.string()};
    if (text.size() > largest)
        return Error{Error::Kind::Unsupported,
                     "the file is too large; expected a scenario of at most 16 MiB", file.string()};
    return readScenario(text, file.string());
}

}  // namespace coroscope::scenario
