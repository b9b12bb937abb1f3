// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QTimer>
#include <optional>

#include "app/export/export_worker.h"
#include "core/trace/trace_header.h"

class QFileDialog;
class QHBoxLayout;
class QLabel;
class QProgressBar;
class QPushButton;

namespace coroscope {

class Comparison;
class ExportForm;
class ExportPreview;
class TextLabel;

/// Saves or copies what the window shows: as it was when the dialog was made, even while the
/// program goes on playing.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    /// How long a file may take before a progress bar says so.
    static constexpr std::chrono::milliseconds patience{500};

    /// `header`: of the trace that is shown, if it is one.
    explicit ExportDialog(Comparison& comparison, const std::optional<TraceHeader>& header = {},
                          QWidget* parent = nullptr);
    ~ExportDialog() override;

Q_SIGNALS:
    /// The dialog closes with it.
    void saved(const QString& path);

public Q_SLOTS:
    /// Gives up a file in progress; else closes.
    void reject() override;

private:
    void build();
    QHBoxLayout* buildFoot();
    void showChoice();
    void showTable();
    void askWhere();
    void save(const QString& path);
    void copy();
    void finish(const Status& status);
    void setBusy(bool isBusy);
    void say(const QString& text);
    void sayError(const Error& error);
    void dress();

    ExportForm* m_form;
    ExportPreview* m_preview;
    TextLabel* m_size = nullptr;
    QLabel* m_message = nullptr;
    QLabel* m_warning = nullptr;
    QProgressBar* m_progress = nullptr;
    QPushButton* m_copy = nullptr;
    QPushButton* m_cancel = nullptr;
    QPushButton* m_save = nullptr;
    QTimer m_patience;
    QString m_path;  // of the file in progress
    bool m_hasContent;
    bool m_isError = false;
    ExportWorker m_worker;
};

}  // namespace coroscope
