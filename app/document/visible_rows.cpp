// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/visible_rows.h"

#include <utility>

namespace coroscope {
namespace {

TaskId idOf(int track)
{
    return {static_cast<std::uint32_t>(track)};
}

}  // namespace

VisibleRows::VisibleRows(const Selection& selection, const TaskSearch& search)
    : m_selection(selection), m_search(search)
{
    connect(&selection, &Selection::changed, this, &VisibleRows::selectionHasChanged);
    connect(&search, &TaskSearch::changed, this, [this] {
        if (m_showsOnlyMatches)
            renew();
    });
}

void VisibleRows::setTree(bool isTree)
{
    if (std::exchange(m_isTree, isTree) != isTree)
        renew();
}

void VisibleRows::setOnlyMatches(bool isOn)
{
    if (std::exchange(m_showsOnlyMatches, isOn) != isOn)
        renew();
}

bool VisibleRows::isFiltered() const
{
    return m_showsOnlyMatches && m_search.isActive();
}

std::shared_ptr<const RowLayout> VisibleRows::of(const ProgramRunPtr& run) const
{
    Known& known = knownOf(run);
    if (!known.layout)
        known.layout = std::make_shared<const RowLayout>(layoutOf(run, known));
    return known.layout;
}

VisibleRows::Known& VisibleRows::knownOf(const ProgramRunPtr& run) const
{
    const auto found = m_known.find(run);
    if (found != m_known.end())
        return found->second;
    std::erase_if(m_known, [](const auto& entry) { return entry.first.expired(); });
    return m_known[run];
}

const RowTree* VisibleRows::treeOf(const ProgramRunPtr& run) const
{
    return m_isTree ? of(run)->tree() : nullptr;
}

RowLayout VisibleRows::layoutOf(const ProgramRunPtr& run, Known& known) const
{
    const auto wanted = isFiltered() ? std::optional(wantedOf(run)) : std::nullopt;
    if (!m_isTree)
        return wanted ? RowLayout::filtered(*wanted)
                      : RowLayout::flat(static_cast<int>(run->timeline->tracks().size()));
    if (!known.tree)
        known.tree = std::make_shared<const RowTree>(*run->timeline);
    const auto collapsed = m_collapsed.find(run->name);
    return RowLayout::tree(
        known.tree, {collapsed == m_collapsed.end() ? std::vector<bool>() : collapsed->second,
                     wanted ? &*wanted : nullptr});
}

std::vector<bool> VisibleRows::wantedOf(const ProgramRunPtr& run) const
{
    std::vector<bool> wanted(run->timeline->tracks().size());
    for (const int track : m_search.matchesIn(run))
        wanted[static_cast<std::size_t>(track)] = true;
    const auto& selected = m_selection.segment();
    if (selected && selected->program == run->name && selected->track >= 0 &&
        static_cast<std::size_t>(selected->track) < wanted.size())
        wanted[static_cast<std::size_t>(selected->track)] = true;
    return wanted;
}

void VisibleRows::setCollapsed(const ProgramRunPtr& run, int track, bool isCollapsed)
{
    if (const RowTree* const tree = treeOf(run))
        collapse(run, tree->place(idOf(track)), tree->place(idOf(track)) + 1, isCollapsed);
}

void VisibleRows::setAllCollapsed(const ProgramRunPtr& run, int track, bool isCollapsed)
{
    if (const RowTree* const tree = treeOf(run))
        collapse(run, tree->place(idOf(track)), tree->end(idOf(track)), isCollapsed);
}

void VisibleRows::setAllCollapsed(const ProgramRunPtr& run, bool isCollapsed)
{
    if (const RowTree* const tree = treeOf(run))
        collapse(run, 0, tree->size(), isCollapsed);
}

// The tasks that stand in the tree's order at [from, to), as far as anything is below them.
void VisibleRows::collapse(const ProgramRunPtr& run, std::size_t from, std::size_t to,
                           bool isCollapsed)
{
    const RowTree& tree = *treeOf(run);
    std::vector<bool>& collapsed = m_collapsed[run->name];
    if (collapsed.size() < tree.size())
        collapsed.resize(tree.size());
    bool hasChanged = false;
    for (std::size_t place = from; place < to; ++place) {
        const TaskId task = tree.order()[place];
        if (!tree.hasChildren(task) || collapsed[task.value] == isCollapsed)
            continue;
        collapsed[task.value] = isCollapsed;
        hasChanged = true;
    }
    if (hasChanged)
        renew();
}

void VisibleRows::selectionHasChanged()
{
    const auto& selected = m_selection.segment();
    const bool isExpanded = selected && expandAbove(selected->program, selected->track);
    if (isExpanded || isFiltered())
        renew();
}

// Whether anything was collapsed there.
bool VisibleRows::expandAbove(const QString& program, int track)
{
    bool hasChanged = false;
    for (const auto& [weak, known] : m_known) {
        const ProgramRunPtr run = weak.lock();
        if (!m_isTree || !run || run->name != program || !known.tree || track < 0 ||
            static_cast<std::size_t>(track) >= known.tree->size())
            continue;
        std::vector<bool>& collapsed = m_collapsed[program];
        for (TaskId above = known.tree->parent(idOf(track)); above.isValid();
             above = known.tree->parent(above)) {
            if (above.value < collapsed.size() && collapsed[above.value]) {
                collapsed[above.value] = false;
                hasChanged = true;
            }
        }
    }
    return hasChanged;
}

void VisibleRows::renew()
{
    for (auto& [run, known] : m_known)
        known.layout.reset();
    Q_EMIT changed();
}

}  // namespace coroscope
