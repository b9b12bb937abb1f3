// SPDX-License-Identifier: MIT
#include "core/trace/base64.h"

#include <array>
#include <cstdint>

namespace coroscope {
namespace {

constexpr std::uint8_t invalid = 0xff;

constexpr std::array<std::uint8_t, 256> values = [] {
    constexpr std::string_view alphabet =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::array<std::uint8_t, 256> all{};
    all.fill(invalid);
    for (std::size_t i = 0; i < alphabet.size(); ++i)
        all[static_cast<unsigned char>(alphabet[i])] = static_cast<std::uint8_t>(i);
    return all;
}();

std::uint32_t valueOf(char c)
{
    return values[static_cast<unsigned char>(c)];
}

std::string_view withoutPadding(std::string_view text)
{
    for (int i = 0; i < 2 && text.size() % 4 != 1 && text.ends_with('='); ++i)
        text.remove_suffix(1);
    return text;
}

}  // namespace

bool decodeBase64(std::string_view text, std::string& bytes)
{
    const bool isWhole = text.size() % 4 == 0;
    text = withoutPadding(text);
    bytes.clear();
    bytes.reserve(text.size() / 4 * 3 + 3);
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : text) {
        const std::uint32_t value = valueOf(c);
        if (value == invalid)
            return false;
        bits = bits << 6 | value;
        count += 6;
        if (count >= 8) {
            count -= 8;
            bytes.push_back(static_cast<char>(bits >> count & 0xff));
        }
    }
    return isWhole;
}

}  // namespace coroscope
