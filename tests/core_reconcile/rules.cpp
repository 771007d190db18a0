// Rules: what rulecheck refuses, and that a good service has no problem.
#include "core/reconcile/rulecheck.h"
#include "tests/core_reconcile/testworld.h"
#include "tests/run/registered.h"

#include <functional>

using namespace br;
using namespace br::test;
using namespace Qt::StringLiterals;

namespace rules_test {

class RulesChecked final : public QObject {
    Q_OBJECT

private slots:
    void goodServices();
    void problems();
    void twoServicesOfOneId();
    void exceptions();
};

void RulesChecked::goodServices()
{
    TestWorld world;
    auto &service = world.service("edr", "EDR", "edr", "agent");
    QVERIFY(problemsOf(service).empty());
    service.combine = Combine::Distinct;
    service.counted.front().classes = {"server"};
    service.counted.front().namePattern = "*";
    service.defaultPrice = Decimal();
    service.pack = Decimal();
    service.tolerance.money = Decimal();
    service.staleAfterDays = 0;
    QVERIFY(problemsOf(service).empty());
    // A pattern of blanks lets every name pass, in the comparison as here, and is no filter that a stated quantity cannot have.
    auto stated = service;
    stated.combine = Combine::Sum;
    stated.counted.front() = {SourceName("a"), MeterId("m"), Measure::Used, dec("1"), {}, {}, " "};
    QVERIFY(problemsOf(stated).empty());
    service.counted.push_back(service.counted.front()); // the same entry twice counts twice, as written
    QVERIFY(problemsOf(service).empty());
    service.billed.clear();
    service.counted.clear(); // nothing billed or nothing counted is allowed
    QVERIFY(problemsOf(service).empty());
}

void RulesChecked::problems()
{
    struct Case {
        const char *part; // of the sentence
        std::function<void(Service &)> spoil;
    };
    const Case cases[] = {
        {"no id", [](Service &s) { s.id.text = " "; }},
        {"no product", [](Service &s) { s.billed.front().product.text.clear(); }},
        {"\"EDR\" is listed twice", [](Service &s) { s.billed.push_back(s.billed.front()); }},
        {"\"EDR\" is 0", [](Service &s) { s.billed.front().each = Decimal(); }},
        {"no source", [](Service &s) { s.counted.front().source.text.clear(); }},
        {"no meter", [](Service &s) { s.counted.front().meter.text.clear(); }},
        {"\"agent\" is -1", [](Service &s) { s.counted.front().each = dec("-1"); }},
        {"assets only",
            [](Service &s) {
                s.counted.front() = {SourceName("a"), MeterId("m"), Measure::Used, dec("1"), {"x"}, {}, {}};
            }},
        {"\"distinct\"",
            [](Service &s) {
                s.combine = Combine::Distinct;
                s.counted.front().measure = Measure::Used;
            }},
        {"\"class\" filter",
            [](Service &s) {
                s.counted.front().classes = {"a", " "};
            }},
        {"\"status\" filter", [](Service &s) { s.counted.front().statuses = {""}; }},
        {"\"default_price\" is -1", [](Service &s) { s.defaultPrice = dec("-1"); }},
        {"\"included\" is -0.5", [](Service &s) { s.included = dec("-0.5"); }},
        {"\"minimum\"", [](Service &s) { s.minimum = dec("-1"); }},
        {"\"pack\"", [](Service &s) { s.pack = dec("-1"); }},
        {"\"grace_days\" is -1", [](Service &s) { s.graceDays = -1; }},
        {"\"grace_days\" is 40000", [](Service &s) { s.graceDays = 40'000; }},
        {"\"stale_after_days\"", [](Service &s) { s.staleAfterDays = -30; }},
        {"\"tolerance.quantity\"", [](Service &s) { s.tolerance.quantity = dec("-1"); }},
        {"\"tolerance.percent\"", [](Service &s) { s.tolerance.percent = dec("-1"); }},
        {"\"tolerance.money\"", [](Service &s) { s.tolerance.money = dec("-1"); }},
        {"\"tolerance.cost\"", [](Service &s) { s.tolerance.cost = dec("-1"); }},
    };
    for (const auto &c : cases) {
        TestWorld world;
        auto &service = world.service("edr", "EDR", "edr", "agent");
        c.spoil(service);
        const auto problems = problemsOf(service);
        QVERIFY2(problems.size() == 1, c.part);
        QVERIFY2(problems.front().find(c.part) != std::string::npos, problems.front().c_str());
    }
}

void RulesChecked::twoServicesOfOneId()
{
    TestWorld world;
    world.service("edr", "EDR", "edr", "agent");
    world.service("edr", "X", "edr", "agent").pack = dec("-1");
    const auto problems = problemsIn(world.rules.services);
    QCOMPARE(problems.size(), size_t{2});
    QVERIFY(problems[0].text.starts_with("Service 2, \"edr\": "));
    QCOMPARE(problems[0].field, std::string("pack"));
    QCOMPARE(problems[0].value, std::string("-1"));
    QCOMPARE(problems[1].service, size_t{1});
    QCOMPARE(problems[1].field, std::string("id"));
    QVERIFY(problems[1].text.find("unique") != std::string::npos);
    world.rules.services.back() = world.rules.services.front();
    world.rules.services.back().id.text = "EDR ";
    const auto alike = problemsIn(world.rules.services);
    QCOMPARE(alike.size(), size_t{1});
    QVERIFY2(alike[0].text.find("differs from \"edr\" in capitals or blanks only") != std::string::npos, alike[0].text.c_str());
}

void RulesChecked::exceptions()
{
    const CountException good{ClientId("c1"), ServiceId("edr"), dec("1"), "leaving in November", "Ada", std::nullopt};
    QVERIFY(problemsOf(good).empty());
    QCOMPARE(problemsOf(CountException()).size(), size_t{4});
}

} // namespace rules_test

BR_TEST(rules, RulesChecked)
#include "rules.moc"
