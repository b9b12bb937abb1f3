// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>

#include "app/panels/column_heading.h"
#include "tests/app/window_fixture.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

class TestWindowSettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void marksAreKeptWithTheirDocument()
    {
        OwnSettings settings;
        {
            MainWindow window(openDocument(QStringLiteral("delivery")).value());
            window.comparison().view().marks.toggle(s(3));
            window.comparison().view().marks.toggle(s(4));
        }
        MainWindow window(openDocument(QStringLiteral("delivery")).value());
        QCOMPARE(window.comparison().view().marks.times(), (std::vector<Ticks>{s(3), s(4)}));
        window.comparison().view().marks.setTimes({});
        MainWindow again(openDocument(QStringLiteral("delivery")).value());
        QVERIFY(again.comparison().view().marks.times().empty());
    }

    void marksThatCannotBeReadAreNone()
    {
        OwnSettings settings;
        QSettings().setValue(
            QStringLiteral("marks/delivery"),
            QStringList{QStringLiteral("x"), QStringLiteral("-5"), QStringLiteral("7")});
        MainWindow window(openDocument(QStringLiteral("delivery")).value());
        QCOMPARE(window.comparison().view().marks.times(), std::vector<Ticks>{Ticks{7}});
    }

    void sizeAndThemeAreKept()
    {
        const OwnSettings settings;
        Style::current().install();
        {
            MainWindow window(openDocument(QStringLiteral("delivery")).value());
            window.resize(1200, 700);
            window.QMainWindow::show();
            Style::current().setTheme(Theme::Dark);
            window.close();
        }
        Style::current().setTheme(Theme::Light);

        const MainWindow window(openDocument(QStringLiteral("delivery")).value());

        QCOMPARE(window.size(), QSize(1200, 700));
        QCOMPARE(Style::current().theme(), Theme::Dark);
    }

    void aThemeThatFollowsTheSystemIsNotKept()
    {
        const OwnSettings settings;
        Style::current().install();
        Style::current().followSystem();
        {
            MainWindow window(openDocument(QStringLiteral("delivery")).value());
            window.close();
        }
        QVERIFY(!QSettings().contains(QStringLiteral("window/theme")));
        const MainWindow window(openDocument(QStringLiteral("delivery")).value());
        QVERIFY(Style::current().followsSystem());
    }

    void unreadableSettingsAreIgnored_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("no ini") << QByteArray("\x00\xff[[[=\n===", 9);
        QTest::newRow("wrong types") << QByteArray("[window]\ntheme=42\ngeometry=full\n");
        QTest::newRow("broken geometry")
            << QByteArray("[window]\ngeometry=@ByteArray(\\x1\\xd9\\xd0\\xcb\\0\\x3)\n");
    }

    void unreadableSettingsAreIgnored()
    {
        QFETCH(QByteArray, text);
        const OwnSettings settings;
        Style::current().install();
        Style::current().setTheme(Theme::Light);
        const QString path = settings.file();
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();

        const MainWindow window(openDocument(QStringLiteral("delivery")).value());

        QCOMPARE(window.size(), QSize(1440, 900));
        QCOMPARE(Style::current().theme(), Theme::Light);
    }

    void twoWindowsHaveAPlayheadEachAndOneTheme()
    {
        WindowFixture f;
        QVERIFY(f.isShown);
        MainWindow second(openDocument(QStringLiteral("delivery")).value());
        second.QMainWindow::show();
        QTRY_VERIFY(!second.comparison().isBusy());
        second.comparison().setParameter(QStringLiteral("a"), 2);
        QTRY_VERIFY(!second.comparison().isBusy());
        second.comparison().playhead().setTime(s(4));

        QCOMPARE(f.time(), 0.0);
        QCOMPARE(f.columns()[1]->findChild<ColumnHeading*>()->accessibleName(),
                 QStringLiteral("gather, total 10.00 s"));
        f.window.toggleTheme();
        for (MainWindow* const window : {&f.window, &second})
            QCOMPARE(window->grab().toImage().pixelColor(600, 4), palette(Theme::Dark).ground);
        second.close();
        QVERIFY(f.window.isVisible());
    }
};

COROSCOPE_TEST(TestWindowSettings)
#include "tst_window_settings.moc"
