// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
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
    /// Columns that are reckoned with at once.
    static constexpr int block = 4;

    /// `edge`: how wide that is.
    BarEnds(double radius, double edge);

    /// Columns from an end on that may not be all covered; a multiple of `block`.
    [[nodiscard]] int reach() const noexcept { return m_reach; }

    /// Scanlines from the top or the bottom on that differ from those in the middle.
    [[nodiscard]] int cornerRows() const noexcept { return m_rows - 1; }

    /// Of the columns of a block, from left to right.
    struct Covers {
        const std::uint16_t* shape = nullptr;
        const std::uint16_t* inside = nullptr;  ///< without the edge
    };
    /// A scanline's covers at one end of a bar, as if the bar had no other end.
    class Line {
    public:
        /// Of the block that begins `columns` right of the first column of the bar.
        [[nodiscard]] Covers fromLeft(int columns) const { return at(std::min(columns, m_reach)); }
        /// Of the block that begins `columns` left of the last column, and may go on behind it.
        [[nodiscard]] Covers fromRight(int columns) const
        {
            return at(std::max(0, m_reach + block - 1 - columns));
        }

    private:
        friend BarEnds;
        Line(const std::uint16_t* covers, int reach) : m_covers(covers), m_reach(reach) {}
        [[nodiscard]] Covers at(int column) const
        {
            return {m_covers + column, m_covers + m_reach + 2 * block + column};
        }

        const std::uint16_t* m_covers;
        int m_reach;
    };
    /// Of the scanline that is `y` from the nearer of top and bottom; the shape begins, or ends,
    /// `phase` eighths of a pixel inside the outermost one.
    [[nodiscard]] Line left(int y, int phase) const { return lineOf(Left, y, phase); }
    [[nodiscard]] Line right(int y, int phase) const { return lineOf(Right, y, phase); }

private:
    enum Side { Left, Right };

    [[nodiscard]] Line lineOf(Side side, int y, int phase) const
    {
        const int line = (phase * m_rows + std::min(y, m_rows - 1)) * 2 + side;
        return {m_covers.data() + line * 2 * (m_reach + 2 * block), m_reach};
    }
    void appendLeft(const std::vector<std::uint16_t>& covers);
    void appendRight(const std::vector<std::uint16_t>& covers);

    int m_rows;
    int m_reach;
    std::vector<std::uint16_t> m_covers;  // [phase][row][side][shape, inside][column]
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
