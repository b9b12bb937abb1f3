// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/record_dialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QVBoxLayout>

#include "app/panels/segmented_control.h"
#include "app/panels/text_label.h"

namespace coroscope {
namespace {

constexpr int leastWidth = 520;
constexpr int groupGap = 14;
constexpr int labelGap = 6;

const QString moduleKey = QStringLiteral("record/module");
const QString sourceKey = QStringLiteral("record/source");
const QString argumentsKey = QStringLiteral("record/arguments");
const QString folderKey = QStringLiteral("record/folder");
const QString pythonKey = QStringLiteral("record/python");
const QString virtualTimeKey = QStringLiteral("record/virtualTime");

}  // namespace

RecordDialog::RecordDialog(QWidget* parent) : QDialog(parent)
{
    setWindowTitle(tr("Record a Python program"));
    setMinimumWidth(leastWidth);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(0);
    buildProgram(column);
    buildPython(column);
    buildButtons(column);
    restore();
    showKind();
    m_source->setFocus();
}

QLineEdit* RecordDialog::addField(QVBoxLayout* column, const QString& name, QPushButton* browse)
{
    column->addSpacing(groupGap);
    column->addWidget(new TextLabel(TextRole::Heading, &Palette::ink2, name));
    column->addSpacing(labelGap);
    auto* field = new QLineEdit;
    field->setAccessibleName(name);
    auto* row = new QHBoxLayout;
    row->addWidget(field, 1);
    if (browse != nullptr)
        row->addWidget(browse);
    column->addLayout(row);
    return field;
}

void RecordDialog::buildProgram(QVBoxLayout* column)
{
    m_kind = new SegmentedControl(tr("Run"));
    m_kind->addSegment({}, tr("Script"), tr("A file, as in: python app.py"));
    m_kind->addSegment({}, tr("Module"), tr("A module, as in: python -m app"));
    connect(m_kind, &SegmentedControl::chosen, this, &RecordDialog::showKind);
    auto* row = new QHBoxLayout;
    row->addWidget(m_kind);
    row->addStretch();
    column->addLayout(row);
    m_browse = new QPushButton(tr("Browse…"));
    m_browse->setAutoDefault(false);  // Enter records
    m_source = addField(column, tr("Program"), m_browse);
    m_source->setObjectName(QStringLiteral("source"));
    connect(m_browse, &QPushButton::clicked, this, &RecordDialog::chooseScript);
    m_arguments = addField(column, tr("Arguments"));
    m_arguments->setPlaceholderText(tr("as on the command line"));
    m_folder = addField(column, tr("Runs in"));
}

void RecordDialog::buildPython(QVBoxLayout* column)
{
    m_python = addField(column, tr("Python"));
    m_python->setPlaceholderText(tr("that of the virtual environment, else python3"));
    column->addSpacing(groupGap);
    m_virtualTime = new QCheckBox(tr("Virtual time: sleeping takes no time"));
    m_virtualTime->setToolTip(
        tr("The program's clock jumps to the next deadline, so that sleep(10) is over at once. "
           "With connections or subprocesses open, time is real."));
    column->addWidget(m_virtualTime);
}

void RecordDialog::buildButtons(QVBoxLayout* column)
{
    column->addSpacing(groupGap);
    m_error = new TextLabel(TextRole::Label, &Palette::block);
    m_error->setObjectName(QStringLiteral("error"));
    column->addWidget(m_error);
    column->addSpacing(labelGap);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Cancel)->setIcon({});
    auto* record = buttons->addButton(tr("Record"), QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &RecordDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &RecordDialog::reject);
    column->addWidget(buttons);
    record->setDefault(true);
}

bool RecordDialog::isModule() const
{
    return m_kind->current() == 1;
}

void RecordDialog::showKind()
{
    m_browse->setVisible(!isModule());
    m_source->setPlaceholderText(isModule() ? tr("a module's name") : tr("a .py file"));
    m_folder->setPlaceholderText(isModule() ? tr("the folder where Coroscope was started")
                                            : tr("the script's folder"));
    m_error->setText({});
}

void RecordDialog::chooseScript()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Record a Python program"),
                                                      QFileInfo(m_source->text()).path(),
                                                      tr("Python programs (*.py);;All files (*)"));
    if (!path.isEmpty())
        m_source->setText(path);
}

QString RecordDialog::complaint() const
{
    const QString source = m_source->text().trimmed();
    if (source.isEmpty())
        return isModule() ? tr("Name the module to run.") : tr("Choose the script to run.");
    if (!isModule() && !QFileInfo::exists(source))
        return tr("There is no file %1").arg(source);
    if (!m_folder->text().isEmpty() && !QFileInfo(m_folder->text()).isDir())
        return tr("There is no folder %1").arg(m_folder->text());
    return {};
}

RecordedProgram RecordDialog::program() const
{
    RecordedProgram program;
    const QString source = m_source->text().trimmed();
    if (isModule())
        program.command << QStringLiteral("-m") << source;
    else
        program.command << QFileInfo(source).absoluteFilePath();
    program.command << QProcess::splitCommand(m_arguments->text());
    program.python = m_python->text().trimmed();
    program.folder = m_folder->text();
    if (program.folder.isEmpty() && !isModule())
        program.folder = QFileInfo(source).absolutePath();
    program.isVirtual = m_virtualTime->isChecked();
    return program;
}

void RecordDialog::restore()
{
    const QSettings settings;
    m_kind->setCurrent(settings.value(moduleKey).toBool() ? 1 : 0);
    m_source->setText(settings.value(sourceKey).toString());
    m_arguments->setText(settings.value(argumentsKey).toString());
    m_folder->setText(settings.value(folderKey).toString());
    m_python->setText(settings.value(pythonKey).toString());
    m_virtualTime->setChecked(settings.value(virtualTimeKey).toBool());
}

void RecordDialog::accept()
{
    m_error->setText(complaint());
    if (!m_error->text().isEmpty())
        return;
    QSettings settings;
    settings.setValue(moduleKey, isModule());
    settings.setValue(sourceKey, m_source->text());
    settings.setValue(argumentsKey, m_arguments->text());
    settings.setValue(folderKey, m_folder->text());
    settings.setValue(pythonKey, m_python->text());
    settings.setValue(virtualTimeKey, m_virtualTime->isChecked());
    QDialog::accept();
}

}  // namespace coroscope
