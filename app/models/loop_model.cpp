// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/loop_model.h"

#include <QCoreApplication>
#include <algorithm>

#include "app/models/loop_lines.h"

namespace coroscope {
namespace {

constexpr std::array<const char*, loopSectionCount> sections{
    QT_TRANSLATE_NOOP("coroscope::LoopModel", "Running"),
    QT_TRANSLATE_NOOP("coroscope::LoopModel", "Ready"),
    QT_TRANSLATE_NOOP("coroscope::LoopModel", "Timers"),
    QT_TRANSLATE_NOOP("coroscope::LoopModel", "Waiting"),
    QT_TRANSLATE_NOOP("coroscope::LoopModel", "Threads"),
    QT_TRANSLATE_NOOP("coroscope::LoopModel", "Objects"),
};

QStringList namesOf(const LoopLine& line)
{
    QStringList names;
    for (const auto* const chips : {&line.chips, &line.targets}) {
        for (const LoopChip& chip : *chips)
            names << chip.name;
    }
    return names;
}

// All that the line says, for who cannot see it.
QString wordsOf(const LoopLine& line)
{
    QStringList parts = namesOf(line);
    for (const QString* const part :
         {&line.nothing, &line.code, &line.text, &line.value, &line.end}) {
        if (!part->isEmpty())
            parts << *part;
    }
    return parts.join(u' ');
}

}  // namespace

QString sectionText(LoopSection section)
{
    return QCoreApplication::translate("coroscope::LoopModel",
                                       sections[static_cast<std::size_t>(section)]);
}

void LoopModel::setRun(ProgramRunPtr run)
{
    m_run = std::move(run);
    m_moments.reset();
    m_turns.clear();
    if (!m_run) {
        show({});
        return;
    }
    const Trace& trace = m_run->trace();
    // The timeline keeps the trace alive.
    m_moments =
        std::make_unique<MomentIndex>(std::shared_ptr<const Trace>(m_run->timeline, &trace));
    for (std::size_t event = 0; event < trace.size(); ++event) {
        if (trace.at(event).kind == EventKind::Turn)
            m_turns.push_back(event);
    }
}

void LoopModel::setPosition(const PlayPosition& position)
{
    if (!m_run)
        return;
    m_eventCount = m_run->eventsAt(position);
    m_time = position.time;
    retranslate();
}

void LoopModel::retranslate()
{
    if (m_run)
        show(loopLines(*m_run, m_moments->at(m_eventCount), m_time, !m_turns.empty()));
}

void LoopModel::show(std::vector<LoopLine> lines)
{
    m_own = std::move(lines);
    std::vector<LoopLine> padded;
    for (std::size_t i = 0; i < m_own.size(); ++i) {
        const LoopSection section = m_own[i].section;
        padded.push_back(m_own[i]);
        if (i + 1 < m_own.size() && m_own[i + 1].section == section)
            continue;
        LoopLine blank;
        blank.section = section;
        blank.isFirst = false;
        const int missing = m_least[static_cast<std::size_t>(section)] - countOf(section);
        padded.insert(padded.end(), static_cast<std::size_t>(std::max(missing, 0)), blank);
    }
    setLines(std::move(padded));
}

// Rows that stay are changed rather than replaced, so that a view keeps its place.
void LoopModel::setLines(std::vector<LoopLine> lines)
{
    const auto before = static_cast<int>(m_lines.size());
    const auto after = static_cast<int>(lines.size());
    if (after < before) {
        beginRemoveRows({}, after, before - 1);
        m_lines.resize(lines.size());
        endRemoveRows();
    } else if (after > before) {
        beginInsertRows({}, before, after - 1);
        m_lines.resize(lines.size());
        endInsertRows();
    }
    const bool isSame = m_lines == lines;
    m_lines = std::move(lines);
    if (!isSame)
        Q_EMIT dataChanged(index(0), index(after - 1));
}

void LoopModel::setLeast(LoopSection section, int lines)
{
    int& least = m_least[static_cast<std::size_t>(section)];
    if (least == lines)
        return;
    least = lines;
    show(std::move(m_own));
}

const LoopLine* LoopModel::find(LoopSection section) const
{
    const auto found = std::ranges::find(m_own, section, &LoopLine::section);
    return found == m_own.end() ? nullptr : &*found;
}

int LoopModel::countOf(LoopSection section) const
{
    return static_cast<int>(std::ranges::count(m_own, section, &LoopLine::section));
}

QString LoopModel::headline() const
{
    if (!m_run)
        return {};
    if (m_turns.empty())
        return tr("no event loop, one thread");
    const auto turn = std::ranges::lower_bound(m_turns, m_eventCount) - m_turns.begin();
    return turn == 0 ? tr("event loop") : tr("event loop, turn %1").arg(turn);
}

int LoopModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant LoopModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const LoopLine& shown = line(index.row());
    switch (role) {
    case Qt::DisplayRole: return wordsOf(shown);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2").arg(sectionText(shown.section), wordsOf(shown));
    case SectionRole: return static_cast<int>(shown.section);
    case ChipsRole: return namesOf(shown);
    default: return {};
    }
}

}  // namespace coroscope
