// What people decide about comparing: account links, ignored meters, services and dated exceptions.
//
// Plain values; validated by core/reconcile/rulecheck before they are stored.
#pragma once

#include "core/domain/vendor.h"

#include <string>
#include <vector>

namespace br {

struct AccountLink {
    enum class State { Linked, Ignored };
    SourceName source;
    AccountId account;
    ClientId client; // empty when ignored
    State state = State::Linked;
    std::string reason; // why linked (suggestion) or why ignored
    bool operator==(const AccountLink &) const = default;
};

struct IgnoredMeter {
    SourceName source;
    MeterId meter;
    std::string reason;
    bool operator==(const IgnoredMeter &) const = default;
};

struct CountException { // domain word: exception
    ClientId client;
    ServiceId service;
    Decimal quantity;
    std::string reason;
    std::string author;
    MaybeDay until; // last day; none: no end
    bool operator==(const CountException &) const = default;
};

struct BilledBy { // one unit of `product` covers `each` units of the service
    ProductId product;
    Decimal each = Decimal::fromInt(1);
    bool operator==(const BilledBy &) const = default;
};

struct CountedBy {
    SourceName source;
    MeterId meter;
    Measure measure = Measure::Assets;
    Decimal each = Decimal::fromInt(1);
    std::vector<std::string> classes; // empty: no filter; for measure Assets only
    std::vector<std::string> statuses;
    std::string namePattern; // empty: no filter; '*' and '?'
    bool operator==(const CountedBy &) const = default;
};

enum class Combine { Sum, Max, Distinct };
enum class DistinctBy { Name, Id };

struct Tolerance {
    Decimal quantity;
    Decimal percent;
    std::optional<Decimal> money;
    Decimal cost = Decimal::fromRaw(100); // 0.01
    bool operator==(const Tolerance &) const = default;
};

struct Service {
    ServiceId id;
    std::string name;                    // empty: shown as the id
    std::string group;                   // substitution group; empty: none
    std::optional<Decimal> defaultPrice; // per month
    Currency currency;                   // of defaultPrice; none: the workspace's
    std::vector<BilledBy> billed;
    std::vector<CountedBy> counted;
    Combine combine = Combine::Sum;
    DistinctBy distinctBy = DistinctBy::Name;
    Decimal included;
    Decimal minimum;
    Decimal pack = Decimal::fromInt(1); // 1 rounds fractions up to whole units; 0 leaves them alone
    int graceDays = 0;
    std::optional<int> staleAfterDays; // none: no staleness check
    Tolerance tolerance;
    bool operator==(const Service &) const = default;
    const std::string &label() const { return name.empty() ? id.text : name; }
};

struct Rules {
    std::vector<AccountLink> links;
    std::vector<IgnoredMeter> ignoredMeters;
    std::vector<Service> services;
    std::vector<CountException> exceptions;
};

} // namespace br
