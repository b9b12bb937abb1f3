// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QImage>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <cmath>

#include "app/panels/card.h"
#include "app/panels/segmented_control.h"
#include "app/style/focus_ring.h"
#include "app/style/icons.h"
#include "app/style/style.h"
#include "app/style/style_sheet.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

namespace {

double luminance(const QColor& colour)
{
    const auto linear = [](double c) {
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

// WCAG 2
double contrast(const QColor& a, const QColor& b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

int countOf(const QImage& image, const QColor& colour)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y) == colour ? 1 : 0;
    }
    return count;
}

struct Pair {
    const char* name;
    ColourToken mark;
    std::initializer_list<ColourToken> grounds;
    double least;
};

const Pair pairs[] = {
    {"ink",
     &Palette::ink,
     {&Palette::ground, &Palette::card, &Palette::zebra, &Palette::code},
     4.5},
    {"ink2",
     &Palette::ink2,
     {&Palette::ground, &Palette::card, &Palette::zebra, &Palette::code, &Palette::tint,
      &Palette::badge, &Palette::suspendedFill},
     4.5},
    {"ink3",
     &Palette::ink3,
     {&Palette::ground, &Palette::card, &Palette::zebra, &Palette::code},
     4.5},
    {"onBar", &Palette::onBar, {&Palette::run, &Palette::block}, 4.5},
    {"onNow", &Palette::onNow, {&Palette::now}, 4.5},
    {"blockLabel", &Palette::blockLabel, {&Palette::blockTint}, 4.5},
    {"run", &Palette::run, {&Palette::card, &Palette::zebra}, 3},
    {"block", &Palette::block, {&Palette::card, &Palette::zebra}, 3},
    {"readyEdge", &Palette::readyEdge, {&Palette::card, &Palette::zebra}, 3},
    {"suspendedEdge",
     &Palette::suspendedEdge,
     {&Palette::card, &Palette::zebra, &Palette::tint, &Palette::suspendedFill},
     3},
    {"now", &Palette::now, {&Palette::ground, &Palette::card, &Palette::zebra}, 4.5},
};

}  // namespace

class TestStyle : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { Style::current().setTheme(Theme::Light); }

    void canBeRead_data()
    {
        QTest::addColumn<int>("theme");
        QTest::addColumn<int>("pair");
        for (const Theme theme : {Theme::Light, Theme::Dark}) {
            for (std::size_t i = 0; i < std::size(pairs); ++i)
                QTest::addRow("%s %s", pairs[i].name, theme == Theme::Light ? "light" : "dark")
                    << static_cast<int>(theme) << static_cast<int>(i);
        }
    }

    void canBeRead()
    {
        QFETCH(int, theme);
        QFETCH(int, pair);
        const Palette& colours = palette(static_cast<Theme>(theme));
        const Pair& row = pairs[pair];
        for (const ColourToken ground : row.grounds) {
            const double ratio = contrast(colours.*row.mark, colours.*ground);
            QVERIFY2(ratio >= row.least, qPrintable(QString::number(ratio)));
        }
    }

    void hasTheContrastOfTheDesign()
    {
        const Palette& light = palette(Theme::Light);
        const Palette& dark = palette(Theme::Dark);

        QVERIFY(std::abs(contrast(light.ink, light.ground) - 15.9) < 0.1);
        QVERIFY(std::abs(contrast(dark.run, dark.zebra) - 5.80) < 0.05);
    }

    void replacesEveryNameInTheStyleSheet()
    {
        for (const Theme theme : {Theme::Light, Theme::Dark}) {
            const QString sheet = styleSheet(palette(theme));
            QVERIFY(!sheet.contains(QLatin1Char('@')));
            QVERIFY(sheet.contains(palette(theme).ctl.name()));
        }
    }

    void dressesTheApplicationInTheTheme()
    {
        Style& style = Style::current();
        style.install();
        QSignalSpy changes(&style, &Style::changed);

        style.setTheme(Theme::Dark);

        QCOMPARE(changes.size(), 1);
        QCOMPARE(QApplication::palette().color(QPalette::Window), palette(Theme::Dark).ground);
        style.setTheme(Theme::Dark);
        QCOMPARE(changes.size(), 1);
        QVERIFY(!style.followsSystem());
        style.followSystem();
        QCOMPARE(style.theme(), Theme::Light);  // what the offscreen platform says
    }

    void tintsIcons()
    {
        QImage image(40, 40, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        drawIcon(painter, QRectF(0, 0, 40, 40), QStringLiteral("pause"), QColor(200, 30, 60));
        painter.end();

        QVERIFY(countOf(image, QColor(200, 30, 60)) > 20);
        QCOMPARE(image.pixelColor(1, 1).alpha(), 0);
    }

    void iconsFollowTheThemeAndPaleWhenDisabled()
    {
        const QIcon icon = themeIcon(QStringLiteral("pause"), &Palette::ink);
        const auto strongest = [&](QIcon::Mode mode) {
            const QImage image = icon.pixmap(QSize(40, 40), mode).toImage();
            QColor best(0, 0, 0, 0);
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, 20).alpha() > best.alpha())
                    best = image.pixelColor(x, 20);
            }
            return best;
        };

        QCOMPARE(strongest(QIcon::Normal), palette(Theme::Light).ink);
        QCOMPARE(strongest(QIcon::Disabled).alpha(), 102);
        Style::current().setTheme(Theme::Dark);
        QCOMPARE(strongest(QIcon::Normal), palette(Theme::Dark).ink);
    }

    void everyIconIsThere_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"play", "pause", "menu", "key", "theme-light", "go-live", "tick"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void everyIconIsThere()
    {
        QFETCH(QString, name);
        const QImage image = themeIcon(name).pixmap(QSize(40, 40)).toImage();
        int visible = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                visible += image.pixelColor(x, y).alpha() > 0 ? 1 : 0;
        }
        QVERIFY(visible > 20);
    }

    void ringsWhatTheKeyboardFocusesOnly()
    {
        Style::current().install();
        QWidget window;
        auto* row = new QHBoxLayout(&window);
        row->setContentsMargins(20, 20, 20, 20);
        row->setSpacing(20);
        auto* first = new QPushButton(QStringLiteral("First"));
        auto* second = new QPushButton(QStringLiteral("Second"));
        row->addWidget(first);
        row->addWidget(second);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const QColor violet = Style::current().palette().now;

        second->setFocus(Qt::MouseFocusReason);
        QCOMPARE(countOf(window.grab().toImage(), violet), 0);
        QTest::keyClick(second, Qt::Key_Tab);
        QVERIFY(first->hasFocus());

        const QImage ringed = window.grab().toImage();
        QCOMPARE(ringed.pixelColor(first->geometry().center().x(), first->y() - 3), violet);
        QVERIFY(ringed.pixelColor(first->geometry().center().x(), first->y() - 1) != violet);
        QTest::mouseClick(first, Qt::LeftButton);
        QCOMPARE(countOf(window.grab().toImage(), violet), 0);
    }

    void ringsTheBoxOfACheckBox()
    {
        Style::current().install();
        QWidget window;
        auto* row = new QHBoxLayout(&window);
        row->setContentsMargins(20, 20, 20, 20);
        auto* box = new QCheckBox(QStringLiteral("gather with a long name"));
        row->addWidget(box);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));

        box->clearFocus();
        box->setFocus(Qt::TabFocusReason);

        const QImage ringed = window.grab().toImage();
        const int middle = box->geometry().center().y();
        const QColor violet = Style::current().palette().now;
        QCOMPARE(ringed.pixelColor(box->x() - 3, middle), violet);
        QVERIFY(ringed.pixelColor(box->geometry().right() + 3, middle) != violet);
    }

    void cardIsRounded()
    {
        QWidget ground;
        QPalette colours;
        colours.setColor(QPalette::Window, Qt::red);
        ground.setPalette(colours);
        Card card(&ground);
        card.setGeometry(0, 0, 100, 80);
        ground.resize(100, 80);

        const QImage image = ground.grab().toImage();

        QCOMPARE(image.pixelColor(0, 0), QColor(Qt::red));
        QCOMPARE(image.pixelColor(50, 0), palette(Theme::Light).line);
        QCOMPARE(image.pixelColor(50, 40), palette(Theme::Light).card);
    }

    void choosesASegment()
    {
        SegmentedControl control(QStringLiteral("Axis"));
        control.addSegment(QStringLiteral("axis-time"), QStringLiteral("Time"), {});
        control.addSegment(QStringLiteral("axis-order"), QStringLiteral("Order"), {});
        control.show();
        QSignalSpy chosen(&control, &SegmentedControl::chosen);
        const auto buttons = control.findChildren<QAbstractButton*>();

        QCOMPARE(control.current(), 0);
        QTest::mouseClick(buttons.at(1), Qt::LeftButton);

        QCOMPARE(control.current(), 1);
        QCOMPARE(chosen.size(), 1);
        control.setCurrent(0);
        QCOMPARE(chosen.size(), 1);
    }
};

COROSCOPE_TEST(TestStyle)
#include "tst_style.moc"
