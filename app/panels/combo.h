// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace coroscope {

/// A combo box that says inside what it chooses: "Step  Await point", or the number of a lesson on
/// a badge before its title. As wide as what it shows; its list has room
/// for all.
class Combo : public QComboBox {
    Q_OBJECT

public:
    explicit Combo(QWidget* parent = nullptr);

    /// Word before the current text; also the accessible name.
    void setPrefix(const QString& prefix);
    void setPrefixVisible(bool isVisible);
    /// Short text on a plate before the current text; empty for none.
    void setBadge(const QString& badge);
    /// Shown in place of the current item's text, which is what the list has; empty for none.
    void setShownText(const QString& text);
    [[nodiscard]] QString shownText() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    void showPopup() override;

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] int leadWidth() const;
    void makeList();

    QString m_prefix;
    QString m_badge;
    QString m_shownText;
    bool m_isPrefixVisible = true;
    bool m_hasList = false;
};

}  // namespace coroscope
