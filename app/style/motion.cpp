// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/style/motion.h"

#include <QApplication>
#include <QStyle>

namespace coroscope {
namespace {

std::optional<bool> chosen;

}  // namespace

bool reducesMotion()
{
    if (chosen)
        return *chosen;
    return QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration) == 0;
}

void setReducesMotion(std::optional<bool> reduces)
{
    chosen = reduces;
}

}  // namespace coroscope
