#include "core/reconcile/rulecheck.h"

#include "core/base/text.h"

#include <algorithm>
#include <set>

namespace br {

namespace {

using Problems = std::vector<std::string>;

constexpr int daysLimit = 36'500; // a hundred years: keeps day arithmetic in range

void checkBilled(const Service &service, Problems &problems)
{
    std::set<ProductId> seen;
    for (const auto &by : service.billed) {
        if (by.product.isEmpty())
            problems.push_back(words("rulecheck", "A billed entry names no product; give the product id of the PSA or remove the entry."));
        else if (!seen.insert(by.product).second)
            problems.push_back(words("rulecheck", "Product \"%1\" is listed twice under \"billed\"; keep one entry.", {by.product.text}));
        if (by.each.sign() <= 0)
            problems.push_back(
                words("rulecheck", "\"each\" of product \"%1\" is %2; it must be above 0.", {by.product.text, by.each.toString()}));
    }
}

void checkFilterTexts(const std::vector<std::string> &texts, const char *field, const std::string &meter, Problems &problems)
{
    if (std::ranges::any_of(texts, [](const std::string &text) { return trimmed(text).empty(); }))
        problems.push_back(words(
            "rulecheck", "The \"%1\" filter of meter \"%2\" holds an empty text, which no asset can match; remove it.", {field, meter}));
}

void checkEntry(const Service &service, const CountedBy &by, Problems &problems)
{
    if (by.source.isEmpty())
        problems.push_back(words("rulecheck", "A counted entry names no source; give the name of a source of this workspace."));
    if (by.meter.isEmpty())
        problems.push_back(words(
            "rulecheck", "A counted entry of source \"%1\" names no meter; give the meter id as the source writes it.", {by.source.text}));
    if (by.each.sign() <= 0)
        problems.push_back(words("rulecheck", "\"each\" of meter \"%1\" is %2; it must be above 0.", {by.meter.text, by.each.toString()}));
    const bool hasFilter = !by.classes.empty() || !by.statuses.empty() || by.namePattern.find_first_not_of('*') != std::string::npos;
    if (by.measure != Measure::Assets && hasFilter)
        problems.push_back(words("rulecheck",
            "Meter \"%1\" is counted by a quantity the vendor states, and class, status and name filters work on assets only; "
            "remove the filters or choose the measure \"assets\".",
            {by.meter.text}));
    if (by.measure != Measure::Assets && service.combine == Combine::Distinct)
        problems.push_back(words("rulecheck",
            "\"combine\" is \"distinct\", which compares assets, but meter \"%1\" has another measure; "
            "choose the measure \"assets\" or another way to combine.",
            {by.meter.text}));
    checkFilterTexts(by.classes, "class", by.meter.text, problems);
    checkFilterTexts(by.statuses, "status", by.meter.text, problems);
}

void refuseNegative(const char *field, Decimal value, Problems &problems)
{
    if (value.sign() < 0)
        problems.push_back(words("rulecheck", "\"%1\" is %2; it must not be below 0.", {field, value.toString()}));
}

void refuseDays(const char *field, int days, Problems &problems)
{
    if (days < 0 || days > daysLimit)
        problems.push_back(words("rulecheck", "\"%1\" is %2; it must be a number of days from 0 to %3.",
            {field, std::to_string(days), std::to_string(daysLimit)}));
}

} // namespace

std::vector<std::string> problemsOf(const Service &service)
{
    Problems problems;
    if (trimmed(service.id.text).empty())
        problems.push_back(words("rulecheck", "The service has no id; give it a short name that stays, such as \"edr\"."));
    checkBilled(service, problems);
    for (const auto &entry : service.counted)
        checkEntry(service, entry, problems);
    if (service.defaultPrice)
        refuseNegative("default_price", *service.defaultPrice, problems);
    refuseNegative("included", service.included, problems);
    refuseNegative("minimum", service.minimum, problems);
    refuseNegative("pack", service.pack, problems);
    refuseDays("grace_days", service.graceDays, problems);
    if (service.staleAfterDays)
        refuseDays("stale_after_days", *service.staleAfterDays, problems);
    refuseNegative("tolerance.quantity", service.tolerance.quantity, problems);
    refuseNegative("tolerance.percent", service.tolerance.percent, problems);
    if (service.tolerance.money)
        refuseNegative("tolerance.money", *service.tolerance.money, problems);
    refuseNegative("tolerance.cost", service.tolerance.cost, problems);
    return problems;
}

std::vector<std::string> problemsOf(const std::vector<Service> &services)
{
    Problems problems;
    std::set<ServiceId> seen;
    for (const auto &service : services) {
        for (const auto &problem : problemsOf(service))
            problems.push_back(words("rulecheck", "Service \"%1\": %2", {service.id.text, problem}));
        if (!seen.insert(service.id).second)
            problems.push_back(words("rulecheck", "Two services have the id \"%1\"; an id must be unique.", {service.id.text}));
    }
    return problems;
}

std::vector<std::string> problemsOf(const CountException &exception)
{
    Problems problems;
    if (exception.client.isEmpty())
        problems.push_back(words("rulecheck", "The exception names no client."));
    if (exception.service.isEmpty())
        problems.push_back(words("rulecheck", "The exception names no service."));
    if (exception.quantity.sign() <= 0)
        problems.push_back(words("rulecheck", "The quantity of the exception is %1; it must be above 0, it is taken off the count.",
            {exception.quantity.toString()}));
    if (trimmed(exception.reason).empty())
        problems.push_back(words("rulecheck", "The exception has no reason; say why these are not billed."));
    return problems;
}

} // namespace br
