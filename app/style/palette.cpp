// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/style/palette.h"

namespace coroscope {
namespace {

QColor withAlpha(QRgb rgb, double alpha)
{
    QColor colour = QColor::fromRgb(rgb);
    colour.setAlphaF(static_cast<float>(alpha));
    return colour;
}

Palette light()
{
    return {
        .ground = 0xf4f5f8,
        .card = 0xffffff,
        .zebra = 0xf8f9fb,
        .code = 0xfbfcfd,
        .line = 0xe3e6ec,
        .ctl = 0xcfd5df,
        .track = 0xd5dae3,
        .tint = 0xe9ecf1,
        .badge = 0xe4e7ee,
        .ink = 0x141a29,
        .ink2 = 0x4e586c,
        .ink3 = 0x646e82,
        .run = 0x2f73d0,
        .runTint = 0xd6e5fa,
        .ready = 0xf0b840,
        .readyEdge = 0xa8760f,
        .block = 0xcf3f2e,
        .blockStripe = withAlpha(0xb5301f, 0.34),
        .blockTint = 0xfadfdb,
        .blockLabel = 0xb02d1d,
        .suspendedFill = 0xeceef2,
        .suspendedHatch = 0xc3cad6,
        .suspendedEdge = 0x7b869a,
        .now = 0x5b3fd6,
        .nowTint = 0xece8fb,
        .onBar = 0xffffff,
        .onNow = 0xffffff,
        .grid = withAlpha(0x141a29, 0.08),
    };
}

Palette dark()
{
    return {
        .ground = 0x0e1218,
        .card = 0x151b24,
        .zebra = 0x18202a,
        .code = 0x12171f,
        .line = 0x232b37,
        .ctl = 0x343e4d,
        .track = 0x323b49,
        .tint = 0x1d2530,
        .badge = 0x2b3543,
        .ink = 0xeef2f8,
        .ink2 = 0xb3bdcc,
        .ink3 = 0x8f9bad,
        .run = 0x5b9bf2,
        .runTint = 0x1d3557,
        .ready = 0xe9b64c,
        .readyEdge = 0xe9b64c,
        .block = 0xf0624f,
        .blockStripe = withAlpha(0xff8a79, 0.30),
        .blockTint = 0x44211f,
        .blockLabel = 0xff9f91,
        .suspendedFill = 0x242c38,
        .suspendedHatch = 0x465162,
        .suspendedEdge = 0x6f7d93,
        .now = 0xb7a6ff,
        .nowTint = 0x272440,
        .onBar = 0x0b1018,
        .onNow = 0x14102a,
        .grid = withAlpha(0xffffff, 0.08),
    };
}

}  // namespace

const Palette& palette(Theme theme)
{
    static const Palette lightPalette = light();
    static const Palette darkPalette = dark();
    return theme == Theme::Light ? lightPalette : darkPalette;
}

}  // namespace coroscope
