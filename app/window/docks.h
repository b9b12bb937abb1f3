// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <optional>

class QAction;
class QDockWidget;
class QMainWindow;

namespace coroscope {

class BottomDock;
class Comparison;
class DetailsDock;
class Insights;
class LeftDock;

/// The window's docks: where they are, which tab is shown, what is folded, and that this is the
/// same at the next start.
class Docks : public QObject {
    Q_OBJECT

public:
    /// Places them as they are by default. The window owns the docks.
    Docks(QMainWindow& window, LeftDock& left);

    [[nodiscard]] BottomDock& bottom() const noexcept { return *m_bottom; }
    /// What shows and hides each dock.
    [[nodiscard]] QList<QAction*> toggles() const;

    /// To the window's size: a low one folds the bottom dock, unless somebody unfolded it.
    void fit();
    void toggleFolded();
    /// Both must live until clear(), or the next document. A recording has little to set and
    /// much to tell: a rail at the left, details at the right.
    void setDocument(Comparison& comparison, Insights& insights, bool isRecording);
    void clear();
    /// Everything as at the first start.
    void reset();

    /// What cannot be read, or is another version's, is as if there were nothing.
    void restore();
    void save() const;

protected:
    /// Follows the language.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();
    void retranslate();

    QMainWindow& m_window;
    LeftDock& m_leftContent;
    QDockWidget* m_left;
    BottomDock* m_bottom;
    DetailsDock* m_details;
    bool m_isRecording = false;
    std::optional<bool> m_wantsFolded;  ///< else the window's height decides
};

}  // namespace coroscope
