// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

#include "core/runtime/callback.h"
#include "core/runtime/frame_pool.h"
#include "core/runtime/loop_owned.h"

namespace coroscope {

/// A callback that belongs to nobody: it deletes itself after it was called. Made by plain `new`.
class OwnedCallback : public Callback, public LoopOwned {
public:
    explicit OwnedCallback(EventLoop& loop) noexcept
        : Callback(&OwnedCallback::callOnce), LoopOwned(loop)
    {}

    static void* operator new(std::size_t size) { return frame_pool::allocate(size); }
    static void operator delete(void* node, std::size_t size) noexcept
    {
        frame_pool::release(node, size);
    }

protected:
    virtual void called() = 0;

private:
    static void callOnce(Callback& callback);
};

}  // namespace coroscope
