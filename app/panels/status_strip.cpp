// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/status_strip.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>

#include "app/language/language.h"
#include "app/panels/text_label.h"
#include "app/style/icons.h"
#include "app/style/style.h"

namespace coroscope {
namespace {

constexpr int stripHeight = 23;  // in a QStatusBar, which adds 5
constexpr int iconSize = 16;
constexpr int iconLeft = 14;
constexpr int textLeft = 38;

}  // namespace

StatusStrip::StatusStrip(QWidget* parent)
    : QWidget(parent),
      m_text(new TextLabel(TextRole::Story, &Palette::ink)),
      m_progress(new QProgressBar),
      m_cancel(new QPushButton),
      m_clock(new TextLabel(TextRole::Story, &Palette::ink3))
{
    setFixedHeight(stripHeight);
    m_progress->setRange(0, 0);
    m_progress->setFixedSize(120, 6);
    m_progress->setTextVisible(false);
    m_cancel->setObjectName(QStringLiteral("cancel"));
    m_cancel->setFixedHeight(stripHeight - 1);
    connect(m_cancel, &QPushButton::clicked, this, &StatusStrip::cancelClicked);
    keepTranslated(this, [this] {
        m_cancel->setText(tr("Cancel"));
        m_progress->setAccessibleName(tr("Progress"));
        showClock();
    });
    m_clock->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(textLeft, 0, 14, 1);
    row->setSpacing(12);
    row->addWidget(m_text, 1);
    row->addWidget(m_progress);
    row->addWidget(m_cancel);
    row->addWidget(m_clock);
    setBusy(false);
}

void StatusStrip::setClock(ClockKind clock)
{
    m_clockKind = clock;
    showClock();
}

void StatusStrip::setView(const QString& text)
{
    m_view = text;
    showClock();
}

void StatusStrip::showClock()
{
    m_clock->setText(m_view.isEmpty() ? clockText()
                                      : m_view + QStringLiteral(" \u00b7 ") + clockText());
}

QString StatusStrip::clockText() const
{
    switch (m_clockKind) {
    case ClockKind::Virtual: return tr("virtual time");
    case ClockKind::Real: return tr("real time");
    default: return tr("virtual time · CPython 3.13 order");
    }
}

void StatusStrip::setFinding(const QString& sentence, bool isLink)
{
    show(sentence, false);
    setLink(isLink);
}

void StatusStrip::setError(const QString& message)
{
    show(message, true);
    setLink(false);
}

void StatusStrip::show(const QString& text, bool isError)
{
    m_isError = isError;
    setToolTip({});
    m_text->setText(text);
    m_text->setColour(isError ? &Palette::blockLabel : &Palette::ink);
    setAccessibleName(text);
    update();
}

// Only then can it be reached by keyboard.
void StatusStrip::setLink(bool isLink)
{
    m_isLink = isLink;
    setFocusPolicy(isLink ? Qt::TabFocus : Qt::NoFocus);
    setCursor(isLink ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void StatusStrip::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_isLink && event->button() == Qt::LeftButton && rect().contains(event->pos()))
        Q_EMIT findingClicked();
}

void StatusStrip::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (m_isLink && isEnter)
        Q_EMIT findingClicked();
    else
        QWidget::keyPressEvent(event);
}

void StatusStrip::setBusy(bool isBusy)
{
    m_progress->setRange(0, 0);
    m_progress->setVisible(isBusy);
    m_cancel->setVisible(isBusy);
}

void StatusStrip::setProgress(double share)
{
    constexpr int steps = 1000;
    m_progress->setRange(0, steps);
    m_progress->setValue(static_cast<int>(share * steps));
}

QString StatusStrip::text() const
{
    return m_text->text();
}

void StatusStrip::paintEvent(QPaintEvent*)
{
    const Palette& colours = Style::current().palette();
    QPainter painter(this);
    if (m_text->text().isEmpty())
        return;
    const QRectF icon(iconLeft, (stripHeight - 1 - iconSize) / 2.0, iconSize, iconSize);
    drawIcon(painter, icon, m_isError ? QStringLiteral("warning") : QStringLiteral("finding"),
             m_isError ? colours.blockLabel : colours.ink2);
}

}  // namespace coroscope
