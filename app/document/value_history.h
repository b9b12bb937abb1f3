// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace coroscope {

/// The values that something had, to go back to them and forth again.
template <typename T>
class ValueHistory {
public:
    [[nodiscard]] bool canUndo() const noexcept { return !m_past.empty(); }
    [[nodiscard]] bool canRedo() const noexcept { return !m_future.empty(); }

    /// To be called with the value before it changes. Changes under the same `key` in a row are one
    /// step (a slider that is dragged); those without a key are a step each.
    void note(const T& before, const std::string& key = {})
    {
        m_future.clear();
        if (std::exchange(m_key, key) == key && !key.empty())
            return;
        m_past.push_back(before);
        if (m_past.size() > mostSteps)
            m_past.erase(m_past.begin());
    }

    /// The value to go to from `present`; none: there is no such step.
    [[nodiscard]] std::optional<T> undo(const T& present)
    {
        return move(present, m_past, m_future);
    }
    [[nodiscard]] std::optional<T> redo(const T& present)
    {
        return move(present, m_future, m_past);
    }

private:
    static constexpr std::size_t mostSteps = 200;

    std::optional<T> move(const T& present, std::vector<T>& from, std::vector<T>& to)
    {
        if (from.empty())
            return {};
        m_key.clear();
        to.push_back(present);
        std::optional<T> value = std::move(from.back());
        from.pop_back();
        return value;
    }

    std::vector<T> m_past;
    std::vector<T> m_future;
    std::string m_key;
};

}  // namespace coroscope
