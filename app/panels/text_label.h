// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>

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
    /// Measured when it is first asked for: most texts are set before they are laid out, and some
    /// never are.
    [[nodiscard]] int textWidth() const;
    void textChanged();

    TextRole m_role;
    ColourToken m_colour;
    QString m_text;
    mutable std::optional<int> m_textWidth;
};

}  // namespace coroscope
