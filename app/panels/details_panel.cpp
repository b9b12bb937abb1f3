// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/details_panel.h"

#include <QAbstractButton>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "app/charts/segment_text.h"
#include "app/document/segment_walk.h"
#include "app/language/language.h"
#include "app/models/because_text.h"
#include "app/panels/source_snippet.h"
#include "app/panels/text_label.h"
#include "core/base/time_text.h"

namespace coroscope {
namespace {

constexpr int linkMargins = 60;  // around a link's text, the panel's included

QLabel* makeParagraph(TextRole role)
{
    auto* label = new QLabel;
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setFont(fontFor(role));
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setFocusPolicy(Qt::NoFocus);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    return label;
}

void clear(QLayout& layout)
{
    while (QLayoutItem* const item = layout.takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
}

}  // namespace

DetailsPanel::DetailsPanel(Comparison& comparison, QWidget* parent)
    : QScrollArea(parent),
      m_comparison(comparison),
      m_headline(new TextLabel(TextRole::Headline, &Palette::ink)),
      m_facts(makeParagraph(TextRole::Label)),
      m_because(makeParagraph(TextRole::Body))
{
    build();
    connect(&comparison.view().selection, &Selection::changed, this, &DetailsPanel::showSelection);
    connect(&comparison, &Comparison::runsChanged, this, &DetailsPanel::showSelection);
    keepTranslated(this, [this] {
        setAccessibleName(tr("Details"));
        m_whatIf->setText(tr("What if"));
        showSelection();
    });
}

void DetailsPanel::build()
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(16, 8, 16, 8);
    column->setSpacing(6);
    column->addWidget(m_headline);
    column->addWidget(m_facts);
    column->addWidget(m_because);
    m_chain = new QVBoxLayout;
    m_chain->setSpacing(0);
    column->addLayout(m_chain);
    m_snippet = new SourceSnippet;
    column->addWidget(m_snippet);
    m_whatIf = new TextLabel(TextRole::Heading, &Palette::ink2);
    column->addWidget(m_whatIf);
    m_whatIfs = new QVBoxLayout;
    m_whatIfs->setSpacing(6);
    column->addLayout(m_whatIfs);
    column->addStretch(1);
    setWidget(content);
}

QString DetailsPanel::text() const
{
    return QStringList{m_headline->text(), m_facts->text(), m_because->text()}.join(
        QLatin1Char('\n'));
}

void DetailsPanel::showSelection()
{
    const Selection& selection = m_comparison.view().selection;
    setChain({}, {});
    m_snippet->clear();
    setWhatIfs({}, {});
    if (selection.range())
        return showRange(*selection.range());
    for (const ProgramRunPtr& run : m_comparison.runs()) {
        if (selection.segment() && segmentOf(*run, *selection.segment()))
            return showSegment(*selection.segment(), run);
    }
    showNothing();
}

void DetailsPanel::showSegment(const SelectedSegment& selected, const ProgramRunPtr& run)
{
    const Segment segment = *segmentOf(*run, selected);
    const BecauseText words(*run);
    const std::vector<BecauseLink> chain = analysisOf(run).because(*refOf(*run, selected));
    const auto timeLike = [&](Ticks time) {
        return QString::fromStdString(timeTextLike(time, run->total()).joined());
    };
    const QString facts = tr("%1 \u00b7 %2 \u00b7 %3 to %4")
                              .arg(run->name, run->rows.value(selected.track),
                                   timeLike(segment.span.begin), timeLike(segment.span.end));
    setTexts(chain.empty() ? SegmentText::stateName(segment.state) : words.headline(chain.front()),
             facts, words.sentences(chain));
    setChain(*run, chain);
    setSnippet(*run, chain);
    setWhatIfs(run, changesFor(run, segment, chain));
}

void DetailsPanel::showRange(const Selection::Range& range)
{
    const Ticks total = m_comparison.longestTotal();
    const auto timeLike = [&](Ticks time) {
        return QString::fromStdString(timeTextLike(time, total).joined());
    };
    for (const ProgramRunPtr& run : m_comparison.runs()) {
        if (!range.program.isEmpty() && range.program != run->name)
            continue;
        const AxisMap map(range.program.isEmpty() ? AxisKind::Time : AxisKind::Order, *run);
        const Ticks begin = map.timeAt(range.span.begin);
        const Ticks end = map.timeAt(range.span.end);
        setTexts(timeLike(end - begin), tr("%1 to %2").arg(timeLike(begin), timeLike(end)), {});
        return;
    }
}

void DetailsPanel::showNothing()
{
    setTexts(tr("Nothing is selected"), tr("Click a bar or a step in a chart, or press full stop."),
             {});
}

void DetailsPanel::setTexts(const QString& headline, const QString& facts, const QString& because)
{
    m_headline->setText(headline);
    m_facts->setText(facts);
    m_because->setText(because);
    m_because->setVisible(!because.isEmpty());
    setAccessibleDescription(text());
}

// From effect to cause.
void DetailsPanel::setChain(const ProgramRun& run, const std::vector<BecauseLink>& chain)
{
    clear(*m_chain);
    const BecauseText words(run);
    for (const BecauseLink& link : chain) {
        auto* button = new QToolButton;
        button->setAccessibleName(
            tr("%1 \u00b7 %2 \u00b7 %3")
                .arg(words.task(link.task), words.detail(link), words.time(link.length)));
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setAutoRaise(true);
        const SelectedSegment target{run.name, static_cast<int>(link.segment.track),
                                     link.segment.segment};
        connect(button, &QToolButton::clicked, this,
                [this, target] { m_comparison.view().selection.setSegment(target); });
        m_chain->addWidget(button, 0, Qt::AlignLeft);
    }
    fitLinks();
}

// Of a recording, which has no panel that is lit: the place at which the cause lies.
void DetailsPanel::setSnippet(const ProgramRun& run, const std::vector<BecauseLink>& chain)
{
    for (auto link = chain.rbegin(); link != chain.rend() && !run.sourceFile.empty(); ++link) {
        if (!link->site.isValid() || run.trace().site(link->site).file != run.sourceFile)
            continue;
        const bool isBlocked = link->kind == BecauseLink::Kind::Blocked;
        m_snippet->setSource(run.source, static_cast<int>(run.trace().site(link->site).line),
                             isBlocked ? &Palette::blockTint : &Palette::tint);
        return;
    }
}

// As much of each link and offer as there is room for.
void DetailsPanel::fitLinks()
{
    const int room = viewport()->width() - linkMargins;
    const auto fit = [room](QAbstractButton& button) {
        const QString whole = button.accessibleName();
        button.setText(button.fontMetrics().elidedText(whole, Qt::ElideMiddle, room));
        return button.text() == whole;
    };
    for (int i = 0; i < m_chain->count(); ++i) {
        auto& button = static_cast<QAbstractButton&>(*m_chain->itemAt(i)->widget());
        button.setToolTip(fit(button) ? tr("Select it in the chart") : button.accessibleName());
    }
    for (int i = 0; i < m_whatIfs->count(); ++i)
        fit(static_cast<QAbstractButton&>(*m_whatIfs->itemAt(i)->widget()));
}

void DetailsPanel::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    fitLinks();
}

// Where the segment begins, and where a call held the thread that it was due to.
std::vector<replay::Change> DetailsPanel::changesFor(const ProgramRunPtr& run,
                                                     const Segment& segment,
                                                     const std::vector<BecauseLink>& chain) const
{
    std::vector<replay::Change> changes = m_comparison.changesAt(*run, segment);
    for (const BecauseLink& link : chain) {
        if (link.kind != BecauseLink::Kind::Blocked)
            continue;
        const Track& track = run->timeline->tracks()[link.segment.track];
        const Segment cause = run->timeline->segment(track, link.segment.segment);
        for (const replay::Change& change : m_comparison.changesAt(*run, cause)) {
            if (std::ranges::find(changes, change) == changes.end())
                changes.push_back(change);
        }
    }
    return changes;
}

void DetailsPanel::setWhatIfs(const ProgramRunPtr& run, const std::vector<replay::Change>& changes)
{
    clear(*m_whatIfs);
    m_whatIf->setVisible(!changes.empty());
    for (const replay::Change& change : changes) {
        auto* button = new QPushButton;
        button->setAccessibleName(whatIfText(change, run->trace()));
        button->setToolTip(whatIfToolTip(change));
        connect(button, &QPushButton::clicked, this,
                [this, change, run] { m_comparison.tryOut(change, *run); });
        m_whatIfs->addWidget(button, 0, Qt::AlignLeft);
    }
    fitLinks();
}

RunAnalysis& DetailsPanel::analysisOf(const ProgramRunPtr& run)
{
    if (!m_analysis || m_analysis->run() != run)
        m_analysis = std::make_unique<RunAnalysis>(run);
    return *m_analysis;
}

}  // namespace coroscope
