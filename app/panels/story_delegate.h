// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace coroscope {

/// A row of StoryModel: number, time, sentence; the newest stands out.
class StoryDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    static constexpr int rowHeight = 24;

    using QStyledItemDelegate::QStyledItemDelegate;

    /// Makes room for the numbers and times of a program with so many events and that longest time.
    void setLongest(int number, const QString& time);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;

private:
    double m_numberWidth = 0;
    double m_timeWidth = 0;
};

}  // namespace coroscope
