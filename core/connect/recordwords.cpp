#include "core/connect/recordwords.h"

#include "core/base/text.h"

#include <charconv>

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

std::optional<int> monthsOf(std::string_view text)
{
    const auto inner = trimmed(text);
    int months = 0;
    const auto [end, error] = std::from_chars(inner.data(), inner.data() + inner.size(), months);
    const bool isWhole = error == std::errc() && end == inner.data() + inner.size();
    return isWhole && months >= 1 && months <= 120 ? std::optional(months) : std::nullopt;
}

std::optional<bool> truthOf(std::string_view text)
{
    const auto word = folded(text);
    if (word == "true" || word == "yes" || word == "1")
        return true;
    return word == "false" || word == "no" || word == "0" ? std::optional(false) : std::nullopt;
}

void completeAgreement(LineRecord &record)
{
    auto &agreement = record.agreement;
    if (agreement.id.isEmpty())
        agreement.id.text = agreement.name.empty() ? record.client.id.text : record.client.id.text + "/" + agreement.name;
    if (agreement.name.empty())
        agreement.name = agreement.id.text;
    record.line.agreement = agreement.id;
}

} // namespace br
