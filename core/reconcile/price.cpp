#include "core/reconcile/price.h"

#include <algorithm>
#include <tuple>

namespace br {

namespace {

// The one product that the service lists with each = 1; nowhere where there is none or more than one.
std::string_view onlyProduct(const Service &service)
{
    const BilledBy *only = nullptr;
    for (const auto &by : service.billed) {
        if (by.each != Decimal::fromInt(1))
            continue;
        if (only && only->product != by.product)
            return {};
        only = &by;
    }
    return only ? std::string_view(only->product.text) : std::string_view();
}

} // namespace

PriceList::PriceList(const World &world)
    : m_world(world)
    , m_listPrices(world.services.size())
{
    std::vector<const Product *> stated(world.products.size(), nullptr);
    for (const auto &product : world.facts.products) {
        const auto number = world.products.find(product.id.text);
        if (number == nowhere || !product.listPrice)
            continue;
        auto &kept = stated[number]; // of two sources, the same one whatever the order of rows
        if (!kept || std::tie(product.listPrice, product.currency) < std::tie(kept->listPrice, kept->currency))
            kept = &product;
    }
    for (size_t service = 0; service < m_listPrices.size(); ++service) {
        const auto product = world.products.find(onlyProduct(*world.services[service]));
        if (product != nowhere && stated[product])
            m_listPrices[service] = CyclePrice{*stated[product]->listPrice, 1, world.currencyOr(stated[product]->currency)};
    }
}

std::optional<CyclePrice> PriceList::defaultPrice(uint32_t service) const
{
    const auto &rule = *m_world.services[service];
    if (!rule.defaultPrice)
        return std::nullopt;
    return CyclePrice{*rule.defaultPrice, 1, m_world.currencyOr(rule.currency)};
}

Pricing PriceList::of(const Draft &draft) const
{
    const auto &adjustable = draft.adjustable;
    if (adjustable.line && adjustable.line->unitPrice) {
        const auto currency = m_world.currencyOr(adjustable.line->currency);
        return {CyclePrice{*adjustable.line->unitPrice, adjustable.months, currency}, true, adjustable.line->quantity,
            adjustable.line->included};
    }
    const auto fallback = defaultPrice(draft.service);
    return {fallback ? fallback : m_listPrices[draft.service], false, {}, {}};
}

Units chargedChange(const Pricing &pricing, Units difference)
{
    if (!pricing.isOfLine)
        return difference;
    const Wide above = (Wide{pricing.quantity.raw()} - pricing.included.raw()) * 10'000;
    return narrowed(std::max<Wide>(0, above + difference.raw()) - std::max<Wide>(0, above)).value;
}

std::optional<Decimal> impactOf(const Pricing &pricing, Units difference)
{
    return pricing.price ? worth(chargedChange(pricing, difference), *pricing.price) : std::nullopt;
}

} // namespace br
