// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/axis_mode.h"
#include "app/document/marks.h"
#include "app/document/playhead.h"
#include "app/document/selection.h"
#include "app/document/task_search.h"
#include "app/document/toggle.h"
#include "app/document/view_history.h"
#include "app/document/visible_range.h"
#include "app/document/visible_rows.h"

namespace coroscope {

/// All that changes about how a document is looked at: one of each, shared by all of its views.
struct ViewState {
    Playhead playhead;
    VisibleRange timeRange;
    VisibleRange orderRange;  ///< in AxisMap's units of events
    AxisMode axis;
    Selection selection;
    Marks marks;
    TaskSearch search;
    VisibleRows rows{selection, search};
    Toggle resourcesFolded;
    Toggle showsCriticalPath;
    ViewHistory history{timeRange, orderRange, axis};

    /// That of the axis that is shown.
    [[nodiscard]] VisibleRange& range()
    {
        return axis.kind() == AxisKind::Time ? timeRange : orderRange;
    }
};

}  // namespace coroscope
