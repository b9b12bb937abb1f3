// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace coroscope::cli {

/// Rows of cells as lines of text, each column as wide as its widest cell. In `numeric` columns the
/// text is set to the right. Korean, Chinese and Japanese characters count for two.
class TextTable {
public:
    struct Column {
        std::string title;
        bool isNumeric = false;
    };

    explicit TextTable(std::vector<Column> columns) : m_columns(std::move(columns)) {}

    /// Precondition: as many cells as columns.
    void addRow(std::vector<std::string> cells) { m_rows.push_back(std::move(cells)); }
    [[nodiscard]] std::string text() const;

private:
    [[nodiscard]] std::string line(const std::vector<std::string>& cells,
                                   const std::vector<std::size_t>& widths) const;

    std::vector<Column> m_columns;
    std::vector<std::vector<std::string>> m_rows;
};

/// A share in [0, 1] as a cell: "8 %".
[[nodiscard]] std::string percentText(double share);

}  // namespace coroscope::cli
