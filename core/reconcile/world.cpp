#include "core/reconcile/world.h"

#include "core/base/text.h"
#include "core/reconcile/rollup.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace br {

World::World(const PeriodFacts &periodFacts, const Rules &periodRules, std::vector<std::string> &warnings)
    : facts(periodFacts)
    , rules(periodRules)
    , m_accountTexts(periodFacts.accounts.size())
    , m_accountIndex(periodFacts.accounts.size())
{
    numberServices(warnings);
    numberClients();
    rollUpClients(warnings);
    numberSources();
    numberMeters();
    numberAccounts();
    numberCounts();
}

uint32_t World::findClient(std::string_view id) const
{
    const auto found = m_clientIndex.find(id);
    return found == nowhere ? nowhere : m_clientNumbers[found];
}

uint32_t World::findService(std::string_view id) const
{
    const auto found
        = std::ranges::lower_bound(services, id, {}, [](const Service *service) { return std::string_view(service->id.text); });
    return found != services.end() && (*found)->id.text == id ? static_cast<uint32_t>(found - services.begin()) : nowhere;
}

uint32_t World::findAccount(std::string_view source, std::string_view id) const
{
    return m_accountIndex.find(sources.find(source), m_accountTexts.find(id));
}

uint32_t World::findMeter(std::string_view source, std::string_view id) const
{
    return m_meterIndex.find(sources.find(source), m_meterTexts.find(id));
}

void World::numberServices(std::vector<std::string> &warnings)
{
    for (const auto &service : rules.services)
        services.push_back(&service);
    std::ranges::stable_sort(services, {}, [](const Service *service) { return std::string_view(service->id.text); });
    const auto same = [](const Service *a, const Service *b) { return a->id == b->id; };
    if (std::ranges::adjacent_find(services, same) != services.end())
        warnings.push_back(words("reconcile", "Two services have the same id; only the first is used."));
    const auto rest = std::ranges::unique(services, same);
    services.erase(rest.begin(), rest.end());

    for (uint32_t service = 0; service < services.size(); ++service) {
        const auto &billed = services[service]->billed;
        for (uint32_t entry = 0; entry < billed.size(); ++entry) {
            const auto product = products.add(billed[entry].product.text);
            productUses.resize(products.size());
            auto &uses = productUses[product];
            if (uses.empty() || uses.back().service != service) // a product listed twice is refused by rulecheck
                uses.push_back({service, entry});
        }
    }
}

void World::numberClients()
{
    for (const auto &client : facts.clients) {
        m_clientIndex.add(client.id.text);
        if (!client.parent.isEmpty())
            m_clientIndex.add(client.parent.text);
    }
    std::string_view last;
    for (const auto &line : facts.lines) {
        if (line.client.text != last || last.empty())
            m_clientIndex.add(line.client.text);
        last = line.client.text;
    }
    for (const auto &link : rules.links) {
        if (link.state == AccountLink::State::Linked && !link.client.isEmpty())
            m_clientIndex.add(link.client.text);
    }
    std::vector<uint32_t> order(m_clientIndex.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, {}, [this](uint32_t number) { return m_clientIndex.text(number); });
    m_clientNumbers.resize(order.size());
    clients.reserve(order.size());
    for (uint32_t place = 0; place < order.size(); ++place) {
        m_clientNumbers[order[place]] = place;
        clients.push_back(m_clientIndex.text(order[place]));
    }
}

void World::rollUpClients(std::vector<std::string> &warnings)
{
    // Two sources may state one client differently: the first in a fixed order counts, whatever the order of rows.
    std::vector<const Client *> stated(clients.size(), nullptr);
    for (const auto &client : facts.clients) {
        auto &kept = stated[clientNumber(client.id.text)];
        if (!kept || std::tie(client.parent, client.rollUp) < std::tie(kept->parent, kept->rollUp))
            kept = &client;
    }
    std::vector<uint32_t> parentOf(clients.size(), nowhere);
    for (uint32_t client = 0; client < stated.size(); ++client) {
        if (stated[client] && stated[client]->rollUp && !stated[client]->parent.isEmpty())
            parentOf[client] = clientNumber(stated[client]->parent.text);
    }
    auto rollup = rollUp(parentOf);
    rootOf = std::move(rollup.rootOf);
    for (const auto client : rollup.onCircle)
        warnings.push_back(words("reconcile",
            "Client %1 rolls up into itself through its parents, so it keeps its own positions; correct the parents in the PSA.",
            {std::string(clients[client])}));
}

void World::numberSources()
{
    for (const auto &state : facts.sources) {
        const auto source = sources.add(state.source.name.text);
        fresh.resize(sources.size(), false);
        fresh[source] = state.hasCompleteBatch;
    }
    for (const auto *service : services) {
        for (const auto &entry : service->counted)
            sources.add(entry.source.text);
    }
    for (const auto &link : rules.links)
        sources.add(link.source.text);
}

uint32_t World::addMeter(std::string_view source, std::string_view id)
{
    const auto sourceNumber = sources.add(source);
    const auto number = m_meterIndex.add(sourceNumber, m_meterTexts.add(id));
    if (number == meters.size())
        meters.push_back({sourceNumber, id, {}});
    return number;
}

void World::numberMeters()
{
    for (uint32_t service = 0; service < services.size(); ++service) {
        const auto &counted = services[service]->counted;
        for (uint32_t entry = 0; entry < counted.size(); ++entry) {
            auto &uses = meters[addMeter(counted[entry].source.text, counted[entry].meter.text)].uses;
            if (uses.empty() || uses.back().service != service)
                uses.push_back({service, {}});
            uses.back().entries.push_back(entry);
        }
    }
    meterOf.reserve(facts.meters.size());
    for (const auto &meter : facts.meters)
        meterOf.push_back(addMeter(meter.source.text, meter.id.text));
}

uint32_t World::addAccount(std::string_view source, std::string_view id)
{
    const auto sourceNumber = sources.add(source);
    const auto number = m_accountIndex.add(sourceNumber, m_accountTexts.add(id));
    if (number == accounts.size())
        accounts.push_back({sourceNumber, id, Linked::No, nowhere, nowhere});
    return number;
}

void World::numberAccounts()
{
    accountOf.reserve(facts.accounts.size());
    accounts.reserve(std::max(facts.accounts.size(), rules.links.size()));
    m_linkedSources = PairIndex(rules.links.size());
    for (const auto &account : facts.accounts)
        accountOf.push_back(addAccount(account.source.text, account.id.text));
    for (const auto &link : rules.links) {
        auto &account = accounts[addAccount(link.source.text, link.account.text)];
        if (link.state == AccountLink::State::Ignored) {
            account.linked = Linked::Ignored;
        } else if (!link.client.isEmpty() && account.linked != Linked::Ignored) {
            const auto client = clientNumber(link.client.text);
            account.linked = Linked::ToClient;
            account.client = std::min(account.client, client); // the store keeps one link an account
        }
    }
    for (const auto &count : facts.counts)
        addAccount(count.source.text, count.account.text);
    for (uint32_t number = 0; number < accounts.size(); ++number) {
        auto &account = accounts[number];
        if (account.linked == Linked::No) {
            account.owner = clientCount() + number;
        } else if (account.linked == Linked::ToClient) {
            account.owner = rootOf[account.client];
            m_linkedSources.add(account.owner, account.source);
        }
    }
}

void World::numberCounts()
{
    counts.reserve(facts.counts.size());
    for (const auto &count : facts.counts) {
        const auto account = addAccount(count.source.text, count.account.text);
        if (accounts[account].linked != Linked::Ignored)
            counts.push_back({&count, account, addMeter(count.source.text, count.meter.text)});
    }
}

} // namespace br
