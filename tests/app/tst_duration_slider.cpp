// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QSlider>
#include <QTest>

#include "app/panels/duration_slider.h"
#include "app/style/style.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

namespace {

DurationSpec meal()
{
    return {QStringLiteral("a"), QStringLiteral("A's meal"), {0, 20, 0.5}, 10, QStringLiteral("s")};
}

// Shown, with its parts at hand.
struct Fixture {
    Fixture()
    {
        Style::current().install();
        slider.resize(190, 54);
        slider.show();
    }

    void type(const char* text)
    {
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, QString::fromLatin1(text));
    }

    DurationSlider slider{meal()};
    NumberField* field = slider.findChild<NumberField*>();
    QSlider* handle = slider.findChild<QSlider*>();
    QSignalSpy changes{&slider, &DurationSlider::valueChanged};
};

}  // namespace

class TestDurationSlider : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsItsValue()
    {
        Fixture f;

        QCOMPARE(f.field->text(), QStringLiteral("10.0"));
        QCOMPARE(f.handle->value(), 20);
        QCOMPARE(f.slider.height(), 54);
        QCOMPARE(f.handle->accessibleName(), QStringLiteral("A's meal"));
    }

    void tellsEachValueWhileItIsDragged()
    {
        Fixture f;
        const int y = f.handle->height() / 2;
        const int middle = f.handle->width() / 2;

        QTest::mousePress(f.handle, Qt::LeftButton, {}, {middle, y});
        QTest::mouseMove(f.handle, {middle - 20, y});
        QTest::mouseMove(f.handle, {middle - 40, y});

        QVERIFY(f.changes.size() >= 2);  // before the button is released
        QTest::mouseRelease(f.handle, Qt::LeftButton, {}, {middle - 40, y});
        // 172 px of groove are 20 s: 40 px are 4.65 s.
        QCOMPARE(f.slider.value(), 5.5);
        QCOMPARE(f.field->text(), QStringLiteral("5.5"));
        QCOMPARE(f.changes.last().first().toDouble(), 5.5);
    }

    void jumpsToWhereItIsClicked()
    {
        Fixture f;

        QTest::mouseClick(f.handle, Qt::LeftButton, {},
                          {f.handle->width() - 9, f.handle->height() / 2});

        QCOMPARE(f.slider.value(), 20.0);
    }

    void takesATypedNumberOnEnter_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<int>("changes");

        QTest::newRow("on a step") << QByteArray("2.5") << 2.5 << QStringLiteral("2.5") << 1;
        QTest::newRow("between steps") << QByteArray("2.25") << 2.25 << QStringLiteral("2.25") << 1;
        QTest::newRow("above") << QByteArray("99") << 20.0 << QStringLiteral("20.0") << 1;
        QTest::newRow("below") << QByteArray("-1") << 0.0 << QStringLiteral("0.0") << 1;
        QTest::newRow("no number") << QByteArray("abc") << 10.0 << QStringLiteral("10.0") << 0;
        QTest::newRow("infinite") << QByteArray("inf") << 10.0 << QStringLiteral("10.0") << 0;
        QTest::newRow("the same") << QByteArray("10") << 10.0 << QStringLiteral("10.0") << 0;
    }

    void takesATypedNumberOnEnter()
    {
        QFETCH(QByteArray, typed);
        QFETCH(double, value);
        QFETCH(QString, shown);
        QFETCH(int, changes);
        Fixture f;

        f.type(typed);
        QCOMPARE(f.changes.size(), 0);  // not while typing
        QTest::keyClick(f.field, Qt::Key_Return);

        QCOMPARE(f.slider.value(), value);
        QCOMPARE(f.field->text(), shown);
        QCOMPARE(f.handle->value(), qRound(value * 2));
        QCOMPARE(f.changes.size(), changes);
    }

    void stepsWithTheArrowKeys()
    {
        Fixture f;

        QTest::keyClick(f.field, Qt::Key_Up);
        QCOMPARE(f.slider.value(), 10.5);
        QTest::keyClick(f.handle, Qt::Key_Left);
        QTest::keyClick(f.handle, Qt::Key_Left);
        QCOMPARE(f.slider.value(), 9.5);
        QTest::keyClick(f.field, Qt::Key_PageDown);
        QCOMPARE(f.slider.value(), 4.5);
        QCOMPARE(f.changes.size(), 4);
    }

    void putsTheNumberBackOnEscape()
    {
        Fixture f;

        f.type("3");
        QTest::keyClick(f.field, Qt::Key_Escape);

        QCOMPARE(f.field->text(), QStringLiteral("10.0"));
        QCOMPARE(f.changes.size(), 0);
    }

    void isSilentWhenItIsSet()
    {
        Fixture f;

        f.slider.setValue(4);

        QCOMPARE(f.handle->value(), 8);
        QCOMPARE(f.changes.size(), 0);
    }

    void saysItsRange()
    {
        Fixture f;

        QCOMPARE(f.field->toolTip(), QStringLiteral("From 0 to 20 s"));
    }
};

COROSCOPE_TEST(TestDurationSlider)
#include "tst_duration_slider.moc"
