#include "tests/ui_discrepancies/world.h"

#include <algorithm>
#include <array>
#include <random>
#include <set>

namespace br::world {

namespace {

struct Service {
    const char *id;
    const char *name;
    const char *source;
    int64_t price; // raw, 4 places
};

constexpr std::array<const char *, 20> clients = {"Alder & Finch Legal", "Bramble Dental Group", "Cobalt Freight", "Dovetail Architects",
    "Elm Street Clinic", "Foxglove Nurseries", "Granite Surveyors", "Harbour Vets", "Ironbridge Tooling", "Juniper Accountancy",
    "Kestrel Air Services", "Lumen Studio", "Maple & Daughters CPA", "Northgate Schools Trust", "Orchid Day Spa", "Pioneer Credit Union",
    "Quarry Lane Housing Association", "Rowan Insurance Brokers", "Saltmarsh Seafoods", "Tamarind Hotels"};

constexpr std::array<Service, 8> services
    = {{{"m365bp", "Microsoft 365 Business Premium", "pax8", 223000}, {"edr", "Endpoint protection", "huntress", 45000},
        {"rmm", "Workstation management", "ninjaone", 30000}, {"backup", "Cloud backup", "datto", 125000},
        {"mail", "Mail filtering", "proofpoint", 27500}, {"exo", "Exchange Online Plan 1", "pax8", 41000},
        {"sat", "Security awareness training", "knowbe4", 18000}, {"mfa", "Multi-factor sign-in", "duo", 36000}}};

Units units(int value) { return Units::fromInt(value); }

void number(DiscrepancyRow &row, int billed, int counted, const Service &service)
{
    auto &d = row.discrepancy;
    d.billed = units(billed);
    d.counted = units(counted);
    d.difference = units(counted - billed);
    d.price = CyclePrice{Decimal::fromRaw(service.price), 1, d.currency};
    d.impact = worth(*d.difference, *d.price);
}

void decide(DiscrepancyRow &row, int dice)
{
    if (dice < 12) {
        row.state = State::Approved;
        row.reason = "Counted at the vendor";
        if (row.discrepancy.counted)
            row.targetQuantity = toDecimal(*row.discrepancy.counted);
        row.effective = Day::fromDate(2026, 11, 1);
    } else if (dice < 17) {
        row.state = State::Accepted;
        row.reason = "User on notice until the middle of November";
        row.until = Day::fromDate(2026, 11, 15);
    } else if (dice < 20) {
        row.state = State::Dismissed;
        row.reason = "Internal use";
    } else if (dice < 22) {
        row.state = State::Outdated;
        row.reason = "Agreed with the client";
    } else if (dice < 26) {
        row.state = State::InReview;
    }
    if (row.state != State::Open && row.state != State::InReview) {
        row.decidedBy = dice % 2 ? "Dana Whitlock" : "Theo Brandt";
        row.decidedAt = "2026-11-02T09:14:00.000Z";
    }
}

void shape(DiscrepancyRow &row, std::mt19937 &random, const Service &service)
{
    auto &d = row.discrepancy;
    const auto pick = [&random](int low, int high) { return low + static_cast<int>(random() % static_cast<unsigned>(high - low + 1)); };
    const int billed = pick(4, 90);
    switch (d.kind) {
    case Kind::Underbilled:
        number(row, billed, billed + pick(1, 14), service);
        break;
    case Kind::NotBilled:
        number(row, 0, pick(2, 40), service);
        break;
    case Kind::Overbilled:
        number(row, billed, std::max(1, billed - pick(1, 9)), service);
        break;
    case Kind::NoUsage:
        number(row, pick(1, 20), 0, service);
        break;
    case Kind::StaleQuantity:
        number(row, billed, billed + pick(1, 6), service);
        d.since = Period::fromMonth(2026, pick(6, 9));
        break;
    case Kind::Unverified:
        d.billed = units(billed);
        break;
    case Kind::MismatchedService:
        d.subject.otherService = ServiceId("exo");
        row.otherServiceName = "Exchange Online Plan 1";
        d.quantity = units(pick(1, 4));
        d.impact = Decimal::fromRaw(-182000);
        break;
    case Kind::DuplicateSeat:
        d.subject.client = {};
        row.clientName.clear();
        d.subject.assetKey = "anna.bell" + std::to_string(pick(1, 900)) + "@cobaltfreight.example";
        d.quantity = units(2);
        d.impact = Decimal::fromRaw(-service.price);
        break;
    case Kind::StaleUsage:
        d.quantity = units(pick(1, 5));
        break;
    case Kind::CostMismatch:
        d.lineCost = Decimal::fromRaw(service.price * 6 / 10);
        d.otherAmount = Decimal::fromRaw(service.price * 7 / 10);
        d.impact = std::nullopt;
        break;
    default:
        break;
    }
}

void shapeUnmapped(DiscrepancyRow &row, std::mt19937 &random, int n)
{
    auto &d = row.discrepancy;
    d.subject.client = {};
    d.subject.service = {};
    row.clientName.clear();
    row.serviceName.clear();
    const auto tail = std::to_string(n);
    if (d.kind == Kind::UnmappedService) {
        d.subject.meter = MeterId("sku-" + tail);
        row.meterName = "Defender for Business add-on " + tail;
    } else if (d.kind == Kind::SourceStale) {
        d.subject.source = SourceName("datto-" + tail);
        row.sources = {"datto-" + tail};
        return;
    } else {
        d.subject.account = AccountId("tenant-" + tail);
        row.accountName = "Wren & Partners " + tail;
    }
    d.counted = units(3 + static_cast<int>(random() % 20));
    d.impact = Decimal::fromRaw(d.counted->raw() / 10'000 * 9);
    d.isEstimate = true;
}

} // namespace

Period month() { return *Period::fromMonth(2026, 10); }

std::vector<DiscrepancyRow> rows(int count)
{
    constexpr std::array<Kind, 20> mix = {Kind::Underbilled, Kind::Underbilled, Kind::Underbilled, Kind::Underbilled, Kind::Underbilled,
        Kind::Overbilled, Kind::Overbilled, Kind::Overbilled, Kind::Overbilled, Kind::NotBilled, Kind::NotBilled, Kind::NoUsage,
        Kind::NoUsage, Kind::StaleQuantity, Kind::Unverified, Kind::CostMismatch, Kind::MismatchedService, Kind::UnmappedClient,
        Kind::StaleUsage, Kind::DuplicateSeat};
    std::mt19937 random(20261031);
    std::vector<DiscrepancyRow> result;
    std::set<std::string> keys;
    const auto currency = Currency::parse("EUR").value();
    for (int n = 0; static_cast<int>(result.size()) < count; ++n) {
        DiscrepancyRow row;
        auto &d = row.discrepancy;
        const auto &service = services[random() % services.size()];
        auto client = random() % clients.size();
        d.kind = n % 97 == 50 ? Kind::SourceStale : n % 41 == 30 ? Kind::UnmappedService : mix[random() % mix.size()];
        d.currency = currency;
        d.subject.client = ClientId("c" + std::to_string(client) + (n < 600 ? "" : "-" + std::to_string(n / 600)));
        row.clientName = clients[client];
        d.subject.service = ServiceId(service.id);
        row.serviceName = service.name;
        row.sources = {service.source};
        d.subject.source = SourceName(service.source);
        if (d.kind == Kind::UnmappedClient || d.kind == Kind::UnmappedService || d.kind == Kind::SourceStale)
            shapeUnmapped(row, random, n);
        else
            shape(row, random, service);
        decide(row, static_cast<int>(random() % 100));
        row.notes = n % 9 == 0 ? 1 : 0;
        row.key = discrepancyKey(month(), d);
        if (keys.insert(row.key).second)
            result.push_back(std::move(row));
    }
    std::ranges::stable_sort(result, [](const DiscrepancyRow &a, const DiscrepancyRow &b) {
        const auto size = [](const DiscrepancyRow &r) { return r.discrepancy.impact ? r.discrepancy.impact->abs().raw() : -1; };
        return size(a) > size(b);
    });
    return result;
}

PositionDetail detailOf(const DiscrepancyRow &row)
{
    PositionDetail detail;
    detail.clientName = row.clientName;
    detail.serviceName = row.serviceName;
    detail.position.client = row.discrepancy.subject.client;
    detail.position.service = row.discrepancy.subject.service;
    detail.position.billed = row.discrepancy.billed.value_or(Units());
    detail.position.counted = row.discrepancy.counted;
    detail.position.price = row.discrepancy.price;
    const auto counted = row.discrepancy.counted.value_or(Units());
    const auto found = counted + units(3);
    const std::string source = row.sources.empty() ? "pax8" : row.sources.front();
    detail.position.trace = {
        {TraceCode::BilledLine, 0, detail.position.billed, detail.position.billed, detail.position.billed, "line-1", row.serviceName},
        {TraceCode::Counted, 0, found, found, found, source, "agent"},
        {TraceCode::NotLive, 0, units(2), units(2), found, "", ""},
        {TraceCode::Exception, -1, units(1), units(1), found - units(1), "Not for resale", "Dana Whitlock"},
        {TraceCode::Included, -1, units(2), units(2), counted, "", ""},
    };
    for (int i = 0; i < static_cast<int>(found.raw() / Units::one) + 2; ++i) {
        AssetRow asset;
        asset.entry = 0;
        asset.verdict = i < 2 ? Verdict::NotLive : Verdict::Counted;
        asset.asset.name = "WS-" + std::to_string(100 + i);
        asset.asset.assetClass = "Workstation";
        asset.asset.status = "active";
        asset.asset.lastSeen = Day::fromDate(2026, 10, 1 + i % 28);
        asset.accountName = row.clientName;
        detail.assets.push_back(asset);
    }
    for (int back = 1; back <= 6; ++back) {
        auto past = detail.position;
        past.counted = counted - units(std::min<int>(back, static_cast<int>(counted.raw() / Units::one)));
        detail.earlier.emplace_back(Period::fromIndex(month().index() - back), back == 3 ? std::nullopt : std::optional(past));
    }
    return detail;
}

} // namespace br::world
