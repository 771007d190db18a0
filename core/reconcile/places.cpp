#include "core/reconcile/places.h"

#include "core/base/text.h"
#include "core/reconcile/classify.h"
#include "core/reconcile/combining.h"
#include "core/reconcile/exceptions.h"
#include "core/reconcile/rowsby.h"
#include "core/reconcile/stalehistory.h"
#include "core/reconcile/steps.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace br {

namespace {

bool isBefore(const LineHit *a, const LineHit *b)
{
    return std::tie(a->line->id, a->line->agreement, a->entry, a->line->quantity)
        < std::tie(b->line->id, b->line->agreement, b->entry, b->line->quantity);
}

// The active lines of each draft together, in a fixed order.
class LinesByDraft final {
public:
    explicit LinesByDraft(const Drafts &drafts)
        : m_hits(drafts.lines)
        , m_rows(numbered(drafts.lines, [](const LineHit &hit) { return hit.draft; }), drafts.size())
    {
    }
    const std::vector<const LineHit *> &of(uint32_t draft)
    {
        m_ofDraft.clear();
        for (const auto row : m_rows.of(draft))
            m_ofDraft.push_back(&m_hits[row]);
        std::ranges::sort(m_ofDraft, isBefore);
        return m_ofDraft;
    }

private:
    const std::vector<LineHit> &m_hits;
    RowsBy m_rows;
    std::vector<const LineHit *> m_ofDraft; // of the one asked for last
};

void tellLines(Trace &trace, const Service &service, const std::vector<const LineHit *> &hits)
{
    Wide running = 0;
    for (const auto *hit : hits) {
        const Wide amount = Wide{hit->line->quantity.raw()} * service.billed[hit->entry].each.raw();
        running += amount;
        trace.push_back(
            {TraceCode::BilledLine, static_cast<int>(hit->entry), narrowed(Wide{hit->line->quantity.raw()} * Decimal::one).value,
                narrowed(amount).value, narrowed(running).value, hit->line->id.text, hit->line->product.text});
    }
}

} // namespace

class Places::Assembly final {
public:
    Assembly(const World &world, const Drafts &drafts, const Verification &verification, const PriceList &prices,
        const std::vector<EarlierPosition> &history, std::vector<std::string> &warnings)
        : m_world(world)
        , m_drafts(drafts)
        , m_verification(verification)
        , m_prices(prices)
        , m_lines(drafts)
        , m_exceptions(world, warnings)
        , m_history(world, history)
        , m_warnings(warnings)
    {
    }

    void fill(Place &place, uint32_t number)
    {
        const auto &draft = m_drafts[number];
        const auto &service = *m_world.services[draft.service];
        place.draft = number;
        place.pricing = m_prices.of(draft);
        place.remaining = {};
        auto &position = *place.position;
        clear(position);
        position.client.text = m_world.clients[draft.owner];
        position.service = service.id;
        position.hasActiveLine = draft.hasActiveLine;
        position.price = place.pricing.price;
        position.isPriceOfLine = place.pricing.isOfLine;
        if (draft.adjustable.line) {
            position.adjustableLine = draft.adjustable.line->id;
            position.adjustableQuantity = draft.adjustable.line->quantity;
            position.adjustableIncluded = place.pricing.included;
        }
        tellLines(position.trace, service, m_lines.of(number));
        const bool fits = fillNumbers(position, number);
        position.standing = fits ? standingOf(service.tolerance, position.billed, position.counted, position.hasActiveLine, place.pricing)
                                 : Standing::Unverified;
        if (position.counted) {
            place.remaining = *position.difference();
            position.impact = impactOf(place.pricing, place.remaining);
        }
        if (isDifference(position.standing))
            position.staleSince = m_history.since(draft.owner, draft.service, position.billed);
        if (!fits) {
            m_warnings.push_back(words("reconcile",
                "The numbers of client %1 and service %2 are out of range, so they were not compared; check the quantities in the files.",
                {position.client.text, position.service.text}));
            place.pricing.price.reset(); // nothing may be valued with a number that was cut
        } else if (position.counted && position.price && !position.impact) {
            m_warnings.push_back(words("reconcile",
                "The numbers of client %1 and service %2 are out of range, so their worth is not known; "
                "check the quantities and prices in the files.",
                {position.client.text, position.service.text}));
        }
    }

private:
    // Keeps the room of its trace, for the next client's.
    static void clear(Position &position)
    {
        auto trace = std::move(position.trace);
        trace.clear();
        position = Position();
        position.trace = std::move(trace);
    }

    static void tellTooLarge(Trace &trace) { trace.push_back({TraceCode::TooLarge, -1, {}, {}, {}, {}, {}}); }

    // False: a number is beyond what can be compared, so nothing is known to be counted.
    bool fillNumbers(Position &position, uint32_t number)
    {
        const auto &draft = m_drafts[number];
        auto &trace = position.trace;
        const auto billed = narrowed(draft.billed);
        position.billed = billed.value;
        if (!m_verification.isVerified(draft.owner, draft.service)) {
            m_verification.tell(draft.owner, draft.service, trace);
            if (!billed.fits)
                tellTooLarge(trace);
            return billed.fits;
        }
        const Wide raw = rawCount(m_world, m_drafts, number, &trace);
        const auto &service = *m_world.services[draft.service];
        const auto counted = narrowed(afterSteps(service, raw, draft.hasActiveLine, m_exceptions.of(draft.owner, draft.service), trace));
        if (!billed.fits || !counted.fits) {
            tellTooLarge(trace);
            return false;
        }
        position.counted = counted.value;
        return true;
    }

    const World &m_world;
    const Drafts &m_drafts;
    const Verification &m_verification;
    const PriceList &m_prices;
    LinesByDraft m_lines;
    Exceptions m_exceptions;
    StaleHistory m_history;
    std::vector<std::string> &m_warnings;
};

Places::Places(const World &world, const Drafts &drafts, const Verification &verification, const PriceList &prices,
    const std::vector<EarlierPosition> &history, std::vector<std::string> &warnings)
    : m_drafts(drafts)
    , m_assembly(std::make_unique<Assembly>(world, drafts, verification, prices, history, warnings))
    , m_order(drafts.inOrder())
{
    const auto end = std::ranges::find_if(m_order, [&](uint32_t number) { return !world.isClient(drafts[number].owner); });
    m_order.erase(end, m_order.end());
}

Places::~Places() = default;

bool Places::next()
{
    if (m_next == m_order.size())
        return false;
    const auto owner = m_drafts[m_order[m_next]].owner;
    const auto isOthers = [&](uint32_t number) { return m_drafts[number].owner != owner; };
    const auto first = m_order.begin() + static_cast<std::ptrdiff_t>(m_next);
    m_size = static_cast<size_t>(std::find_if(first, m_order.end(), isOthers) - first);
    if (m_positions.size() < m_size) {
        m_positions.resize(m_size);
        m_places.resize(m_size);
        for (size_t i = 0; i < m_size; ++i)
            m_places[i].position = &m_positions[i];
    }
    for (size_t i = 0; i < m_size; ++i)
        m_assembly->fill(m_places[i], m_order[m_next + i]);
    m_next += m_size;
    return true;
}

} // namespace br
