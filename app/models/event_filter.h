// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>
#include <bitset>
#include <optional>

#include "core/trace/event.h"

namespace coroscope {

/// Of an EventTableModel, the events of one task, of some kinds, and with a text in them.
///
/// Cost    a change reads all events; the text in addition makes their cells
class EventFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    /// None: of all tasks.
    void setTask(std::optional<TaskId> task);
    [[nodiscard]] std::optional<TaskId> task() const noexcept { return m_task; }
    /// All kinds are shown until one is hidden.
    void setShown(EventKind kind, bool isShown);
    [[nodiscard]] bool isShown(EventKind kind) const;
    /// In any cell but the number, letters in either case.
    void setText(const QString& text);
    void clear();

    /// Whether anything could be left out.
    [[nodiscard]] bool isActive() const;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    std::optional<TaskId> m_task;
    std::bitset<eventKindCount> m_hidden;
    QString m_text;
};

}  // namespace coroscope
