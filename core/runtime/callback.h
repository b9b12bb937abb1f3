// SPDX-License-Identifier: MIT
#pragma once

namespace coroscope {

/// Something for the loop to call once: an intrusive node that stands in a future's list of
/// callbacks or in the ready queue, never in both.
///
/// Lifetime  the owner keeps it alive until it has run or was taken out.
class Callback {
public:
    using Function = void (*)(Callback&);

    explicit Callback(Function call) noexcept : m_function(call) {}
    Callback(const Callback&) = delete;
    Callback& operator=(const Callback&) = delete;

    void run() { m_function(*this); }
    [[nodiscard]] Function function() const noexcept { return m_function; }

private:
    friend class CallbackList;

    Function m_function;
    Callback* m_next = nullptr;
};

/// Callbacks in order of registration.
class CallbackList {
public:
    [[nodiscard]] bool isEmpty() const noexcept { return m_head == nullptr; }
    void append(Callback& callback) noexcept;

    /// The oldest one, taken out; null when empty.
    Callback* takeFirst() noexcept;

    /// False if it is not in the list. O(n)
    bool remove(Callback& callback) noexcept;

private:
    Callback* m_head = nullptr;
    Callback* m_tail = nullptr;
};

inline void CallbackList::append(Callback& callback) noexcept
{
    callback.m_next = nullptr;
    (m_tail != nullptr ? m_tail->m_next : m_head) = &callback;
    m_tail = &callback;
}

inline Callback* CallbackList::takeFirst() noexcept
{
    Callback* const first = m_head;
    if (first == nullptr)
        return nullptr;
    m_head = first->m_next;
    if (m_head == nullptr)
        m_tail = nullptr;
    return first;
}

inline bool CallbackList::remove(Callback& callback) noexcept
{
    Callback* previous = nullptr;
    for (Callback* at = m_head; at != nullptr; previous = at, at = at->m_next) {
        if (at != &callback)
            continue;
        (previous != nullptr ? previous->m_next : m_head) = at->m_next;
        if (m_tail == at)
            m_tail = previous;
        return true;
    }
    return false;
}

}  // namespace coroscope
