#include "core/reconcile/comparison.h"

#include "core/domain/roworder.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <unordered_map>

namespace br {

namespace {

using Accounts = std::unordered_set<uint32_t>;

constexpr size_t fewOwners = 64; // with more than these, at most half of all are compared again

bool isOfPosition(Kind kind)
{
    if (isDifference(kind))
        return true;
    switch (kind) {
    case Kind::MismatchedService:
    case Kind::Unverified:
    case Kind::StaleUsage:
    case Kind::CostMismatch:
        return true;
    default:
        return false;
    }
}

auto placeOf(const Position &position) { return std::tie(position.client, position.service); }

} // namespace

// Which rows and positions are compared again. Views into rules, facts and the keys of assets.
struct Comparison::Scope {
    TextSet owners;    // of positions
    TextSet services;  // of positions
    Accounts accounts; // whose own rows are: unmapped ones, and where links changed commitments
    TextSet keys;      // of seats
    bool isOfLinks = false;

    bool has(const Position &position) const
    {
        return isOfLinks ? owners.contains(position.client.text) : services.contains(position.service.text);
    }
    bool has(const Discrepancy &row, const World &world) const
    {
        const auto &subject = row.subject;
        if (isOfPosition(row.kind))
            return isOfLinks ? owners.contains(subject.client.text) : services.contains(subject.service.text);
        switch (row.kind) {
        case Kind::UnmappedService: // made for all meters again
            return true;
        case Kind::UnmappedClient:
            return accounts.contains(world.findAccount(subject.source.text, subject.account.text));
        case Kind::Commitment:
            return isOfLinks && accounts.contains(world.findAccount(subject.source.text, subject.account.text));
        case Kind::DuplicateSeat:
            return isOfLinks ? keys.contains(subject.assetKey) : services.contains(subject.service.text);
        default: // lines and sources, which rules do not touch
            return false;
        }
    }
};

struct Comparison::Found {
    std::vector<Position> positions;
    std::vector<Discrepancy> rows;
};

Comparison::Comparison(const PeriodFacts &facts, Rules rules, const std::vector<EarlierPosition> &history)
    : m_facts(facts)
    , m_history(history)
    , m_rules(std::move(rules))
    , m_result(reconcile(facts, m_rules, history))
{
}

Comparison::~Comparison() = default;

std::optional<Renewal> Comparison::renew(Rules rules)
{
    const auto change = changeOf(m_rules, rules);
    const bool isOfServices = !change.services.empty();
    const bool isOfLinks = !change.accounts.empty() || !change.clients.empty();
    // A warning may be of anything.
    if (change.isUnclear || (isOfServices && isOfLinks) || (!change.isEmpty() && !m_result.warnings.empty()))
        return std::nullopt;
    if (change.isEmpty()) {
        m_rules = std::move(rules);
        return Renewal{};
    }
    if (!m_slices)
        m_slices = std::make_unique<FactSlices>(m_facts, m_history);
    Scope scope;
    scope.isOfLinks = !isOfServices;
    auto found = isOfServices ? renewServices(rules, change, scope) : renewOwners(rules, change, scope);
    if (!found)
        return std::nullopt;
    std::erase_if(found->rows, [](const Discrepancy &row) { return row.kind == Kind::UnmappedService; });
    auto unmapped = unmappedServices(rules);
    std::move(unmapped.begin(), unmapped.end(), std::back_inserter(found->rows));
    const auto clients = replacePositions(scope, std::move(found->positions));
    auto renewal = replaceRows(scope, std::move(found->rows));
    renewal.clients = clients;
    m_rules = std::move(rules);
    return renewal;
}

std::optional<Comparison::Found> Comparison::renewOwners(const Rules &rules, const RulesChange &change, Scope &scope) const
{
    const auto &world = m_slices->world();
    for (const auto client : change.clients)
        scope.owners.insert(m_slices->ownerOf(client));
    for (const auto &[source, id] : change.accounts)
        scope.accounts.insert(world.findAccount(source, id));
    scope.accounts.erase(nowhere);
    if (scope.owners.empty() && scope.accounts.empty())
        return Found{};

    auto touched = scope.accounts; // with those of the owners
    std::unordered_map<uint32_t, std::string_view> ownerOf;
    for (const auto &link : rules.links) {
        const auto account = world.findAccount(link.source.text, link.account.text);
        if (account == nowhere || link.state != AccountLink::State::Linked)
            continue;
        const auto owner = m_slices->ownerOf(link.client.text);
        if (scope.owners.contains(owner))
            touched.insert(account);
        if (!m_facts.assets.empty() || !m_facts.keyCandidates.empty())
            ownerOf.emplace(account, owner);
    }
    // One seat at two clients is found only where both are compared.
    scope.keys = m_slices->keysOf(touched);
    auto owners = scope.owners;
    for (const auto account : m_slices->accountsWith(scope.keys)) {
        if (const auto owner = ownerOf.find(account); owner != ownerOf.end())
            owners.insert(owner->second);
    }
    if (owners.size() > fewOwners && owners.size() * 2 > world.clients.size())
        return std::nullopt;
    const auto slice = m_slices->ofOwners(rules, owners, scope.accounts);
    auto part = reconcile(slice.facts, slice.rules, slice.history);
    if (!part.warnings.empty())
        return std::nullopt;
    return Found{std::move(part.positions), std::move(part.discrepancies)};
}

std::optional<Comparison::Found> Comparison::renewServices(const Rules &rules, const RulesChange &change, Scope &scope) const
{
    scope.services = change.services;
    std::vector<Service> services;
    std::vector<Service> own; // as they were and as they are
    for (const auto *of : {&m_rules, &rules}) {
        for (const auto &service : of->services) {
            if (change.ownServices.contains(service.id.text))
                own.push_back(service);
            if (of == &rules && change.services.contains(service.id.text))
                services.push_back(service);
        }
    }
    const auto slice = m_slices->ofServices(rules, std::move(services));
    auto part = reconcile(slice.facts, slice.rules, slice.history);
    if (!part.warnings.empty())
        return std::nullopt;
    std::erase_if(part.discrepancies, [](const Discrepancy &row) { return row.kind == Kind::UnmappedClient; });

    // What an account without a link may be worth is a sum over all services.
    scope.accounts = m_slices->accountsCountedBy(own);
    for (const auto &link : rules.links) {
        if (!scope.accounts.empty())
            scope.accounts.erase(m_slices->world().findAccount(link.source.text, link.account.text));
    }
    if (scope.accounts.empty())
        return Found{std::move(part.positions), std::move(part.discrepancies)};
    const auto accounts = m_slices->ofOwners(rules, {}, scope.accounts);
    auto worths = reconcile(accounts.facts, accounts.rules, accounts.history);
    if (!worths.warnings.empty())
        return std::nullopt;
    for (auto &row : worths.discrepancies) {
        if (row.kind == Kind::UnmappedClient)
            part.discrepancies.push_back(std::move(row));
    }
    return Found{std::move(part.positions), std::move(part.discrepancies)};
}

std::vector<Discrepancy> Comparison::unmappedServices(const Rules &rules) const
{
    const auto &world = m_slices->world();
    Accounts used; // meters
    for (const auto &service : rules.services) {
        for (const auto &by : service.counted)
            used.insert(world.findMeter(by.source.text, by.meter.text));
    }
    for (const auto &meter : rules.ignoredMeters)
        used.insert(world.findMeter(meter.source.text, meter.meter.text));
    std::vector<Discrepancy> rows;
    Accounts ignored;
    for (uint32_t meter = 0; meter < world.meters.size(); ++meter) {
        if (used.contains(meter))
            continue;
        if (ignored.empty()) {
            for (const auto &link : rules.links) {
                if (link.state == AccountLink::State::Ignored)
                    ignored.insert(world.findAccount(link.source.text, link.account.text));
            }
            ignored.insert(nowhere); // looked for once
        }
        if (!m_slices->isMeterSeen(meter, ignored))
            continue;
        auto &row = rows.emplace_back();
        row.kind = Kind::UnmappedService;
        row.subject.source.text = world.sources.text(world.meters[meter].source);
        row.subject.meter.text = world.meters[meter].id;
    }
    return rows;
}

std::vector<ClientId> Comparison::replacePositions(const Scope &scope, std::vector<Position> found)
{
    std::erase_if(found, [&](const Position &position) { return !scope.has(position); });
    auto &all = m_result.positions;
    std::vector<size_t> places;
    for (size_t place = 0; place < all.size(); ++place) {
        if (scope.has(all[place]))
            places.push_back(place);
    }
    std::vector<ClientId> clients;
    const auto note = [&](const ClientId &client) {
        if (clients.empty() || clients.back() != client)
            clients.push_back(client);
    };
    bool isInPlace = places.size() == found.size();
    for (size_t i = 0; i < places.size() && isInPlace; ++i)
        isInPlace = placeOf(all[places[i]]) == placeOf(found[i]);
    if (isInPlace) {
        for (size_t i = 0; i < places.size(); ++i) {
            auto &position = all[places[i]];
            if (position == found[i])
                continue;
            note(position.client);
            position = std::move(found[i]);
        }
        return clients;
    }
    std::vector<Position> merged;
    merged.reserve(all.size() - places.size() + found.size());
    auto next = found.begin();
    auto place = places.begin();
    const auto takeUpTo = [&](const Position *end) { // new ones before `end`
        for (; next != found.end() && (!end || placeOf(*next) < placeOf(*end)); ++next) {
            note(next->client);
            merged.push_back(std::move(*next));
        }
    };
    for (size_t i = 0; i < all.size(); ++i) {
        takeUpTo(&all[i]);
        if (place == places.end() || *place != i) {
            merged.push_back(std::move(all[i]));
            continue;
        }
        ++place;
        const bool isKept = next != found.end() && placeOf(*next) == placeOf(all[i]);
        if (!isKept || *next != all[i])
            note(all[i].client);
        if (isKept)
            merged.push_back(std::move(*next++));
    }
    takeUpTo(nullptr);
    all = std::move(merged);
    return clients;
}

Renewal Comparison::replaceRows(const Scope &scope, std::vector<Discrepancy> found)
{
    const auto &world = m_slices->world();
    std::erase_if(found, [&](const Discrepancy &row) { return !scope.has(row, world); });
    const RowOrder order(m_facts.period);
    std::ranges::sort(found, order);
    Renewal renewal;
    std::vector<Discrepancy> kept;
    kept.reserve(m_result.discrepancies.size() + found.size());
    for (auto &row : m_result.discrepancies)
        (scope.has(row, world) ? renewal.before : kept).push_back(std::move(row));
    renewal.now = found;
    auto &all = m_result.discrepancies;
    all.clear();
    std::merge(std::make_move_iterator(kept.begin()), std::make_move_iterator(kept.end()), std::make_move_iterator(found.begin()),
        std::make_move_iterator(found.end()), std::back_inserter(all), order);
    return renewal;
}

} // namespace br
