// SPDX-License-Identifier: MIT
#pragma once

namespace coroscope {

class EventLoop;

/// What belongs to nobody and deletes itself when it has done its work; a loop that goes deletes
/// those that never came to it, so that what they refer to is freed as well. Made by plain `new`.
class LoopOwned {
public:
    explicit LoopOwned(EventLoop& loop) noexcept;
    LoopOwned(const LoopOwned&) = delete;
    LoopOwned& operator=(const LoopOwned&) = delete;
    virtual ~LoopOwned();

private:
    EventLoop& m_loop;
    LoopOwned* m_previous = nullptr;
    LoopOwned* m_following;
};

}  // namespace coroscope
