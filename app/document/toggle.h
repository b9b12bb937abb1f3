// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace coroscope {

/// Something that is on or off in all views of a document.
class Toggle : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] bool isOn() const noexcept { return m_isOn; }
    void setOn(bool isOn)
    {
        if (isOn == m_isOn)
            return;
        m_isOn = isOn;
        Q_EMIT changed(m_isOn);
    }
    void toggle() { setOn(!m_isOn); }

Q_SIGNALS:
    void changed(bool isOn);

private:
    bool m_isOn = false;
};

}  // namespace coroscope
