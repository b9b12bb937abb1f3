// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QProcess>
#include <QXmlStreamReader>

#include "app/language/language.h"
#include "app/panels/status_strip.h"
#include "tests/app/window_fixture.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

const QString korean = QStringLiteral("ko");
const QString english = QStringLiteral("en");

// What a file of Qt Linguist says is not translated.
QStringList untranslatedIn(const QString& path)
{
    QFile file(path);
    QStringList missing;
    if (!file.open(QIODevice::ReadOnly))
        return {QStringLiteral("cannot be read: ") + path};
    QXmlStreamReader xml(&file);
    QString source;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == QLatin1String("source"))
            source = xml.readElementText();
        else if (xml.name() == QLatin1String("translation") &&
                 xml.attributes().hasAttribute(QLatin1String("type")))
            missing << source;
    }
    return xml.hasError() ? QStringList{xml.errorString()} : missing;
}

}  // namespace

class TestLanguage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { Language::current().set(english); }

    void anUnknownLanguageIsEnglish()
    {
        Language::current().set(korean);
        Language::current().set(QStringLiteral("tlh"));
        QCOMPARE(Language::current().code(), english);
    }

    void theWholeWindowSpeaksTheNewLanguageAtOnce()
    {
        WindowFixture f;
        QVERIFY(f.isShown);
        QVERIFY(f.find<QWidget>("Play") != nullptr);
        Language::current().set(korean);
        QVERIFY(f.find<QWidget>("Play") == nullptr);
        QVERIFY(f.find<QWidget>("재생") != nullptr);
        QCOMPARE(f.window.findChild<QAction*>(QStringLiteral("fit"))->text(),
                 QStringLiteral("전체 시간 보기"));
        QVERIFY(f.window.windowTitle().contains(QStringLiteral("배달")));
        const QString verdict = f.window.findChild<StatusStrip*>()->text();
        QVERIFY2(verdict.contains(QStringLiteral("먼저")), qPrintable(verdict));

        Language::current().set(english);
        QVERIFY(f.find<QWidget>("Play") != nullptr);
        QVERIFY(f.window.windowTitle().contains(QStringLiteral("Delivery")));
    }

    void theMenuChoosesItAndTheNextStartKeepsIt()
    {
        {
            WindowFixture f;
            f.window.findChild<QAction*>(QStringLiteral("language-ko"))->trigger();
            QCOMPARE(Language::current().code(), korean);
            f.window.close();
            Language::current().set(english);
            const MainWindow next(openDocument(QStringLiteral("delivery")).value());
            QCOMPARE(Language::current().code(), korean);
        }
    }

    void changingItKeepsThePlace()
    {
        WindowFixture f;
        QVERIFY(f.isShown);
        f.setTime(4);
        f.setSpan(2, 6);
        Language::current().set(korean);
        QCOMPARE(f.time(), 4.0);
        QCOMPARE(f.span(), (TimeSpan{s(2), s(6)}));
    }

    // lupdate brings a copy of the file up to date with the sources: what is new has no Korean.
    void everyTextHasATranslation()
    {
        const QTemporaryDir folder;
        const QString copy = folder.filePath(QStringLiteral("coroscope_ko.ts"));
        QVERIFY(QFile::copy(QStringLiteral(SOURCE_DIR "/resources/translations/coroscope_ko.ts"),
                            copy));
        QProcess lupdate;
        lupdate.start(QStringLiteral(LUPDATE_PROGRAM),
                      {QStringLiteral("-silent"), QStringLiteral("-I"), QStringLiteral(SOURCE_DIR),
                       QStringLiteral(SOURCE_DIR "/app"), QStringLiteral("-ts"), copy});
        QVERIFY(lupdate.waitForFinished());
        QCOMPARE(lupdate.exitCode(), 0);
        const QStringList missing = untranslatedIn(copy);
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
    }
};

COROSCOPE_TEST(TestLanguage)
#include "tst_language.moc"
