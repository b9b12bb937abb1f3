// SPDX-License-Identifier: MIT
#include "core/scenario/python/lines.h"

#include <algorithm>

namespace coroscope::scenario::python {
namespace {

constexpr std::size_t indentation = 4;

}  // namespace

void Lines::add(const Fragment& fragment)
{
    add(fragment, {});
}

void Lines::add(const Fragment& fragment, const std::vector<std::string>& itemPaths)
{
    const std::size_t columns = m_depth * indentation;
    const LaidOut laidOut = layOut(fragment, columns);
    const std::size_t first = size() + 1;
    for (std::size_t i = 0; i < itemPaths.size() && i < laidOut.items.size(); ++i)
        mark(itemPaths[i], first + laidOut.items[i].first, first + laidOut.items[i].last);
    for (const std::string& line : laidOut.lines)
        m_lines.push_back(std::string(columns, ' ') + line);
}

void Lines::addBlank(std::size_t count)
{
    m_lines.resize(m_lines.size() + count);
}

void Lines::append(const Lines& section, std::size_t distance)
{
    if (section.m_lines.empty())
        return;
    if (!m_lines.empty())
        addBlank(distance);
    for (const LineOf& entry : section.m_map)
        mark(entry.path, entry.first + size(), entry.last + size());
    m_lines.insert(m_lines.end(), section.m_lines.begin(), section.m_lines.end());
}

void Lines::mark(std::string path, std::size_t first, std::size_t last)
{
    if (!path.empty() && first <= last)
        m_map.push_back({std::move(path), first, last});
}

PythonSource Lines::finish() &&
{
    PythonSource source;
    for (const std::string& line : m_lines)
        source.text += line + '\n';
    source.map = std::move(m_map);
    std::ranges::stable_sort(source.map, [](const LineOf& left, const LineOf& right) {
        return left.first != right.first ? left.first < right.first : left.last > right.last;
    });
    return source;
}

}  // namespace coroscope::scenario::python
