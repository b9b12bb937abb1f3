// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGraphicsScene>
#include <QSize>
#include <vector>

#include "app/export/export_content.h"
#include "app/style/fonts.h"

class QPainter;

namespace coroscope {

class CardItem;
class LegendItem;
class ProgramChart;

/// A comparison as one picture: title, what it shows in a sentence, a card with heading and chart
/// for each program side by side on one scale of time, and the key. Made of the same charts as the
/// window. Needs a QApplication, but no display.
class ComparisonPicture {
public:
    ComparisonPicture(const ExportContent& content, const PictureOptions& options);
    ~ComparisonPicture();
    Q_DISABLE_COPY_MOVE(ComparisonPicture)

    /// In logical pixels.
    [[nodiscard]] QSize size() const noexcept { return m_size; }
    [[nodiscard]] QString title() const { return m_content.title; }
    /// Where a program's chart lies.
    [[nodiscard]] QRectF chartArea(std::size_t program) const;
    /// What it shows, in words, for those who cannot see it.
    [[nodiscard]] QString description() const;

    /// Draws it at the painter's origin, size() large.
    void render(QPainter& painter);

private:
    struct Column {
        CardItem* card;
        ProgramChart* chart;
    };

    // By its baseline: a font that stands in for Korean would move a line placed by its top.
    struct Line {
        QString text;
        TextRole role;
        QColor colour;
        qreal baseline;  // under m_top
    };

    void addColumn(std::size_t index);
    [[nodiscard]] qreal addTitle();
    void placeAll(qreal titleHeight);
    void placeColumns(qreal top, qreal cardHeight);
    [[nodiscard]] int columnsInARow() const;
    [[nodiscard]] int mostRows() const;
    [[nodiscard]] QStringList rowNames() const;
    [[nodiscard]] std::shared_ptr<const RowLayout> recordedRows(const ProgramRun& program) const;

    ExportContent m_content;
    PictureOptions m_options;
    const Palette& m_palette;
    QGraphicsScene m_scene;
    std::vector<Column> m_columns;
    std::vector<Line> m_lines;
    LegendItem* m_legend;
    QSize m_size;
    qreal m_top = 0;  // of the title
};

}  // namespace coroscope
