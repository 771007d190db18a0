#include "core/workspace/factsloading.h"

#include "core/base/text.h"
#include "core/store/psastore.h"
#include "core/store/sourcestore.h"
#include "core/workspace/earlierclients.h"
#include "core/workspace/factscache.h"
#include "core/workspace/vendorfacts.h"

#include <algorithm>
#include <iterator>
#include <unordered_set>

namespace br {

namespace {

Status loadSources(Workspace &workspace, const std::vector<StoredBatch> &batches, PeriodFacts *facts)
{
    const auto live = SourceStore(workspace.database()).live();
    if (!live)
        return live.error();
    BatchStore store(workspace.database());
    for (const auto &stored : *live) {
        SourceState state{stored.source, false, 0, {}};
        bool isConfirmed = false;
        for (const auto &batch : batches) {
            if (batch.sourceId == stored.id) {
                state.hasCompleteBatch = true;
                state.rows = batch.batch.rowsKept;
                isConfirmed = batch.batch.holding == Holding::Confirmed;
            }
        }
        const auto before = store.inForce(stored.id, facts->period.previous());
        if (!before)
            return before.error();
        // A person said that so few rows are right.
        if (*before && !isConfirmed)
            state.rowsBefore = (*before)->batch.rowsKept;
        facts->sources.push_back(std::move(state));
    }
    return {};
}

template <class T>
void append(std::vector<T> *to, std::vector<T> from)
{
    if (to->empty())
        *to = std::move(from);
    else
        to->insert(to->end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

Status loadPsa(Database &database, const std::vector<StoredBatch> &batches, PeriodFacts *facts)
{
    PsaStore store(database);
    std::unordered_set<std::string> clients;
    for (const auto &stored : batches) {
        if (stored.batch.side != Side::Psa)
            continue;
        auto stated = store.clients(stored.batch.id);
        auto agreements = store.agreements(stored.batch.id);
        auto lines = store.lines(stored.batch.id);
        auto listed = store.products(stored.batch.id);
        if (!stated || !agreements || !lines || !listed)
            return !stated ? stated.error() : !agreements ? agreements.error() : !lines ? lines.error() : listed.error();
        std::erase_if(*stated, [&](const Client &client) { return !clients.insert(client.id.text).second; });
        append(&facts->clients, std::move(*stated));
        append(&facts->agreements, std::move(*agreements));
        append(&facts->lines, std::move(*lines));
        append(&facts->products, std::move(*listed)); // of all: one source's lines name a product, the other states its price
    }
    return {};
}

struct Wanted {
    std::vector<StoredBatch> batches;
    AssetNeeds needs;
    std::string batchesText;
    std::string shape;
};

Result<Wanted> wantedOf(Workspace &workspace, Period period, Day asOf, const Rules &rules)
{
    auto batches = BatchStore(workspace.database()).inForce(period);
    auto text = batchesInForce(workspace, period);
    if (!batches || !text)
        return batches ? text.error() : batches.error();
    Wanted wanted{std::move(*batches), {}, std::move(*text), {}};
    wanted.needs = AssetNeeds::of(rules.services, wanted.batches, asOf);
    const auto around = factsAround(workspace, period);
    if (!around)
        return around.error();
    wanted.shape = period.toString() + ' ' + asOf.toString() + ' ' + *around + ' ' + wanted.needs.text();
    return wanted;
}

Result<std::shared_ptr<LoadedFacts>> loadAnew(Workspace &workspace, Period period, Day asOf, const Wanted &wanted, Progress &progress)
{
    auto loaded = std::make_shared<LoadedFacts>();
    loaded->batches = wanted.batchesText;
    loaded->shape = wanted.shape;
    auto &facts = loaded->facts;
    facts.period = period;
    facts.asOf = asOf;
    facts.workspaceCurrency = workspace.currency();
    if (const auto done = loadSources(workspace, wanted.batches, &facts); !done)
        return done.error();
    progress.report({words("Reconcile", "Reading billed lines"), 0, 0});
    if (const auto done = loadPsa(workspace.database(), wanted.batches, &facts); !done)
        return done.error();
    progress.report({words("Reconcile", "Reading counts"), 0, 0});
    if (const auto done = VendorFacts(workspace.database(), facts).load(wanted.batches, wanted.needs, progress); !done)
        return done.error();
    loaded->statedClients = facts.clients.size();
    bool hasPsa = false;
    for (const auto &stored : wanted.batches)
        hasPsa = hasPsa || stored.batch.side == Side::Psa;
    if (!hasPsa)
        loaded->warnings.push_back(words("Reconcile",
            "There is no batch of a PSA source for %1: nothing counts as billed. Import the PSA's lines.", {period.toString()}));
    return loaded;
}

} // namespace

Result<std::string> factsAround(Workspace &workspace, Period period)
{
    const auto before = batchesInForce(workspace, period.previous());
    const auto live = SourceStore(workspace.database()).live();
    if (!before || !live)
        return before ? live.error() : before.error();
    auto text = "before " + *before + " sources";
    for (const auto &source : *live)
        text += ' ' + std::to_string(source.id);
    return text;
}

Result<std::shared_ptr<const LoadedFacts>> loadFacts(Workspace &workspace, Period period, Day asOf, const Rules &rules, Progress &progress)
{
    const auto wanted = wantedOf(workspace, period, asOf, rules);
    if (!wanted)
        return wanted.error();
    auto &kept = workspace.factsCache().facts;
    if (!kept || kept->batches != wanted->batchesText || kept->shape != wanted->shape) {
        workspace.factsCache().compared.reset();
        kept.reset();
        auto loaded = loadAnew(workspace, period, asOf, *wanted, progress);
        if (!loaded)
            return loaded.error();
        kept = std::move(*loaded);
    }
    std::vector<ClientId> named;
    for (const auto &link : rules.links)
        named.push_back(link.client);
    std::unordered_set<std::string> known;
    for (size_t i = 0; i < kept->statedClients; ++i) {
        const auto &client = kept->facts.clients[i];
        known.insert(client.id.text);
        named.push_back(client.parent);
    }
    const auto earlier = earlierClients(workspace, period, named, std::move(known));
    if (!earlier)
        return earlier.error();
    const auto stated = static_cast<std::ptrdiff_t>(kept->statedClients);
    auto &clients = kept->facts.clients;
    if (!std::equal(clients.begin() + stated, clients.end(), earlier->begin(), earlier->end())) {
        // Someone may still hold the facts as they were.
        if (kept.use_count() > 1)
            kept = std::make_shared<LoadedFacts>(*kept);
        auto &own = kept->facts.clients;
        own.resize(kept->statedClients);
        own.insert(own.end(), earlier->begin(), earlier->end());
    }
    return std::shared_ptr<const LoadedFacts>(kept);
}

} // namespace br
