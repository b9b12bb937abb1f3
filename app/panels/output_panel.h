// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "app/models/output_model.h"

class QListView;

namespace coroscope {

class OutputDelegate;

/// What one program has printed at the playhead. Keeps showing the last line while it is in view;
/// lines can be selected and copied, without their times.
class OutputPanel : public QWidget {
    Q_OBJECT

public:
    explicit OutputPanel(QWidget* parent = nullptr);

    /// Null for no program.
    void setRun(const ProgramRunPtr& run);
    void setPosition(const PlayPosition& position) { m_model.setPosition(position); }

    /// Not where something else says what this is.
    void setHeaderShown(bool isShown);

    [[nodiscard]] QListView& list() const noexcept { return *m_list; }
    /// Of the whole panel when it shows `lines` lines.
    [[nodiscard]] static int heightFor(int lines);

private:
    void buildHeader();
    void buildList();
    void showName();
    void rememberWhetherAtEnd();
    void followEnd();
    void copySelection() const;

    OutputModel m_model;
    QWidget* m_header = nullptr;
    OutputDelegate* m_delegate = nullptr;
    QListView* m_list = nullptr;
    QString m_name;  // the program's
    bool m_isAtEnd = true;
};

}  // namespace coroscope
