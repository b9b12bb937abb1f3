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
constexpr int fieldWidth = 200;

}  // namespace

SearchField::SearchField(QWidget* parent) : QLineEdit(parent)
{
    setFixedWidth(fieldWidth);
    setTextMargins(textLeft - 8, 0, 0, 0);
    connect(this, &QLineEdit::textChanged, this, [this] { setHasMatches(true); });
    keepTranslated(this, [this] {
        setPlaceholderText(tr("Search tasks"));
        setAccessibleName(tr("Search tasks"));
    });
}

void SearchField::setHasMatches(bool hasMatches)
{
    if (hasMatches == m_hasMatches)
        return;
    m_hasMatches = hasMatches;
    update();
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
    if (m_hasMatches)
        return;
    painter.setFont(fontFor(TextRole::Label));
    painter.setPen(Style::current().palette().ink3);
    painter.drawText(rect().adjusted(0, 0, -8, 0), Qt::AlignRight | Qt::AlignVCenter,
                     tr("no task"));
}

}  // namespace coroscope
