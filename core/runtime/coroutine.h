// SPDX-License-Identifier: MIT
#pragma once

#include <cassert>
#include <concepts>
#include <coroutine>
#include <exception>
#include <optional>
#include <utility>
#include <variant>

#include "core/runtime/frame_pool.h"

namespace coroscope {

template <typename T>
class Coroutine;

/// The part of a coroutine's promise that the task which runs it needs.
class PromiseBase {
public:
    /// The innermost coroutine of what runs on this thread: a call moves it to the callee, an end
    /// to the caller, no other suspension moves it. Null: the outermost one has ended.
    static constinit thread_local PromiseBase* leaf;  // constinit: no check at each use

    /// Goes on with a chain of coroutines at its leaf, through all calls and returns, until one
    /// suspends otherwise. Gives the leaf then; null once the chain has ended.
    static PromiseBase* run(PromiseBase* at)
    {
        leaf = at;
        for (;;) {
            at->handle().resume();
            PromiseBase* const next = leaf;
            if (next == at || next == nullptr)
                return next;
            at = next;
        }
    }

    /// Every promise begins with its PromiseBase, and none is aligned more strictly than any (see
    /// promise_type): so its address alone tells the frame's.
    [[nodiscard]] std::coroutine_handle<> handle() noexcept
    {
        return std::coroutine_handle<PromiseBase>::from_promise(*this);
    }

    static void* operator new(std::size_t size) { return frame_pool::allocate(size); }
    static void operator delete(void* frame, std::size_t size) noexcept
    {
        frame_pool::release(frame, size);
    }

    std::suspend_always initial_suspend() const noexcept { return {}; }

    class FinalAwaiter {
    public:
        FinalAwaiter() noexcept {}
        bool await_ready() const noexcept { return false; }
        template <typename Promise>
        void await_suspend(std::coroutine_handle<Promise> ended) const noexcept
        {
            leaf = static_cast<PromiseBase&>(ended.promise()).m_caller;
        }
        void await_resume() const noexcept {}
    };
    FinalAwaiter final_suspend() const noexcept { return FinalAwaiter(); }
    void unhandled_exception() noexcept { m_exception = std::current_exception(); }

    /// Frees the frames of a chain of coroutines that never ended, innermost first: a chain may be
    /// deeper than the stack.
    static void destroyChain(PromiseBase* leaf) noexcept;

protected:
    PromiseBase() = default;

    std::exception_ptr m_exception;

private:
    template <typename T>
    friend class Coroutine;

    PromiseBase* m_caller = nullptr;  // the coroutine that awaits this one
    PromiseBase** m_owner = nullptr;  // the Coroutine object that owns this frame
};

/// Whose coroutines may await the runtime's awaiters: those that a task or a job runs.
template <typename Promise>
concept RuntimePromise = std::derived_from<Promise, PromiseBase>;

/// A coroutine function's result: a call that has not begun. `co_await` runs it inside the same
/// task, at once and without a pass through the event loop; EventLoop::createTask makes it a task.
///
/// Resume    by the step loop of its task, never on the stack of its caller: chains of any depth
///           take no stack (g++ 12 does not make symmetric transfer a tail call in every build).
/// Lifetime  owns the coroutine's frame; move only.
template <typename T = void>
class [[nodiscard]] Coroutine {
public:
    class promise_type;
    using Stored = std::conditional_t<std::is_void_v<T>, std::monostate, T>;

    explicit Coroutine(promise_type& promise) noexcept : m_promise(&promise) { adopt(); }
    Coroutine(Coroutine&& other) noexcept : m_promise(std::exchange(other.m_promise, nullptr))
    {
        adopt();
    }
    Coroutine& operator=(Coroutine&&) = delete;
    ~Coroutine() { drop(); }

    /// Frees the frame. Nothing else can be asked of it then.
    void drop() noexcept
    {
        if (m_promise != nullptr)
            std::exchange(m_promise, nullptr)->handle().destroy();
    }

    class Awaiter {
    public:
        explicit Awaiter(Coroutine&& callee) noexcept : m_callee(std::move(callee)) {}
        bool await_ready() const noexcept { return false; }
        template <RuntimePromise Promise>
        void await_suspend(std::coroutine_handle<Promise> caller) noexcept
        {
            m_callee.m_promise->m_caller = &caller.promise();
            PromiseBase::leaf = m_callee.m_promise;
        }
        T await_resume() { return std::move(m_callee).result(); }

    private:
        Coroutine m_callee;
    };
    Awaiter operator co_await() && noexcept { return Awaiter(std::move(*this)); }

    [[nodiscard]] PromiseBase& promise() const noexcept { return *m_promise; }

    /// What it returned, or throws what it threw. Precondition: it has ended.
    T result() &&
    {
        promise_type& promise = static_cast<promise_type&>(*m_promise);
        if (promise.m_exception)
            std::rethrow_exception(promise.m_exception);
        if constexpr (!std::is_void_v<T>)
            return std::move(*promise.m_value);
    }

    /// Whether it threw. Precondition: it has ended.
    [[nodiscard]] bool hasThrown() const noexcept
    {
        return static_cast<promise_type&>(*m_promise).m_exception != nullptr;
    }
    /// What it threw; null if it returned. Precondition: it has ended.
    [[nodiscard]] std::exception_ptr takeException() noexcept
    {
        return std::exchange(static_cast<promise_type&>(*m_promise).m_exception, nullptr);
    }

private:
    void adopt() noexcept
    {
        if (m_promise != nullptr)
            m_promise->m_owner = &m_promise;
    }

    PromiseBase* m_promise;
};

namespace detail {

template <typename T>
class ReturnSlot {
public:
    template <typename U>
    void return_value(U&& value)
    {
        m_value.emplace(std::forward<U>(value));
    }

protected:
    std::optional<T> m_value;
};

template <>
class ReturnSlot<void> {
public:
    void return_void() const noexcept {}
};

}  // namespace detail

template <typename T>
class Coroutine<T>::promise_type : public PromiseBase, public detail::ReturnSlot<T> {
public:
    promise_type() noexcept
    {
        static_assert(alignof(promise_type) <= __STDCPP_DEFAULT_NEW_ALIGNMENT__);
    }
    Coroutine get_return_object() noexcept { return Coroutine(*this); }

private:
    friend class Coroutine;
};

}  // namespace coroscope
