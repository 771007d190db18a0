// A comparison brought up to date after a change of the rules is, byte for byte, the comparison of everything: over random
// worlds, whole and tallied, and random changes, several one after the other. Every world has its own seed, told where it fails.
#include "core/domain/roworder.h"
#include "core/reconcile/comparison.h"
#include "tests/core_reconcile/randomworld.h"
#include "tests/core_reconcile/talliedworld.h"
#include "tests/run/registered.h"

#include <algorithm>
#include <iostream>
#include <map>

using namespace br;
using namespace br::test;
using namespace Qt::StringLiterals;

namespace renewal_test {

namespace {

constexpr uint32_t firstSeed = 20'261'101;
constexpr uint32_t worldCount = 150;
constexpr int changesEach = 8;

// Several worlds beside each other with one set of services: clients, accounts and most seats of their own.
TestWorld severalWorlds(uint32_t seed, int count)
{
    auto all = RandomWorld(seed).make();
    for (int number = 1; number < count; ++number) {
        const auto more = RandomWorld(seed + 1'000'000u * static_cast<uint32_t>(number)).make();
        const auto mark = "-" + std::to_string(number);
        const auto accounts = static_cast<uint32_t>(all.facts.accounts.size());
        for (auto client : more.facts.clients) {
            client.id.text += mark;
            if (!client.parent.isEmpty())
                client.parent.text += mark;
            all.facts.clients.push_back(client);
        }
        for (auto agreement : more.facts.agreements) {
            agreement.client.text += mark;
            all.facts.agreements.push_back(agreement);
        }
        for (auto line : more.facts.lines) {
            line.client.text += mark;
            line.id.text += mark;
            all.facts.lines.push_back(line);
        }
        for (auto account : more.facts.accounts) {
            account.id.text += mark;
            all.facts.accounts.push_back(account);
        }
        for (auto count : more.facts.counts) {
            count.account.text += mark;
            all.facts.counts.push_back(count);
        }
        for (auto asset : more.facts.assets) {
            const auto &meter = more.facts.meters[asset.meter];
            const auto same = std::ranges::find_if(
                all.facts.meters, [&](const Meter &known) { return known.source == meter.source && known.id == meter.id; });
            asset.meter = static_cast<uint32_t>(same - all.facts.meters.begin());
            if (same == all.facts.meters.end())
                all.facts.meters.push_back(meter);
            all.facts.wholeMeters.insert(asset.meter);
            asset.account += accounts;
            if (asset.nameKey.size() % 2 != 0 && !asset.nameKey.empty())
                asset.nameKey += mark;
            asset.idKey += mark;
            all.facts.assets.push_back(asset);
        }
        for (auto link : more.rules.links) {
            link.account.text += mark;
            if (!link.client.isEmpty())
                link.client.text += mark;
            all.rules.links.push_back(link);
        }
        for (auto earlier : more.history) {
            earlier.client.text += mark;
            all.history.push_back(earlier);
        }
    }
    return all;
}

class Change final {
public:
    explicit Change(RandomWorld &random, const PeriodFacts &facts)
        : m_random(random)
        , m_facts(facts)
    {
    }
    void make(Rules &rules)
    {
        switch (m_random.below(12)) {
        case 0:
        case 1:
        case 2:
            return putLink(rules);
        case 3:
            for (int i = 0; i < 4; ++i)
                putLink(rules);
            return;
        case 4:
            if (!rules.links.empty())
                rules.links.erase(rules.links.begin() + m_random.below(static_cast<int>(rules.links.size())));
            return;
        case 5:
            return changeException(rules);
        case 6:
            return ignoreMeter(rules);
        case 7:
            if (m_random.chance(50))
                return addService(rules);
            if (rules.services.size() > 2)
                rules.services.erase(rules.services.begin() + m_random.below(static_cast<int>(rules.services.size())));
            return;
        case 8: // nothing that the comparison sees
            rules.services.front().name += "x";
            if (!rules.links.empty())
                rules.links.back().reason += "x";
            return;
        default:
            return changeService(rules.services[static_cast<size_t>(m_random.below(static_cast<int>(rules.services.size())))]);
        }
    }

private:
    std::string someClient() // also one that no line and no fact names
    {
        if (m_random.chance(8))
            return "new" + std::to_string(m_random.below(3));
        return m_facts.clients[static_cast<size_t>(m_random.below(static_cast<int>(m_facts.clients.size())))].id.text;
    }
    void putLink(Rules &rules)
    {
        const auto &account = m_facts.accounts[static_cast<size_t>(m_random.below(static_cast<int>(m_facts.accounts.size())))];
        const bool isIgnored = m_random.chance(20);
        const AccountLink link{account.source, m_random.chance(95) ? account.id : AccountId("elsewhere"),
            isIgnored ? ClientId() : ClientId(someClient()), isIgnored ? AccountLink::State::Ignored : AccountLink::State::Linked, ""};
        for (auto &known : rules.links) {
            if (known.source == link.source && known.account == link.account) {
                known = link;
                return;
            }
        }
        rules.links.insert(rules.links.begin() + m_random.below(static_cast<int>(rules.links.size()) + 1), link);
    }
    void changeException(Rules &rules)
    {
        if (!rules.exceptions.empty() && m_random.chance(40)) {
            rules.exceptions.pop_back();
            return;
        }
        rules.exceptions.push_back({ClientId(someClient()), rules.services[rules.services.size() / 2].id,
            Decimal::fromInt(1 + m_random.below(3)), "spare", "Ada", std::nullopt});
    }
    void ignoreMeter(Rules &rules)
    {
        if (!rules.ignoredMeters.empty() && m_random.chance(40)) {
            rules.ignoredMeters.clear();
            return;
        }
        const auto &meter = m_facts.meters[static_cast<size_t>(m_random.below(static_cast<int>(m_facts.meters.size())))];
        rules.ignoredMeters.push_back({meter.source, meter.id, "test"});
    }
    void addService(Rules &rules)
    {
        Service service = rules.services[static_cast<size_t>(m_random.below(static_cast<int>(rules.services.size())))];
        service.id.text = "n" + std::to_string(m_random.below(1000));
        service.included = Decimal::fromInt(m_random.below(3));
        rules.services.push_back(service);
    }
    void changeService(Service &service)
    {
        switch (m_random.below(9)) {
        case 0:
            service.included = Decimal::fromInt(m_random.below(4));
            break;
        case 1:
            service.defaultPrice = m_random.chance(30) ? std::nullopt : std::optional(Decimal::fromInt(1 + m_random.below(5)));
            break;
        case 2:
            service.group = std::string(1, "gh "[m_random.below(3)]);
            service.group = service.group == " " ? "" : service.group;
            break;
        case 3:
            service.tolerance.quantity = Decimal::fromInt(m_random.below(3));
            break;
        case 4:
            if (service.billed.size() > 1)
                service.billed.pop_back();
            else
                service.billed.push_back({ProductId("p" + std::to_string(m_random.below(7))), Decimal::fromInt(1)});
            break;
        case 5:
            if (service.counted.size() > 1)
                service.counted.pop_back();
            break;
        case 6:
            if (service.combine != Combine::Distinct)
                service.combine = service.combine == Combine::Sum ? Combine::Max : Combine::Sum;
            break;
        case 7:
            service.counted.front().meter.text = m_random.chance(50) ? "m3" : "m1";
            break;
        default:
            service.counted.front().statuses = {"active"};
            service.minimum = Decimal::fromInt(m_random.below(3));
        }
    }

    RandomWorld &m_random;
    const PeriodFacts &m_facts;
};

std::vector<ClientId> clientsThatDiffer(const std::vector<Position> &before, const std::vector<Position> &now)
{
    std::map<ClientId, std::vector<const Position *>> olds;
    std::map<ClientId, std::vector<const Position *>> news;
    for (const auto &position : before)
        olds[position.client].push_back(&position);
    for (const auto &position : now)
        news[position.client].push_back(&position);
    std::vector<ClientId> differ;
    const auto isSame = [](const std::vector<const Position *> &a, const std::vector<const Position *> &b) {
        return std::ranges::equal(a, b, [](const Position *x, const Position *y) { return *x == *y; });
    };
    for (const auto &[client, positions] : olds) {
        if (!isSame(positions, news[client]))
            differ.push_back(client);
        news.erase(client);
    }
    for (const auto &[client, positions] : news)
        differ.push_back(client);
    std::ranges::sort(differ);
    return differ;
}

// The old rows without `before` and with `now`.
std::vector<Discrepancy> replayed(std::vector<Discrepancy> rows, const Renewal &renewal)
{
    for (const auto &gone : renewal.before)
        rows.erase(std::ranges::find(rows, gone));
    rows.insert(rows.end(), renewal.now.begin(), renewal.now.end());
    std::ranges::sort(rows, RowOrder(period("2026-10")));
    return rows;
}

struct Tried {
    int renewed = 0;
    int anew = 0;
    int changed = 0;
};

void tryChanges(const PeriodFacts &facts, const TestWorld &world, RandomWorld &random, Tried &tried, uint32_t seed)
{
    auto comparison = std::make_unique<Comparison>(facts, world.rules, world.history);
    auto rules = world.rules;
    for (int i = 0; i < changesEach; ++i) {
        Change(random, facts).make(rules);
        const auto before = comparison->result();
        const auto expected = reconcile(facts, rules, world.history);
        const auto renewal = comparison->renew(rules);
        const auto where = u"seed %1, change %2"_s.arg(seed).arg(i);
        if (!renewal) {
            ++tried.anew;
            QVERIFY2(comparison->result().positions == before.positions && comparison->result().discrepancies == before.discrepancies,
                qPrintable(where));
            comparison = std::make_unique<Comparison>(facts, rules, world.history);
            continue;
        }
        ++tried.renewed;
        const auto &now = comparison->result();
        tried.changed += now.positions != before.positions || now.discrepancies != before.discrepancies ? 1 : 0;
        QVERIFY2(now.positions == expected.positions, qPrintable(where));
        QVERIFY2(now.discrepancies == expected.discrepancies, qPrintable(where));
        QVERIFY2(now.warnings == expected.warnings, qPrintable(where));
        QVERIFY2(replayed(before.discrepancies, *renewal) == expected.discrepancies, qPrintable(where));
        QVERIFY2(renewal->clients == clientsThatDiffer(before.positions, expected.positions), qPrintable(where));
    }
}

} // namespace

class RenewalTest final : public QObject {
    Q_OBJECT

private slots:
    void equalToComparingEverything_data()
    {
        QTest::addColumn<int>("worlds");
        QTest::addColumn<bool>("isTallied");
        QTest::newRow("one world, whole assets") << 1 << false;
        QTest::newRow("five worlds, whole assets") << 5 << false;
        QTest::newRow("five worlds, tallies") << 5 << true;
        QTest::newRow("sixteen worlds, tallies") << 16 << true;
    }

    void equalToComparingEverything()
    {
        QFETCH(int, worlds);
        QFETCH(bool, isTallied);
        Tried tried;
        for (uint32_t i = 0; i < worldCount / static_cast<uint32_t>(worlds) + 20; ++i) {
            const auto seed = firstSeed + i;
            RandomWorld random(seed);
            auto world = severalWorlds(seed, worlds);
            for (auto &client : world.facts.clients) // no circles: a warning would have everything compared
                client.rollUp = client.rollUp && client.parent < client.id;
            if (i % 4 != 0)
                world.rules.exceptions.clear();
            const auto facts = isTallied ? tallied(world) : world.facts;
            tryChanges(facts, world, random, tried, seed);
            if (QTest::currentTestFailed())
                return;
        }
        std::cout << tried.renewed << " changes renewed, " << tried.changed << " of them with another result; " << tried.anew
                  << " compared anew" << std::endl;
        QVERIFY(tried.renewed > 150 && tried.changed > 60); // not by comparing everything
    }

    void oneLinkComparesTwoClients()
    {
        TestWorld world;
        world.service("edr", "EDR", "edr", "agent");
        for (const char *client : {"c1", "c2", "c3"}) {
            world.client(client);
            world.line(client, "EDR", "2", "4");
        }
        world.assets("edr", "t1", "agent", 3);
        world.link("edr", "t1", "c1");
        Comparison comparison(world.facts, world.rules, world.history);
        world.rules.links.front().client = ClientId("c2");
        const auto renewal = comparison.renew(world.rules);
        QVERIFY(renewal);
        QCOMPARE(renewal->clients.size(), size_t{2});
        QCOMPARE(renewal->clients[0].text, std::string("c1"));
        QCOMPARE(renewal->clients[1].text, std::string("c2"));
        QCOMPARE(said(world.facts.period, renewal->before.at(0)),
            std::string("underbilled/c1/edr billed 2 counted 3 difference 1 price 4 impact 4.00 EUR"));
        QCOMPARE(said(world.facts.period, renewal->now.at(0)),
            std::string("underbilled/c2/edr billed 2 counted 3 difference 1 price 4 impact 4.00 EUR"));
        QCOMPARE(said(world.facts.period, renewal->now.at(1)), std::string("unverified/c1/edr billed 2 price 4"));
    }
};

} // namespace renewal_test

BR_TEST(renewal, RenewalTest)
#include "renewal.moc"
