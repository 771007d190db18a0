// EventStore: the append-only log, each entry chained to the one before it by SHA-256.
//
// hash = SHA-256 over sequence, at, by, what, subject, detail and the previous hash, each as "<bytes>:<text>" in this order.
// The caller holds the transaction in which the thing itself happens. An edit, a deletion in the middle, an insertion or a swap
// is found by verifyChain; entries cut off at the end or a whole log written anew are not, without a copy of the head outside.
// Thread rule: the Database's thread.
#pragma once

#include "core/domain/review.h"
#include "core/store/database.h"

#include <string>
#include <vector>

namespace br {

struct ChainVerdict {
    bool isWhole = true;
    int64_t entries = 0;     // looked at, up to and with the broken one
    int64_t firstBroken = 0; // sequence of the first entry that does not fit; 0: none
    std::string reason;      // in words; empty: whole
    std::string head;        // hash of the last good entry
};

// `detail`: a JSON object.
Result<Event> appendEvent(Database &database, const std::string &at, const std::string &by, const std::string &what,
    const std::string &subject, const std::string &detail);
Result<ChainVerdict> verifyChain(Database &database);
Result<std::vector<Event>> readEvents(Database &database, int64_t before, int limit); // newest first; before 0: from the end
std::string eventHash(const Event &event);                                            // from its fields and its previousHash

} // namespace br
