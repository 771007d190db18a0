#include "core/workspace/factsloading.h"

#include "core/reconcile/reconcile.h"
#include "core/store/batchstore.h"
#include "core/store/positionstore.h"
#include "core/workspace/factscache.h"

#include <algorithm>
#include <map>
#include <sstream>

namespace br {

namespace {

struct Earlier {
    Period period;
    std::optional<StoredRun> run;
    std::string inForce;
    bool isCurrent() const;
};

std::vector<std::string> idsOf(const std::string &text)
{
    std::vector<std::string> ids;
    std::istringstream stream(text);
    for (std::string id; std::getline(stream, id, ',');)
        ids.push_back(id);
    return ids;
}

// A run stays good when a source is taken out later; it does not when a batch came that it has not read.
bool Earlier::isCurrent() const
{
    if (!run)
        return false;
    const auto read = idsOf(run->batches);
    const auto now = idsOf(inForce);
    return std::all_of(
        now.begin(), now.end(), [&](const std::string &id) { return std::find(read.begin(), read.end(), id) != read.end(); });
}

Result<std::vector<Earlier>> earlierPeriods(Workspace &workspace, Period before)
{
    const auto runs = PositionStore(workspace.database()).runs();
    const auto periods = BatchStore(workspace.database()).periods();
    if (!runs || !periods)
        return runs ? periods.error() : runs.error();
    std::map<Period, Earlier> found;
    for (const auto &run : *runs) {
        if (run.period < before)
            found[run.period] = {run.period, run, {}};
    }
    for (const auto period : *periods) {
        if (period < before)
            found[period].period = period;
    }
    std::vector<Earlier> list;
    for (auto &[period, earlier] : found) {
        auto inForce = batchesInForce(workspace, period);
        if (!inForce)
            return inForce.error();
        earlier.inForce = std::move(*inForce);
        list.push_back(std::move(earlier));
    }
    return list;
}

bool isBefore(const EarlierPosition &left, const EarlierPosition &right)
{
    return left.client != right.client ? left.client < right.client : left.service < right.service;
}

// Both by client and service; where both know a position, `later` is kept.
std::vector<EarlierPosition> merged(std::vector<EarlierPosition> sooner, std::vector<EarlierPosition> later)
{
    if (sooner.empty())
        return later;
    std::vector<EarlierPosition> out;
    out.reserve(sooner.size() + later.size() / 8);
    auto old = sooner.begin();
    for (auto &position : later) {
        for (; old != sooner.end() && isBefore(*old, position); ++old)
            out.push_back(std::move(*old));
        if (old != sooner.end() && !isBefore(position, *old))
            ++old;
        out.push_back(std::move(position));
    }
    std::move(old, sooner.end(), std::back_inserter(out));
    return out;
}

Result<std::vector<EarlierPosition>> computed(
    Workspace &workspace, const Earlier &earlier, const Rules &rules, const std::vector<EarlierPosition> &history, Progress &progress)
{
    const auto asOf = comparedDay(earlier.run, earlier.period);
    const auto loaded = loadFacts(workspace, earlier.period, asOf, rules, progress);
    if (!loaded)
        return loaded.error();
    auto result = reconcile((*loaded)->facts, rules, history);
    std::vector<EarlierPosition> known;
    for (auto &position : result.positions) {
        if (position.counted)
            known.push_back({earlier.period, std::move(position.client), std::move(position.service), position.billed, *position.counted,
                position.staleSince});
    }
    return known;
}

std::string dependsOn(Period period, const std::vector<Earlier> &list, const Rules &rules)
{
    std::string text = period.toString();
    bool isComputed = false;
    for (const auto &earlier : list) {
        const bool isCurrent = earlier.isCurrent();
        isComputed = isComputed || !isCurrent;
        text += '\n' + earlier.period.toString() + (isCurrent ? " run " + earlier.run->at : " " + earlier.inForce);
    }
    return isComputed ? text + '\n' + rulesHash(rules) : text;
}

} // namespace

// By what the runs compared and not by when: an earlier month compared again without a change leaves the later ones as they are.
Result<std::string> historyInputs(Workspace &workspace, Period period)
{
    const auto list = earlierPeriods(workspace, period);
    if (!list)
        return list.error();
    std::string text;
    for (const auto &earlier : *list) {
        const auto asOf = comparedDay(earlier.run, earlier.period);
        text += '\n' + earlier.period.toString() + ' ' + asOf.toString();
        text += earlier.isCurrent() ? " run " + earlier.run->batches + ' ' + earlier.run->rulesSha : ' ' + earlier.inForce;
    }
    return text;
}

Result<std::shared_ptr<const History>> loadHistory(Workspace &workspace, Period period, const Rules &rules, Progress &progress)
{
    const auto list = earlierPeriods(workspace, period);
    if (!list)
        return list.error();
    auto &cache = workspace.factsCache();
    const auto key = dependsOn(period, *list, rules);
    if (cache.history && cache.historyOf == key)
        return cache.history;
    History history;
    PositionStore store(workspace.database());
    for (const auto &earlier : *list) {
        auto known = earlier.isCurrent() ? store.known(earlier.period) : computed(workspace, earlier, rules, history, progress);
        if (!known)
            return known.error();
        history = merged(std::move(history), std::move(*known));
    }
    cache.historyOf = key;
    cache.history = std::make_shared<const History>(std::move(history));
    return cache.history;
}

} // namespace br
