// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/start/start_side.h"
#include "app/document/document.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QKeySequence>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

#include "app/language/language.h"
#include "app/panels/text_label.h"
#include "app/style/style.h"

namespace coroscope {
namespace {

constexpr int sideWidth = 324;
constexpr int margin = 28;
constexpr int hintPadding = 16;

// Of several lines, in a colour that follows the theme.
QLabel* makeText(TextRole role, ColourToken colour)
{
    auto* const label = new QLabel;
    label->setFont(fontFor(role));
    label->setWordWrap(true);
    const auto dye = [label, colour] {
        QPalette palette = label->palette();
        palette.setColor(QPalette::WindowText, Style::current().palette().*colour);
        label->setPalette(palette);
    };
    dye();
    QObject::connect(&Style::current(), &Style::changed, label, dye);
    return label;
}

QString whenText(const QDateTime& time)
{
    const QString clock = QLocale().toString(time.time(), QStringLiteral("HH:mm"));
    const qint64 days = time.daysTo(QDateTime::currentDateTime());
    if (days == 0)
        return StartSide::tr("today %1").arg(clock);
    if (days == 1)
        return StartSide::tr("yesterday");
    return QLocale().toString(time.date(), QLocale::ShortFormat);
}

// With a place for the time.
QString kindText(const RecentFile& file)
{
    if (file.isInterrupted)
        return StartSide::tr("Interrupted recording · %1");
    return isTraceFile(file.path) ? StartSide::tr("Trace · %1") : StartSide::tr("Scenario · %1");
}

}  // namespace

StartSide::StartSide(QWidget* parent) : QWidget(parent)
{
    setFixedWidth(sideWidth);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(margin, 26, margin - 4, margin);
    column->setSpacing(0);
    buildTitle(column);
    buildOpen(column);
    buildRecent(column);
    buildHint(column);
    column->addStretch();
}

void StartSide::buildTitle(QVBoxLayout* column)
{
    auto* const name =
        new TextLabel(TextRole::AppTitle, &Palette::ink, QStringLiteral("Coroscope"));
    auto* const claim = makeText(TextRole::Body, &Palette::ink2);
    keepTranslated(claim, [claim] {
        claim->setText(tr("See how coroutines take turns, and what makes them wait."));
    });
    column->addWidget(name);
    column->addSpacing(6);
    column->addWidget(claim);
    column->addSpacing(20);
}

void StartSide::buildOpen(QVBoxLayout* column)
{
    auto* const open = new FileButton(FileButton::Look::Raised, QStringLiteral("open"));
    open->setObjectName(QStringLiteral("openFile"));
    keepTranslated(open, [open] {
        open->setTexts(tr("Open a file"), tr("A scenario or a trace"),
                       QKeySequence(QStringLiteral("Ctrl+O")).toString(QKeySequence::NativeText));
    });
    connect(open, &FileButton::clicked, this, &StartSide::openClicked);
    column->addWidget(open);
}

void StartSide::buildRecent(QVBoxLayout* column)
{
    m_recent = new QWidget;
    auto* const rows = new QVBoxLayout(m_recent);
    rows->setContentsMargins(0, 28, 0, 0);
    rows->setSpacing(0);
    auto* const title = new TextLabel(TextRole::Heading, &Palette::ink2);
    rows->addWidget(title);
    rows->addSpacing(8);
    keepTranslated(m_recent, [this, title] {
        title->setText(tr("Recent"));
        showRecent();
    });
    column->addWidget(m_recent);
    column->addSpacing(20);
}

void StartSide::buildHint(QVBoxLayout* column)
{
    auto* const hint = makeText(TextRole::Label, &Palette::ink2);
    hint->setContentsMargins(hintPadding, hintPadding - 4, hintPadding, hintPadding - 4);
    hint->setObjectName(QStringLiteral("dropHint"));
    keepTranslated(hint, [hint] { hint->setText(tr("Or drop a file here.")); });
    column->addWidget(hint);
}

void StartSide::setRecent(const QList<RecentFile>& files)
{
    qDeleteAll(m_buttons);
    m_buttons.clear();
    m_files = files;
    for (const RecentFile& file : m_files) {
        auto* const button = new FileButton(FileButton::Look::Bare, QStringLiteral("file"));
        button->setToolTip(QDir::toNativeSeparators(file.path));
        connect(button, &FileButton::clicked, this,
                [this, path = file.path] { Q_EMIT fileChosen(path); });
        m_buttons << button;
        m_recent->layout()->addWidget(button);
    }
    m_recent->setVisible(!files.isEmpty());
    showRecent();
}

void StartSide::showRecent()
{
    for (qsizetype i = 0; i < m_buttons.size(); ++i) {
        const QDateTime openedAt = QDateTime::fromMSecsSinceEpoch(m_files[i].openedAt);
        m_buttons[i]->setTexts(QFileInfo(m_files[i].path).fileName(),
                               kindText(m_files[i]).arg(whenText(openedAt)));
    }
}

void StartSide::paintEvent(QPaintEvent*)
{
    const Palette& palette = Style::current().palette();
    QPainter painter(this);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), palette.line);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette.ctl, 1, Qt::DashLine));
    const auto* const hint = findChild<QWidget*>(QStringLiteral("dropHint"));
    painter.drawRoundedRect(QRectF(hint->geometry()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

}  // namespace coroscope
