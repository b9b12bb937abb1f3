// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/timeline/timeline.h"

namespace coroscope {

/// Who created whom: a timeline's tasks as a forest.
///
/// Order   a task, then what it created, each with all that came of it: depth first, siblings in
///         order of creation. What a task created stands right behind it, in one piece.
/// Errors  a task's creator came before it; one that did not, or is not there, counts as none. So
///         no trace, however broken, has a circle.
/// Memory  20 bytes a task
/// Cost    O(tasks) to build, without recursion; O(1) for each question
class RowTree {
public:
    RowTree() = default;
    explicit RowTree(const Timeline& timeline);
    /// `parents[i]`: who created task i.
    explicit RowTree(std::span<const TaskId> parents);

    [[nodiscard]] std::size_t size() const noexcept { return m_nodes.size(); }
    /// All tasks.
    [[nodiscard]] std::span<const TaskId> order() const noexcept { return m_order; }

    /// Who created it; none: it is a root. Precondition: task.value < size(). So for those below.
    [[nodiscard]] TaskId parent(TaskId task) const { return node(task).parent; }
    /// How many stand above it; 0: it is a root.
    [[nodiscard]] std::uint32_t depth(TaskId task) const { return node(task).depth; }
    /// Its index in order().
    [[nodiscard]] std::size_t place(TaskId task) const { return node(task).place; }
    /// Where in order() that ends which came of it; without any of that, just behind its place().
    [[nodiscard]] std::size_t end(TaskId task) const { return node(task).place + node(task).size; }
    [[nodiscard]] bool hasChildren(TaskId task) const { return node(task).size > 1; }
    /// None: it created nothing.
    [[nodiscard]] TaskId firstChild(TaskId task) const
    {
        return hasChildren(task) ? m_order[place(task) + 1] : TaskId{};
    }

private:
    struct Node {
        TaskId parent;
        std::uint32_t depth = 0;
        std::uint32_t place = 0;
        std::uint32_t size = 1;  // of the subtree
    };

    [[nodiscard]] const Node& node(TaskId task) const { return m_nodes[task.value]; }

    std::vector<Node> m_nodes;  // by task
    std::vector<TaskId> m_order;
};

}  // namespace coroscope
