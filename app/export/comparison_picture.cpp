// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/comparison_picture.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/charts/program_chart.h"
#include "app/charts/row_header_item.h"
#include "app/export/card_item.h"
#include "app/export/legend_item.h"
#include "app/style/fonts.h"

namespace coroscope {
namespace {

constexpr qreal margin = 24;
constexpr qreal gap = 8;
constexpr qreal titleHeight = 36;
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
    for (const ProgramRunPtr& program : m_content.programs)
        addColumn(program);
    addTitle();
    placeAll();
}

ComparisonPicture::~ComparisonPicture() = default;

void ComparisonPicture::addColumn(const ProgramRunPtr& program)
{
    const Ticks total = m_content.longestTotal();
    auto* card = new CardItem(program, total, m_palette);
    m_scene.addItem(card);
    auto* chart = new ProgramChart(m_palette, card);
    chart->setRun(program, total);
    if (total > Ticks{0})
        chart->setVisibleRange({Ticks{0}, total});
    chart->setPlayhead(m_options.showsPlayhead ? m_options.position : PlayPosition{Ticks::max()});
    m_columns.push_back({card, chart});
}

void ComparisonPicture::addTitle()
{
    if (m_content.title.isEmpty())
        return;
    const QFont font = fontFor(TextRole::PageTitle);
    const QFontMetricsF metrics(font);
    const QString shown =
        metrics.elidedText(m_content.title, Qt::ElideRight, m_options.width - 2 * margin);
    auto* title = m_scene.addSimpleText(shown, font);
    title->setBrush(m_palette.ink);
    title->setPos(margin, margin - 4);
}

// From top to bottom; what height is left over makes the rows higher.
void ComparisonPicture::placeAll()
{
    const qreal top = m_content.title.isEmpty() ? margin : margin + titleHeight;
    m_legend->setWidth(m_options.width - 2 * margin);
    const int perRow = columnsInARow();
    const int lines = (static_cast<int>(m_columns.size()) + perRow - 1) / perRow;
    const qreal foot = m_legend->height() + legendGap + margin;
    const qreal around = CardItem::headingHeight + 2 * border + cardFoot;
    const auto cardWith = [&](qreal rowHeight) {
        return around + ChartGeometry::heightFor(mostRows(), rowHeight);
    };
    qreal card = cardWith(ChartGeometry::usualRow);
    if (m_options.height > 0 && lines > 0) {
        const qreal wanted = (m_options.height - top - foot - (lines - 1) * gap) / lines;
        card = std::clamp(std::floor(wanted), cardWith(ChartGeometry::leastRow),
                          cardWith(ChartGeometry::mostRow));
    }
    const qreal cardsHeight = lines * card + std::max(0, lines - 1) * gap;
    placeColumns(top, card);
    m_legend->setPos(margin, top + cardsHeight + legendGap);
    const int needed = static_cast<int>(std::ceil(top + cardsHeight + foot));
    m_size = {m_options.width, std::max(needed, m_options.height)};
    m_scene.setSceneRect(QRectF(QPointF(), QSizeF(m_size)));
}

void ComparisonPicture::placeColumns(qreal top, qreal cardHeight)
{
    const int perRow = columnsInARow();
    const qreal width = std::floor((m_options.width - 2 * margin - (perRow - 1) * gap) / perRow);
    const qreal header = headerWidthFor(rowNames(), width);
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
    for (const ProgramRunPtr& program : m_content.programs)
        names << program->rows;
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
    std::size_t rows = 1;
    for (const ProgramRunPtr& program : m_content.programs)
        rows = std::max(rows, program->timeline->tracks().size());
    return static_cast<int>(rows);
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
    m_scene.render(&painter, whole, whole);
}

}  // namespace coroscope
