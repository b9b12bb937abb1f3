// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/bar_shape.h"

#include <cmath>
#include <cstring>

namespace coroscope {
namespace {

// What lies far outside is as good as just outside.
int floored(double x)
{
    constexpr double far = 1e6;
    return static_cast<int>(std::floor(std::clamp(x, -far, far)));
}

int phaseOf(double inset)
{
    return std::clamp(static_cast<int>(inset * BarEnds::phases), 0, BarEnds::phases - 1);
}

unsigned originOf(const PixelWindow& window, const BarTexture& texture)
{
    const auto at = static_cast<int>(window.first % texture.period());
    return static_cast<unsigned>(at < 0 ? at + texture.period() : at);
}

}  // namespace

BarShape::BarShape(double begin, double end, const PixelWindow& window, const BarTexture& texture,
                   const BarEndTables& ends)
    : m_count(window.count),
      m_texture(texture),
      m_ends(ends.of(end - begin, texture.radius())),
      m_left(floored(begin)),
      m_right(-floored(-end)),
      m_leftPhase(phaseOf(begin - std::floor(begin))),
      m_rightPhase(phaseOf(std::ceil(end) - end)),
      m_origin(originOf(window, texture))
{
    const int from = clipped(m_left);
    const int to = clipped(m_right);
    const int head = std::max(0, m_left + m_ends.reach() - from);
    const int blocks = (head + BarEnds::block - 1) / BarEnds::block;
    const int middle = std::min(to, from + blocks * BarEnds::block);
    const int rest = std::max(middle, clipped(m_right - m_ends.reach()));
    m_head = columns(from, middle);
    m_middle = columns(middle, rest);
    m_tail = columns(rest, to);
}

void BarShape::draw(const BarPixels& pixels, unsigned opacity) const
{
    if (m_texture.isBroken()) {
        drawBroken(pixels, opacity);
        return;
    }
    drawEnd(pixels, m_head, opacity);
    drawMiddle(pixels, opacity);
    drawEnd(pixels, m_tail, opacity);
}

int BarShape::inPeriod(int x) const
{
    return static_cast<int>((m_origin + static_cast<unsigned>(x)) %
                            static_cast<unsigned>(m_texture.period()));
}

unsigned BarShape::coverOf(int y, unsigned opacity) const
{
    return static_cast<unsigned>(m_texture.cover(y) * static_cast<float>(opacity) + 0.5F);
}

// Marks with nothing between them, whole ones only.
void BarShape::drawBroken(const BarPixels& pixels, unsigned opacity) const
{
    for (int y = m_texture.top(); y < m_texture.bottom(); ++y) {
        QRgb* const line = pixels.line(y);
        for (int x = m_head.from; x < m_tail.to; ++x) {
            const QRgb mark = m_texture.line(y)[inPeriod(x)];
            line[x] = blended(line[x], mark, static_cast<unsigned>(qAlpha(mark)) * opacity / 256);
        }
    }
}

BlockCovers BarShape::coversOf(int x, int fromEdge) const
{
    const BarEnds::Covers left = m_ends.left(fromEdge, m_leftPhase).fromLeft(x - m_left);
    const BarEnds::Covers right = m_ends.right(fromEdge, m_rightPhase).fromRight(m_right - 1 - x);
    const FourCovers shape = bothOf(left.shape, right.shape);
    return {shape,
            m_texture.isEdged() ? lesserOf(bothOf(left.inside, right.inside), shape) : shape};
}

// Block by block, whatever the width: narrow bars come by ten thousands, and none is like the last.
// Scanlines as far from the top as others from the bottom, and all between the corners, have the
// same covers.
void BarShape::drawEnd(const BarPixels& pixels, const Columns& end, unsigned opacity) const
{
    const int top = m_texture.top();
    const int bottom = m_texture.bottom();
    const int corner = std::min(m_ends.cornerRows(), (bottom - top + 1) / 2);
    int phase = end.phase;
    for (int x = end.from; x < end.to; x += BarEnds::block, phase += BarEnds::block) {
        const int count = std::min(BarEnds::block, m_count - x);
        const auto drawLines = [&](int from, int to, int step, const BlockCovers& covers) {
            for (int y = from; y < to; y += step)
                blendBlock(pixels.line(y) + x, count, m_texture.edge(), m_texture.line(y) + phase,
                           covers.faded(coverOf(y, opacity)));
        };
        for (int row = 0; row < corner; ++row) {
            const int mirrored = bottom - 1 - row;
            drawLines(top + row, mirrored + 1, std::max(1, mirrored - top - row), coversOf(x, row));
        }
        if (top + corner < bottom - corner)
            drawLines(top + corner, bottom - corner, 1, coversOf(x, corner));
    }
}

void BarShape::drawMiddle(const BarPixels& pixels, unsigned opacity) const
{
    for (int y = m_texture.top(); y < m_texture.bottom(); ++y) {
        QRgb* const line = pixels.line(y);
        const unsigned cover = coverOf(y, opacity);
        int at = m_middle.phase;
        for (int x = m_middle.from; x < m_middle.to;) {
            const int count = std::min(m_middle.to - x, m_texture.period() - at);
            const QRgb* const fill = m_texture.line(y) + at;
            if (cover == 256) {
                std::memcpy(line + x, fill, static_cast<std::size_t>(count) * sizeof(QRgb));
            } else {
                for (int i = 0; i < count; ++i)
                    line[x + i] = blended(line[x + i], fill[i], cover);
            }
            x += count;
            at = 0;
        }
    }
}

}  // namespace coroscope
