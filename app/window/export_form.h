// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "app/export/export_content.h"
#include "app/export/export_format.h"

class QCheckBox;
class QLineEdit;
class QVBoxLayout;

namespace coroscope {

class Combo;
class SegmentedControl;
class TextLabel;

/// The choices of an export: format, programs, size, colours, playhead, range of time. What the
/// chosen format cannot show is disabled.
class ExportForm : public QWidget {
    Q_OBJECT

public:
    /// What the window shows now.
    struct Shown {
        ExportContent content;
        PlayPosition position;
        TimeSpan span;
    };

    explicit ExportForm(Shown shown, QWidget* parent = nullptr);

    [[nodiscard]] const ExportFormat& format() const;
    void setFormat(const ExportFormat& format);
    [[nodiscard]] ExportContent content() const;
    [[nodiscard]] PictureOptions options() const;

Q_SIGNALS:
    void changed();

private:
    void buildFormat(QVBoxLayout* column);
    void buildPrograms(QVBoxLayout* column);
    void buildScale(QVBoxLayout* column);
    void buildTheme(QVBoxLayout* column);
    void buildTime(QVBoxLayout* column);
    void buildNote(QVBoxLayout* column);
    QCheckBox* addCheckBox(QVBoxLayout* column, const QString& text, bool isChecked);
    [[nodiscard]] bool isZoomed() const;
    void chooseFormat();

    const Shown m_shown;
    SegmentedControl* m_format = nullptr;
    TextLabel* m_description = nullptr;
    Combo* m_programs = nullptr;
    SegmentedControl* m_scale = nullptr;
    SegmentedControl* m_theme = nullptr;
    QLineEdit* m_note = nullptr;
    QCheckBox* m_playhead = nullptr;
    QCheckBox* m_visibleTime = nullptr;  // null unless a part of the time is visible
};

}  // namespace coroscope
