// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/bar_ends.h"

#include <algorithm>
#include <cmath>

namespace coroscope {
namespace {

constexpr int samples = 8;  // of a pixel, in each direction

int roundedUp(int number, int unit)
{
    return (number + unit - 1) / unit * unit;
}

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
      m_reach(roundedUp(static_cast<int>(std::ceil(std::max(radius, edge))) + 1, block))
{
    for (int phase = 0; phase < phases; ++phase) {
        const double begin = static_cast<double>(phase) / phases;
        for (int y = 0; y < m_rows; ++y) {
            // The last row stands for all those between the corners.
            const double top = y + 1 < m_rows ? y : radius + edge + 1;
            std::vector<std::uint16_t> shape;
            std::vector<std::uint16_t> inside;
            for (int x = 0; x < m_reach; ++x) {
                shape.push_back(coverOf(x - begin, top, radius));
                inside.push_back(
                    coverOf(x - begin - edge, top - edge, std::max(0.0, radius - edge)));
            }
            appendLeft(shape);
            appendLeft(inside);
            appendRight(shape);
            appendRight(inside);
        }
    }
}

void BarEnds::appendLeft(const std::vector<std::uint16_t>& covers)
{
    m_covers.insert(m_covers.end(), covers.begin(), covers.end());
    m_covers.insert(m_covers.end(), 2 * block, 256);
}

void BarEnds::appendRight(const std::vector<std::uint16_t>& covers)
{
    m_covers.insert(m_covers.end(), block, 256);
    m_covers.insert(m_covers.end(), covers.rbegin(), covers.rend());
    m_covers.insert(m_covers.end(), block, 0);
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
