// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/style/focus_ring.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QCheckBox>
#include <QFocusEvent>
#include <QLineEdit>
#include <QPainter>
#include <QSlider>
#include <QStyleOptionButton>
#include <QStyleOptionSlider>

#include "app/style/style.h"

namespace coroscope {
namespace {

constexpr int ringWidth = 2;
constexpr int ringGap = 2;
constexpr int reach = ringWidth + ringGap;

struct Shape {
    QRect rect;  // in the widget's coordinates
    double radius = 8;
};

QRect handleOf(const QSlider& slider)
{
    QStyleOptionSlider option;
    option.initFrom(&slider);
    option.orientation = slider.orientation();
    option.minimum = slider.minimum();
    option.maximum = slider.maximum();
    option.sliderPosition = slider.sliderPosition();
    option.sliderValue = slider.value();
    option.upsideDown = slider.layoutDirection() == Qt::RightToLeft;
    return slider.style()->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle,
                                          &slider);
}

Shape shapeOf(const QWidget& widget)
{
    if (const auto* slider = qobject_cast<const QSlider*>(&widget)) {
        QRect round(0, 0, 16, 16);
        round.moveCenter(handleOf(*slider).center());
        return {round, 8};
    }
    if (qobject_cast<const QCheckBox*>(&widget)) {
        QStyleOptionButton option;
        option.initFrom(&widget);
        return {widget.style()->subElementRect(QStyle::SE_CheckBoxIndicator, &option, &widget), 4};
    }
    const bool isField =
        qobject_cast<const QLineEdit*>(&widget) || qobject_cast<const QAbstractSpinBox*>(&widget);
    return {widget.rect(), isField ? 6.0 : 8.0};
}

class RingOverlay : public QWidget {
public:
    explicit RingOverlay(QWidget* parent) : QWidget(parent)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setAttribute(Qt::WA_NoSystemBackground);
        setFocusPolicy(Qt::NoFocus);
    }

    void setRadius(double radius) { m_radius = radius; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(Style::current().palette().now, ringWidth));
        const double half = ringWidth / 2.0;
        const double radius = m_radius + ringGap + half;
        painter.drawRoundedRect(QRectF(rect()).adjusted(half, half, -half, -half), radius, radius);
    }

private:
    double m_radius = 8;
};

bool isByKeyboard(Qt::FocusReason reason)
{
    return reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason ||
           reason == Qt::ShortcutFocusReason;
}

}  // namespace

FocusRing::FocusRing()
{
    qApp->installEventFilter(this);
}

FocusRing::~FocusRing()
{
    delete m_overlay;
}

bool FocusRing::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::FocusIn:
        if (auto* widget = qobject_cast<QWidget*>(watched)) {
            const Qt::FocusReason reason = static_cast<QFocusEvent*>(event)->reason();
            if (isByKeyboard(reason))
                moveTo(widget);
            else if (widget != m_target)
                moveTo(nullptr);
        }
        break;
    case QEvent::FocusOut:
    case QEvent::Hide:
    case QEvent::MouseButtonPress:
        if (watched == m_target)
            moveTo(nullptr);
        break;
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::Paint:  // a slider's handle moves without any other event
        if (m_target && watched->isWidgetType() &&
            (watched == m_target || static_cast<QWidget*>(watched)->isAncestorOf(m_target)))
            place();
        break;
    default: break;
    }
    return QObject::eventFilter(watched, event);
}

// Not at once: focus also moves while a window hides its children one after the other.
void FocusRing::discardOverlay()
{
    if (!m_overlay)
        return;
    m_overlay->hide();
    m_overlay->deleteLater();
    m_overlay.clear();
}

void FocusRing::moveTo(QWidget* target)
{
    m_target = target;
    if (!target) {
        discardOverlay();
        return;
    }
    if (m_overlay && m_overlay->parentWidget() != target->window())
        discardOverlay();
    if (!m_overlay)
        m_overlay = new RingOverlay(target->window());
    place();
    m_overlay->show();
    m_overlay->raise();
}

void FocusRing::place()
{
    if (!m_overlay)
        return;
    const Shape shape = shapeOf(*m_target);
    const QPoint at = m_target->mapTo(m_target->window(), shape.rect.topLeft());
    const QRect rect = QRect(at, shape.rect.size()).adjusted(-reach, -reach, reach, reach);
    static_cast<RingOverlay*>(m_overlay.data())->setRadius(shape.radius);
    if (m_overlay->geometry() != rect)
        m_overlay->setGeometry(rect);
}

}  // namespace coroscope
