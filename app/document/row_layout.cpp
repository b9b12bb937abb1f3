// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/row_layout.h"

#include <utility>

namespace coroscope {
namespace {

bool isIn(const std::vector<bool>& tasks, TaskId task)
{
    return task.value < tasks.size() && tasks[task.value];
}

// Tasks of a tree that are shown unless something above them is collapsed.
class Kept {
public:
    Kept(const RowTree& tree, const std::vector<bool>* isWanted) : m_tree(tree)
    {
        if (isWanted == nullptr)
            return;
        m_isFiltered = true;
        m_isKept = *isWanted;
        m_isKept.resize(tree.size());
        m_hasKeptChild.resize(tree.size());
        // What is below a task comes behind it.
        for (std::size_t place = tree.size(); place > 0; --place) {
            const TaskId task = tree.order()[place - 1];
            const TaskId parent = tree.parent(task);
            if (m_isKept[task.value] && parent.isValid())
                m_isKept[parent.value] = m_hasKeptChild[parent.value] = true;
        }
    }

    [[nodiscard]] bool has(TaskId task) const { return !m_isFiltered || m_isKept[task.value]; }
    [[nodiscard]] bool hasBelow(TaskId task) const
    {
        return m_isFiltered ? m_hasKeptChild[task.value] : m_tree.hasChildren(task);
    }

private:
    const RowTree& m_tree;
    bool m_isFiltered = false;
    std::vector<bool> m_isKept;
    std::vector<bool> m_hasKeptChild;
};

}  // namespace

RowLayout RowLayout::flat(int tasks)
{
    RowLayout layout;
    layout.m_taskCount = tasks;
    layout.m_rowCount = tasks;
    return layout;
}

RowLayout RowLayout::filtered(const std::vector<bool>& isWanted)
{
    RowLayout layout;
    layout.m_taskCount = static_cast<int>(isWanted.size());
    layout.m_rowOf.assign(isWanted.size(), -1);
    for (std::size_t track = 0; track < isWanted.size(); ++track) {
        if (isWanted[track])
            layout.append(static_cast<int>(track), Branch::None);
    }
    return layout;
}

RowLayout RowLayout::tree(std::shared_ptr<const RowTree> tree, const Choice& choice)
{
    RowLayout layout;
    layout.m_taskCount = static_cast<int>(tree->size());
    layout.m_rowOf.assign(tree->size(), -1);
    const Kept kept(*tree, choice.isWanted);
    for (std::size_t place = 0; place < tree->size();) {
        const TaskId task = tree->order()[place];
        if (!kept.has(task)) {
            place = tree->end(task);
            continue;
        }
        const bool isCollapsed = isIn(choice.isCollapsed, task);
        layout.append(static_cast<int>(task.value), !kept.hasBelow(task) ? Branch::None
                                                    : isCollapsed        ? Branch::Collapsed
                                                                         : Branch::Expanded);
        place = isCollapsed ? tree->end(task) : place + 1;
    }
    layout.m_tree = std::move(tree);
    return layout;
}

void RowLayout::append(int track, Branch branch)
{
    m_rowOf[static_cast<std::size_t>(track)] = m_rowCount++;
    m_rows.push_back({track, branch});
}

int RowLayout::rowOf(int track) const
{
    if (track < 0 || track >= m_taskCount)
        return -1;
    return m_rowOf.empty() ? track : m_rowOf[static_cast<std::size_t>(track)];
}

int RowLayout::nearestRowOf(int track) const
{
    int row = rowOf(track);
    while (row < 0 && m_tree && track >= 0 && track < m_taskCount) {
        const TaskId parent = m_tree->parent({static_cast<std::uint32_t>(track)});
        track = parent.isValid() ? static_cast<int>(parent.value) : -1;
        row = rowOf(track);
    }
    return row;
}

int RowLayout::depth(int row) const
{
    return m_tree ? static_cast<int>(m_tree->depth({static_cast<std::uint32_t>(trackAt(row))})) : 0;
}

}  // namespace coroscope
