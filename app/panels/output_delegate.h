// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

#include "core/base/ticks.h"

namespace coroscope {

/// A line of OutputModel: its time in the gutter, its text in the code font. Fresh lines are ink,
/// their time in the colour of the playhead.
class OutputDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// Widens the gutter if times up to `total` need it.
    void setTotal(Ticks total);
    [[nodiscard]] double gutterWidth() const noexcept { return m_gutterWidth; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;
    /// The whole line, if it fades out before its end.
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

private:
    [[nodiscard]] bool doesFit(const QRectF& rect, const QModelIndex& index) const;

    static constexpr double leastGutterWidth = 42;

    double m_gutterWidth = leastGutterWidth;
};

}  // namespace coroscope
