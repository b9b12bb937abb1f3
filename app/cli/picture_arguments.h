// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>

#include "app/export/export_content.h"
#include "core/base/result.h"

namespace coroscope::cli {

/// How a picture shows what is exported: its size, theme, range of time and playhead.
class PictureArguments {
public:
    void declare(CLI::App& app);

    /// For programs of which the longest takes `total`. Errors: a size that is none, a range that
    /// is empty, a playhead outside of it.
    [[nodiscard]] Result<PictureOptions> options(Ticks total) const;

private:
    struct Size {
        int width = 0;
        int height = 0;
    };

    [[nodiscard]] std::optional<Size> parsedSize() const;

    std::string m_size;
    int m_scale = 1;
    std::string m_theme = "light";
    std::optional<double> m_from;
    std::optional<double> m_to;
    std::optional<double> m_at;
};

}  // namespace coroscope::cli
