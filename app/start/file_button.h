// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace coroscope {

/// Two lines beside an icon: an action with what it does, or a file with what it is.
class FileButton : public QAbstractButton {
    Q_OBJECT

public:
    enum class Look {
        Raised,  ///< on a card of its own, with its key at the right
        Bare,    ///< a row of a list
    };

    FileButton(Look look, const QString& icon, QWidget* parent = nullptr);

    void setTexts(const QString& title, const QString& detail, const QString& key = {});
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void drawGround(QPainter& painter) const;
    [[nodiscard]] double drawKey(QPainter& painter) const;

    const Look m_look;
    const QString m_icon;
    QString m_title;
    QString m_detail;
    QString m_key;
};

}  // namespace coroscope
