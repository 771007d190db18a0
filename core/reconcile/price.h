// Price: the unit price of a difference, and what a difference is worth a month.
//
// Rounded once, at the end. Thread rule: pure functions.
#pragma once

#include "core/reconcile/drafts.h"

#include <optional>
#include <vector>

namespace br {

struct Pricing {
    std::optional<CyclePrice> price; // none: unknown
    bool isOfLine = false;           // the adjustable line's; then these are the line's
    Decimal quantity;
    Decimal included;
};

class PriceList final { // the prices of services where no line states one
public:
    explicit PriceList(const World &world);
    // The service's default price per month; none where it states none.
    std::optional<CyclePrice> defaultPrice(uint32_t service) const;
    Pricing of(const Draft &draft) const;

private:
    const World &m_world;
    std::vector<std::optional<CyclePrice>> m_listPrices; // by service
};

// The units that would be charged more (or less) if the adjustable line took up the difference.
Units chargedChange(const Pricing &pricing, Units difference);
std::optional<Decimal> impactOf(const Pricing &pricing, Units difference);

} // namespace br
