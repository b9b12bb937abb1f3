// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QButtonGroup>
#include <QRegularExpression>
#include <QSet>
#include <QSlider>

#include "tests/app/window_fixture.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

class TestWindowAccess : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tabReachesEveryControlAndComesBack()
    {
        WindowFixture f;
        QVERIFY(f.isShown);
        // Of buttons that exclude each other the arrow keys reach the others.
        const auto isOtherChoice = [](const QWidget* widget) {
            const auto* const button = qobject_cast<const QAbstractButton*>(widget);
            return button != nullptr && button->group() != nullptr && !button->isChecked();
        };
        QSet<QWidget*> wanted;
        for (auto* const widget : f.window.findChildren<QWidget*>()) {
            if (isOtherChoice(widget))
                continue;
            if (widget->isVisible() && widget->isEnabled() &&
                (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->focusProxy() == nullptr)
                wanted << widget;
        }
        QVERIFY(wanted.size() > 20);
        QSet<QWidget*> reached;
        for (int i = 0; i < 2 * wanted.size(); ++i) {
            QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &f.window,
                            Qt::Key_Tab);
            reached << QApplication::focusWidget();
        }
        for (QWidget* const widget : wanted - reached)
            qWarning() << "not reached:" << widget << widget->accessibleName();
        QVERIFY((wanted - reached).isEmpty());
    }

    void tabGoesFromTheTopToTheBottom()
    {
        WindowFixture f;
        QVERIFY(f.isShown);
        QStringList names;
        f.find<QSlider>("C's meal")->setFocus();
        for (int i = 0; i < 30; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            names << QApplication::focusWidget()->accessibleName();
        }
        const auto chart = names.indexOf(QRegularExpression(QStringLiteral("^sync,.*")));
        const auto table = names.indexOf(QRegularExpression(QStringLiteral("^Event loop of sync")));
        QVERIFY2(chart > 0 && table > chart, qPrintable(names.join(u'\n')));
    }

    void everyControlHasAName()
    {
        WindowFixture f;
        QVERIFY(f.isShown);
        for (const auto* const widget : f.window.findChildren<QWidget*>()) {
            if (widget->focusPolicy() == Qt::NoFocus || widget->focusProxy() != nullptr ||
                widget->window() != &f.window)
                continue;
            const QString text = widget->property("text").toString();
            const bool hasName = !widget->accessibleName().isEmpty() ||
                                 (qobject_cast<const QAbstractButton*>(widget) && !text.isEmpty());
            QVERIFY2(hasName, widget->metaObject()->className());
        }
    }
};

COROSCOPE_TEST(TestWindowAccess)
#include "tst_window_access.moc"
