// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/transport_bar.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <array>

#include "app/language/language.h"
#include "app/panels/buttons.h"
#include "app/panels/combo.h"
#include "app/panels/hairline.h"
#include "app/panels/recording_pill.h"
#include "app/panels/speeds.h"
#include "app/panels/text_label.h"
#include "app/style/icons.h"
#include "app/style/style.h"
#include "app/style/time_label.h"

namespace coroscope {
namespace {

constexpr int fullHeight = 52;
constexpr int leastHeight = 48;
constexpr int compactBelow = 1320;
constexpr int leastWidth = 960;
constexpr int fullChooserWidth = 200;
constexpr int compactChooserWidth = 150;

constexpr TimeLabel::Look nowLook{TextRole::PlayheadTime, &Palette::now, TextRole::PlayheadTime,
                                  &Palette::now, TextRole::PlayheadTime};
constexpr TimeLabel::Look totalLook{TextRole::Body, &Palette::ink3, TextRole::Body, &Palette::ink3,
                                    TextRole::PlayheadTime};

struct StepChoice {
    StepUnit unit;
    const char* text;
};

constexpr std::array stepChoices{
    StepChoice{StepUnit::AwaitPoint, QT_TRANSLATE_NOOP("coroscope::TransportBar", "Await point")},
    StepChoice{StepUnit::Event, QT_TRANSLATE_NOOP("coroscope::TransportBar", "Event")},
    StepChoice{StepUnit::LoopTurn, QT_TRANSLATE_NOOP("coroscope::TransportBar", "Loop turn")},
};

QHBoxLayout* makeRow(int spacing)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing);
    return row;
}

}  // namespace

TransportBar::TransportBar(QWidget* parent) : QWidget(parent)
{
    setFixedHeight(fullHeight);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 12, 0);
    row->setSizeConstraint(QLayout::SetNoConstraint);  // it loses its words instead
    row->setSpacing(0);
    row->addLayout(buildChooser());
    row->addStretch();
    row->addLayout(buildPlayer());
    row->addSpacing(30);
    row->addLayout(buildClock());
    row->addSpacing(12);
    row->addLayout(buildPace());
    row->addStretch();
    row->addLayout(buildTools());
    setTotal(Ticks{0});
    setTime(Ticks{0});
    showTheme();
    connect(&Style::current(), &Style::changed, this, &TransportBar::showTheme);
}

QToolButton* TransportBar::addButton(QHBoxLayout* row, const QString& icon,
                                     const std::function<QString()>& name,
                                     void (TransportBar::*clicked)())
{
    QToolButton* button = makeIconButton(icon, name);
    row->addWidget(button);
    connect(button, &QToolButton::clicked, this, clicked);
    return button;
}

QLayout* TransportBar::buildChooser()
{
    QHBoxLayout* row = makeRow(4);
    m_menu = makeIconButton(QStringLiteral("menu"), [] { return tr("Menu"); });
    m_menu->setPopupMode(QToolButton::InstantPopup);
    m_scenario = new Combo;
    keepTranslated(m_scenario, [this] { m_scenario->setAccessibleName(tr("Lesson")); });
    m_scenario->setFixedWidth(fullChooserWidth);
    connect(m_scenario, &Combo::currentIndexChanged, this, [this](int index) {
        const bool hasNumber = index >= 0 && index < m_scenarioCount;
        m_scenario->setBadge(hasNumber ? QString::number(index + 1) : QString());
    });
    connect(m_scenario, &Combo::activated, this, [this](int index) {
        if (index < m_scenarioCount)
            Q_EMIT scenarioChosen(index);
    });
    row->addWidget(m_menu);
    addButton(
        row, QStringLiteral("lessons"), [] { return tr("All lessons"); },
        &TransportBar::lessonsClicked);
    row->addWidget(m_scenario);
    return row;
}

QLayout* TransportBar::buildPlayer()
{
    QHBoxLayout* row = makeRow(5);
    addButton(
        row, QStringLiteral("to-start"), [] { return tr("To start"); },
        &TransportBar::toStartClicked);
    addButton(
        row, QStringLiteral("step-back"), [] { return tr("Step back"); },
        &TransportBar::stepBackClicked);
    row->addSpacing(2);
    m_play = addButton(
        row, QStringLiteral("play"), [this] { return playName(); }, &TransportBar::playClicked);
    m_play->setObjectName(QStringLiteral("play"));
    m_play->setProperty("look", QStringLiteral("filled"));
    m_play->setFixedSize(40, 36);
    row->addSpacing(2);
    addButton(
        row, QStringLiteral("step-forward"), [] { return tr("Step forward"); },
        &TransportBar::stepForwardClicked);
    addButton(
        row, QStringLiteral("to-end"), [] { return tr("To end"); }, &TransportBar::toEndClicked);
    setPlaying(false);
    return row;
}

QLayout* TransportBar::buildClock()
{
    QHBoxLayout* row = makeRow(0);
    m_time = new TimeLabel(nowLook);
    m_time->setObjectName(QStringLiteral("time"));
    m_total = new TimeLabel(totalLook);
    m_total->setPrefix(QStringLiteral("/ "));
    row->addWidget(m_time);
    row->addSpacing(8);
    row->addWidget(m_total);
    return row;
}

QLayout* TransportBar::buildPace()
{
    QHBoxLayout* row = makeRow(4);
    auto* line = new Hairline(Qt::Vertical);
    line->setFixedHeight(20);
    buildStepCombo();
    buildSpeedCombo();
    row->addWidget(line, 0, Qt::AlignVCenter);
    row->addSpacing(8);
    row->addWidget(m_step);
    row->addWidget(m_speed);
    return row;
}

void TransportBar::buildStepCombo()
{
    m_step = new Combo;
    for (const StepChoice& choice : stepChoices)
        m_step->addItem({}, static_cast<int>(choice.unit));
    keepTranslated(m_step, [this] {
        m_step->setPrefix(tr("Step"));
        for (int i = 0; i < m_step->count(); ++i)
            m_step->setItemText(i, tr(stepChoices[static_cast<std::size_t>(i)].text));
    });
    connect(m_step, &Combo::activated, this, [this] { Q_EMIT stepUnitChosen(stepUnit()); });
}

void TransportBar::buildSpeedCombo()
{
    m_speed = new Combo;
    m_speed->addItem({});
    for (const double speed : speeds)
        m_speed->addItem(speedText(speed), speed);
    keepTranslated(m_speed, [this] {
        m_speed->setPrefix(tr("Speed"));
        m_speed->setItemText(0, tr("Auto"));
    });
    connect(m_speed, &Combo::activated, this, [this] {
        showSpeed();
        Q_EMIT speedChanged(speed());
    });
}

QLayout* TransportBar::buildTools()
{
    QHBoxLayout* row = makeRow(4);
    m_recording = new RecordingPill;
    m_recording->hide();
    row->addWidget(m_recording);
    m_export = new QPushButton(themeIcon(QStringLiteral("export"), &Palette::ink), {});
    m_export->setIconSize({24, 20});
    m_export->setFocusPolicy(Qt::TabFocus);
    keepTranslated(m_export, [this] {
        m_export->setText(tr("Export"));
        m_export->setToolTip(tr("Export the picture"));
    });
    row->addWidget(m_export);
    connect(m_export, &QPushButton::clicked, this, &TransportBar::exportClicked);
    m_exportIcon = addButton(
        row, QStringLiteral("export"), [] { return tr("Export"); }, &TransportBar::exportClicked);
    m_exportIcon->hide();
    m_theme = addButton(row, QStringLiteral("theme-dark"), themeName, &TransportBar::themeClicked);
    addButton(
        row, QStringLiteral("help"), [] { return tr("Keys"); }, &TransportBar::helpClicked);
    return row;
}

void TransportBar::setRecording(bool isRecording)
{
    m_recording->setVisible(isRecording);
}

void TransportBar::setScenarios(const QStringList& titles)
{
    m_scenarioCount = static_cast<int>(titles.size());
    m_scenario->clear();
    m_scenario->addItems(titles);
}

void TransportBar::setFile(const QString& title)
{
    removeFile();
    m_scenario->addItem(title);
    m_scenario->setCurrentIndex(m_scenarioCount);
}

void TransportBar::removeFile()
{
    if (m_scenario->count() > m_scenarioCount)
        m_scenario->removeItem(m_scenarioCount);
}

void TransportBar::setCurrentScenario(int index)
{
    removeFile();
    m_scenario->setCurrentIndex(index);
}

void TransportBar::setMenu(QMenu* menu)
{
    m_menu->setMenu(menu);
}

void TransportBar::setPlaying(bool isPlaying)
{
    m_isPlaying = isPlaying;
    m_play->setIcon(isPlaying
                        ? themeIcon(QStringLiteral("pause"), &Palette::card)
                        : themeIcon(QStringLiteral("play"), &Palette::card, IconFill::Filled));
    setButtonName(*m_play, playName());
}

QString TransportBar::playName() const
{
    return m_isPlaying ? tr("Pause") : tr("Play");
}

void TransportBar::setTotal(Ticks total)
{
    const double oldSpeed = speed();
    m_totalTime = total;
    m_total->setTime(timeText(total));
    m_time->setWidest(timeText(total));
    showSpeed();
    if (speed() != oldSpeed)
        Q_EMIT speedChanged(speed());
}

void TransportBar::setTime(Ticks time)
{
    m_time->setTime(timeTextLike(time, m_totalTime));
}

void TransportBar::setStepUnit(StepUnit unit)
{
    m_step->setCurrentIndex(m_step->findData(static_cast<int>(unit)));
}

StepUnit TransportBar::stepUnit() const
{
    return static_cast<StepUnit>(m_step->currentData().toInt());
}

double TransportBar::speed() const
{
    const QVariant chosen = m_speed->currentData();
    return chosen.isValid() ? chosen.toDouble() : autoSpeed(m_totalTime);
}

void TransportBar::showSpeed()
{
    m_speed->setShownText(speedText(speed()));
}

void TransportBar::showTheme()
{
    const bool isDark = Style::current().theme() == Theme::Dark;
    m_theme->setIcon(
        themeIcon(isDark ? QStringLiteral("theme-light") : QStringLiteral("theme-dark")));
    setButtonName(*m_theme, themeName());
}

QString TransportBar::themeName()
{
    return Style::current().theme() == Theme::Dark ? tr("Light theme") : tr("Dark theme");
}

void TransportBar::setCompact(bool isCompact)
{
    if (isCompact == m_isCompact)
        return;
    m_isCompact = isCompact;
    m_step->setPrefixVisible(!isCompact);
    m_speed->setPrefixVisible(!isCompact);
    m_export->setVisible(!isCompact);
    m_exportIcon->setVisible(isCompact);
    m_recording->setCompact(isCompact);
    m_scenario->setFixedWidth(isCompact ? compactChooserWidth : fullChooserWidth);
    setFixedHeight(isCompact ? leastHeight : fullHeight);
}

QSize TransportBar::minimumSizeHint() const
{
    return {leastWidth, height()};
}

void TransportBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    setCompact(width() < compactBelow);
}

void TransportBar::paintEvent(QPaintEvent*)
{
    const Palette& palette = Style::current().palette();
    QPainter painter(this);
    painter.fillRect(rect(), palette.ground);
    painter.fillRect(QRect(0, height() - 1, width(), 1), palette.line);
}

}  // namespace coroscope
