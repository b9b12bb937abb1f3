// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace coroscope {

/// A line of SourceModel: who is at it as chips, or its number; its text, lit when somebody is.
/// Scrolled sideways the gutter stays.
class SourceDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    static constexpr double gutter = 42;

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;
    /// Tells the whole line where it does not fit, and who is there where not all chips do.
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;
};

}  // namespace coroscope
