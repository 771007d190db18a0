// The preview of rulemaking.h: the same period compared twice in memory, with the stored rules and with the edited service.
#include "core/workspace/rulemaking.h"

#include "core/base/text.h"
#include "core/reconcile/reconcile.h"
#include "core/reconcile/rulecheck.h"
#include "core/store/positionstore.h"
#include "core/workspace/factsloading.h"
#include "core/workspace/periodnames.h"

#include <algorithm>
#include <map>

namespace br {

namespace {

constexpr size_t mostSamples = 50;

Result<Reconciliation> runWith(Workspace &workspace, Period period, Day asOf, const Rules &rules)
{
    NoProgress silent;
    const auto facts = loadFacts(workspace, period, asOf, rules, silent);
    if (!facts)
        return facts.error();
    const auto history = loadHistory(workspace, period, rules, silent);
    if (!history)
        return history.error();
    return reconcile((*facts)->facts, rules, **history);
}

bool isAbout(const Discrepancy &d, const ServiceId &service) { return d.subject.service == service || d.subject.otherService == service; }

void addUp(const Reconciliation &run, const ServiceId &service, int &rows, std::vector<Money> &impact)
{
    std::map<Currency, Decimal> sums;
    for (const auto &d : run.discrepancies) {
        if (!isAbout(d, service))
            continue;
        ++rows;
        if (d.impact)
            sums[d.currency] += *d.impact;
    }
    for (const auto &[currency, amount] : sums)
        impact.push_back({amount, currency});
}

std::map<ClientId, const Position *> positionsOf(const Reconciliation &run, const ServiceId &service)
{
    std::map<ClientId, const Position *> positions;
    for (const auto &position : run.positions) {
        if (position.service == service)
            positions.emplace(position.client, &position);
    }
    return positions;
}

// What is found of a service at each client; a rule may change it without changing a quantity (a tolerance, a price).
std::map<ClientId, std::vector<Discrepancy>> findingsOf(const Reconciliation &run, const ServiceId &service)
{
    std::map<ClientId, std::vector<Discrepancy>> found;
    for (const auto &d : run.discrepancies) {
        if (isAbout(d, service) && !d.subject.client.isEmpty())
            found[d.subject.client].push_back(d);
    }
    return found;
}

// How far a client's position moves; for showing the largest first.
int64_t moveOf(const RuleEffect::Sample &s)
{
    const auto counted = s.countedAfter.value_or(Units()) - s.countedBefore.value_or(Units());
    return std::max(counted.abs().raw(), (s.billedAfter - s.billedBefore).abs().raw());
}

} // namespace

Result<RuleEffect> previewService(Workspace &workspace, Period period, const Service &service)
{
    if (const auto problems = problemsOf(service); !problems.empty())
        return Error{Errc::InvalidInput, joined(problems, "\n")};
    auto current = loadRules(workspace);
    if (!current)
        return current.error();
    const auto run = PositionStore(workspace.database()).run(period);
    if (!run)
        return run.error();
    const auto asOf = comparedDay(*run, period);
    const auto before = runWith(workspace, period, asOf, *current);
    if (!before)
        return before.error();
    const auto place = std::ranges::find(current->services, service.id, &Service::id);
    if (place == current->services.end())
        current->services.push_back(service);
    else
        *place = service;
    const auto after = runWith(workspace, period, asOf, *current);
    if (!after)
        return after.error();
    const auto names = PeriodNames::load(workspace, period);
    if (!names)
        return names.error();

    RuleEffect effect;
    addUp(*before, service.id, effect.rowsBefore, effect.impactBefore);
    addUp(*after, service.id, effect.rowsAfter, effect.impactAfter);
    const auto old = positionsOf(*before, service.id);
    const auto fresh = positionsOf(*after, service.id);
    effect.positionsBefore = static_cast<int>(old.size());
    effect.positionsAfter = static_cast<int>(fresh.size());
    std::map<ClientId, RuleEffect::Sample> samples;
    for (const auto &[client, position] : old) {
        samples[client].countedBefore = position->counted;
        samples[client].billedBefore = position->billed;
    }
    for (const auto &[client, position] : fresh) {
        samples[client].countedAfter = position->counted;
        samples[client].billedAfter = position->billed;
    }
    auto found = findingsOf(*before, service.id);
    auto foundThen = findingsOf(*after, service.id);
    for (auto &[client, sample] : samples) {
        const bool isNewOrGone = old.contains(client) != fresh.contains(client);
        if (!isNewOrGone && sample.countedBefore == sample.countedAfter && sample.billedBefore == sample.billedAfter
            && found[client] == foundThen[client])
            continue;
        ++effect.clientsChanged;
        sample.client = client;
        sample.clientName = names->clientName(client);
        effect.samples.push_back(std::move(sample));
    }
    std::ranges::stable_sort(effect.samples, [](const auto &a, const auto &b) { return moveOf(a) > moveOf(b); });
    if (effect.samples.size() > mostSamples)
        effect.samples.resize(mostSamples);
    return effect;
}

} // namespace br
