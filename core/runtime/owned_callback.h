// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

#include "core/runtime/callback.h"
#include "core/runtime/frame_pool.h"

namespace coroscope {

class EventLoop;

/// A callback that belongs to nobody: it deletes itself after it was called, and the loop deletes
/// those that never were, so that what they refer to is freed as well. Made by plain `new`.
class OwnedCallback : public Callback {
public:
    explicit OwnedCallback(EventLoop& loop) noexcept;
    virtual ~OwnedCallback();

    static void* operator new(std::size_t size) { return frame_pool::allocate(size); }
    static void operator delete(void* node, std::size_t size) noexcept
    {
        frame_pool::release(node, size);
    }

protected:
    virtual void called() = 0;

private:
    static void callOnce(Callback& callback);

    EventLoop& m_loop;
    OwnedCallback* m_previous = nullptr;
    OwnedCallback* m_following = nullptr;
};

}  // namespace coroscope
