// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/comparison_picture.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/charts/program_chart.h"
#include "app/charts/row_header_item.h"
#include "app/document/comparison_summary.h"
#include "app/export/card_item.h"
#include "app/export/legend_item.h"
#include "app/style/icons.h"

namespace coroscope {
namespace {

constexpr qreal margin = 24;
constexpr qreal gap = 8;
constexpr qreal titleRise = 4;  // so that the capitals, not the line, stand at the margin
constexpr qreal lineGap = 2;
constexpr qreal titleGap = 8;
constexpr qreal legendGap = 16;
constexpr qreal cardFoot = 4;
constexpr qreal leastColumn = 300;
constexpr qreal border = 1;

}  // namespace

ComparisonPicture::ComparisonPicture(const ExportContent& content, const PictureOptions& options)
    : m_content(content),
      m_options(options),
      m_palette(palette(options.theme)),
      m_legend(new LegendItem(m_palette))
{
    m_options.width = std::max(m_options.width, qRound(leastColumn + 2 * margin));
    m_scene.setItemIndexMethod(QGraphicsScene::NoIndex);
    m_scene.addItem(m_legend);
    for (std::size_t i = 0; i < m_content.programs.size(); ++i)
        addColumn(i);
    placeAll(addTitle());
}

ComparisonPicture::~ComparisonPicture() = default;

void ComparisonPicture::addColumn(std::size_t index)
{
    const ProgramRunPtr& program = m_content.programs[index];
    const Ticks total = m_content.longestTotal();
    const bool isAlone = m_content.programs.size() == 1;
    const QString speedUp = isAlone ? QString() : speedUpText(m_content.programs, index);
    auto* card = new CardItem(program, total, {speedUp, index == 0}, m_palette);
    m_scene.addItem(card);
    auto* chart = new ProgramChart(m_palette, card);
    if (m_content.header)
        chart->setRows(recordedRows(*program));
    chart->setRun(program, total);
    chart->setVisibleRange(m_options.span.value_or(TimeSpan{Ticks{0}, total}));
    chart->setPlayhead(m_options.showsPlayhead ? m_options.position : PlayPosition{Ticks::max()});
    m_columns.push_back({card, chart});
}

std::shared_ptr<const RowLayout> ComparisonPicture::recordedRows(const ProgramRun& program) const
{
    // A what-if has tasks of its own.
    const auto tasks = static_cast<int>(program.timeline->tracks().size());
    if (m_content.rows && m_content.rows->taskCount() == tasks)
        return m_content.rows;
    return std::make_shared<const RowLayout>(
        RowLayout::tree(std::make_shared<const RowTree>(*program.timeline), {}));
}

// Title and, under it, what the comparison shows. Their height.
qreal ComparisonPicture::addTitle()
{
    qreal bottom = 0;
    const auto addLine = [&](const QString& text, TextRole role, ColourToken colour) {
        if (text.isEmpty())
            return;
        const QFontMetricsF metrics(fontFor(role));
        const QString shown =
            metrics.elidedText(text, Qt::ElideRight, m_options.width - 2 * margin);
        const qreal baseline = bottom + (lineHeight(role) + metrics.capHeight()) / 2 - titleRise;
        m_lines.push_back({shown, role, m_palette.*colour, baseline});
        bottom += lineHeight(role) + lineGap;
    };
    addLine(m_content.title, TextRole::PageTitle, &Palette::ink);
    addLine(m_options.note.isEmpty() ? verdictText(m_content.programs) : m_options.note,
            TextRole::Body, &Palette::ink2);
    return m_lines.empty() ? 0 : bottom + titleGap;
}

// From top to bottom; what height is left over makes the rows higher, and then moves all to the
// middle.
void ComparisonPicture::placeAll(qreal titleHeight)
{
    m_legend->setWidth(m_options.width - 2 * margin);
    const int perRow = columnsInARow();
    const int lines = (static_cast<int>(m_columns.size()) + perRow - 1) / perRow;
    const qreal gaps = std::max(0, lines - 1) * gap;
    const qreal others = 2 * margin + titleHeight + gaps + legendGap + m_legend->height();
    const qreal around = CardItem::headingHeight + 2 * border + cardFoot;
    const bool isTree = !m_columns.empty() && m_columns.front().chart->state().geometry.isTree;
    const auto cardWith = [&](qreal rowHeight) {
        return around + ChartGeometry::heightFor(mostRows(), rowHeight, isTree);
    };
    qreal card = cardWith(ChartGeometry::usualRow);
    if (m_options.height > 0 && lines > 0)
        card = std::clamp(std::floor((m_options.height - others) / lines),
                          cardWith(ChartGeometry::leastRow), cardWith(ChartGeometry::mostRow));
    const int needed = static_cast<int>(std::ceil(others + lines * card));
    m_size = {m_options.width, std::max(needed, m_options.height)};
    m_top = margin + std::floor((m_size.height() - needed) / 2.0);
    placeColumns(m_top + titleHeight, card);
    m_legend->setPos(margin, m_top + titleHeight + lines * card + gaps + legendGap);
    m_scene.setSceneRect(QRectF(QPointF(), QSizeF(m_size)));
}

void ComparisonPicture::placeColumns(qreal top, qreal cardHeight)
{
    const int perRow = columnsInARow();
    const qreal width = std::floor((m_options.width - 2 * margin - (perRow - 1) * gap) / perRow);
    const qreal header = m_content.header ? 0 : headerWidthFor(rowNames(), width);
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const int index = static_cast<int>(i);
        const Column& column = m_columns[i];
        column.card->setPos(margin + (index % perRow) * (width + gap),
                            top + (index / perRow) * (cardHeight + gap));
        column.card->setSize({width, cardHeight});
        column.chart->setHeaderWidth(header);
        column.chart->setPos(0, border + CardItem::headingHeight);
        column.chart->resize(width, cardHeight - CardItem::headingHeight - 2 * border - cardFoot);
    }
}

QStringList ComparisonPicture::rowNames() const
{
    QStringList names;
    for (const ProgramRunPtr& program : m_content.programs) {
        names << program->rows;
        for (const ResourceTrack& resource : program->resources)
            names << QString::fromStdString(program->trace().objectName(resource.object));
    }
    return names;
}

int ComparisonPicture::columnsInARow() const
{
    const int fitting =
        static_cast<int>((m_options.width - 2 * margin + gap) / (leastColumn + gap));
    return std::clamp(fitting, 1, std::max(1, static_cast<int>(m_columns.size())));
}

int ComparisonPicture::mostRows() const
{
    int rows = 1;
    for (const Column& column : m_columns)
        rows = std::max(rows, column.chart->state().rowCount());
    return rows;
}

QRectF ComparisonPicture::chartArea(std::size_t program) const
{
    const ProgramChart& chart = *m_columns[program].chart;
    return {chart.scenePos(), chart.size()};
}

QString ComparisonPicture::description() const
{
    QStringList programs;
    for (const Column& column : m_columns)
        programs << column.chart->description();
    return QCoreApplication::translate("coroscope::ComparisonPicture", "Coroscope: %1")
        .arg(programs.join(QStringLiteral("; ")));
}

void ComparisonPicture::render(QPainter& painter)
{
    const QRectF whole{QPointF(), QSizeF(m_size)};
    painter.fillRect(whole, m_palette.ground);
    for (const Line& line : m_lines) {
        painter.setFont(fontFor(line.role));
        painter.setPen(line.colour);
        painter.drawText(QPointF(margin, m_top + line.baseline), line.text);
    }
    m_scene.render(&painter, whole, whole);
}

}  // namespace coroscope
