// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string_view>
#include <utility>

namespace coroscope {

/// Gives the next bytes of a file; none: that was all. They stay until the next call.
using ByteSource = std::function<std::string_view()>;

/// Gives the text at once.
[[nodiscard]] inline ByteSource bytesOf(std::string_view text)
{
    return [text]() mutable { return std::exchange(text, {}); };
}

}  // namespace coroscope
