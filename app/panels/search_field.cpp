// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/search_field.h"

#include <QKeyEvent>
#include <QPainter>

#include "app/language/language.h"
#include "app/style/fonts.h"
#include "app/style/icons.h"
#include "app/style/style.h"

namespace coroscope {
namespace {

constexpr int iconSize = 16;
constexpr int iconLeft = 8;
constexpr int textLeft = 28;
constexpr int fieldWidth = 240;
constexpr int countRoom = 72;

}  // namespace

SearchField::SearchField(QWidget* parent) : QLineEdit(parent)
{
    setFixedWidth(fieldWidth);
    setTextMargins(textLeft - 8, 0, 0, 0);
    keepTranslated(this, [this] {
        setPlaceholderText(tr("Search tasks"));
        setAccessibleName(tr("Search tasks"));
        setToolTip(tr("Words of a name, and also is:blocking, >10ms, suspended>1s"));
    });
}

void SearchField::setMatches(int count, int selected)
{
    m_matches = count;
    m_selected = selected;
    setTextMargins(textLeft - 8, 0, text().isEmpty() ? 0 : countRoom, 0);
    setAccessibleDescription(matchText());
    update();
}

QString SearchField::matchText() const
{
    if (text().trimmed().isEmpty())
        return {};
    if (m_matches == 0)
        return tr("no task");
    return m_selected == 0 ? tr("%n", nullptr, m_matches)
                           : tr("%1 of %2").arg(m_selected).arg(m_matches);
}

void SearchField::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter)
        Q_EMIT matchWanted(event->modifiers() & Qt::ShiftModifier ? -1 : 1);
    else if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QLineEdit::keyPressEvent(event);
}

void SearchField::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    const QRect place(iconLeft, (height() - iconSize) / 2, iconSize, iconSize);
    themeIcon(QStringLiteral("search"), &Palette::ink3).paint(&painter, place);
    painter.setFont(fontFor(TextRole::Label));
    painter.setPen(Style::current().palette().ink3);
    painter.drawText(rect().adjusted(0, 0, -8, 0), Qt::AlignRight | Qt::AlignVCenter,
                     matchText());
}

}  // namespace coroscope
