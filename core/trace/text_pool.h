// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace coroscope {

/// Keeps each text once and gives it an index from 0, in order of arrival.
class TextPool {
public:
    static constexpr std::uint32_t none = UINT32_MAX;

    std::uint32_t indexOf(std::string_view text)
    {
        const auto known = m_indices.find(text);
        if (known != m_indices.end())
            return known->second;
        const auto index = static_cast<std::uint32_t>(m_texts.size());
        m_texts.push_back(&m_indices.emplace(text, index).first->first);
        return index;
    }
    [[nodiscard]] std::uint32_t find(std::string_view text) const
    {
        const auto known = m_indices.find(text);
        return known == m_indices.end() ? none : known->second;
    }
    [[nodiscard]] const std::string& text(std::uint32_t index) const { return *m_texts[index]; }
    [[nodiscard]] std::size_t size() const noexcept { return m_texts.size(); }

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept
        {
            return std::hash<std::string_view>{}(text);
        }
    };
    std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> m_indices;
    std::vector<const std::string*> m_texts;  // nodes of the map, which do not move
};

}  // namespace coroscope
