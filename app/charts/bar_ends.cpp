// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/bar_ends.h"

#include <algorithm>
#include <cmath>

namespace coroscope {
namespace {

constexpr int samples = 8;  // of a pixel, in each direction

// Whether a point lies in a rounded shape that goes on to the right and down.
bool isInside(double x, double y, double radius)
{
    if (x < 0 || y < 0)
        return false;
    if (x >= radius || y >= radius)
        return true;
    return std::hypot(radius - x, radius - y) <= radius;
}

std::uint16_t coverOf(double x, double y, double radius)
{
    int hits = 0;
    for (int i = 0; i < samples * samples; ++i) {
        const double dx = (i % samples + 0.5) / samples;
        const double dy = (static_cast<double>(i / samples) + 0.5) / samples;
        hits += isInside(x + dx, y + dy, radius) ? 1 : 0;
    }
    return static_cast<std::uint16_t>(256 * hits / (samples * samples));
}

}  // namespace

BarEnds::BarEnds(double radius, double edge)
    : m_rows(static_cast<int>(std::ceil(std::max(radius, edge))) + 1),
      m_columns(static_cast<int>(std::ceil(std::max(radius, edge))) + 2)
{
    m_covers.reserve(static_cast<std::size_t>(phases * m_rows * 2 * m_columns));
    for (int phase = 0; phase < phases; ++phase) {
        const double begin = static_cast<double>(phase) / phases;
        for (int y = 0; y < m_rows; ++y) {
            // The last row stands for all those between the corners.
            const double top = y + 1 < m_rows ? y : radius + edge + 1;
            for (int x = 0; x < m_columns; ++x)
                m_covers.push_back(coverOf(x - begin, top, radius));
            for (int x = 0; x < m_columns; ++x)
                m_covers.push_back(
                    coverOf(x - begin - edge, top - edge, std::max(0.0, radius - edge)));
            const auto inside = m_covers.end() - m_columns;
            const auto covered = std::find(inside, m_covers.end(), 256);
            m_uncovered.push_back(std::min(static_cast<int>(covered - inside), m_columns - 1));
        }
    }
}

BarEnds::Covers BarEnds::at(int y, int phase) const
{
    const int row = phase * m_rows + std::min(y, m_rows - 1);
    const std::uint16_t* const covers = m_covers.data() + row * 2 * m_columns;
    return {m_uncovered[static_cast<std::size_t>(row)], covers, covers + m_columns};
}

BarEndTables::BarEndTables(double largestRadius, double edge)
{
    for (int half = 0; half <= std::ceil(2 * largestRadius); ++half)
        m_tables.emplace_back(half / 2.0, edge);
}

const BarEnds& BarEndTables::of(double width, double radius) const
{
    const auto half = static_cast<std::size_t>(std::lround(std::min(width, 2 * radius)));
    return m_tables[std::min(half, m_tables.size() - 1)];
}

}  // namespace coroscope
