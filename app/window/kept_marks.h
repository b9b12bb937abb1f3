// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace coroscope {

class Marks;

/// Gives a document the marks that it was left with, and keeps those that are made from now on, by
/// its file or built-in name. Settings that cannot be read are as if there were none.
void keepMarks(Marks& marks, const std::string& source);

}  // namespace coroscope
