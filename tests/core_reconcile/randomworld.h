// RandomWorld: small worlds in which everything happens at once: roll-ups, several sources, filters, groups, history.
#pragma once

#include "tests/core_reconcile/testworld.h"

#include <initializer_list>
#include <random>

namespace br::test {

class RandomWorld final {
public:
    explicit RandomWorld(uint32_t seed)
        : m_random(seed)
    {
    }

    TestWorld make()
    {
        TestWorld world;
        world.source("backup");
        for (auto &state : world.facts.sources) {
            state.hasCompleteBatch = !chance(8);
            state.rows = below(200);
            if (chance(50))
                state.rowsBefore = below(300);
        }
        for (int i = 0; i < 6; ++i)
            world.client(client(i), chance(40) ? client(below(8)) : std::string(), chance(50));
        for (int i = 0; i < 5; ++i)
            addService(world, "s" + std::to_string(i));
        for (int i = 0; i < 25; ++i)
            addLine(world);
        for (int i = 0; i < 8; ++i)
            addAgreement(world, i);
        for (const char *vendor : {"edr", "m365", "backup"}) {
            for (int account = 0; account < 6; ++account) {
                if (chance(85))
                    world.link(vendor, "t" + std::to_string(account), chance(10) ? std::string() : client(below(7)));
            }
        }
        for (int i = 0; i < 40; ++i)
            addCount(world);
        for (int i = 0; i < 160; ++i)
            addAsset(world);
        for (int i = 0; i < 5; ++i)
            world.exception(client(below(7)), "s" + std::to_string(below(5)), number({"1", "2.5", "7"}),
                chance(50) ? MaybeDay(dayNear()) : std::nullopt);
        for (int i = 0; i < 20; ++i)
            addHistory(world);
        return world;
    }

    int below(int limit) { return static_cast<int>(m_random() % static_cast<uint32_t>(limit)); }
    bool chance(int percent) { return below(100) < percent; }

    template <class T>
    std::vector<size_t> shuffle(std::vector<T> &items) // new place -> old place
    {
        std::vector<size_t> order(items.size());
        for (size_t i = 0; i < order.size(); ++i)
            order[i] = i;
        for (size_t i = order.size(); i > 1; --i)
            std::swap(order[i - 1], order[m_random() % i]);
        std::vector<T> shuffled;
        for (const auto old : order)
            shuffled.push_back(items[old]);
        items = std::move(shuffled);
        return order;
    }

private:
    static std::string client(int i) { return "c" + std::to_string(i); }
    std::string one(std::initializer_list<const char *> of) { return *(of.begin() + below(static_cast<int>(of.size()))); }
    std::string number(std::initializer_list<const char *> of) { return one(of); }
    Day dayNear() { return day("2026-10-31").plusDays(below(140) - 110); }
    MaybeDay maybeDay(int percent) { return chance(percent) ? MaybeDay(dayNear()) : std::nullopt; }

    void addService(TestWorld &world, const std::string &id)
    {
        auto &service = world.service(id, {}, {}, {});
        service.group = one({"", "g", "g", "h"});
        for (int i = 0; i < 3; ++i) {
            const BilledBy by{ProductId("p" + std::to_string(i * 2 + below(2))), dec(number({"1", "1", "2", "0.5"}))};
            if (chance(60))
                service.billed.push_back(by);
        }
        service.combine = static_cast<Combine>(below(3));
        service.distinctBy = static_cast<DistinctBy>(below(2));
        for (int i = 1 + below(3); i > 0; --i)
            addEntry(service);
        if (chance(60))
            service.defaultPrice = dec(number({"4.5", "0.3333", "12"}));
        service.included = dec(number({"0", "0", "2"}));
        service.minimum = dec(number({"0", "0", "5"}));
        service.pack = dec(number({"1", "0", "5"}));
        service.graceDays = below(3) * 15;
        if (chance(60))
            service.staleAfterDays = 30 + below(2) * 15;
        service.tolerance.quantity = dec(number({"0", "0", "1"}));
        service.tolerance.percent = dec(number({"0", "10"}));
        if (chance(20))
            service.tolerance.money = dec("3");
    }

    void addEntry(Service &service)
    {
        CountedBy by{SourceName(one({"edr", "m365", "backup"})), MeterId(one({"m1", "m2"})), Measure::Assets, dec(number({"1", "1", "2"})),
            {}, {}, {}};
        if (service.combine != Combine::Distinct && chance(35))
            by.measure = static_cast<Measure>(below(3));
        if (by.measure == Measure::Assets && chance(40))
            by.classes = {one({"Server", "workstation"})};
        if (by.measure == Measure::Assets && chance(30))
            by.statuses = {one({"active ", "idle"})};
        if (by.measure == Measure::Assets && chance(15))
            by.namePattern = "PC-*";
        service.counted.push_back(by);
    }

    void addLine(TestWorld &world)
    {
        const auto of = client(below(7));
        auto &line = world.line(of, "p" + std::to_string(below(6)), number({"1", "4", "10", "2.5"}),
            chance(85) ? number({"4.5", "7", "0.01"}) : "", "A" + std::to_string(below(8)));
        line.included = dec(number({"0", "0", "3"}));
        if (chance(50))
            line.unitCost = dec(number({"3", "2.99"}));
        line.billable = !chance(15);
        line.effective = maybeDay(40);
        line.cancelled = maybeDay(15);
        line.currency = chance(85) ? currency("EUR") : chance(50) ? currency("USD") : Currency();
    }

    void addAgreement(TestWorld &world, int i)
    {
        auto &agreement = world.agreement(client(below(7)), "A" + std::to_string(i));
        agreement.cycle = chance(60) ? BillingCycle::Monthly : chance(50) ? BillingCycle::Quarterly : BillingCycle::Annual;
        agreement.start = maybeDay(20);
        agreement.end = maybeDay(10);
    }

    void addCount(TestWorld &world)
    {
        auto &count = world.count(one({"edr", "m365", "backup"}), "t" + std::to_string(below(6)), one({"m1", "m2", "m3"}),
            static_cast<Measure>(below(3)), number({"3", "12", "0", "1.5"}));
        if (chance(60))
            count.unitCost = dec(number({"3", "5", "2.5"}));
        count.commitmentEnd = maybeDay(40);
    }

    void addAsset(TestWorld &world)
    {
        auto &asset = world.asset(one({"edr", "m365", "backup"}), "t" + std::to_string(below(6)), one({"m1", "m2", "m3"}),
            chance(10) ? std::string() : one({"pc-", "srv-"}) + std::to_string(below(60)));
        asset.assetClass = one({"server", "workstation", ""});
        asset.status = one({"active", "idle", ""});
        asset.assigned = maybeDay(40);
        asset.ended = maybeDay(30);
        asset.lastSeen = maybeDay(60);
    }

    void addHistory(TestWorld &world)
    {
        EarlierPosition earlier{period("2026-09"), ClientId(client(below(7))), ServiceId("s" + std::to_string(below(5))),
            units(number({"0", "4", "10", "5"})), units(number({"4", "10", "5"})), std::nullopt};
        for (const auto &known : world.history) {
            if (known.client == earlier.client && known.service == earlier.service)
                return;
        }
        if (earlier.billed != earlier.counted && chance(50))
            earlier.staleSince = period("2026-06");
        world.history.push_back(earlier);
    }

    std::mt19937 m_random;
};

} // namespace br::test
