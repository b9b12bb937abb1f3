// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/text_table.h"

#include <QString>
#include <algorithm>
#include <cmath>

namespace coroscope::cli {
namespace {

bool isWide(char32_t c)
{
    return (c >= 0x1100 && c <= 0x115f) || (c >= 0x2e80 && c <= 0xa4cf) ||
           (c >= 0xac00 && c <= 0xd7a3) || (c >= 0xf900 && c <= 0xfaff) ||
           (c >= 0xfe30 && c <= 0xfe6f) || (c >= 0xff00 && c <= 0xff60) ||
           (c >= 0x1f300 && c <= 0x1faff) || (c >= 0x20000 && c <= 0x3fffd);
}

std::size_t widthOf(const std::string& text)
{
    std::size_t width = 0;
    for (const uint c : QString::fromStdString(text).toUcs4())
        width += isWide(c) ? 2 : 1;
    return width;
}

}  // namespace

std::string TextTable::text() const
{
    std::vector<std::string> titles;
    std::vector<std::size_t> widths;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        titles.push_back(m_columns[i].title);
        widths.push_back(widthOf(m_columns[i].title));
        for (const std::vector<std::string>& row : m_rows)
            widths[i] = std::max(widths[i], widthOf(row[i]));
    }
    std::string text = line(titles, widths);
    for (const std::vector<std::string>& row : m_rows)
        text += line(row, widths);
    return text;
}

std::string TextTable::line(const std::vector<std::string>& cells,
                            const std::vector<std::size_t>& widths) const
{
    std::string text;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::string space(widths[i] - widthOf(cells[i]), ' ');
        text += i > 0 ? "  " : "";
        text += m_columns[i].isNumeric ? space + cells[i] : cells[i] + space;
    }
    text.erase(text.find_last_not_of(' ') + 1);
    return text + '\n';
}

std::string percentText(double share)
{
    return std::to_string(std::lround(share * 100)) + " %";
}

}  // namespace coroscope::cli
