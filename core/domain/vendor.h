// What a vendor brings: accounts, meters, counts and assets, as one batch of a vendor source states them.
//
// A count's unit cost is per month. Days are calendar days. Class and status keep their original spelling; comparing
// folds them. Plain values.
#pragma once

#include "core/base/id.h"
#include "core/base/money.h"
#include "core/base/period.h"

#include <optional>
#include <string>

namespace br {

struct Account {
    SourceName source;
    AccountId id;
    std::string name;
    std::string domain; // a mail or web domain where the source states one, for suggestions; else empty
    bool operator==(const Account &) const = default;
};

struct Meter {
    SourceName source;
    MeterId id;
    std::string name;
    bool operator==(const Meter &) const = default;
};

enum class Measure { Purchased, Assigned, Used, Assets }; // a count has one of the first three

struct Count {
    SourceName source;
    AccountId account;
    MeterId meter;
    std::string subscription;
    Measure measure = Measure::Used;
    Decimal quantity;
    std::optional<Decimal> unitCost;
    Currency currency;
    std::string term;
    MaybeDay commitmentEnd;
    std::string status;
    MaybeDay chargedUntil = {}; // of charges: the last day that is paid for; months before it need not state the count again
    bool operator==(const Count &) const = default;
};

struct Asset {
    SourceName source;
    AccountId account;
    MeterId meter;
    AssetId id;
    std::string name;
    std::string assetClass; // empty: the vendor does not say
    std::string status;     // empty: the vendor does not say
    MaybeDay assigned;
    MaybeDay ended;
    MaybeDay lastSeen;
    bool operator==(const Asset &) const = default;
};

// What a source could not read though it is there: a tenant that refuses its key, a list that the key may not see; or what it does
// not state each month though it goes on: a term that is paid once a year. Its numbers are unknown, not zero.
struct Unread {
    SourceName source;
    AccountId account; // empty: all of them
    MeterId meter;     // empty: any of the account's
    std::string reason;
    bool onlyWhereAbsent = false; // a gap only for clients of whom the source states nothing that the service counts
    bool operator==(const Unread &) const = default;
};

} // namespace br
