// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/style/draw_time.h"

#include <QHash>
#include <QPainter>
#include <algorithm>
#include <vector>

#include "app/style/prepared_text.h"

namespace coroscope {
namespace {

// The pieces that times are made of come again and again: digits, a point, a unit.
class Pieces {
public:
    static Pieces& of(const QFont& font)
    {
        static std::vector<Pieces> all;
        const auto found = std::ranges::find(all, font, &Pieces::m_font);
        return found != all.end() ? *found : all.emplace_back(font);
    }

    explicit Pieces(const QFont& font) : m_font(font) {}

    const PreparedText& operator[](QStringView piece)
    {
        const QString text = piece.toString();
        const auto found = m_texts.constFind(text);
        if (found != m_texts.constEnd())
            return *found;
        if (m_texts.size() == most)
            m_texts.clear();
        return *m_texts.insert(text, PreparedText(m_font, text));
    }

private:
    static constexpr qsizetype most = 500;

    QFont m_font;
    QHash<QString, PreparedText> m_texts;
};

// Calls use(piece, x) for each digit, in the middle of its cell, and for what stands between
// digits. Returns the width of all.
template <typename Use>
double forEachPiece(const QFont& font, QStringView text, Use use)
{
    Pieces& pieces = Pieces::of(font);
    const double cell = pieces[u"0"].width();
    double x = 0;
    while (!text.isEmpty()) {
        const bool isDigit = text.front().isDigit();
        const auto end =
            std::find_if(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
        const qsizetype length = isDigit ? 1 : end - text.begin();
        const PreparedText& piece = pieces[text.first(length)];
        use(piece, isDigit ? x + (cell - piece.width()) / 2 : x);
        x += isDigit ? cell : piece.width();
        text = text.sliced(length);
    }
    return x;
}

}  // namespace

void drawTime(QPainter& painter, QPointF baseline, const QString& text)
{
    const auto draw = [&](const PreparedText& piece, double x) {
        piece.draw(painter, baseline + QPointF(x, 0));
    };
    forEachPiece(painter.font(), text, draw);
}

double timeWidth(const QFont& font, const QString& text)
{
    return forEachPiece(font, text, [](const PreparedText&, double) {});
}

}  // namespace coroscope
