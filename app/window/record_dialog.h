// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "app/record/recorded_program.h"

class QCheckBox;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace coroscope {

class SegmentedControl;
class TextLabel;

/// Asks which Python program to record and how. Remembers the answers.
class RecordDialog : public QDialog {
    Q_OBJECT

public:
    explicit RecordDialog(QWidget* parent = nullptr);

    [[nodiscard]] RecordedProgram program() const;

protected:
    void accept() override;

private:
    void buildProgram(QVBoxLayout* column);
    void buildPython(QVBoxLayout* column);
    void buildButtons(QVBoxLayout* column);
    QLineEdit* addField(QVBoxLayout* column, const QString& name, QPushButton* browse = nullptr);
    void restore();
    void chooseScript();
    void showKind();
    [[nodiscard]] bool isModule() const;
    /// What is missing; empty: nothing.
    [[nodiscard]] QString complaint() const;

    SegmentedControl* m_kind = nullptr;
    QLineEdit* m_source = nullptr;
    QPushButton* m_browse = nullptr;
    QLineEdit* m_arguments = nullptr;
    QLineEdit* m_folder = nullptr;
    QLineEdit* m_python = nullptr;
    QCheckBox* m_virtualTime = nullptr;
    TextLabel* m_error = nullptr;
};

}  // namespace coroscope
