// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/style/control_style.h"

#include <QPainter>
#include <QSlider>
#include <QStyleFactory>
#include <QStyleOption>
#include <cmath>

#include "app/style/icons.h"
#include "app/style/paint_helpers.h"
#include "app/style/style.h"

namespace coroscope {
namespace {

constexpr int checkBoxSide = 16;
constexpr int handleDiameter = 16;
constexpr int pressedDiameter = 18;
constexpr double grooveHeight = 4;
constexpr double disabledOpacity = 0.4;
constexpr int popupRadius = 8;
constexpr double arrowSide = 16;

// 1.5 px, in whole pixels of the screen: sharp at every ratio.
double edgeWidth(const QPainter& painter)
{
    const double ratio = painter.device()->devicePixelRatioF();
    return std::floor(1.5 * ratio) / ratio;
}

void drawArrow(QPainter& painter, const QStyleOption& option, const QString& icon)
{
    drawIcon(painter, squareAt(QRectF(option.rect).center(), arrowSide), icon,
             Style::current().palette().ink2);
}

void drawCheckBox(QPainter& painter, const QStyleOption& option)
{
    const Palette& p = Style::current().palette();
    const bool isOn = option.state.testFlag(QStyle::State_On);
    const bool isHovered = option.state.testFlag(QStyle::State_MouseOver);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (!option.state.testFlag(QStyle::State_Enabled))
        painter.setOpacity(disabledOpacity);
    QRectF box(0, 0, checkBoxSide, checkBoxSide);
    box.moveCenter(QRectF(option.rect).center());
    if (isOn) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(p.ink);
        painter.drawRoundedRect(box, 4, 4);
        drawIcon(painter, box, QStringLiteral("tick"), p.card);
    } else {
        const double edge = edgeWidth(painter);
        const double half = edge / 2;
        painter.setPen(QPen(isHovered ? p.ink : p.ink3, edge));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box.adjusted(half, half, -half, -half), 4 - half, 4 - half);
    }
    painter.restore();
}

void drawSlider(QPainter& painter, const QStyleOptionSlider& option, const QRectF& handle)
{
    const Palette& p = Style::current().palette();
    const bool isPressed = option.activeSubControls.testFlag(QStyle::SC_SliderHandle) &&
                           option.state.testFlag(QStyle::State_Sunken);
    const bool isHovered = option.state.testFlag(QStyle::State_MouseOver);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (!option.state.testFlag(QStyle::State_Enabled))
        painter.setOpacity(disabledOpacity);
    const double inset = pressedDiameter / 2.0;
    QRectF groove = QRectF(option.rect).adjusted(inset, 0, -inset, 0);
    groove.setTop(handle.center().y() - grooveHeight / 2);
    groove.setHeight(grooveHeight);
    QRectF filled = groove;
    filled.setRight(handle.center().x());
    painter.setPen(Qt::NoPen);
    painter.setBrush(p.track);
    painter.drawRoundedRect(groove, 2, 2);
    painter.setBrush(p.ink2);
    painter.drawRoundedRect(filled, 2, 2);
    painter.setOpacity(1);
    const double edge = edgeWidth(painter);
    const double radius = (isPressed ? pressedDiameter : handleDiameter) / 2.0 - edge / 2;
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    painter.setPen(QPen(!isEnabled ? p.ctl : isHovered ? p.ink : p.ink2, edge));
    painter.setBrush(p.card);
    painter.drawEllipse(handle.center(), radius, radius);
    painter.restore();
}

}  // namespace

ControlStyle::ControlStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("fusion"))) {}

void ControlStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option,
                                 QPainter* painter, const QWidget* widget) const
{
    switch (element) {
    case PE_IndicatorCheckBox: drawCheckBox(*painter, *option); break;
    case PE_FrameFocusRect: break;
    case PE_IndicatorArrowDown: drawArrow(*painter, *option, QStringLiteral("chevron-down")); break;
    case PE_IndicatorArrowRight:
        drawArrow(*painter, *option, QStringLiteral("chevron-right"));
        break;
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void ControlStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                      QPainter* painter, const QWidget* widget) const
{
    const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (control != CC_Slider || !slider || slider->orientation != Qt::Horizontal) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        return;
    }
    drawSlider(*painter, *slider,
               proxy()->subControlRect(CC_Slider, slider, SC_SliderHandle, widget));
}

int ControlStyle::pixelMetric(PixelMetric metric, const QStyleOption* option,
                              const QWidget* widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight: return checkBoxSide;
    case PM_CheckBoxLabelSpacing: return 9;
    case PM_SliderThickness:
    case PM_SliderControlThickness:
    case PM_SliderLength: return pressedDiameter;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ControlStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                            QStyleHintReturn* returned) const
{
    switch (hint) {
    case SH_Slider_AbsoluteSetButtons: return Qt::LeftButton;
    case SH_EtchDisabledText: return 0;
    case SH_ToolTip_WakeUpDelay: return 300;
    case SH_ComboBox_Popup: return 0;
    case SH_DialogButtonBox_ButtonsHaveIcons: return 0;
    case SH_Menu_Mask:
    case SH_ToolTip_Mask: {
        auto* const mask = qstyleoption_cast<QStyleHintReturnMask*>(returned);
        if (!mask || !option)
            return 0;
        mask->region = roundedRegion(option->rect, popupRadius);
        return 1;
    }
    default: return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

}  // namespace coroscope
