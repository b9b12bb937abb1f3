// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "app/models/source_model.h"

class QListView;

namespace coroscope {

class TextLabel;

/// The Python of one program, its lines lit where its tasks are at the playhead. Keeps the line
/// that runs in view until somebody scrolls it out of view, and again once it is back. Lines can be
/// selected and copied.
class SourcePanel : public QWidget {
    Q_OBJECT

public:
    explicit SourcePanel(QWidget* parent = nullptr);

    /// Null for no program.
    void setRun(const ProgramRunPtr& run);
    void setPosition(const PlayPosition& position);

    [[nodiscard]] QListView& list() const noexcept { return *m_list; }
    [[nodiscard]] const SourceModel& model() const noexcept { return m_model; }
    /// Of the panel when it shows `lines` lines.
    [[nodiscard]] static int heightFor(int lines);

Q_SIGNALS:
    /// Somebody chose a line that a task comes to: the moment just after that.
    void activated(const coroscope::PlayPosition& position);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void buildList();
    void retranslate();
    void activate(const QModelIndex& index);
    void copySelection() const;
    void noteScrolling();
    void follow();
    [[nodiscard]] bool isInView(int row) const;
    [[nodiscard]] int visibleLines() const;

    SourceModel m_model;
    QListView* m_list = nullptr;
    QAction* m_copy = nullptr;
    TextLabel* m_nothing = nullptr;
    bool m_isFollowing = true;
};

}  // namespace coroscope
