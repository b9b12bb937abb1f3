// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace coroscope {

/// How much of each pixel at the end of a bar lies within its rounded shape, and within the edge of
/// it: in place of an antialiased path.
///
/// Units   device pixels; covers are 0 to 256
class BarEnds {
public:
    static constexpr int phases = 8;

    /// `edge`: how wide that is.
    BarEnds(double radius, double edge);

    struct Covers {
        int columns = 0;                        ///< pixels from the end on that are not all covered
        const std::uint16_t* shape = nullptr;   ///< one more than that: 256
        const std::uint16_t* inside = nullptr;  ///< without the edge
    };
    /// For the scanline that is `y` from the nearer of top and bottom; the shape begins `phase`
    /// eighths of a pixel inside the first one.
    [[nodiscard]] Covers at(int y, int phase) const;

private:
    int m_rows;
    int m_columns;
    std::vector<std::uint16_t> m_covers;  // [phase][row][shape, inside][column]
    std::vector<int> m_uncovered;         // columns, [phase][row]
};

/// The ends of bars of all widths: narrow ones have smaller corners.
class BarEndTables {
public:
    BarEndTables(double largestRadius, double edge);

    /// For a bar `width` wide whose corners would have that radius if there was room.
    [[nodiscard]] const BarEnds& of(double width, double radius) const;

private:
    std::vector<BarEnds> m_tables;  // by half pixels of radius
};

}  // namespace coroscope
