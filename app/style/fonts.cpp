// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/style/fonts.h"

#include <QFontDatabase>
#include <QGuiApplication>
#include <QScreen>
#include <algorithm>
#include <array>
#include <optional>

namespace coroscope {
namespace {

enum class Family { Text, Code };

struct Spec {
    TextRole role;
    double px;
    int line;
    QFont::Weight weight;
    Family family;
};

constexpr std::array specs{
    Spec{TextRole::Total, 28, 34, QFont::Bold, Family::Text},
    Spec{TextRole::TotalUnit, 17, 34, QFont::Medium, Family::Text},
    Spec{TextRole::TotalSmall, 24, 30, QFont::Bold, Family::Text},
    Spec{TextRole::TotalSmallUnit, 15, 30, QFont::Medium, Family::Text},
    Spec{TextRole::PlayheadTime, 22, 32, QFont::DemiBold, Family::Text},
    Spec{TextRole::Headline, 20, 26, QFont::Bold, Family::Text},
    Spec{TextRole::PageTitle, 17, 22, QFont::Bold, Family::Text},
    Spec{TextRole::AppTitle, 26, 32, QFont::Bold, Family::Text},
    Spec{TextRole::ProgramName, 15, 20, QFont::DemiBold, Family::Text},
    Spec{TextRole::Body, 13, 18, QFont::Normal, Family::Text},
    Spec{TextRole::Button, 13, 18, QFont::Medium, Family::Text},
    Spec{TextRole::SpeedUp, 13, 18, QFont::DemiBold, Family::Text},
    Spec{TextRole::Story, 12.5, 17, QFont::Normal, Family::Text},
    Spec{TextRole::StoryValue, 12.5, 17, QFont::DemiBold, Family::Text},
    Spec{TextRole::Label, 12, 16, QFont::Normal, Family::Text},
    Spec{TextRole::Heading, 12, 16, QFont::DemiBold, Family::Text},
    Spec{TextRole::BarLabel, 11, 14, QFont::Medium, Family::Text},
    Spec{TextRole::BarLabelStrong, 11, 14, QFont::DemiBold, Family::Text},
    Spec{TextRole::Chip, 12, 16, QFont::DemiBold, Family::Text},
    Spec{TextRole::ChipSmall, 10, 14, QFont::DemiBold, Family::Text},
    Spec{TextRole::Code, 11.3, 17, QFont::Normal, Family::Code},
    Spec{TextRole::CodeKeyword, 11.3, 17, QFont::Bold, Family::Code},
    Spec{TextRole::CodeGutter, 10.5, 17, QFont::Normal, Family::Code},
};

const Spec& specOf(TextRole role)
{
    const Spec& spec = specs[static_cast<std::size_t>(role)];
    Q_ASSERT(spec.role == role);
    return spec;
}

// The first of `wanted` that is installed, then `last`, then the font for Korean.
QStringList chain(const QStringList& wanted, const QString& last)
{
    const QStringList installed = QFontDatabase::families();
    QStringList families;
    const auto found = std::find_if(wanted.begin(), wanted.end(),
                                    [&](const QString& name) { return installed.contains(name); });
    families << (found != wanted.end() ? *found : last);
    const QString korean = QStringLiteral("Noto Sans CJK KR");
    if (installed.contains(korean))
        families << korean;
    return families;
}

const QStringList& families(Family family)
{
    static const QStringList text = chain(
        {QStringLiteral("Inter")}, QFontDatabase::systemFont(QFontDatabase::GeneralFont).family());
    static const QStringList code =
        chain({QStringLiteral("JetBrains Mono"), QStringLiteral("DejaVu Sans Mono")},
              QFontDatabase::systemFont(QFontDatabase::FixedFont).family());
    return family == Family::Text ? text : code;
}

QFont makeFont(const Spec& spec)
{
    QFont font;
    font.setFamilies(families(spec.family));
    font.setWeight(spec.weight);
    if (spec.family == Family::Code)
        font.setFixedPitch(true);
    const int wholePx = static_cast<int>(spec.px);
    if (spec.px == wholePx)
        font.setPixelSize(wholePx);
    else  // a fraction of a pixel can be asked for in points only
        font.setPointSizeF(spec.px * 72 / QGuiApplication::primaryScreen()->logicalDotsPerInchY());
    return font;
}

}  // namespace

// The same font object each time: what Qt finds out about it is then shared.
QFont fontFor(TextRole role)
{
    static std::array<std::optional<QFont>, specs.size()> made;
    std::optional<QFont>& font = made[static_cast<std::size_t>(role)];
    if (!font)
        font = makeFont(specOf(role));
    return *font;
}

int lineHeight(TextRole role)
{
    return specOf(role).line;
}

}  // namespace coroscope
