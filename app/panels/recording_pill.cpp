// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/recording_pill.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QPushButton>

#include "app/language/language.h"
#include "app/panels/text_label.h"
#include "app/style/icons.h"
#include "app/style/style.h"

namespace coroscope {
namespace {

constexpr int pillHeight = 36;
constexpr int dotSize = 10;
constexpr int dotLeft = 12;
constexpr int slack = 2;
constexpr int textLeft = dotLeft + dotSize + 8;

// "00:12", "1:02:45".
QString clockText(std::chrono::milliseconds elapsed)
{
    const auto seconds = elapsed.count() / 1000;
    const QString minutes = QStringLiteral("%1:%2")
                                .arg(seconds / 60 % 60, 2, 10, QLatin1Char('0'))
                                .arg(seconds % 60, 2, 10, QLatin1Char('0'));
    const auto hours = seconds / 3600;
    return hours == 0 ? minutes : QString::number(hours) + QLatin1Char(':') + minutes;
}

}  // namespace

RecordingPill::RecordingPill(QWidget* parent)
    : QWidget(parent),
      m_what(new TextLabel(TextRole::Button, &Palette::ink)),
      m_events(new TextLabel(TextRole::Label, &Palette::ink3)),
      m_stop(new QPushButton)
{
    setFixedHeight(pillHeight);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_stop->setIcon(themeIcon(QStringLiteral("stop"), &Palette::ink));
    m_stop->setObjectName(QStringLiteral("stop"));
    m_stop->setFocusPolicy(Qt::TabFocus);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(textLeft, 0, 5, 0);
    row->setSpacing(8);
    row->addWidget(m_what);
    row->addWidget(m_events);
    row->addWidget(m_stop);
    connect(m_stop, &QPushButton::clicked, this, &RecordingPill::stopClicked);
    keepTranslated(this, [this] { showTexts(); });
}

void RecordingPill::setProgress(std::chrono::milliseconds elapsed, std::size_t events)
{
    m_elapsed = elapsed;
    m_eventCount = events;
    showTexts();
}

void RecordingPill::setStopping(bool isStopping)
{
    m_isStopping = isStopping;
    showTexts();
}

void RecordingPill::setCompact(bool isCompact)
{
    m_isCompact = isCompact;
    m_events->setVisible(!isCompact);
    showTexts();
}

void RecordingPill::showTexts()
{
    const QString clock = clockText(m_elapsed);
    const QString what = m_isStopping ? tr("Stopping %1") : tr("Recording %1");
    m_what->setText(m_isCompact ? clock : what.arg(clock));
    if (isVisible())  // to measure it takes a millisecond when the window is made
        m_what->setFixedWidth(m_what->sizeHint().width() + slack);
    m_events->setText(tr("%1 events").arg(QLocale().toString(qulonglong(m_eventCount))));
    m_stop->setText(m_isCompact ? QString() : m_isStopping ? tr("Stop at once") : tr("Stop"));
    m_stop->setAccessibleName(m_isStopping ? tr("Stop at once") : tr("Stop"));
    m_stop->setToolTip(m_isStopping ? tr("The program has not ended yet: ends it less kindly")
                                    : tr("Stops the program, as Ctrl+C would"));
}

void RecordingPill::showEvent(QShowEvent*)
{
    showTexts();
}

void RecordingPill::paintEvent(QPaintEvent*)
{
    const Palette& palette = Style::current().palette();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(palette.ctl);
    painter.setBrush(palette.card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette.block);
    painter.drawEllipse(QRectF(dotLeft, (pillHeight - dotSize) / 2.0, dotSize, dotSize));
}

}  // namespace coroscope
