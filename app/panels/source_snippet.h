// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

#include "app/style/icons.h"

namespace coroscope {

/// A few lines of a program, one of which it is about.
class SourceSnippet : public QWidget {
    Q_OBJECT

public:
    explicit SourceSnippet(QWidget* parent = nullptr);

    /// The lines around number `line`, from 1, of a whole file; hidden if it has no such line.
    /// `tint`: behind that line.
    void setSource(const QStringList& file, int line, ColourToken tint);
    void clear();

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QStringList m_lines;
    int m_first = 1;  // number of the first of them
    int m_line = 1;
    ColourToken m_tint = &Palette::tint;
};

}  // namespace coroscope
