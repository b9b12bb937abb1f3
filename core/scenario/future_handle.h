// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "core/runtime/future.h"
#include "core/scenario/value.h"

namespace coroscope::scenario {

/// A task or future that a variable holds.
class FutureHandle final : public Handle {
public:
    explicit FutureHandle(Ref<FutureBase> future) : m_future(std::move(future)) {}

    [[nodiscard]] const Ref<FutureBase>& future() const noexcept { return m_future; }
    [[nodiscard]] std::string repr() const override;
    [[nodiscard]] std::string_view typeName() const override;

private:
    const Ref<FutureBase> m_future;
};

}  // namespace coroscope::scenario
