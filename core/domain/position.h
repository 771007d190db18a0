// Position: client x service x period, billed and counted side by side.
#pragma once

#include "core/domain/rules.h"
#include "core/domain/trace.h"

#include <optional>

namespace br {

// The kind a position has by its own numbers, before substitution. Match: within tolerance.
enum class Standing { Match, Unverified, UnverifiedUnbilled, Underbilled, NotBilled, Overbilled, NoUsage };

struct Position {
    ClientId client;
    ServiceId service;
    Units billed;
    std::optional<Units> counted;    // none: unknown (unverified)
    std::optional<CyclePrice> price; // of a difference; none: unknown
    std::optional<Decimal> impact;   // of the whole difference, rounded; none: unknown
    bool hasActiveLine = false;
    LineId adjustableLine; // empty: none
    Decimal adjustableQuantity;
    Decimal adjustableIncluded; // 0 where the price is not the line's
    bool isPriceOfLine = false; // the adjustable line's: what it includes, and that it cannot go below zero, counts in the impact
    Standing standing = Standing::Match;
    std::optional<Period> staleSince; // set where the standing is also stale_quantity
    Trace trace;

    bool isVerified() const { return counted.has_value(); }
    std::optional<Units> difference() const { return counted ? std::optional(*counted - billed) : std::nullopt; }
    bool operator==(const Position &) const = default;
};

} // namespace br
