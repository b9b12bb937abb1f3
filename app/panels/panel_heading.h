// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QListView;

namespace coroscope {

class TextLabel;

/// Above a program's panel in the bottom dock: its name, and a few words.
class PanelHeading : public QWidget {
    Q_OBJECT

public:
    explicit PanelHeading(QWidget* parent = nullptr);

    void setName(const QString& name);
    void setDetail(const QString& detail);
    /// At the right end.
    void addWidget(QWidget* widget);

private:
    TextLabel* m_name;
    TextLabel* m_detail;
};

/// A list of lines that fill the panel's width, on the ground's colour.
[[nodiscard]] QListView* makePanelList();

/// Heading above content.
void layOutPanel(QWidget& panel, PanelHeading& heading, QWidget& content);

}  // namespace coroscope
