// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <random>

#include "app/panels/bottom_dock.h"
#include "app/window/recent_files.h"
#include "tests/app/window_fixture.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

std::unique_ptr<MainWindow> shownWindow()
{
    auto window = std::make_unique<MainWindow>(openDocument(QStringLiteral("delivery")).value());
    window->QMainWindow::show();
    QCoreApplication::processEvents();
    return window;
}

// Some bytes of it become others that matter: signs, nothing, all ones.
QByteArray damaged(QByteArray bytes, std::mt19937& random)
{
    static constexpr std::array<char, 5> favourites{'\x00', '\x01', '\x7f', '\x80', '\xff'};
    for (int i = 0; i < 4; ++i) {
        const auto at = static_cast<qsizetype>(random() % static_cast<std::size_t>(bytes.size()));
        const auto length =
            std::min<qsizetype>(1 + static_cast<qsizetype>(random() % 4), bytes.size() - at);
        bytes.replace(at, length, QByteArray(length, favourites[random() % favourites.size()]));
    }
    return bytes;
}

}  // namespace

/// Whatever stands in the settings, there is a window of a sound size that can be used.
class TestAbsurdSettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void damagedBytesDoNoHarm_data()
    {
        QTest::addColumn<QString>("key");
        QTest::newRow("geometry") << QStringLiteral("window/geometry");
        QTest::newRow("docks") << QStringLiteral("docks/state");
    }

    void damagedBytesDoNoHarm()
    {
        QFETCH(const QString, key);
        const OwnSettings settings;
        Style::current().install();
        shownWindow()->close();
        const QByteArray sound = QSettings().value(key).toByteArray();
        QVERIFY(!sound.isEmpty());
        std::mt19937 random(20261121);
        for (int i = 0; i < 30; ++i) {
            const QByteArray bytes = damaged(sound, random);
            QSettings().setValue(key, bytes);
            const auto window = shownWindow();
            const QSize screen = window->screen()->size();
            QVERIFY2(window->width() >= 1024 && window->height() >= 640, bytes.toHex());
            QVERIFY2(window->width() <= std::max(1440, screen.width()) &&
                         window->height() <= std::max(900, screen.height()),
                     bytes.toHex());
        }
    }

    void valuesOfNoSenseCountAsNone_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QVariant>("value");
        const auto row = [](const char* name, const char* key, const QVariant& value) {
            QTest::newRow(name) << QString::fromLatin1(key) << value;
        };
        row("negative tab", "docks/tab", -1);
        row("no such tab", "docks/tab", 2147483647);
        row("tab without end", "docks/tab", QStringLiteral("99999999999999999999"));
        row("tab that is none", "docks/tab", std::nan(""));
        row("theme", "window/theme", QStringLiteral("pink"));
        row("language", "window/language", QStringLiteral("../../etc/passwd"));
        row("geometry of another type", "window/geometry", 1e308);
        row("state of another type", "docks/state", QStringList{QStringLiteral("x")});
        row("so many recent files", "recent/size", 2147483647);
        row("recent files below none", "recent/size", -5);
        row("marks", "marks/delivery",
            QStringList{QStringLiteral("9223372036854775807"), QStringLiteral("nan")});
    }

    void valuesOfNoSenseCountAsNone()
    {
        QFETCH(const QString, key);
        QFETCH(const QVariant, value);
        const OwnSettings settings;
        Style::current().install();
        QSettings().setValue(key, value);

        const auto window = shownWindow();

        QCOMPARE(window->size(), QSize(1440, 900));
        QCOMPARE(window->findChild<BottomDock*>()->currentTab(), BottomDock::LoopTab);
        QVERIFY(recentFiles().isEmpty());
        QTRY_VERIFY(!window->comparison().runs().empty());
        window->close();
    }
};

COROSCOPE_TEST(TestAbsurdSettings)
#include "tst_absurd_settings.moc"
