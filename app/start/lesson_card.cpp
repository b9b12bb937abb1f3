// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/start/lesson_card.h"

#include <QKeyEvent>
#include <QPainter>
#include <algorithm>
#include <array>

#include "app/charts/thumbnail.h"
#include "app/language/language.h"
#include "app/panels/card.h"
#include "app/style/fonts.h"
#include "app/style/paint_helpers.h"
#include "app/style/style.h"

namespace coroscope {
namespace {

constexpr int margin = 16;
constexpr int thumbnailTop = 14;
constexpr int thumbnailHeight = 92;
constexpr int titleBaseline = 135;
constexpr int summaryBaseline = 156;
constexpr QSize numberPlate(20, 18);
constexpr int titleLeft = margin + 28;

bool hasIn(const scenario::LocalizedText& text, const QString& part)
{
    return std::ranges::any_of(text.byLanguage, [&part](const auto& entry) {
        return QString::fromStdString(entry.second).contains(part, Qt::CaseInsensitive);
    });
}

}  // namespace

LessonCard::LessonCard(int number, scenario::Scenario scenario, QWidget* parent)
    : QAbstractButton(parent), m_number(number), m_scenario(std::move(scenario))
{
    setFixedHeight(cardHeight);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setObjectName(QString::fromStdString(m_scenario.source()));
    keepTranslated(this, [this] {
        setAccessibleName(tr("Lesson %1: %2").arg(m_number).arg(title()));
        setAccessibleDescription(localized(m_scenario.summary()));
        setToolTip(localized(m_scenario.description()));
        update();
    });
    connect(&Style::current(), &Style::changed, this, qOverload<>(&QWidget::update));
}

QString LessonCard::title() const
{
    return localized(m_scenario.title());
}

bool LessonCard::matches(const QString& text) const
{
    return text.isEmpty() || QString::number(m_number) == text || hasIn(m_scenario.title(), text) ||
           hasIn(m_scenario.summary(), text);
}

void LessonCard::setRuns(std::vector<ProgramRunPtr> runs)
{
    m_runs = std::move(runs);
    update();
}

void LessonCard::paintEvent(QPaintEvent*)
{
    const Palette& palette = Style::current().palette();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor edge = isDown() || underMouse() ? palette.suspendedEdge : palette.line;
    drawEdged(painter, QRectF(rect()), Card::radius, isDown() ? palette.tint : palette.card, edge);
    drawTexts(painter);
    if (m_runs.empty()) {
        Q_EMIT runsWanted();
        return;
    }
    drawThumbnail(painter, QRectF(margin, thumbnailTop, width() - 2 * margin, thumbnailHeight),
                  m_runs, palette, m_scenario.axis() == scenario::Axis::Order);
}

void LessonCard::drawTexts(QPainter& painter) const
{
    const Palette& palette = Style::current().palette();
    const QFont titleFont = fontFor(TextRole::Button);
    const QFont summaryFont = fontFor(TextRole::Label);
    const QFont numberFont = fontFor(TextRole::BarLabelStrong);
    const QRectF plate(QPointF(margin, titleBaseline - 13.5), QSizeF(numberPlate));
    setFill(painter, palette.badge);
    painter.drawRoundedRect(plate, 5, 5);
    painter.setPen(palette.ink2);
    painter.setFont(numberFont);
    painter.drawText(plate, Qt::AlignCenter, QString::number(m_number));

    double room = width() - margin - titleLeft;
    if (m_number == 1) {
        const QString start = tr("Start here");
        const double startWidth = QFontMetricsF(numberFont).horizontalAdvance(start);
        painter.setPen(palette.now);
        painter.drawText(QPointF(width() - margin - startWidth, titleBaseline), start);
        room -= startWidth + 8;
    }
    painter.setPen(palette.ink);
    painter.setFont(titleFont);
    painter.drawText(QPointF(titleLeft, titleBaseline),
                     QFontMetricsF(titleFont).elidedText(title(), Qt::ElideRight, room));
    painter.setPen(palette.ink2);
    painter.setFont(summaryFont);
    painter.drawText(
        QPointF(margin, summaryBaseline),
        QFontMetricsF(summaryFont)
            .elidedText(localized(m_scenario.summary()), Qt::ElideRight, width() - 2 * margin));
}

void LessonCard::focusInEvent(QFocusEvent* event)
{
    QAbstractButton::focusInEvent(event);
    Q_EMIT focused();
}

void LessonCard::keyPressEvent(QKeyEvent* event)
{
    constexpr std::array arrows{Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down};
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else if (std::ranges::count(arrows, event->key()) > 0)
        event->ignore();
    else
        QAbstractButton::keyPressEvent(event);
}

void LessonCard::enterEvent(QEnterEvent*)
{
    update();
}

void LessonCard::leaveEvent(QEvent*)
{
    update();
}

}  // namespace coroscope
