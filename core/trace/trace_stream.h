// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "core/base/result.h"
#include "core/trace/trace.h"
#include "core/trace/trace_header.h"
#include "core/trace/trace_problems.h"

namespace coroscope {

/// Reads a trace file (trace-format.md), plain or compact, as its bytes arrive: the whole of a file
/// or the stream of a program that runs. Whatever the bytes, the trace is sound: time never
/// decreases, each task is created once, then woken, resumed and suspended in turn, and nothing
/// happens to it after it is done. A line that breaks this is left out, and reported.
///
/// Order   the trace grows only at its end. Of the compact form, events are in it once a watermark
///         has passed them.
/// Errors  only a first line that is no header, or one of another version; all that follows is
///         then ignored.
/// Cost    O(bytes), memory too; a line is kept until it is whole
/// Threads used by one thread at a time. Whoever reads the trace meanwhile must be that thread.
class TraceStream {
public:
    TraceStream();
    ~TraceStream();
    TraceStream(TraceStream&&) noexcept;
    TraceStream& operator=(TraceStream&&) noexcept;

    /// The next bytes, cut anywhere.
    Status append(std::string_view bytes);

    /// Nothing more will come. A last line without an end counts if it is whole.
    Status finish();

    /// None until the first line was read.
    [[nodiscard]] const std::optional<TraceHeader>& header() const;

    /// The one trace of this stream: empty at first.
    [[nodiscard]] std::shared_ptr<const Trace> trace() const;

    /// Up to when the trace is complete.
    [[nodiscard]] Ticks knownUntil() const;

    [[nodiscard]] const TraceProblems& problems() const;

    /// How many events the recorder had to drop.
    [[nodiscard]] std::uint64_t lost() const;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

}  // namespace coroscope
