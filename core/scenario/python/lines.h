// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "core/scenario/python/fragment.h"
#include "core/scenario/python/python_source.h"

namespace coroscope::scenario::python {

/// Lines of Python as they are written, and what they stand for.
class Lines {
public:
    /// Indents what is added during its life.
    class Indented {
    public:
        explicit Indented(Lines& lines) : m_lines(lines) { ++m_lines.m_depth; }
        ~Indented() { --m_lines.m_depth; }
        Indented(const Indented&) = delete;
        Indented& operator=(const Indented&) = delete;

    private:
        Lines& m_lines;
    };

    /// Says that what is added during its life stands for `path`, if that is not empty.
    class Place {
    public:
        Place(Lines& lines, std::string path)
            : m_lines(lines), m_path(std::move(path)), m_first(lines.size() + 1)
        {}
        ~Place() { m_lines.mark(std::move(m_path), m_first, m_lines.size()); }
        Place(const Place&) = delete;
        Place& operator=(const Place&) = delete;

    private:
        Lines& m_lines;
        std::string m_path;
        std::size_t m_first;
    };

    [[nodiscard]] std::size_t size() const noexcept { return m_lines.size(); }

    void add(const Fragment& fragment);
    /// The same; each item that has a path stands for it.
    void add(const Fragment& fragment, const std::vector<std::string>& itemPaths);
    void addBlank(std::size_t count);
    /// Another section behind this one, after `distance` blank lines; nothing if it is empty.
    void append(const Lines& section, std::size_t distance);
    /// Lines counted from 1; without a path or a line it is left out.
    void mark(std::string path, std::size_t first, std::size_t last);

    [[nodiscard]] PythonSource finish() &&;

private:
    std::vector<std::string> m_lines;
    std::vector<LineOf> m_map;
    std::size_t m_depth = 0;
};

}  // namespace coroscope::scenario::python
