// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

#include "app/start/file_button.h"

class QVBoxLayout;

namespace coroscope {

/// A file that was open.
struct RecentFile {
    QString path;
    qint64 openedAt = 0;  ///< ms since 1970
    bool isInterrupted = false;  ///< a recording whose window did not live to see its end
};

/// The start page's left side: what the program is, open a file, files that were open.
class StartSide : public QWidget {
    Q_OBJECT

public:
    explicit StartSide(QWidget* parent = nullptr);

    void setRecent(const QList<RecentFile>& files);

Q_SIGNALS:
    void openClicked();
    void fileChosen(const QString& path);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void buildTitle(QVBoxLayout* column);
    void buildOpen(QVBoxLayout* column);
    void buildRecent(QVBoxLayout* column);
    void buildHint(QVBoxLayout* column);
    void showRecent();

    QWidget* m_recent = nullptr;
    QList<RecentFile> m_files;
    QList<FileButton*> m_buttons;  // beside m_files
};

}  // namespace coroscope
