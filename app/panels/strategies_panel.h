// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QCheckBox;
class QVBoxLayout;

namespace coroscope {

/// Which programs of a comparison are shown, as check boxes. The last one that is on stays on.
class StrategiesPanel : public QWidget {
    Q_OBJECT

public:
    explicit StrategiesPanel(QWidget* parent = nullptr);

    /// Replaces all boxes; those in `shown` are on. Does not signal.
    void setStrategies(const QStringList& names, const QStringList& shown);
    // In the order of the boxes.
    [[nodiscard]] QStringList names() const;
    [[nodiscard]] QStringList shown() const;

Q_SIGNALS:
    /// By the person.
    void toggled(const QString& name, bool isShown);

private:
    void toggle(QCheckBox* box, bool isOn);

    QVBoxLayout* m_rows;
    QList<QCheckBox*> m_boxes;
};

}  // namespace coroscope
