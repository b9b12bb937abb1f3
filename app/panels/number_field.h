// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace coroscope {

/// A number that can be typed, with its unit inside the field. Enter or leaving the field takes
/// it: cut to the range, or put back when it is none. Up and Down change it by a step, Page Up and
/// Down by ten, Escape puts it back.
class NumberField : public QLineEdit {
    Q_OBJECT

public:
    struct Range {
        double min = 0;
        double max = 1;
        double step = 0.5;
    };

    explicit NumberField(QWidget* parent = nullptr);

    void setRange(const Range& range);
    void setUnit(const QString& unit);
    /// Does not signal. Cut to the range.
    void setValue(double value);
    [[nodiscard]] double value() const noexcept { return m_value; }

Q_SIGNALS:
    /// The person changed it.
    void valueEntered(double value);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void takeText();
    void enter(double value);
    void showRange();
    void showValue();

    Range m_range;
    QString m_unit;
    double m_value = 0;
};

}  // namespace coroscope
