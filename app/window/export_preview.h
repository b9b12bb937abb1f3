// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QStringList>
#include <QWidget>

namespace coroscope {

class ComparisonPicture;

/// What an export will look like: the picture itself, as large as there is room for, or the first
/// lines of a table.
class ExportPreview : public QWidget {
    Q_OBJECT

public:
    explicit ExportPreview(QWidget* parent = nullptr);

    void showPicture(ComparisonPicture& picture);
    void showLines(const QString& text);

    /// In its own, not the screen's pixels; empty for a table.
    [[nodiscard]] QSize pictureSize() const noexcept { return m_size; }
    [[nodiscard]] QSize sizeHint() const override { return {760, 440}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {320, 240}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintPicture(QPainter& painter, const QRectF& room) const;
    void paintLines(QPainter& painter, const QRectF& room) const;

    QImage m_picture;  // at `sharpness`; null for a table
    QSize m_size;
    QStringList m_lines;
};

}  // namespace coroscope
