#include "core/connect/recordwords.h"

#include "core/base/text.h"

namespace br {

std::optional<Measure> measureOf(std::string_view text)
{
    const auto word = folded(text);
    if (word == "purchased")
        return Measure::Purchased;
    if (word == "assigned")
        return Measure::Assigned;
    return word == "used" ? std::optional(Measure::Used) : std::nullopt;
}

std::optional<BillingCycle> cycleOf(std::string_view text)
{
    const auto word = headerKey(text);
    if (word.empty() || word == "monthly" || word == "month" || word == "1")
        return BillingCycle::Monthly;
    if (word == "quarterly" || word == "quarter" || word == "3")
        return BillingCycle::Quarterly;
    const bool annual = word == "annual" || word == "annually" || word == "yearly" || word == "year" || word == "12";
    return annual ? std::optional(BillingCycle::Annual) : std::nullopt;
}

std::optional<bool> truthOf(std::string_view text)
{
    const auto word = folded(text);
    if (word == "true" || word == "yes" || word == "1")
        return true;
    return word == "false" || word == "no" || word == "0" ? std::optional(false) : std::nullopt;
}

} // namespace br
