// Review: what people say about discrepancies, append-only, with the numbers as seen then.
#pragma once

#include "core/domain/discrepancy.h"

#include <string>
#include <vector>

namespace br {

enum class State { Open, InReview, Approved, Accepted, Dismissed, Outdated }; // Outdated: decided, then the numbers moved
std::string_view stateCode(State state);
std::optional<State> stateFromCode(std::string_view code);

enum class Act { Start, Approve, Accept, Dismiss, Reopen };
std::string_view actCode(Act act);

struct SeenNumbers {
    std::optional<Units> billed;
    std::optional<Units> counted;
    std::optional<Units> difference;
    std::optional<Units> quantity;
    std::optional<Decimal> impact;
    Currency currency;
    std::optional<Decimal> otherAmount; // these four as the discrepancy's; none also where the decision is older than they are
    std::optional<Decimal> lineCost;
    MaybeDay until;
    std::optional<int64_t> rows;
    bool operator==(const SeenNumbers &) const = default;
};

struct Decision {
    std::string key;
    Act act = Act::Approve;
    std::optional<Decimal> targetQuantity; // approve: bill this many (of the adjustable line's service units)
    MaybeDay effective;                    // approve: from this day
    MaybeDay until;                        // accept: last day; none: once
    std::string reason;
    std::string by;
    std::string at; // UTC
    SeenNumbers seen;
    bool operator==(const Decision &) const = default;
};

struct Note {
    std::string key; // of a discrepancy, or empty
    ClientId client; // of a client thread, or empty
    std::string text;
    std::string by;
    std::string at;
    bool operator==(const Note &) const = default;
};

// One entry of the append-only log. hash = SHA-256 over the canonical fields and the previous entry's hash.
struct Event {
    int64_t sequence = 0;
    std::string at;
    std::string by;
    std::string what; // "import", "decide.approve", "export", "link", …
    std::string subject;
    std::string detail; // JSON
    std::string previousHash;
    std::string hash;
    bool operator==(const Event &) const = default;
};

} // namespace br
