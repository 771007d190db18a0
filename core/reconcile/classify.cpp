#include "core/reconcile/classify.h"

namespace br {

bool isWithinTolerance(const Tolerance &tolerance, Units billed, Units counted, const Pricing &pricing)
{
    const Units difference = counted - billed;
    const Wide size = difference.abs().raw();
    if (size <= Wide{tolerance.quantity.raw()} * 10'000)
        return true;
    if (size * 100 * Decimal::one <= Wide{tolerance.percent.raw()} * billed.raw())
        return true;
    return tolerance.money && pricing.price && worthWithin(chargedChange(pricing, difference), *pricing.price, *tolerance.money);
}

Standing standingOf(const Tolerance &tolerance, Units billed, std::optional<Units> counted, bool hasActiveLine, const Pricing &pricing)
{
    if (!counted)
        return billed.sign() > 0 ? Standing::Unverified : Standing::UnverifiedUnbilled;
    if (*counted == billed || isWithinTolerance(tolerance, billed, *counted, pricing))
        return Standing::Match;
    if (*counted > billed)
        return hasActiveLine ? Standing::Underbilled : Standing::NotBilled;
    return counted->isZero() ? Standing::NoUsage : Standing::Overbilled;
}

bool isDifference(Standing standing)
{
    return standing == Standing::Underbilled || standing == Standing::NotBilled || standing == Standing::Overbilled
        || standing == Standing::NoUsage;
}

} // namespace br
