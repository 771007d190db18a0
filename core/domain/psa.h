// What the PSA brings: clients, agreements, billed lines and products, as one batch of a psa source states them.
//
// Quantities and prices are decimals with 4 places; prices are per billing cycle of the agreement. Plain values.
#pragma once

#include "core/base/id.h"
#include "core/base/money.h"
#include "core/base/period.h"

#include <optional>
#include <string>

namespace br {

struct Client {
    ClientId id;
    std::string name;
    ClientId parent;     // empty: none
    bool rollUp = false; // its lines and accounts belong to the topmost rolled-up ancestor's positions
    bool operator==(const Client &) const = default;
};

enum class BillingCycle { Monthly = 1, Quarterly = 3, Annual = 12 }; // the value is the number of months

struct Agreement {
    AgreementId id;
    std::string name;
    ClientId client;
    MaybeDay start;
    MaybeDay end;
    BillingCycle cycle = BillingCycle::Monthly;
    bool operator==(const Agreement &) const = default;
};

// What a line's own row says of its agreement.
struct LineTerms {
    MaybeDay start;
    MaybeDay end;
    BillingCycle cycle = BillingCycle::Monthly;
    bool operator==(const LineTerms &) const = default;
};

struct BilledLine {
    LineId id;
    AgreementId agreement;
    ClientId client;
    ProductId product;
    Decimal quantity;
    Decimal included;                 // 0 where the PSA states none
    std::optional<Decimal> unitPrice; // per cycle
    std::optional<Decimal> unitCost;  // per cycle
    Currency currency;
    bool billable = true;
    MaybeDay effective;
    MaybeDay cancelled;
    std::optional<LineTerms> terms; // where rows contradict each other about the agreement; none: as the agreement
    bool operator==(const BilledLine &) const = default;
};

struct Product {
    ProductId id;
    std::string name;
    std::optional<Decimal> listPrice; // per month
    std::optional<Decimal> unitCost;
    Currency currency;
    bool operator==(const Product &) const = default;
};

inline LineTerms termsOf(const Agreement &agreement, const BilledLine &line)
{
    return line.terms ? *line.terms : LineTerms{agreement.start, agreement.end, agreement.cycle};
}

// Active at D: the agreement runs (start <= D, end >= D) and the line is effective (<= D) and not cancelled (none or > D).
inline bool isActive(const Agreement &agreement, const BilledLine &line, Day asOf)
{
    const auto terms = termsOf(agreement, line);
    return (!terms.start || *terms.start <= asOf) && (!terms.end || *terms.end >= asOf) && (!line.effective || *line.effective <= asOf)
        && (!line.cancelled || *line.cancelled > asOf);
}

} // namespace br
