// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <type_traits>
#include <utility>

namespace coroscope {

/// Base of objects that are shared by counting, within one thread. Born with no owner.
class RefCounted {
public:
    RefCounted() = default;
    RefCounted(const RefCounted&) = delete;
    RefCounted& operator=(const RefCounted&) = delete;
    virtual ~RefCounted() = default;

    // For Ref, and for lists that own what stands in them.
    void addOwner() noexcept { ++m_owners; }
    void dropOwner() noexcept
    {
        if (--m_owners == 0)
            delete this;
    }

private:
    std::uint32_t m_owners = 0;
};

/// A counted reference to a RefCounted object; deletes it with the last one. Null by default.
template <typename T>
class Ref {
public:
    Ref() = default;
    Ref(T* object) noexcept : m_object(object)
    {
        if (m_object != nullptr)
            m_object->addOwner();
    }
    Ref(const Ref& other) noexcept : Ref(other.m_object) {}
    Ref(Ref&& other) noexcept : m_object(std::exchange(other.m_object, nullptr)) {}
    template <typename U>
    requires std::is_convertible_v<U*, T*> Ref(const Ref<U>& other)
    noexcept : Ref(other.get()) {}
    Ref& operator=(Ref other) noexcept
    {
        std::swap(m_object, other.m_object);
        return *this;
    }
    ~Ref()
    {
        if (m_object != nullptr)
            m_object->dropOwner();
    }

    [[nodiscard]] T* get() const noexcept { return m_object; }
    T* operator->() const noexcept { return m_object; }
    T& operator*() const noexcept { return *m_object; }
    explicit operator bool() const noexcept { return m_object != nullptr; }
    friend bool operator==(const Ref&, const Ref&) = default;

private:
    T* m_object = nullptr;
};

}  // namespace coroscope
