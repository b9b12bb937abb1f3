// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "core/trace/trace_line.h"

namespace coroscope {

/// Fills a TraceLine with the values of one JSON object: what the JSON library's parser calls as it
/// goes. Only values of the object itself, and of the lists under `at`, `on` and `argv`, are of
/// interest, and of the lists within the one under `stack`.
class TraceLine::Filler {
public:
    using Json = nlohmann::json;

    explicit Filler(TraceLine& line) : m_line(line) {}

    bool null() { return takeOther(); }
    bool boolean(bool) { return takeOther(); }
    bool binary(Json::binary_t&) { return takeOther(); }
    bool number_float(Json::number_float_t, const Json::string_t&) { return takeOther(); }
    bool number_unsigned(Json::number_unsigned_t number)
    {
        return number > INT64_MAX ? takeOther() : number_integer(static_cast<std::int64_t>(number));
    }
    bool number_integer(Json::number_integer_t number)
    {
        if (m_depth == 1 && m_key < keyCount) {
            m_line.m_number[m_key] = number;
            m_line.m_numbers |= bit(key());
        } else if (isInList(Key::On)) {
            m_line.m_awaited.push_back(number);
        } else if (isInList(Key::At)) {
            m_line.m_place.line = number;
            takePlace(m_line.m_placeSize == 1);
        } else if (isInList(Key::Stack)) {
            if (Frame* const frame = newFrame())
                frame->number = number;
        } else if (isInFrame() && m_frame->size++ == 1) {
            m_frame->place.line = number;
        }
        return m_depth > 0;
    }
    bool string(Json::string_t& text)
    {
        if (m_depth == 1 && m_key < keyCount) {
            m_line.m_text[m_key].swap(text);
            m_line.m_texts |= bit(key());
        } else if (isInList(Key::At)) {
            const bool isFile = m_line.m_placeSize == 0;
            (isFile ? m_line.m_place.file : m_line.m_place.function).swap(text);
            takePlace(m_line.m_placeSize != 1);
        } else if (isInList(Key::Command)) {
            m_line.m_command.push_back(text);
        } else if (isInFrame()) {
            const std::size_t at = m_frame->size++;
            if (at != 1)
                (at == 0 ? m_frame->place.file : m_frame->place.function).swap(text);
        }
        return m_depth > 0;
    }
    bool key(Json::string_t& word)
    {
        if (m_depth == 1)
            m_key = keyNamed(word);
        return true;
    }
    bool start_object(std::size_t)
    {
        if (++m_depth == 2)
            m_isList = false;
        return true;
    }
    bool end_object() { return m_depth-- > 0; }
    bool start_array(std::size_t)
    {
        if (++m_depth == 2)
            m_isList = true;
        else if (m_depth == 3 && m_isList && key() == Key::Stack)
            m_frame = newFrame();
        return m_depth > 1;
    }
    bool end_array()
    {
        if (m_depth == 3)
            m_frame = nullptr;
        return m_depth-- > 0;
    }
    bool parse_error(std::size_t, const std::string&, const Json::exception&) { return false; }

private:
    [[nodiscard]] Key key() const { return static_cast<Key>(m_key); }
    [[nodiscard]] bool isInList(Key list) const
    {
        return m_depth == 2 && m_isList && key() == list;
    }

    [[nodiscard]] bool isInFrame() const { return m_depth == 3 && m_frame != nullptr; }

    // Null: the stack is too deep.
    Frame* newFrame()
    {
        if (m_line.m_stackSize == deepestStack)
            return nullptr;
        if (m_line.m_stackSize == m_line.m_stack.size())
            m_line.m_stack.emplace_back();
        Frame& frame = m_line.m_stack[m_line.m_stackSize++];
        frame.place.line = -1;
        frame.place.function.clear();
        frame.number.reset();
        frame.size = 0;
        return &frame;
    }

    // Null, true, 1.5: as if it were not there.
    bool takeOther()
    {
        if (isInList(Key::At))
            takePlace(m_line.m_placeSize >= 2);
        return m_depth > 0;
    }
    void takePlace(bool isFine)
    {
        ++m_line.m_placeSize;
        m_line.m_isPlaceBroken |= !isFine;
    }

    TraceLine& m_line;
    std::size_t m_key = keyCount;
    std::size_t m_depth = 0;
    bool m_isList = false;     // at depth 2
    Frame* m_frame = nullptr;  // of the stack, at depth 3
};

}  // namespace coroscope
