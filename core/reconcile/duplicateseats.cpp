#include "core/reconcile/findings.h"

#include <algorithm>
#include <span>

namespace br {

namespace {

using Hits = std::span<const KeyHit>; // of one service and key, by draft and entry

// How often one client's key is counted: over entries for sum, within one entry for max, once for distinct.
int64_t timesCounted(Combine combine, Hits ofClient)
{
    if (combine == Combine::Distinct)
        return 1;
    if (combine == Combine::Sum)
        return static_cast<int64_t>(ofClient.size());
    int64_t most = 0;
    for (size_t at = 0; at < ofClient.size();) {
        const auto entry = ofClient[at].entry;
        const auto next = std::ranges::find_if(ofClient.subspan(at), [&](const KeyHit &hit) { return hit.entry != entry; });
        const auto end = static_cast<size_t>(next - ofClient.begin());
        most = std::max(most, static_cast<int64_t>(end - at));
        at = end;
    }
    return most;
}

struct Seat {
    uint32_t clients = 0;
    uint32_t client = nowhere;
    int64_t times = 0;
};

Seat seatOf(const World &world, const Drafts &drafts, const Verification &verification, Hits hits)
{
    Seat seat;
    for (size_t at = 0; at < hits.size();) {
        size_t end = at + 1;
        while (end < hits.size() && hits[end].draft == hits[at].draft)
            ++end;
        const auto &draft = drafts[hits[at].draft];
        if (world.isClient(draft.owner) && verification.isVerified(draft.owner, draft.service)) {
            ++seat.clients;
            seat.client = draft.owner;
            seat.times += timesCounted(world.services[draft.service]->combine, hits.subspan(at, end - at));
        }
        at = end;
    }
    return seat;
}

} // namespace

void findDuplicateSeats(const World &world, const Drafts &drafts, const Verification &verification, Discrepancies &rows)
{
    const Hits all(drafts.keys);
    for (size_t at = 0; at < all.size();) {
        size_t end = at + 1;
        while (end < all.size() && all[end].service == all[at].service && all[end].key == all[at].key)
            ++end;
        const auto seat = end - at > 1 ? seatOf(world, drafts, verification, all.subspan(at, end - at)) : Seat{};
        if (seat.times > 1) { // two clients, or one that counts it more than once
            Discrepancy row;
            row.kind = Kind::DuplicateSeat;
            row.subject.service = world.services[all[at].service]->id;
            row.subject.assetKey = drafts.keyTexts.text(all[at].key);
            if (seat.clients == 1)
                row.subject.client.text = world.clients[seat.client];
            row.quantity = Units::fromInt(seat.times);
            rows.push_back(std::move(row));
        }
        at = end;
    }
}

} // namespace br
