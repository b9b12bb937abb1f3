// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>
#include <memory>

#include "app/export/comparison_picture.h"

namespace coroscope {

/// What an export will look like: the picture itself, as large as there is room for, or the first
/// lines of a table.
class ExportPreview : public QWidget {
    Q_OBJECT

public:
    explicit ExportPreview(QWidget* parent = nullptr);
    ~ExportPreview() override;

    void showPicture(std::unique_ptr<ComparisonPicture> picture);
    void showLines(const QString& text);

    /// In its own, not the screen's pixels; empty for a table.
    [[nodiscard]] QSize pictureSize() const;
    [[nodiscard]] QSize sizeHint() const override { return {760, 440}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {320, 240}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintPicture(QPainter& painter, const QRectF& room) const;
    void paintLines(QPainter& painter, const QRectF& room) const;

    std::unique_ptr<ComparisonPicture> m_picture;
    QStringList m_lines;
};

}  // namespace coroscope
