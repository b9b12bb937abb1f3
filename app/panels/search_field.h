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

    /// Says how many rows match and which of them is selected (from 1; 0: none).
    void setMatches(int count, int selected);

Q_SIGNALS:
    /// `direction`: 1 or -1.
    void matchWanted(int direction);
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QString matchText() const;

    int m_matches = 0;
    int m_selected = 0;
};

}  // namespace coroscope
