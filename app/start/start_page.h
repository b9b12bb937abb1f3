// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "app/start/start_side.h"

class QHBoxLayout;
class QLineEdit;
class QMenu;
class QToolButton;

namespace coroscope {

class Combo;
class LessonGrid;
class TextLabel;

/// All there is to open: the lessons as cards, a file, files that were open. Lies over the whole
/// window.
class StartPage : public QWidget {
    Q_OBJECT

public:
    explicit StartPage(QMenu& menu, QWidget* parent = nullptr);

    [[nodiscard]] LessonGrid& lessons() const noexcept { return *m_lessons; }
    void setRecent(const QList<RecentFile>& files);

Q_SIGNALS:
    void lessonChosen(const QString& name);
    void fileChosen(const QString& path);
    void openClicked();
    void themeClicked();
    void helpClicked();
    /// Back to what is open.
    void left();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* buildBar(QMenu& menu);
    void buildLanguages();
    void buildTheme();
    QWidget* buildLessons();
    void buildSearch(QHBoxLayout* row);
    void showCount(int count);

    Combo* m_language = nullptr;
    QToolButton* m_theme = nullptr;
    StartSide* m_side = nullptr;
    TextLabel* m_count = nullptr;
    QLineEdit* m_search = nullptr;
    LessonGrid* m_lessons = nullptr;
    TextLabel* m_none = nullptr;
};

}  // namespace coroscope
