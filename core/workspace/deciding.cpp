#include "core/workspace/deciding.h"

#include "core/base/text.h"
#include "core/reconcile/standing.h"
#include "core/store/decisionstore.h"
#include "core/store/discrepancystore.h"
#include "core/store/eventstore.h"
#include "core/store/linkstore.h"
#include "core/store/positionstore.h"
#include "core/workspace/acting.h"
#include "core/workspace/periodreview.h"

#include <algorithm>
#include <map>

namespace br {

namespace {

Error invalid(std::string message) { return {Errc::InvalidInput, std::move(message)}; }

// What does not fit together in the request itself.
Status judgeRequest(const DecideRequest &request)
{
    const bool needsReason = request.act == Act::Accept || request.act == Act::Dismiss || request.act == Act::Reopen;
    if (needsReason && trimmed(request.reason).empty())
        return invalid(words("Deciding", "%1: give a reason; a year later it is what explains the decision.", {request.key}));
    if (request.act != Act::Approve && (request.quantity || request.from))
        return invalid(words("Deciding", "%1: a quantity and a first day belong to an approval only.", {request.key}));
    if (request.act != Act::Accept && request.until)
        return invalid(words("Deciding", "%1: a last day belongs to accepting only.", {request.key}));
    if (request.quantity && request.quantity->sign() < 0)
        return invalid(words("Deciding", "%1: a quantity to bill cannot be below 0.", {request.key}));
    return {};
}

Status judgeState(const DecideRequest &request, State state)
{
    const bool isDecided = state == State::Approved || state == State::Accepted || state == State::Dismissed;
    if (request.act == Act::Reopen && state == State::Open)
        return Error{Errc::Conflict, words("Deciding", "%1 is open already.", {request.key})};
    if (request.act == Act::Start && state == State::InReview)
        return Error{Errc::Conflict, words("Deciding", "%1 is in review already.", {request.key})};
    if (request.act != Act::Reopen && isDecided)
        return Error{Errc::Conflict,
            words("Deciding", "%1 is %2 already. Reopen it with a reason before deciding again.",
                {request.key, std::string(stateCode(state))})};
    return {};
}

Result<Decimal> targetOf(const DecideRequest &request, const Discrepancy &d)
{
    if (!canBeApproved(d.kind))
        return invalid(words("Deciding",
            "%1: there is no quantity in the PSA to adjust for this kind of discrepancy. Accept it or dismiss it with a reason.",
            {request.key}));
    const bool isMove = d.kind == Kind::MismatchedService;
    const auto usual = usualTarget(d);
    if (!request.quantity && !usual)
        return invalid(words("Deciding", "%1: what was counted is unknown; say which quantity to bill.", {request.key}));
    const auto target = request.quantity ? *request.quantity : toDecimal(*usual);
    if (isMove && (target.isZero() || (d.quantity && toUnits(target) > d.quantity->abs())))
        return invalid(words("Deciding", "%1: up to %2 can be moved from one service to the other.",
            {request.key, d.quantity.value_or(Units()).toString()}));
    if (!isMove && d.billed && toUnits(target) == *d.billed)
        return invalid(words("Deciding", "%1: %2 is billed now, so there is nothing to adjust. Accept the row if it shall stay so.",
            {request.key, target.toString()}));
    return target;
}

Result<Decision> decisionFor(const DecideRequest &request, const Discrepancy &discrepancy, Period period, const Acted &acted)
{
    Decision decision{
        request.key, request.act, {}, {}, {}, std::string(trimmed(request.reason)), acted.by, acted.at, numbersOf(discrepancy)};
    if (request.act == Act::Approve) {
        auto target = targetOf(request, discrepancy);
        if (!target)
            return target.error();
        decision.targetQuantity = *target;
        decision.effective = request.from ? *request.from : period.next().firstDay();
    }
    if (request.act == Act::Accept && request.until) {
        if (*request.until < period.firstDay())
            return invalid(words("Deciding", "%1: the last day %2 lies before the period.", {request.key, request.until->toString()}));
        decision.until = request.until;
    }
    return decision;
}

Error unknownKey(Workspace &workspace, const std::string &key)
{
    const auto period = Period::parse(std::string_view(key).substr(0, 7));
    if (!period)
        return {Errc::NotFound,
            words("Deciding",
                "\"%1\" is not the key of a discrepancy. A key begins with its period, like 2026-10/underbilled/…; list the "
                "discrepancies of a period to see their keys.",
                {key})};
    const auto run = PositionStore(workspace.database()).run(*period);
    if (run && !*run)
        return {Errc::NotFound,
            words("Deciding", "%1 has not been reconciled yet, so there is no discrepancy \"%2\".", {period->toString(), key})};
    return {Errc::NotFound,
        words(
            "Deciding", "There is no discrepancy \"%1\" now. List the discrepancies of %2 to see their keys.", {key, period->toString()})};
}

// Everything that decisions of one period are judged by.
struct PeriodDesk {
    Period period;
    PeriodReview review;

    static Result<PeriodDesk> load(Workspace &workspace, Period period)
    {
        const auto run = PositionStore(workspace.database()).run(period);
        if (!run)
            return run.error();
        auto review = PeriodReview::load(workspace, period, comparedDay(*run, period));
        if (!review)
            return review.error();
        return PeriodDesk{period, std::move(*review)};
    }
};

Result<Decision> decideOne(Workspace &workspace, Acting &acting, const DecideRequest &request, std::map<Period, PeriodDesk> &desks)
{
    if (const auto fits = judgeRequest(request); !fits)
        return fits.error();
    const auto period = Period::parse(std::string_view(request.key).substr(0, 7));
    if (!period)
        return unknownKey(workspace, request.key);
    const auto found = DiscrepancyStore(acting.database()).find(*period, request.key);
    if (!found)
        return found.error();
    if (!*found)
        return unknownKey(workspace, request.key);
    auto desk = desks.find(*period);
    if (desk == desks.end()) {
        auto loaded = PeriodDesk::load(workspace, *period);
        if (!loaded)
            return loaded.error();
        desk = desks.emplace(*period, std::move(*loaded)).first;
    }
    const auto &discrepancy = (*found)->discrepancy;
    if (const auto fits = judgeState(request, desk->second.review.of(request.key, numbersOf(discrepancy)).state); !fits)
        return fits.error();
    Acted acted = acting.acted();
    if (!request.by.empty())
        acted.by = request.by;
    auto decision = decisionFor(request, discrepancy, *period, acted);
    if (!decision)
        return decision;
    if (const auto stored = DecisionStore(acting.database()).append(*period, *decision); !stored)
        return stored.error();
    const auto told = appendEvent(
        acting.database(), acted.at, acted.by, "decide." + std::string(actCode(request.act)), request.key, decisionDetail(*decision));
    if (!told)
        return told.error();
    desk->second.review.add(*decision);
    return decision;
}

// The first few say it; thirty keys would fill a screen.
std::string firstOf(const std::vector<std::string> &sentences)
{
    constexpr size_t shown = 3;
    const auto first = std::vector(sentences.begin(), sentences.begin() + static_cast<std::ptrdiff_t>(std::min(shown, sentences.size())));
    const auto text = joined(first, "\n");
    return sentences.size() <= shown ? text : text + "\n" + words("Deciding", "… and %1 more.", {std::to_string(sentences.size() - shown)});
}

bool isAboutRow(Errc code) { return code == Errc::InvalidInput || code == Errc::NotFound || code == Errc::Conflict; }

} // namespace

// What is empty is left out, so the older form is the same without the numbers that came later.
static std::string detailAs(const Decision &d, bool hasLater)
{
    const auto text = [](const auto &value) { return value ? value->toString() : std::string(); };
    const auto later = [hasLater](std::string value) { return hasLater ? std::move(value) : std::string(); };
    return detailOf({{"quantity", text(d.targetQuantity)}, {"from", text(d.effective)}, {"until", text(d.until)}, {"reason", d.reason},
        {"billed", text(d.seen.billed)}, {"counted", text(d.seen.counted)}, {"difference", text(d.seen.difference)},
        {"impact", text(d.seen.impact)}, {"currency", d.seen.currency.toString()}, {"seen_quantity", later(text(d.seen.quantity))},
        {"other_amount", later(text(d.seen.otherAmount))}, {"line_cost", later(text(d.seen.lineCost))}, {"end", later(text(d.seen.until))},
        {"rows", later(d.seen.rows ? std::to_string(*d.seen.rows) : std::string())}, {"form", later("2")}});
}

std::string decisionDetail(const Decision &d) { return detailAs(d, true); }
std::string olderDecisionDetail(const Decision &d) { return detailAs(d, false); }

Result<Decision> decide(Workspace &workspace, const DecideRequest &request)
{
    auto all = decideAll(workspace, {request});
    if (!all)
        return all.error();
    return std::move(all->front());
}

Result<std::vector<Decision>> decideAll(Workspace &workspace, const std::vector<DecideRequest> &requests)
{
    auto acting = Acting::begin(workspace);
    if (!acting)
        return acting.error();
    std::map<Period, PeriodDesk> desks;
    std::vector<Decision> decisions;
    std::vector<std::string> refused;
    Errc code = Errc::Refused;
    for (const auto &request : requests) {
        auto decision = decideOne(workspace, *acting, request, desks);
        if (decision) {
            decisions.push_back(std::move(*decision));
            continue;
        }
        if (!isAboutRow(decision.error().code))
            return decision.error();
        code = decision.error().code;
        refused.push_back(decision.error().message);
    }
    if (refused.size() == 1 && requests.size() == 1)
        return Error{code, refused.front()};
    if (!refused.empty())
        return Error{Errc::Refused,
            words("Deciding", "Nothing was decided: %1 of %2 rows cannot be.",
                {std::to_string(refused.size()), std::to_string(requests.size())})
                + "\n" + firstOf(refused)};
    if (const auto done = acting->commit(); !done)
        return done.error();
    return decisions;
}

Result<std::vector<Decision>> decisions(Workspace &workspace, const std::string &key)
{
    const auto period = Period::parse(std::string_view(key).substr(0, 7));
    if (!period)
        return unknownKey(workspace, key);
    return DecisionStore(workspace.database()).ofKey(*period, key);
}

Status addNote(Workspace &workspace, const Note &note)
{
    if (trimmed(note.text).empty())
        return invalid(words("Deciding", "A note needs a text."));
    if (note.key.empty() == note.client.isEmpty())
        return invalid(words("Deciding", "A note belongs to a discrepancy or to a client."));
    auto acting = Acting::begin(workspace, note.by);
    if (!acting)
        return acting.error();
    if (!note.key.empty()) {
        const auto period = Period::parse(std::string_view(note.key).substr(0, 7));
        const auto found = DiscrepancyStore(acting->database()).find(period ? *period : Period(), note.key);
        if (!found)
            return found.error();
        if (!period || !*found)
            return unknownKey(workspace, note.key);
    }
    if (!note.client.isEmpty()) {
        const auto known = LinkStore(acting->database()).knownClients();
        if (!known)
            return known.error();
        if (!known->contains(note.client.text))
            return Error{Errc::NotFound, words("Deciding", "No import of the PSA has a client with the id \"%1\".", {note.client.text})};
    }
    Note stored = note;
    stored.by = acting->acted().by;
    stored.at = acting->acted().at;
    if (auto added = DecisionStore(acting->database()).addNote(stored); !added)
        return added;
    const auto &subject = stored.key.empty() ? stored.client.text : stored.key;
    if (auto told = acting->event("note.add", subject, detailOf({{"text", stored.text}})); !told)
        return told;
    return acting->commit();
}

Result<std::vector<Note>> notes(Workspace &workspace, const std::string &key, const ClientId &client)
{
    DecisionStore store(workspace.database());
    return key.empty() ? store.notesOfClient(client) : store.notesOfKey(key);
}

Result<std::vector<Event>> events(Workspace &workspace, int64_t before, int limit)
{
    return readEvents(workspace.database(), before, limit);
}

} // namespace br
