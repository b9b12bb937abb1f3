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

    /// Whether it is a TaskBase, whose step the loop runs: the commonest one, for which no function
    /// has to be called.
    [[nodiscard]] bool isTask() const noexcept { return m_function == nullptr; }
    /// Precondition: !isTask().
    void run() { m_function(*this); }

protected:
    Callback() noexcept : m_function(nullptr) {}  // for TaskBase

private:
    friend class CallbackList;

    Function m_function;
    Callback* m_next = nullptr;
};

/// Callbacks in order of registration. A ring, known by its last one: every future has such a list,
/// and waiting tasks are counted by the million.
class CallbackList {
public:
    [[nodiscard]] bool isEmpty() const noexcept { return m_last == nullptr; }
    void append(Callback& callback) noexcept;

    /// The oldest one, taken out; null when empty.
    Callback* takeFirst() noexcept;

    /// False if it is not in the list. O(n)
    bool remove(Callback& callback) noexcept;

private:
    Callback* m_last = nullptr;  // its next one is the first
};

inline void CallbackList::append(Callback& callback) noexcept
{
    if (m_last == nullptr) {
        callback.m_next = &callback;
    } else {
        callback.m_next = m_last->m_next;
        m_last->m_next = &callback;
    }
    m_last = &callback;
}

inline Callback* CallbackList::takeFirst() noexcept
{
    if (m_last == nullptr)
        return nullptr;
    Callback* const first = m_last->m_next;
    if (first == m_last)
        m_last = nullptr;
    else
        m_last->m_next = first->m_next;
    return first;
}

inline bool CallbackList::remove(Callback& callback) noexcept
{
    if (m_last == nullptr)
        return false;
    Callback* previous = m_last;
    while (previous->m_next != &callback) {
        previous = previous->m_next;
        if (previous == m_last)
            return false;
    }
    if (previous == &callback) {
        m_last = nullptr;
        return true;
    }
    previous->m_next = callback.m_next;
    if (m_last == &callback)
        m_last = previous;
    return true;
}

}  // namespace coroscope
