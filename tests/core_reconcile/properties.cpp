// Properties of the comparison over random worlds: the order of rows, whole assets against tallies, sums of substitution,
// and time. Every world has its own seed, told where it fails.
#include "tests/core_reconcile/randomworld.h"
#include "tests/core_reconcile/talliedworld.h"
#include "tests/run/registered.h"

#include <algorithm>
#include <array>
#include <ctime>
#include <iostream>
#include <map>
#include <set>
#include <span>

using namespace br;
using namespace br::test;
using namespace Qt::StringLiterals;

namespace properties_test {

namespace {

constexpr uint32_t firstSeed = 20'261'031;
constexpr uint32_t worldCount = 400;

QString text(Period month, const Reconciliation &answer)
{
    std::vector<std::string> lines;
    for (const auto &position : answer.positions)
        lines.push_back(said(position));
    for (const auto &row : answer.discrepancies)
        lines.push_back(said(month, row));
    return toQString(joined(lines, "\n"));
}

bool areSame(const Reconciliation &a, const Reconciliation &b)
{
    return a.positions == b.positions && a.discrepancies == b.discrepancies && a.warnings == b.warnings;
}

void permute(TestWorld &world, RandomWorld &random)
{
    random.shuffle(world.facts.sources);
    random.shuffle(world.facts.clients);
    random.shuffle(world.facts.agreements);
    random.shuffle(world.facts.lines);
    random.shuffle(world.facts.counts);
    random.shuffle(world.facts.assets);
    random.shuffle(world.rules.links);
    random.shuffle(world.rules.services);
    random.shuffle(world.rules.exceptions);
    random.shuffle(world.history);
    const auto accounts = random.shuffle(world.facts.accounts);
    const auto meters = random.shuffle(world.facts.meters);
    std::vector<uint32_t> account(accounts.size());
    std::vector<uint32_t> meter(meters.size());
    for (uint32_t i = 0; i < accounts.size(); ++i)
        account[accounts[i]] = i;
    for (uint32_t i = 0; i < meters.size(); ++i)
        meter[meters[i]] = i;
    for (auto &asset : world.facts.assets) {
        asset.account = account[asset.account];
        asset.meter = meter[asset.meter];
    }
    world.facts.wholeMeters.clear();
    for (const auto &asset : world.facts.assets)
        world.facts.wholeMeters.insert(asset.meter);
}

} // namespace

class Properties final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { std::cout << "random worlds: seeds " << firstSeed << " to " << firstSeed + worldCount - 1 << std::endl; }
    void everyKindOccurs();
    void orderOfRowsChangesNothing();
    void positionsTakenOneByOneAreTheSame();
    void talliesGiveTheSame();
    void substitutionMovesButKeepsSums();
    void positionsAreConsistent();
    void aBigPeriodIsQuick();
    void manyClientsTimesManyServices();
};

void Properties::everyKindOccurs()
{
    std::array<int, kindCount> seen{};
    for (uint32_t i = 0; i < worldCount; ++i) {
        const auto answer = RandomWorld(firstSeed + i).make().run();
        for (const auto &row : answer.discrepancies)
            ++seen[static_cast<size_t>(row.kind)];
    }
    for (size_t kind = 0; kind < seen.size(); ++kind)
        QVERIFY2(seen[kind] > 0 || static_cast<Kind>(kind) == Kind::NotApplied, kindCode(static_cast<Kind>(kind)).data());
}

void Properties::orderOfRowsChangesNothing()
{
    for (uint32_t i = 0; i < worldCount; ++i) {
        RandomWorld random(firstSeed + i);
        auto world = random.make();
        const auto before = world.run();
        permute(world, random);
        const auto after = world.run();
        QCOMPARE(text(world.facts.period, after), text(world.facts.period, before));
        QVERIFY2(areSame(before, after), qPrintable(u"seed %1"_s.arg(firstSeed + i)));
    }
}

// The room of one client is used for the next: what was in it must not show, also where nothing is moved out of it.
void Properties::positionsTakenOneByOneAreTheSame()
{
    for (uint32_t i = 0; i < worldCount; ++i) {
        auto world = RandomWorld(firstSeed + i).make();
        const auto kept = world.run();
        std::vector<Position> taken;
        size_t clients = 0;
        auto answer = reconcile(world.facts, world.rules, world.history, [&](std::span<Position> ofClient) {
            QVERIFY(!ofClient.empty());
            ++clients;
            taken.insert(taken.end(), ofClient.begin(), ofClient.end());
        });
        QVERIFY(answer.positions.empty());
        std::set<ClientId> different;
        for (const auto &position : kept.positions)
            different.insert(position.client);
        QCOMPARE(clients, different.size());
        answer.positions = std::move(taken);
        QVERIFY2(areSame(answer, kept), qPrintable(u"seed %1"_s.arg(firstSeed + i)));
    }
}

void Properties::talliesGiveTheSame()
{
    size_t tallies = 0;
    size_t whole = 0;
    size_t candidates = 0;
    for (uint32_t i = 0; i < worldCount; ++i) {
        const auto world = RandomWorld(firstSeed + i).make();
        const auto facts = tallied(world);
        tallies += facts.tallies.size();
        whole += facts.assets.size();
        candidates += facts.keyCandidates.size();
        const auto byAssets = world.run();
        const auto byTallies = reconcile(facts, world.rules, world.history);
        QCOMPARE(text(facts.period, byTallies), text(facts.period, byAssets));
        QVERIFY2(areSame(byAssets, byTallies), qPrintable(u"seed %1"_s.arg(firstSeed + i)));
    }
    QVERIFY(tallies > 1'000 && whole > 1'000 && candidates > 50); // both ways were taken
}

void Properties::substitutionMovesButKeepsSums()
{
    int moved = 0;
    for (uint32_t i = 0; i < worldCount; ++i) {
        const auto answer = RandomWorld(firstSeed + i).make().run();
        std::map<std::pair<ClientId, ServiceId>, Units> left;
        for (const auto &row : answer.discrepancies) {
            if (row.kind == Kind::MismatchedService) {
                QVERIFY(row.quantity && row.quantity->sign() > 0);
                left[{row.subject.client, row.subject.service}] -= *row.quantity;
                left[{row.subject.client, row.subject.otherService}] += *row.quantity;
                ++moved;
            } else if (row.difference) {
                left[{row.subject.client, row.subject.service}] += *row.difference;
            }
        }
        for (const auto &position : answer.positions) {
            const bool differs = position.isVerified() && position.standing != Standing::Match;
            const auto sum = left[{position.client, position.service}];
            QVERIFY2(sum == (differs ? *position.difference() : Units()), qPrintable(u"seed %1"_s.arg(firstSeed + i)));
        }
    }
    QVERIFY(moved > 50);
}

void Properties::positionsAreConsistent()
{
    for (uint32_t i = 0; i < worldCount; ++i) {
        const auto answer = RandomWorld(firstSeed + i).make().run();
        for (const auto &position : answer.positions) {
            Units billed;
            Units counted;
            for (const auto &step : position.trace) { // the trace ends at the numbers it explains
                if (step.code == TraceCode::BilledLine)
                    billed = step.running;
                else
                    counted = step.running;
            }
            QCOMPARE(billed, position.billed);
            if (position.isVerified())
                QCOMPARE(std::max(counted, Units()), *position.counted);
            QCOMPARE(position.impact.has_value(), position.isVerified() && position.price.has_value());
        }
        std::vector<std::string> keys;
        for (const auto &row : answer.discrepancies)
            keys.push_back(discrepancyKey(period("2026-10"), row));
        std::ranges::sort(keys);
        QVERIFY2(std::ranges::adjacent_find(keys) == keys.end(), qPrintable(u"seed %1"_s.arg(firstSeed + i))); // keys are unique
    }
}

// 2,000 clients, 100,000 lines, 60 services, 360,000 tallies. The limit is generous for slow machines; what was taken is told.
void Properties::aBigPeriodIsQuick()
{
    std::mt19937 random(firstSeed);
    const auto below = [&](uint32_t limit) { return static_cast<uint32_t>(random() % limit); };
    TestWorld world;
    for (int i = 0; i < 2'000; ++i)
        world.client("client-" + std::to_string(i), i % 20 == 0 ? "client-" + std::to_string(i / 20) : "", i % 40 == 0);
    for (int s = 0; s < 60; ++s) {
        auto &service = world.service(
            "service-" + std::to_string(s), "product-" + std::to_string(s), s % 2 ? "edr" : "m365", "meter-" + std::to_string(s));
        service.counted.front().classes = {"server", "workstation"};
        service.group = s % 3 ? "" : "group-" + std::to_string(s / 6);
        world.facts.meters.push_back({service.counted.front().source, service.counted.front().meter, ""});
    }
    for (int i = 0; i < 2'000; ++i) {
        for (const char *source : {"edr", "m365"}) {
            world.facts.accounts.push_back({SourceName(source), AccountId("account-" + std::to_string(i)), "", ""});
            world.link(source, "account-" + std::to_string(i), "client-" + std::to_string(i));
        }
    }
    world.facts.looks = {{"server", "active"}, {"workstation", "active"}, {"printer", "active"}};
    std::map<std::pair<uint32_t, uint32_t>, uint32_t> counted;
    for (uint32_t account = 0; account < 4'000; ++account) {
        for (uint32_t meter = account % 2 ? 0 : 1; meter < 60; meter += 2) {
            for (int c = 0; c < 3; ++c) {
                const auto times = 1 + below(20);
                counted[{account / 2, meter}] += c < 2 ? times : 0;
                world.facts.tallies.push_back({account, meter, static_cast<uint32_t>(c), times, std::nullopt, std::nullopt, std::nullopt});
            }
        }
    }
    for (uint32_t i = 0; i < 100'000; ++i) { // nine of ten are billed right
        const auto client = i / 50;
        const auto product = (i + client) % 60;
        const auto quantity = counted[{client, product}] + (below(10) == 0 ? below(5) : 0);
        world.line("client-" + std::to_string(client), "product-" + std::to_string(product), std::to_string(quantity), "4.5");
    }
    QCOMPARE(world.facts.tallies.size(), size_t{360'000});
    Reconciliation answer;
    int64_t best = INT64_MAX;
    for (int run = 0; run < 5; ++run) {
        const auto start = std::clock(); // of this process: other programs do not count
        answer = world.run();
        best = std::min<int64_t>(best, (std::clock() - start) * 1'000 / CLOCKS_PER_SEC);
    }
    std::cout << "360,000 tallies, 100,000 lines, " << answer.positions.size() << " positions, " << answer.discrepancies.size()
              << " rows: " << best << " ms of processor time" << std::endl;
    QVERIFY(answer.positions.size() > 50'000);
}

// More than a table of every client and service may hold: positions are found by hash, with the same answer.
void Properties::manyClientsTimesManyServices()
{
    TestWorld world;
    for (int s = 0; s < 200; ++s)
        world.service("s" + std::to_string(s), "p" + std::to_string(s), "edr", "m" + std::to_string(s), Measure::Used);
    for (int i = 0; i < 30'000; ++i)
        world.line("c" + std::to_string(i), "p" + std::to_string(i % 200), "2", "1");
    for (int i = 0; i < 100; ++i) {
        const auto number = std::to_string(i);
        world.link("edr", "t" + number, "c" + number);
        world.count("edr", "t" + number, "m" + number, Measure::Used, "3");
    }
    const auto answer = world.run();
    QCOMPARE(answer.positions.size(), size_t{30'000});
    int under = 0;
    for (const auto &row : answer.discrepancies)
        under += row.kind == Kind::Underbilled && row.difference == units("1") && row.impact == dec("1") ? 1 : 0;
    QCOMPARE(under, 100);
}

} // namespace properties_test

BR_TEST(properties, Properties)
#include "properties.moc"
