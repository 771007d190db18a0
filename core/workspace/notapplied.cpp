#include "core/workspace/notapplied.h"

#include "core/base/filename.h"
#include "core/base/sha256.h"
#include "core/reconcile/notapplied.h"
#include "core/store/approvalstore.h"
#include "core/store/positionstore.h"
#include "core/workspace/adjusting.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>

namespace br {

namespace {

using Pair = std::pair<ClientId, ServiceId>;

// What one period says about the quantity of one client and service.
struct Said {
    const LastWord *plain = nullptr; // approved: this target
    std::vector<std::pair<const LastWord *, Units>> moves;
    bool isDismissed = false;
};

using SaidOfPeriod = std::map<Pair, Said>;

void hear(const LastWord &word, Day asOf, SaidOfPeriod &said)
{
    const bool isMove = word.kind == Kind::MismatchedService;
    if (!word.isApproval) {
        if (!isMove)
            said[{word.client, word.service}].isDismissed = true;
        return;
    }
    if (word.effective > asOf)
        return;
    const auto target = toUnits(word.target);
    if (isMove) {
        said[{word.client, word.service}].moves.emplace_back(&word, -target);
        said[{word.client, word.otherService}].moves.emplace_back(&word, target);
        return;
    }
    auto &plain = said[{word.client, word.service}].plain;
    // Where this period's own quantity was approved as well, the older adjustment handed over again says nothing more.
    if (!plain || plain->kind == Kind::NotApplied)
        plain = &word;
}

// Nothing where there is no position, which bills nothing.
Result<Units> billedThen(Workspace &workspace, Period period, const Pair &pair)
{
    const auto positions = PositionStore(workspace.database()).positionsOf(period, pair.first);
    if (!positions)
        return positions.error();
    const auto found = std::ranges::find(*positions, pair.second, &Position::service);
    return found == positions->end() ? Units() : found->billed;
}

Result<bool> wasShown(Workspace &workspace, const std::vector<Period> &compared, const EarlierApproval &approval)
{
    for (const auto period : compared) {
        if (period <= approval.period)
            continue;
        const auto billed = billedThen(workspace, period, {approval.client, approval.service});
        if (!billed)
            return billed.error();
        if (isShown(approval, *billed))
            return true;
    }
    return false;
}

Result<std::vector<Period>> comparedBefore(Workspace &workspace, Period period)
{
    const auto runs = PositionStore(workspace.database()).runs();
    if (!runs)
        return runs.error();
    std::vector<Period> compared;
    for (const auto &run : *runs) {
        if (run.period < period)
            compared.push_back(run.period);
    }
    return compared;
}

Result<std::optional<EarlierApproval>> approvalOf(Workspace &workspace, Period period, const Pair &pair, const Said &said)
{
    if (!said.plain && said.moves.empty())
        return std::optional<EarlierApproval>();
    const auto *first = said.plain ? said.plain : said.moves.front().first;
    const auto before = said.plain ? Result<Units>(said.plain->billed.value_or(Units())) : billedThen(workspace, period, pair);
    if (!before)
        return before.error();
    EarlierApproval approval{period, pair.first, pair.second, first->key, *before, {}, first->effective, first->by, {}, {}};
    approval.target = said.plain ? toUnits(said.plain->target) : approval.before;
    const bool isFinal = said.plain && isEntered(said.plain->target, said.plain->usual);
    for (const auto &[word, delta] : said.moves)
        approval.target += isFinal && word->effective <= said.plain->effective ? Units() : delta;
    auto sheet = ApprovalStore(workspace.database()).sheetOf(first->key);
    if (!sheet)
        return sheet.error();
    approval.sheet = fileNameOf(sheet->first);
    approval.sheetAt = std::move(sheet->second);
    return std::optional(std::move(approval));
}

} // namespace

Result<std::vector<EarlierApproval>> earlierApprovals(Workspace &workspace, Period period, Day asOf)
{
    const auto words = ApprovalStore(workspace.database()).wordsBefore(period);
    if (!words)
        return words.error();
    std::vector<EarlierApproval> expected;
    std::set<Pair> settled;
    for (auto word = words->begin(); word != words->end();) {
        const auto of = word->period;
        SaidOfPeriod said;
        for (; word != words->end() && word->period == of; ++word)
            hear(*word, asOf, said);
        for (const auto &[pair, about] : said) {
            auto approval = settled.contains(pair) ? std::optional<EarlierApproval>() : approvalOf(workspace, of, pair, about);
            if (!approval)
                return approval.error();
            if (*approval)
                expected.push_back(std::move(**approval));
            if (*approval || about.isDismissed)
                settled.insert(pair);
        }
    }
    std::ranges::sort(expected, {}, [](const EarlierApproval &a) { return std::tie(a.client, a.service); });
    return expected;
}

Status addNotApplied(
    Workspace &workspace, const PeriodFacts &facts, const Rules &rules, std::vector<EarlierApproval> approvals, Reconciliation &result)
{
    const auto compared = comparedBefore(workspace, facts.period);
    if (!compared)
        return compared.error();
    std::vector<EarlierApproval> outstanding;
    for (auto &approval : approvals) {
        const auto *position = positionOf(result.positions, approval);
        if (isShown(approval, position ? position->billed : Units()))
            continue;
        const auto shown = wasShown(workspace, *compared, approval);
        if (!shown)
            return shown.error();
        if (!*shown)
            outstanding.push_back(std::move(approval));
    }
    addNotApplied(facts, rules, outstanding, result);
    return {};
}

std::string approvalsHash(const std::vector<EarlierApproval> &approvals)
{
    if (approvals.empty())
        return {};
    Sha256 hash;
    for (const auto &approval : approvals)
        hash.add(approval.key + '\n' + approval.client.text + '\n' + approval.service.text + '\n' + approval.before.toString() + '\n'
            + approval.target.toString() + '\n');
    return hash.hex();
}

} // namespace br
