// Discrepancy: a position, account, meter, source or asset that needs a person; and its stable key.
//
// The key is made of period, kind and subject only, so running again gives the same key. Plain values.
#pragma once

#include "core/domain/position.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace br {

enum class Kind {
    Underbilled,
    NotBilled,
    Overbilled,
    NoUsage,
    StaleQuantity,
    MismatchedService,
    Unverified,
    UnmappedClient,
    UnmappedService,
    DuplicateSeat,
    DuplicateLine,
    StaleUsage,
    CostMismatch,
    Commitment,
    SourceStale,
    NotApplied,
};
inline constexpr int kindCount = 16;

// Of one position at most one of these: billed and counted differ.
inline constexpr std::array differenceKinds{Kind::Underbilled, Kind::NotBilled, Kind::Overbilled, Kind::NoUsage, Kind::StaleQuantity};
constexpr bool isDifference(Kind kind) { return std::ranges::find(differenceKinds, kind) != differenceKinds.end(); }

std::string_view kindCode(Kind kind); // "underbilled"
std::optional<Kind> kindFromCode(std::string_view code);
// What a commitment costs is a sum until its end: never added to money a month.
constexpr bool isMoneyAMonth(Kind kind) { return kind != Kind::Commitment; }
bool canBeApproved(Kind kind); // there is a quantity in the PSA to adjust

struct Discrepancy;
// What approving takes without another word: the counted quantity, but for what another row moves between services; of a
// mismatched service what moves. None: unknown.
std::optional<Units> usualTarget(const Discrepancy &discrepancy);

struct Subject { // which fields are set depends on the kind (domain.md section 4)
    ClientId client;
    ServiceId service;
    ServiceId otherService; // mismatched_service: the service under; `service` is the one over
    SourceName source;
    AccountId account;
    MeterId meter;
    ProductId product;
    std::string assetKey; // folded
    bool operator==(const Subject &) const = default;
};

struct Discrepancy {
    Kind kind = Kind::Underbilled;
    Subject subject;
    std::optional<Units> billed;
    std::optional<Units> counted;
    std::optional<Units> difference; // what remains after substitution
    std::optional<Units> quantity;   // how many: moved seats, stale assets, times a key was counted, surplus, approved target
    std::optional<CyclePrice> price;
    std::optional<Decimal> impact;
    Currency currency; // of impact and price
    bool isEstimate = false;
    std::optional<Period> since;        // stale_quantity; not_applied: whose adjustment was approved
    MaybeDay until;                     // commitment
    std::optional<Decimal> otherAmount; // cost_mismatch: the vendor's unit cost; commitment: unit cost
    std::optional<Decimal> lineCost;    // cost_mismatch: the line's unit cost per month
    std::optional<int64_t> rows;        // source_stale: kept rows of the batch in force; 0: there is none
    bool operator==(const Discrepancy &) const = default;
};

// "2026-10/underbilled/<client>/<service>"; the parts are percent-encoded where they hold '/', '%' or control characters.
std::string discrepancyKey(Period period, const Discrepancy &discrepancy);

} // namespace br
