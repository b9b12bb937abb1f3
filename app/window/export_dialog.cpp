// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/export_dialog.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

#include "app/document/comparison.h"
#include "app/export/comparison_picture.h"
#include "app/export/picture_encoder.h"
#include "app/language/language.h"
#include "app/panels/text_label.h"
#include "app/style/style.h"
#include "app/window/export_form.h"
#include "app/window/export_preview.h"

namespace coroscope {
namespace {

constexpr int margin = 16;
constexpr int formWidth = 264;
constexpr QSize usualSize(1080, 500);
constexpr std::size_t longestTable = 20'000;  // events of which a table is previewed

ExportForm::Shown shownBy(Comparison& comparison, const std::optional<TraceHeader>& header)
{
    const scenario::Scenario& scenario = comparison.scenario();
    ExportContent content{localized(scenario.title()),
                          {comparison.runs().begin(), comparison.runs().end()},
                          QString::fromStdString(scenario.source()), header};
    if (header && !content.programs.empty())
        content.rows = comparison.view().rows.of(content.programs.front());
    return {std::move(content), comparison.playhead().position(), comparison.visibleRange().span()};
}

std::size_t eventCount(const ExportContent& content)
{
    std::size_t count = 0;
    for (const ProgramRunPtr& program : content.programs)
        count += program->trace().size();
    return count;
}

QString pixels(QSize size, double scale)
{
    return ExportDialog::tr("%1 × %2 pixels")
        .arg(qRound(size.width() * scale))
        .arg(qRound(size.height() * scale));
}

}  // namespace

ExportDialog::ExportDialog(Comparison& comparison, const std::optional<TraceHeader>& header,
                           QWidget* parent)
    : QDialog(parent),
      m_form(new ExportForm(shownBy(comparison, header))),
      m_preview(new ExportPreview),
      m_hasContent(!comparison.runs().empty())
{
    setWindowTitle(tr("Export"));
    build();
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, m_progress, &QWidget::show);
    connect(m_form, &ExportForm::changed, this, &ExportDialog::showChoice);
    connect(&m_worker, &ExportWorker::finished, this, &ExportDialog::finish);
    connect(&Style::current(), &Style::changed, this, &ExportDialog::dress);
    dress();
    setBusy(false);
    showChoice();
    resize(usualSize);
}

ExportDialog::~ExportDialog() = default;

void ExportDialog::build()
{
    m_size = new TextLabel(TextRole::Label, &Palette::ink3);
    auto* left = new QVBoxLayout;
    left->setSpacing(8);
    left->addWidget(m_preview, 1);
    left->addWidget(m_size, 0, Qt::AlignHCenter);
    m_form->setFixedWidth(formWidth);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(20);
    middle->addLayout(left, 1);
    middle->addWidget(m_form);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(margin, margin, margin, margin);
    all->setSpacing(margin);
    all->addLayout(middle, 1);
    all->addLayout(buildFoot());
    setTabOrder(m_form, m_copy);
    setTabOrder(m_copy, m_cancel);
    setTabOrder(m_cancel, m_save);
}

QHBoxLayout* ExportDialog::buildFoot()
{
    auto* foot = new QHBoxLayout;
    foot->setSpacing(8);
    m_warning = new QLabel;
    m_message = new QLabel;
    m_message->setWordWrap(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_progress = new QProgressBar;
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(160);
    m_progress->setAccessibleName(tr("Writing the file"));
    m_progress->hide();
    m_copy = new QPushButton(tr("Copy"));
    m_copy->setToolTip(tr("Copy to the clipboard"));
    m_cancel = new QPushButton(tr("Cancel"));
    m_save = new QPushButton(tr("Save…"));
    m_save->setDefault(true);
    foot->addWidget(m_warning);
    foot->addWidget(m_message, 1);
    foot->addWidget(m_progress);
    for (QPushButton* button : {m_copy, m_cancel, m_save}) {
        button->setAutoDefault(false);
        button->setMinimumWidth(88);
        foot->addWidget(button);
    }
    connect(m_copy, &QPushButton::clicked, this, &ExportDialog::copy);
    connect(m_cancel, &QPushButton::clicked, this, &ExportDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &ExportDialog::askWhere);
    return foot;
}

void ExportDialog::showChoice()
{
    const ExportFormat& format = m_form->format();
    say(m_hasContent ? QString() : tr("There is nothing to export yet."));
    if (!format.isPicture()) {
        showTable();
        return;
    }
    const PictureOptions options = m_form->options();
    ComparisonPicture picture(m_form->content(), options);
    m_preview->showPicture(picture);
    const bool isScaled = format.kind == ExportFormat::Kind::Pixels;
    const QString size = pixels(m_preview->pictureSize(), isScaled ? options.scale : 1);
    m_size->setText(isScaled ? size : tr("%1, sharp at any size").arg(size));
}

void ExportDialog::showTable()
{
    const ExportContent content = m_form->content();
    if (eventCount(content) > longestTable) {
        m_preview->showLines(tr("Too long to be shown here."));
        m_size->setText({});
        return;
    }
    const auto text = m_form->format().encode(content, {});
    if (!text) {
        m_preview->showLines({});
        m_size->setText({});
        sayError(text.error());
        return;
    }
    m_preview->showLines(QString::fromUtf8(text.value()).remove(QLatin1Char('\r')));
    m_size->setText(tr("%n lines", nullptr, static_cast<int>(text.value().count('\n'))));
}

void ExportDialog::askWhere()
{
    const ExportFormat& format = m_form->format();
    auto* files = new QFileDialog(this, tr("Export"));
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setAcceptMode(QFileDialog::AcceptSave);
    files->setNameFilter(
        QStringLiteral("%1 (*.%2)").arg(format.description(), QLatin1String(format.extension)));
    files->setDefaultSuffix(QLatin1String(format.suffix));
    files->setDirectory(QStandardPaths::writableLocation(
        format.isPicture() ? QStandardPaths::PicturesLocation : QStandardPaths::DocumentsLocation));
    files->selectFile(suggestedFileName(m_form->content(), format));
    connect(files, &QFileDialog::fileSelected, this, &ExportDialog::save);
    files->open();
}

// The name that was typed decides: it may end with another known extension.
void ExportDialog::save(const QString& path)
{
    const auto format = exportFormatFor(path);
    if (!format) {
        sayError(format.error());
        return;
    }
    m_form->setFormat(*format.value());
    auto job = format.value()->prepare(m_form->content(), m_form->options());
    if (!job) {
        sayError(job.error());
        return;
    }
    m_path = path;
    m_worker.start(std::move(job).value(), path);
    setBusy(true);
}

void ExportDialog::finish(const Status& status)
{
    setBusy(false);
    if (!status) {
        sayError(status.error());
        return;
    }
    Q_EMIT saved(m_path);
    accept();
}

void ExportDialog::copy()
{
    const ExportFormat& format = m_form->format();
    QClipboard* clipboard = QGuiApplication::clipboard();
    if (format.isPicture()) {
        const auto image = drawImage(m_form->content(), m_form->options());
        if (!image)
            return sayError(image.error());
        clipboard->setImage(image.value());
        say(tr("The picture is on the clipboard."));
        return;
    }
    const auto text = format.encode(m_form->content(), {});
    if (!text)
        return sayError(text.error());
    clipboard->setText(QString::fromUtf8(text.value()));
    say(tr("The text is on the clipboard."));
}

void ExportDialog::reject()
{
    if (!m_worker.isBusy()) {
        QDialog::reject();
        return;
    }
    m_worker.cancel();
    setBusy(false);
    say(tr("Cancelled; no file was written."));
}

void ExportDialog::setBusy(bool isBusy)
{
    m_form->setEnabled(!isBusy);
    m_copy->setEnabled(!isBusy && m_hasContent);
    m_save->setEnabled(!isBusy && m_hasContent);
    if (isBusy) {
        say({});
        m_patience.start();
        m_cancel->setFocus();
    } else {
        m_patience.stop();
        m_progress->hide();
    }
}

void ExportDialog::say(const QString& text)
{
    m_isError = false;
    m_message->setText(text);
    dress();
}

void ExportDialog::sayError(const Error& error)
{
    QString text = QString::fromStdString(error.text());
    if (error.kind == Error::Kind::WriteFailed)
        text += tr(". Choose another folder or name.");
    m_isError = true;
    m_message->setText(text);
    dress();
}

void ExportDialog::dress()
{
    const Palette& p = Style::current().palette();
    QPalette colours = m_message->palette();
    colours.setColor(QPalette::WindowText, m_isError ? p.blockLabel : p.ink2);
    m_message->setPalette(colours);
    m_warning->setPixmap(
        themeIcon(QStringLiteral("warning"), &Palette::blockLabel).pixmap(QSize(20, 20)));
    m_warning->setVisible(m_isError);
}

}  // namespace coroscope
