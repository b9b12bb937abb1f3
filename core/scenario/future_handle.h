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
    explicit FutureHandle(Ref<FutureBase> future);
    FutureHandle(const FutureHandle&) = delete;
    FutureHandle& operator=(const FutureHandle&) = delete;
    ~FutureHandle() override;

    /// Frees what the futures of this loop ended with that a handle still refers to: a program can
    /// make a task return itself, and then nobody else would. Nothing may be asked of them then.
    static void dropOutcomes(const EventLoop& loop);

    [[nodiscard]] const Ref<FutureBase>& future() const noexcept { return m_future; }
    [[nodiscard]] std::string repr() const override;
    [[nodiscard]] std::string_view typeName() const override;

private:
    const Ref<FutureBase> m_future;
    FutureHandle* m_previous = nullptr;  // all handles on this thread
    FutureHandle* m_following;
};

}  // namespace coroscope::scenario
