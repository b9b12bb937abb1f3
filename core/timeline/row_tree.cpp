// SPDX-License-Identifier: MIT
#include "core/timeline/row_tree.h"

namespace coroscope {
namespace {

std::vector<TaskId> parentsOf(const Timeline& timeline)
{
    std::vector<TaskId> parents;
    parents.reserve(timeline.tracks().size());
    for (const Track& track : timeline.tracks())
        parents.push_back(timeline.trace().task(track.task).parent);
    return parents;
}

}  // namespace

RowTree::RowTree(const Timeline& timeline) : RowTree(parentsOf(timeline)) {}

// Parents come before their children, so one pass up and one down do.
RowTree::RowTree(std::span<const TaskId> parents) : m_nodes(parents.size()), m_order(parents.size())
{
    for (std::size_t i = 0; i < parents.size(); ++i) {
        if (parents[i].value < i)
            m_nodes[i].parent = parents[i];
    }
    for (std::size_t i = m_nodes.size(); i > 0; --i) {
        const Node& child = m_nodes[i - 1];
        if (child.parent.isValid())
            m_nodes[child.parent.value].size += child.size;
    }
    std::vector<std::uint32_t> next(m_nodes.size());  // the place of a task's next child
    std::uint32_t nextRoot = 0;
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        Node& node = m_nodes[i];
        const bool isRoot = !node.parent.isValid();
        std::uint32_t& place = isRoot ? nextRoot : next[node.parent.value];
        node.place = place;
        node.depth = isRoot ? 0 : m_nodes[node.parent.value].depth + 1;
        next[i] = place + 1;
        place += node.size;
        m_order[node.place] = {static_cast<std::uint32_t>(i)};
    }
}

}  // namespace coroscope
