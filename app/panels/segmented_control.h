// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QButtonGroup;
class QHBoxLayout;

namespace coroscope {

/// One of a few choices, side by side on a well: Time | Order.
class SegmentedControl : public QWidget {
    Q_OBJECT

public:
    /// `name` is the accessible one.
    explicit SegmentedControl(const QString& name, QWidget* parent = nullptr);

    /// The first one is chosen. With an empty text the segment is its icon, `toolTip` its name;
    /// with an empty icon it is its text.
    void addSegment(const QString& icon, const QString& text, const QString& toolTip);

    /// Says it in other words.
    void setSegment(int index, const QString& text, const QString& toolTip);

    void setCurrent(int index);  ///< does not signal
    [[nodiscard]] int current() const;

Q_SIGNALS:
    /// The person chose another one.
    void chosen(int index);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QHBoxLayout* m_row;
    QButtonGroup* m_group;
};

}  // namespace coroscope
