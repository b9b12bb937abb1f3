// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/key_panel.h"
#include "app/language/language.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>
#include <array>

#include "app/panels/panel_margins.h"
#include "app/panels/text_label.h"
#include "app/style/state_painter.h"
#include "app/style/style.h"

namespace coroscope {
namespace {

constexpr int rowHeight = 22;
constexpr QSize swatchSize(30, 14);

using DrawMark = void (*)(QPainter&, const StatePainter&, const QRectF&);

template <SegmentState state>
void drawBar(QPainter& painter, const StatePainter& states, const QRectF& rect)
{
    QRectF shape = rect;
    if (state == SegmentState::Ready)
        shape.adjust(0, 4, 0, -4);
    states.drawShape(painter, shape, state, rect.left());
}

// The row's line that a step or an end stands on.
void drawLine(QPainter& painter, const QRectF& rect)
{
    const QRectF line(rect.left(), rect.center().y() - 0.5, rect.width(), 1);
    painter.fillRect(line, Style::current().palette().line);
}

void drawStep(QPainter& painter, const StatePainter& states, const QRectF& rect)
{
    drawLine(painter, rect);
    states.drawBead(painter, rect.center());
}

void drawReturned(QPainter& painter, const StatePainter& states, const QRectF& rect)
{
    drawLine(painter, {rect.topLeft(), QSizeF(rect.width() * 2 / 3, rect.height())});
    states.drawCap(painter, {rect.left() + rect.width() * 2 / 3, rect.center().y()},
                   Word::Returned);
}

struct KeyRow {
    const char* text;
    DrawMark draw;
};

constexpr std::array keyRows{
    KeyRow{QT_TRANSLATE_NOOP("coroscope::KeyPanel", "running"), drawBar<SegmentState::Running>},
    KeyRow{QT_TRANSLATE_NOOP("coroscope::KeyPanel", "ready, the loop is busy"),
           drawBar<SegmentState::Ready>},
    KeyRow{QT_TRANSLATE_NOOP("coroscope::KeyPanel", "suspended, awaiting"),
           drawBar<SegmentState::Suspended>},
    KeyRow{QT_TRANSLATE_NOOP("coroscope::KeyPanel", "blocking the thread"),
           drawBar<SegmentState::Blocking>},
    KeyRow{QT_TRANSLATE_NOOP("coroscope::KeyPanel", "in a call, thread held"),
           drawBar<SegmentState::InCall>},
    KeyRow{QT_TRANSLATE_NOOP("coroscope::KeyPanel", "waiting for its turn"),
           drawBar<SegmentState::Waiting>},
    KeyRow{QT_TRANSLATE_NOOP("coroscope::KeyPanel", "a step that takes no time"), drawStep},
    KeyRow{QT_TRANSLATE_NOOP("coroscope::KeyPanel", "returned"), drawReturned},
};

class Swatch : public QWidget {
public:
    explicit Swatch(DrawMark draw) : m_draw(draw) { setFixedSize(swatchSize.width(), rowHeight); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        QRectF mark(QPointF(0, 0), swatchSize);
        mark.moveCenter(QRectF(rect()).center());
        m_draw(painter, StatePainter(Style::current().palette()), mark);
    }

private:
    DrawMark m_draw;
};

}  // namespace

KeyPanel::KeyPanel(QWidget* parent) : QWidget(parent)
{
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(panelMargin, 12, 8, 12);
    rows->setSpacing(0);
    auto* const title = new TextLabel(TextRole::Heading, &Palette::ink2);
    keepTranslated(title, [title] { title->setText(tr("Key")); });
    rows->addWidget(title);
    rows->addSpacing(10);
    for (const KeyRow& row : keyRows) {
        auto* line = new QHBoxLayout;
        line->setSpacing(10);
        line->addWidget(new Swatch(row.draw));
        auto* const text = new TextLabel(TextRole::Label, &Palette::ink2);
        keepTranslated(text, [text, row] { text->setText(tr(row.text)); });
        line->addWidget(text, 1);
        rows->addLayout(line);
    }
}

}  // namespace coroscope
