// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/output_model.h"

#include <algorithm>
#include <utility>

#include "core/base/time_text.h"

namespace coroscope {

void OutputModel::setRun(ProgramRunPtr run)
{
    beginResetModel();
    m_run = std::move(run);
    m_lines.clear();
    m_now = never;
    const std::size_t events = m_run ? m_run->trace().size() : 0;
    for (std::size_t row = 0; row < events; ++row) {
        const Event event = m_run->trace().at(row);
        if (event.kind != EventKind::Print)
            continue;
        const std::string& text = m_run->trace().text(event);
        for (std::size_t begin = 0; begin <= text.size();) {
            const std::size_t end = std::min(text.find('\n', begin), text.size());
            m_lines.push_back({static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(begin),
                               static_cast<std::uint32_t>(end - begin)});
            begin = end + 1;
        }
    }
    m_shown = static_cast<int>(m_lines.size());
    endResetModel();
}

void OutputModel::setPosition(const PlayPosition& position)
{
    if (!m_run)
        return;
    const std::size_t events = m_run->eventsAt(position);
    const auto end = std::ranges::partition_point(
        m_lines, [&](const Line& line) { return line.event < events; });
    const Ticks before = std::exchange(m_now, position.time);
    setShown(static_cast<int>(end - m_lines.begin()));
    if (before == m_now)
        return;
    reportFreshness(before);
    reportFreshness(m_now);
}

void OutputModel::setShown(int count)
{
    if (count > m_shown) {
        beginInsertRows({}, m_shown, count - 1);
        m_shown = count;
        endInsertRows();
    } else if (count < m_shown) {
        beginRemoveRows({}, count, m_shown - 1);
        m_shown = count;
        endRemoveRows();
    }
}

void OutputModel::reportFreshness(Ticks time)
{
    const auto shownEnd = m_lines.begin() + m_shown;
    const auto lines = std::ranges::equal_range(m_lines.begin(), shownEnd, time, {},
                                                [&](const Line& line) { return timeOf(line); });
    if (lines.empty())
        return;
    const auto first = static_cast<int>(lines.begin() - m_lines.begin());
    const auto last = static_cast<int>(lines.end() - m_lines.begin()) - 1;
    Q_EMIT dataChanged(index(first), index(last), {IsFreshRole});
}

int OutputModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_shown;
}

QVariant OutputModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Line& line = m_lines[static_cast<std::size_t>(index.row())];
    switch (role) {
        case Qt::DisplayRole:
        case Qt::ToolTipRole: return textOf(line);
        case Qt::AccessibleTextRole: return tr("%1: %2").arg(timeTextOf(line), textOf(line));
        case TimeTextRole: return timeTextOf(line);
        case TimeNsRole: return qint64{timeOf(line).count()};
        case IsFreshRole: return timeOf(line) == m_now;
        default: return {};
    }
}

QString OutputModel::textOf(const Line& line) const
{
    const std::string& text = m_run->trace().text(m_run->trace().at(line.event));
    return QString::fromUtf8(text.data() + line.begin, static_cast<qsizetype>(line.length));
}

QString OutputModel::timeTextOf(const Line& line) const
{
    return QString::fromStdString(timeTextLike(timeOf(line), m_run->total()).number);
}

}  // namespace coroscope
