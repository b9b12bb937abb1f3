// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "core/timeline/row_tree.h"

namespace coroscope {

/// Which task of a program stands on which row of its chart. A task is known by the index of its
/// track, a row by its number from the top, counting those that scrolling hides. Never changes once
/// it is made.
///
/// Cost    to make: O(tasks), but for all in order of creation, which costs nothing; each question
///         O(1)
class RowLayout {
public:
    /// No rows.
    RowLayout() = default;
    /// All tasks in order of creation, none above another.
    static RowLayout flat(int tasks);

    /// What is left out. Both vectors stand beside the tasks; one that is too short goes on as
    /// `false`.
    struct Choice {
        std::vector<bool> isCollapsed;                ///< whose subtrees are hidden
        const std::vector<bool>* isWanted = nullptr;  ///< only these are shown; null: all are
    };
    /// The order of the tree. What is above a wanted task is shown too.
    static RowLayout tree(std::shared_ptr<const RowTree> tree, const Choice& choice);
    /// In order of creation; nothing is collapsed.
    static RowLayout filtered(const std::vector<bool>& isWanted);

    [[nodiscard]] int rowCount() const noexcept { return m_rowCount; }
    /// Of shown and hidden ones.
    [[nodiscard]] int taskCount() const noexcept { return m_taskCount; }

    /// Precondition: 0 <= row < rowCount(). So for those below.
    [[nodiscard]] int trackAt(int row) const
    {
        return m_rows.empty() ? row : m_rows[static_cast<std::size_t>(row)].track;
    }
    /// -1: that task is hidden, or there is none.
    [[nodiscard]] int rowOf(int track) const;
    /// The row of a task, or if it is hidden of the nearest one above it in the tree; -1: none.
    [[nodiscard]] int nearestRowOf(int track) const;

    /// Null: the rows are no tree.
    [[nodiscard]] const RowTree* tree() const noexcept { return m_tree.get(); }
    /// How many tasks stand above it in the tree.
    [[nodiscard]] int depth(int row) const;

    /// What a click on a row's chevron does.
    enum class Branch : std::uint8_t {
        None,  ///< there is no chevron, since nothing is below the row
        Expanded,
        Collapsed,
    };
    [[nodiscard]] Branch branch(int row) const
    {
        return m_rows.empty() ? Branch::None : m_rows[static_cast<std::size_t>(row)].branch;
    }

private:
    struct Row {
        int track = 0;
        Branch branch = Branch::None;
    };

    void append(int track, Branch branch);

    int m_taskCount = 0;
    int m_rowCount = 0;
    std::vector<Row> m_rows;   // empty: row n is task n
    std::vector<int> m_rowOf;  // by track
    std::shared_ptr<const RowTree> m_tree;
};

}  // namespace coroscope
