// SPDX-License-Identifier: MIT
#include <QTest>

#include "core/analysis/slack.h"
#include "tests/support/random_shop.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using test::milliseconds;
using test::Shop;

namespace {

constexpr unsigned shops = 150;

}  // namespace

class TestSlack : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void slackIsFree();
    void moreThanTheSlackIsNotFreeWhereNothingIsShared();
    void isUnknownWhereASegmentNeverEnds();
};

// A slack that is tried, in its place in the program.
void TestSlack::slackIsFree()
{
    int tried = 0;
    for (unsigned seed = 0; seed < shops; ++seed) {
        const Shop shop(seed);
        const auto trace = shop.run(shop.values());
        const Timeline timeline(trace);
        const Slack slack(timeline);
        for (std::uint32_t row = 0; row < timeline.tracks().size(); ++row) {
            for (std::uint32_t i = 0; i < timeline.tracks()[row].segments.size(); ++i) {
                const int parameter = shop.parameterOf(*trace, segmentOf(timeline, {row, i}));
                const auto free = slack.slackOf({row, i});
                if (parameter < 0 || !free || *free == Ticks{})
                    continue;
                for (const double part : {0.3, 1.0}) {
                    std::vector<double> values = shop.values();
                    const auto more = static_cast<double>(free->count() / 1000) * 1e-6 * part;
                    values[static_cast<std::size_t>(parameter)] += more;
                    const Ticks end = shop.run(values)->lastTime();
                    QVERIFY2(end <= timeline.end(),
                             qPrintable(QStringLiteral("seed %1, p%2 + %3 of %4 s")
                                            .arg(seed)
                                            .arg(parameter)
                                            .arg(more)
                                            .arg(toSeconds(*free))));
                    ++tried;
                }
            }
        }
    }
    QVERIFY(tried > 500);
}

void TestSlack::moreThanTheSlackIsNotFreeWhereNothingIsShared()
{
    const std::string text = R"({"coroscope_scenario": 1, "parameters": [
        {"name": "x", "value": 1}, {"name": "y", "value": 2}],
        "functions": [{"name": "f", "params": ["d", "e"], "body": [{"sleep": "$d"},
            {"sleep": "$e"}]}],
        "mains": [{"name": "main", "body": [{"gather": [{"call": "f", "args": [4, 5]},
            {"call": "f", "args": ["$x", "$y"]}]}, {"sleep": 1}]}]})";
    const auto read = scenario::readScenario(text, "test");
    const auto endWith = [&](double x) {
        scenario::RunOptions options;
        options.parameters["x"] = x;
        return scenario::run(read.value(), "main", options).value().trace->lastTime();
    };
    const Timeline timeline(scenario::run(read.value(), "main").value().trace);

    const auto free = Slack(timeline).slackOf({2, 2});

    QCOMPARE(free, std::optional(milliseconds(6000)));
    QCOMPARE(endWith(7), milliseconds(10000));
    QCOMPARE(endWith(7.5), milliseconds(10500));
}

void TestSlack::isUnknownWhereASegmentNeverEnds()
{
    const auto read = scenario::readScenario(R"({"coroscope_scenario": 1, "objects":
        {"q": {"type": "queue"}}, "mains": [{"name": "main", "body": [{"get": "$q"}]}]})",
                                             "test");
    const Timeline timeline(scenario::run(read.value(), "main").value().trace);

    QVERIFY(!Slack(timeline).slackOf({0, 2}));
}

COROSCOPE_TEST(TestSlack)
#include "tst_slack.moc"
