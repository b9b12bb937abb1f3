// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>

class QAction;
class QLineEdit;
class QTreeView;

namespace coroscope {

/// Everything that can be done now, to be found by typing a part of its name; Enter does it.
class CommandPalette : public QDialog {
    Q_OBJECT

public:
    /// Lists the enabled ones of `actions`, with their keys.
    CommandPalette(const QList<QAction*>& actions, QWidget* parent);

protected:
    /// Leaves Up and Down, typed into the field, to the list.
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void build();
    void addActions(const QList<QAction*>& actions);
    void filter(const QString& text);
    void trigger(const QModelIndex& index);

    QLineEdit* m_field;
    QTreeView* m_list;
    QStandardItemModel m_model;
    QSortFilterProxyModel m_shown;
    QList<QAction*> m_actions;  // beside m_model's rows
};

}  // namespace coroscope
