// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>
#include <memory>

#include "app/document/comparison.h"
#include "app/document/run_analysis.h"

class QLabel;
class QVBoxLayout;

namespace coroscope {

class SourceSnippet;
class TextLabel;

/// What is selected: how long it lasted, why, and the chain from effect to cause, each link of
/// which can be jumped to; of a recording also what could be tried there.
class DetailsPanel : public QScrollArea {
    Q_OBJECT

public:
    /// The comparison must outlive it.
    explicit DetailsPanel(Comparison& comparison, QWidget* parent = nullptr);

    /// For those who cannot see it, and for tests: headline and sentences.
    [[nodiscard]] QString text() const;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void showSelection();
    void showSegment(const SelectedSegment& segment, const ProgramRunPtr& run);
    void showRange(const Selection::Range& range);
    void showNothing();
    void setTexts(const QString& headline, const QString& facts, const QString& because);
    void setChain(const ProgramRun& run, const std::vector<BecauseLink>& chain);
    void fitLinks();
    void setSnippet(const ProgramRun& run, const std::vector<BecauseLink>& chain);
    [[nodiscard]] std::vector<replay::Change> changesFor(
        const ProgramRunPtr& run, const Segment& segment,
        const std::vector<BecauseLink>& chain) const;
    void setWhatIfs(const ProgramRunPtr& run, const std::vector<replay::Change>& changes);
    [[nodiscard]] RunAnalysis& analysisOf(const ProgramRunPtr& run);

    Comparison& m_comparison;
    std::unique_ptr<RunAnalysis> m_analysis;  ///< of the program that was selected last
    TextLabel* m_headline;
    QLabel* m_facts;
    QLabel* m_because;
    QVBoxLayout* m_chain = nullptr;
    SourceSnippet* m_snippet = nullptr;
    TextLabel* m_whatIf = nullptr;
    QVBoxLayout* m_whatIfs = nullptr;
};

}  // namespace coroscope
