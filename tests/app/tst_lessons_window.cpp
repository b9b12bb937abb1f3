// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QRegularExpression>
#include <QSet>
#include <QTabBar>
#include <QToolButton>

#include "app/language/language.h"
#include "tests/app/window_fixture.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

// What the window says in words, but for what programs and lessons are called.
QSet<QString> wordsOf(const MainWindow& window)
{
    QSet<QString> words;
    for (const auto* const button : window.findChildren<QAbstractButton*>()) {
        if (button->isVisible())
            words << button->toolTip() << button->accessibleName();
    }
    for (const auto* const box : window.findChildren<QComboBox*>())
        words << box->accessibleName();
    for (const auto* const tabs : window.findChildren<QTabBar*>()) {
        for (int i = 0; i < tabs->count(); ++i)
            words << tabs->tabText(i);
    }
    for (const auto* const action : window.findChildren<QAction*>()) {
        if (!action->objectName().startsWith(QLatin1String("language-")))
            words << action->text();
    }
    return words;
}

// Words of two letters or more that are the same in both languages.
QStringList untranslated(const QSet<QString>& english, const QSet<QString>& korean)
{
    static const QRegularExpression word(QStringLiteral("[A-Za-z]{2}"));
    QStringList same;
    for (const QString& text : english) {
        if (korean.contains(text) && word.match(text).hasMatch())
            same << text;
    }
    return same;
}

QStringList elidedButtons(const MainWindow& window)
{
    QStringList elided;
    for (const auto* const button : window.findChildren<QAbstractButton*>()) {
        const int needed = button->fontMetrics().horizontalAdvance(button->text());
        if (button->isVisible() && !button->text().isEmpty() && button->width() < needed)
            elided << button->text();
    }
    return elided;
}

}  // namespace

class TestLessonsWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { Language::current().set(QStringLiteral("en")); }

    void isWholeAndTranslated_data()
    {
        QTest::addColumn<QSize>("size");
        for (const QString& lesson : builtinScenarios()) {
            QTest::addRow("%s, large", qPrintable(lesson)) << QSize(1440, 900);
            QTest::addRow("%s, small", qPrintable(lesson)) << QSize(1024, 640);
        }
    }

    void isWholeAndTranslated()
    {
        QFETCH(const QSize, size);
        const QString lesson = QString::fromUtf8(QTest::currentDataTag()).section(u',', 0, 0);
        WindowFixture f(lesson, size);
        QVERIFY(f.isShown);
        QVERIFY(!f.window.grab().isNull());
        QVERIFY2(elidedButtons(f.window).isEmpty(), qPrintable(elidedButtons(f.window).join(u'|')));
        const QString title = f.window.windowTitle();
        const QSet<QString> english = wordsOf(f.window);

        Language::current().set(QStringLiteral("ko"));
        QCoreApplication::processEvents();

        QVERIFY(f.window.windowTitle() != title);
        QVERIFY(!f.window.grab().isNull());
        QVERIFY2(elidedButtons(f.window).isEmpty(), qPrintable(elidedButtons(f.window).join(u'|')));
        const QStringList same = untranslated(english, wordsOf(f.window));
        QVERIFY2(same.isEmpty(), qPrintable(same.join(u'|')));
        for (const ProgramColumn* const column : f.columns())
            QVERIFY(column->width() > 0 && column->chart().height() >= 72);
    }
};

COROSCOPE_TEST(TestLessonsWindow)
#include "tst_lessons_window.moc"
