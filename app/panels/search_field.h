// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace coroscope {

/// Where one types what to search for. Enter goes to the next match, with Shift to the previous
/// one; Escape closes the search.
class SearchField : public QLineEdit {
    Q_OBJECT

public:
    explicit SearchField(QWidget* parent = nullptr);

    /// Says that nothing matches.
    void setHasMatches(bool hasMatches);

Q_SIGNALS:
    /// `direction`: 1 or -1.
    void matchWanted(int direction);
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    bool m_hasMatches = true;
};

}  // namespace coroscope
