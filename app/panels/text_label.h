// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "app/style/fonts.h"
#include "app/style/icons.h"

namespace coroscope {

/// A label in one of the design's text roles; its colour follows the theme. Elides its text at the
/// end when it gets less room than it wants, and then has it as its tooltip.
class TextLabel : public QWidget {
    Q_OBJECT

public:
    explicit TextLabel(TextRole role, ColourToken colour, const QString& text = {},
                       QWidget* parent = nullptr);

    void setText(const QString& text);
    [[nodiscard]] const QString& text() const noexcept { return m_text; }
    void setColour(ColourToken colour);
    void setRole(TextRole role);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    /// Tells the whole text when it is elided.
    bool event(QEvent* event) override;

private:
    void measure();

    TextRole m_role;
    ColourToken m_colour;
    QString m_text;
    int m_textWidth = 0;
};

}  // namespace coroscope
