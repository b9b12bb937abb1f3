// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <limits>

namespace coroscope {

/// An index that cannot be mistaken for another kind of index. Default: none.
template <typename Tag>
struct Id {
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

    std::uint32_t value = none;

    [[nodiscard]] constexpr bool isValid() const noexcept { return value != none; }
    friend constexpr auto operator<=>(Id, Id) = default;
};

using TaskId = Id<struct TaskTag>;      ///< in order of creation, from 0
using ObjectId = Id<struct ObjectTag>;  ///< a lock, queue, event, ...
using SiteId = Id<struct SiteTag>;      ///< a place in a source file
using StackId = Id<struct StackTag>;    ///< places, each called from the one before

}  // namespace coroscope
