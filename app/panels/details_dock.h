// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>

#include "app/document/comparison.h"

namespace coroscope {

class DetailsPanel;
class TextLabel;

/// The dock at the right, for recordings: details of what is selected, with a way to the segments
/// before and after it. Opens by itself when something is selected, unless somebody closed it.
class DetailsDock : public QDockWidget {
    Q_OBJECT

public:
    explicit DetailsDock(QWidget* parent = nullptr);

    /// Must live until clear(), or the next document.
    void setDocument(Comparison& comparison);
    /// Nothing to tell of: it is closed.
    void clear();

    static constexpr int usualWidth = 316;
    static constexpr int smallWidth = 260;

private:
    void buildHead();
    void showSelection();
    void selectNeighbour(int direction);

    Comparison* m_comparison = nullptr;
    DetailsPanel* m_details = nullptr;
    bool m_isUnwanted = false;  // somebody closed it
};

}  // namespace coroscope
