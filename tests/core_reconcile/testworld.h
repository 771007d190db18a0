// TestWorld: a period's facts and rules built in a few words, and the engine's answer as text that can be worked out by hand.
#pragma once

#include "core/base/text.h"
#include "core/reconcile/reconcile.h"

#include <QString>

#include <string>
#include <string_view>

namespace br::test {

inline Decimal dec(std::string_view text) { return parseExactDecimal(text).value(); }
inline Units units(std::string_view text) { return toUnits(dec(text)); }
inline Day day(std::string_view text) { return Day::parse(text).value(); }
inline Period period(std::string_view text) { return Period::parse(text).value(); }
inline Currency currency(std::string_view text) { return Currency::parse(text).value(); }

// October 2026 in EUR, with the sources psa, edr and m365, all complete.
class TestWorld final {
public:
    PeriodFacts facts;
    Rules rules;
    std::vector<EarlierPosition> history;

    TestWorld()
    {
        facts.period = period("2026-10");
        facts.asOf = day("2026-10-31");
        facts.workspaceCurrency = currency("EUR");
        source("psa", Side::Psa);
        source("edr");
        source("m365");
    }

    SourceState &source(const std::string &name, Side side = Side::Vendor)
    {
        facts.sources.push_back({Source{SourceName(name), side, "file", "{}"}, true, 100, std::nullopt});
        return facts.sources.back();
    }
    SourceState &sourceNamed(const std::string &name)
    {
        for (auto &state : facts.sources) {
            if (state.source.name.text == name)
                return state;
        }
        return source(name);
    }
    Client &client(const std::string &id, const std::string &parent = {}, bool rollUp = false)
    {
        facts.clients.push_back({ClientId(id), "Client " + id, ClientId(parent), rollUp});
        return facts.clients.back();
    }
    Agreement &agreement(const std::string &client, const std::string &id)
    {
        facts.agreements.push_back({AgreementId(id), id, ClientId(client), std::nullopt, std::nullopt, BillingCycle::Monthly});
        return facts.agreements.back();
    }
    // An active, billable line; its agreement is "A-<client>" unless given, monthly unless made otherwise.
    BilledLine &line(const std::string &client, const std::string &product, std::string_view quantity, std::string_view price = {},
        const std::string &agreementId = {})
    {
        BilledLine line;
        line.id = LineId("L" + std::to_string(facts.lines.size() + 1));
        line.agreement = AgreementId(agreementId.empty() ? "A-" + client : agreementId);
        line.client = ClientId(client);
        line.product = ProductId(product);
        line.quantity = dec(quantity);
        if (!price.empty())
            line.unitPrice = dec(price);
        line.currency = currency("EUR");
        facts.lines.push_back(line);
        return facts.lines.back();
    }
    void product(const std::string &id, std::string_view listPrice)
    {
        facts.products.push_back({ProductId(id), id, dec(listPrice), std::nullopt, currency("EUR")});
    }
    Service &service(const std::string &id, const std::string &product, const std::string &source, const std::string &meter,
        Measure measure = Measure::Assets)
    {
        Service service;
        service.id = ServiceId(id);
        if (!product.empty())
            service.billed.push_back({ProductId(product), Decimal::fromInt(1)});
        if (!source.empty())
            service.counted.push_back({SourceName(source), MeterId(meter), measure, Decimal::fromInt(1), {}, {}, {}});
        rules.services.push_back(service);
        return rules.services.back();
    }
    void link(const std::string &source, const std::string &account, const std::string &client)
    {
        const auto state = client.empty() ? AccountLink::State::Ignored : AccountLink::State::Linked;
        rules.links.push_back({SourceName(source), AccountId(account), ClientId(client), state, "test"});
    }
    Count &count(
        const std::string &source, const std::string &account, const std::string &meter, Measure measure, std::string_view quantity)
    {
        accountIndex(source, account);
        meterIndex(source, meter);
        Count count;
        count.source = SourceName(source);
        count.account = AccountId(account);
        count.meter = MeterId(meter);
        count.subscription = "S" + std::to_string(facts.counts.size() + 1);
        count.measure = measure;
        count.quantity = dec(quantity);
        count.currency = currency("EUR");
        facts.counts.push_back(count);
        return facts.counts.back();
    }
    WholeAsset &asset(const std::string &source, const std::string &account, const std::string &meter, const std::string &name)
    {
        WholeAsset asset;
        asset.account = accountIndex(source, account);
        asset.meter = meterIndex(source, meter);
        asset.idKey = "id" + std::to_string(facts.assets.size() + 1);
        asset.nameKey = folded(name);
        facts.wholeMeters.insert(asset.meter);
        facts.assets.push_back(asset);
        return facts.assets.back();
    }
    void assets(const std::string &source, const std::string &account, const std::string &meter, int howMany)
    {
        for (int i = 0; i < howMany; ++i)
            asset(source, account, meter, account + "-" + meter + "-" + std::to_string(i));
    }
    void exception(const std::string &client, const std::string &service, std::string_view quantity, MaybeDay until = std::nullopt)
    {
        rules.exceptions.push_back({ClientId(client), ServiceId(service), dec(quantity), "not for resale", "Ada", until});
    }
    void earlier(std::string_view month, const std::string &client, const std::string &service, std::string_view billed,
        std::string_view counted, std::optional<Period> staleSince = std::nullopt)
    {
        history.push_back({period(month), ClientId(client), ServiceId(service), units(billed), units(counted), staleSince});
    }

    Reconciliation run() const { return reconcile(facts, rules, history); }
    QString rows() const;      // one a line, in the engine's order
    QString positions() const; // one a line
    QString trace() const;     // of the first position
    QString warnings() const { return toQString(joined(run().warnings, "\n")); }

private:
    uint32_t accountIndex(const std::string &source, const std::string &id)
    {
        for (uint32_t i = 0; i < facts.accounts.size(); ++i) {
            if (facts.accounts[i].source.text == source && facts.accounts[i].id.text == id)
                return i;
        }
        facts.accounts.push_back({SourceName(source), AccountId(id), "Account " + id, {}});
        return static_cast<uint32_t>(facts.accounts.size() - 1);
    }
    uint32_t meterIndex(const std::string &source, const std::string &id)
    {
        for (uint32_t i = 0; i < facts.meters.size(); ++i) {
            if (facts.meters[i].source.text == source && facts.meters[i].id.text == id)
                return i;
        }
        facts.meters.push_back({SourceName(source), MeterId(id), id});
        return static_cast<uint32_t>(facts.meters.size() - 1);
    }
};

// "underbilled/c1/edr billed 10 counted 12 difference 2 price 4.5 impact 9.00 EUR"
inline std::string said(Period month, const Discrepancy &row)
{
    std::string out = discrepancyKey(month, row).substr(8);
    if (row.kind == Kind::DuplicateSeat || row.kind == Kind::Commitment)
        out += row.subject.client.isEmpty() ? " -" : " at " + row.subject.client.text;
    const auto tell = [&out](const char *name, const auto &value) {
        if (value)
            out += std::string(" ") + name + " " + value->toString();
    };
    tell("billed", row.billed);
    tell("counted", row.counted);
    tell("difference", row.difference);
    tell("quantity", row.quantity);
    if (row.price)
        out += " price " + row.price->amount.toString() + (row.price->months == 1 ? "" : "/" + std::to_string(row.price->months));
    tell("other", row.otherAmount);
    tell("cost", row.lineCost);
    if (row.impact)
        out += std::string(row.isEstimate ? " estimate " : " impact ") + row.impact->toString(2) + " " + row.currency.toString();
    tell("since", row.since);
    tell("until", row.until);
    return out;
}

inline const char *said(Standing standing)
{
    switch (standing) {
    case Standing::Match:
        return "match";
    case Standing::Unverified:
        return "unverified";
    case Standing::UnverifiedUnbilled:
        return "unverified-unbilled";
    case Standing::Underbilled:
        return "underbilled";
    case Standing::NotBilled:
        return "not-billed";
    case Standing::Overbilled:
        return "overbilled";
    case Standing::NoUsage:
        return "no-usage";
    }
    return "?";
}

// "c1/edr 10|12 4.5 9.00 underbilled": billed, counted, price per cycle, impact; "-" where unknown
inline std::string said(const Position &position)
{
    std::string out = position.client.text + "/" + position.service.text + " " + position.billed.toString() + "|";
    out += position.counted ? position.counted->toString() : "-";
    out += position.price ? " " + position.price->amount.toString() : " -";
    out += position.impact ? " " + position.impact->toString(2) : " -";
    return out + " " + said(position.standing);
}

inline QString TestWorld::rows() const
{
    std::vector<std::string> lines;
    const auto answer = run();
    for (const auto &row : answer.discrepancies)
        lines.push_back(said(facts.period, row));
    return toQString(joined(lines, "\n"));
}

inline QString TestWorld::positions() const
{
    std::vector<std::string> lines;
    const auto answer = run();
    for (const auto &position : answer.positions)
        lines.push_back(said(position));
    return toQString(joined(lines, "\n"));
}

inline QString TestWorld::trace() const
{
    static constexpr const char *names[] = {"line", "counted", "not-live", "filtered", "unknown-class", "unknown-status", "combined",
        "same-key", "exception", "included", "minimum", "pack", "source-missing", "no-account"};
    std::vector<std::string> lines;
    const auto answer = run();
    for (const auto &step : answer.positions.front().trace)
        lines.push_back(
            std::string(names[static_cast<size_t>(step.code)]) + " " + step.amount.toString() + " -> " + step.running.toString());
    return toQString(joined(lines, "\n"));
}

} // namespace br::test
