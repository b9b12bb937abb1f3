// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include "app/style/fonts.h"
#include "app/style/icons.h"
#include "core/base/time_text.h"

namespace coroscope {

/// A time in large type, its unit often smaller: the totals, the transport's time.
class TimeLabel : public QWidget {
    Q_OBJECT

public:
    struct Look {
        TextRole number = TextRole::Total;
        ColourToken numberColour = &Palette::ink;
        TextRole unit = TextRole::TotalUnit;
        ColourToken unitColour = &Palette::ink3;
        /// Whose line it stands in, so that several labels can share a baseline.
        TextRole line = TextRole::Total;
    };

    explicit TimeLabel(const Look& look, QWidget* parent = nullptr);

    void setLook(const Look& look);
    void setTime(const TimeText& time);
    /// Stands before the number, in its look.
    void setPrefix(const QString& prefix);
    /// Keeps room for a longer text, so that neighbours do not move while the time counts.
    void setWidest(const TimeText& time);
    [[nodiscard]] QString text() const { return m_number + QLatin1Char(' ') + m_unit; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] double widthOf(const QString& number, const QString& unit) const;

    Look m_look;
    QString m_prefix;
    QString m_number;
    QString m_unit;
    double m_leastWidth = 0;
};

}  // namespace coroscope
