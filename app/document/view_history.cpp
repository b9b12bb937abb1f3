// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/view_history.h"

#include <utility>

namespace coroscope {
namespace {

constexpr std::size_t mostSteps = 200;

}  // namespace

ViewHistory::ViewHistory(VisibleRange& time, VisibleRange& order, AxisMode& axis)
    : m_time(time), m_order(order), m_axis(axis), m_last(present())
{
    for (const VisibleRange* const range : {&time, &order})
        connect(range, &VisibleRange::changed, this,
                [this](const TimeSpan&, RangeChange how) { note(how); });
    connect(&axis, &AxisMode::changed, this, [this] { note(RangeChange::Jump); });
}

void ViewHistory::forget()
{
    m_past.clear();
    m_future.clear();
    m_movement = Movement::None;
    m_last = present();
}

ViewHistory::View ViewHistory::present() const
{
    return {m_time.span(), m_order.span(), m_axis.kind()};
}

void ViewHistory::note(RangeChange how)
{
    if (m_isMoving)
        return;
    const TimeSpan now = m_axis.kind() == AxisKind::Time ? m_time.span() : m_order.span();
    const TimeSpan before = m_axis.kind() == AxisKind::Time ? m_last.time : m_last.order;
    if (how == RangeChange::Jump)
        remember(Movement::Jump);
    else if (how == RangeChange::Glide)
        remember(now.length() < before.length()   ? Movement::In
                 : now.length() > before.length() ? Movement::Out
                                                  : Movement::Aside);
    m_last = present();
}

void ViewHistory::remember(Movement movement)
{
    m_future.clear();
    if (std::exchange(m_movement, movement) == movement && movement != Movement::Jump)
        return;
    m_past.push_back(m_last);
    if (m_past.size() > mostSteps)
        m_past.erase(m_past.begin());
}

void ViewHistory::move(std::vector<View>& from, std::vector<View>& to)
{
    if (from.empty())
        return;
    to.push_back(present());
    const View view = from.back();
    from.pop_back();
    m_isMoving = true;
    m_axis.setKind(view.axis);
    m_time.setSpan(view.time);
    m_order.setSpan(view.order);
    m_isMoving = false;
    m_movement = Movement::None;
    m_last = present();
}

}  // namespace coroscope
