// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QScrollArea>

class QGridLayout;

namespace coroscope {

class LessonCard;

/// The built-in lessons as cards in columns, as many as fit. Arrows go from card to card.
class LessonGrid : public QScrollArea {
    Q_OBJECT

public:
    explicit LessonGrid(QWidget* parent = nullptr);

    [[nodiscard]] const QList<LessonCard*>& cards() const noexcept { return m_cards; }
    /// Shows only the lessons that have `text` in them; says how many.
    int search(const QString& text);
    void setColumnCount(int count);
    void focusFirst();

Q_SIGNALS:
    void chosen(const QString& name);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void addCards();
    void placeCards();
    void runNext();
    [[nodiscard]] QList<LessonCard*> shownCards() const;

    QGridLayout* m_grid;
    QList<LessonCard*> m_cards;
    QList<LessonCard*> m_waiting;  // for their runs
    QString m_searched;
    int m_columnCount = 4;
};

}  // namespace coroscope
