// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "app/document/row_layout.h"
#include "app/document/selection.h"
#include "app/document/task_search.h"

namespace coroscope {

/// Which rows the charts of a document show: in order of creation or as a tree, what of that is
/// collapsed, whether only what the search finds. What is selected is never hidden by that: its
/// ancestors are expanded when it is selected, and a filter leaves it in.
///
/// What is collapsed is remembered by program and task, so that it stays so when a program is
/// recorded further or run again.
///
/// Cost    a layout is made when it is first asked for and kept, O(tasks)
class VisibleRows : public QObject {
    Q_OBJECT

public:
    /// They must outlive it.
    VisibleRows(const Selection& selection, const TaskSearch& search);

    /// For a program that was recorded. Otherwise rows are in order of creation, which programs
    /// that are compared have in common.
    [[nodiscard]] bool isTree() const noexcept { return m_isTree; }
    void setTree(bool isTree);

    /// While there is a search.
    [[nodiscard]] bool showsOnlyMatches() const noexcept { return m_showsOnlyMatches; }
    void setOnlyMatches(bool isOn);

    [[nodiscard]] std::shared_ptr<const RowLayout> of(const ProgramRunPtr& run) const;

    /// Null while the rows are no tree.
    [[nodiscard]] const RowTree* treeOf(const ProgramRunPtr& run) const;

    // What these do to the rows of a run where that is no tree: nothing.
    void setCollapsed(const ProgramRunPtr& run, int track, bool isCollapsed);
    /// The task and all that came of it.
    void setAllCollapsed(const ProgramRunPtr& run, int track, bool isCollapsed);
    void setAllCollapsed(const ProgramRunPtr& run, bool isCollapsed);

Q_SIGNALS:
    void changed();

private:
    struct Known {
        std::shared_ptr<const RowTree> tree;      // made once
        std::shared_ptr<const RowLayout> layout;  // null: out of date
    };

    [[nodiscard]] Known& knownOf(const ProgramRunPtr& run) const;
    [[nodiscard]] RowLayout layoutOf(const ProgramRunPtr& run, Known& known) const;
    [[nodiscard]] std::vector<bool> wantedOf(const ProgramRunPtr& run) const;
    [[nodiscard]] bool isFiltered() const;
    void collapse(const ProgramRunPtr& run, std::size_t from, std::size_t to, bool isCollapsed);
    void selectionHasChanged();
    [[nodiscard]] bool expandAbove(const QString& program, int track);
    void renew();

    const Selection& m_selection;
    const TaskSearch& m_search;
    bool m_isTree = false;
    bool m_showsOnlyMatches = false;
    std::map<QString, std::vector<bool>> m_collapsed;  // by program, then by track
    mutable std::map<std::weak_ptr<const ProgramRun>, Known, std::owner_less<>> m_known;
};

}  // namespace coroscope
