// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/export_form.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QVBoxLayout>
#include <array>
#include <utility>

#include "app/document/comparison_summary.h"
#include "app/panels/combo.h"
#include "app/panels/segmented_control.h"
#include "app/panels/text_label.h"
#include "app/style/style.h"
#include "core/base/time_text.h"

namespace coroscope {
namespace {

constexpr int groupGap = 16;
constexpr int labelGap = 6;
constexpr std::array scales{1, 2, 3, 4};

enum ThemeChoice { AsWindow, Light, Dark };

void addHeading(QVBoxLayout* column, const QString& text)
{
    if (column->count() > 0)
        column->addSpacing(groupGap);
    column->addWidget(new TextLabel(TextRole::Heading, &Palette::ink2, text));
    column->addSpacing(labelGap);
}

QString shortTime(Ticks time)
{
    return QString::fromStdString(shortTimeText(time, time));
}

}  // namespace

ExportForm::ExportForm(Shown shown, QWidget* parent) : QWidget(parent), m_shown(std::move(shown))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildFormat(column);
    buildPrograms(column);
    buildScale(column);
    buildTheme(column);
    buildTime(column);
    buildNote(column);
    column->addStretch();
    chooseFormat();
    connect(&Style::current(), &Style::changed, this, &ExportForm::changed);
}

void ExportForm::buildFormat(QVBoxLayout* column)
{
    addHeading(column, tr("Format"));
    m_format = new SegmentedControl(tr("Format"));
    for (const ExportFormat& format : exportFormats())
        m_format->addSegment({}, QString::fromLatin1(format.extension).toUpper(),
                             format.description());
    column->addWidget(m_format);
    column->addSpacing(labelGap);
    m_description = new TextLabel(TextRole::Label, &Palette::ink3);
    column->addWidget(m_description);
    connect(m_format, &SegmentedControl::chosen, this, &ExportForm::chooseFormat);
}

void ExportForm::buildPrograms(QVBoxLayout* column)
{
    addHeading(column, tr("Programs"));
    m_programs = new Combo;
    m_programs->setAccessibleName(tr("Programs"));
    m_programs->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    const auto& programs = m_shown.content.programs;
    m_programs->addItem(tr("All %n shown", nullptr, static_cast<int>(programs.size())));
    for (const ProgramRunPtr& program : programs)
        m_programs->addItem(program->name);
    column->addWidget(m_programs);
    connect(m_programs, &QComboBox::currentIndexChanged, this, &ExportForm::changed);
}

void ExportForm::buildScale(QVBoxLayout* column)
{
    addHeading(column, tr("Size"));
    m_scale = new SegmentedControl(tr("Size"));
    for (const int scale : scales)
        m_scale->addSegment({}, tr("%1×").arg(scale), tr("%n pixels for each one", nullptr, scale));
    m_scale->setCurrent(1);
    column->addWidget(m_scale);
    connect(m_scale, &SegmentedControl::chosen, this, &ExportForm::changed);
}

void ExportForm::buildTheme(QVBoxLayout* column)
{
    addHeading(column, tr("Colours"));
    m_theme = new SegmentedControl(tr("Colours"));
    m_theme->addSegment({}, tr("As the window"), tr("As the window"));
    m_theme->addSegment({}, tr("Light"), tr("Light"));
    m_theme->addSegment({}, tr("Dark"), tr("Dark"));
    column->addWidget(m_theme);
    connect(m_theme, &SegmentedControl::chosen, this, &ExportForm::changed);
}

void ExportForm::buildTime(QVBoxLayout* column)
{
    addHeading(column, tr("Time"));
    const Ticks now = m_shown.position.time;
    const bool isInside = now > Ticks{0} && now < m_shown.content.longestTotal();
    const Ticks total = m_shown.content.longestTotal();
    m_playhead = addCheckBox(
        column, tr("Playhead at %1").arg(QString::fromStdString(timeTextLike(now, total).joined())),
        isInside);
    if (isZoomed())
        m_visibleTime =
            addCheckBox(column,
                        tr("Only what is visible: %1 to %2")
                            .arg(shortTime(m_shown.span.begin), shortTime(m_shown.span.end)),
                        true);
}

void ExportForm::buildNote(QVBoxLayout* column)
{
    addHeading(column, tr("Note"));
    m_note = new QLineEdit;
    m_note->setObjectName(QStringLiteral("note"));
    m_note->setAccessibleName(tr("Note under the title"));
    m_note->setPlaceholderText(verdictText(m_shown.content.programs));
    m_note->setToolTip(tr("Stands under the title in place of what the programs come to"));
    column->addWidget(m_note);
    connect(m_note, &QLineEdit::textChanged, this, &ExportForm::changed);
}

QCheckBox* ExportForm::addCheckBox(QVBoxLayout* column, const QString& text, bool isChecked)
{
    auto* box = new QCheckBox(text);
    box->setChecked(isChecked);
    box->setMinimumHeight(26);
    column->addWidget(box);
    connect(box, &QCheckBox::toggled, this, &ExportForm::changed);
    return box;
}

bool ExportForm::isZoomed() const
{
    return m_shown.span.begin > Ticks{0} || m_shown.span.end < m_shown.content.longestTotal();
}

const ExportFormat& ExportForm::format() const
{
    return exportFormats()[static_cast<std::size_t>(m_format->current())];
}

void ExportForm::setFormat(const ExportFormat& format)
{
    if (&format == &this->format())
        return;
    m_format->setCurrent(static_cast<int>(&format - exportFormats().data()));
    chooseFormat();
}

// A trace has room for one program, so "all" cannot be chosen with it.
void ExportForm::chooseFormat()
{
    const ExportFormat& chosen = format();
    m_description->setText(chosen.description());
    const bool takesAll = chosen.kind != ExportFormat::Kind::Trace;
    {
        const QSignalBlocker blocker(m_programs);
        if (auto* items = qobject_cast<QStandardItemModel*>(m_programs->model()))
            items->item(0)->setEnabled(takesAll);
        if (!takesAll && m_programs->currentIndex() == 0 && m_programs->count() > 1)
            m_programs->setCurrentIndex(1);
        m_programs->updateGeometry();
    }
    m_scale->setEnabled(chosen.kind == ExportFormat::Kind::Pixels);
    m_theme->setEnabled(chosen.isPicture());
    m_playhead->setEnabled(chosen.isPicture());
    m_note->setEnabled(chosen.isPicture());
    if (m_visibleTime)
        m_visibleTime->setEnabled(chosen.isPicture());
    Q_EMIT changed();
}

ExportContent ExportForm::content() const
{
    ExportContent content = m_shown.content;
    const int index = m_programs->currentIndex();
    if (index > 0)
        content.programs = {content.programs[static_cast<std::size_t>(index - 1)]};
    return content;
}

PictureOptions ExportForm::options() const
{
    PictureOptions options;
    options.scale = scales[static_cast<std::size_t>(m_scale->current())];
    options.theme = Style::current().theme();
    if (m_theme->current() != AsWindow)
        options.theme = m_theme->current() == Dark ? Theme::Dark : Theme::Light;
    options.position = m_shown.position;
    options.note = m_note->text().trimmed();
    options.showsPlayhead = m_playhead->isChecked();
    if (m_visibleTime && m_visibleTime->isChecked())
        options.span = m_shown.span;
    return options;
}

}  // namespace coroscope
