#include "core/reconcile/rulecheck.h"

#include "core/base/text.h"
#include "core/reconcile/assetverdict.h"

#include <algorithm>
#include <map>
#include <set>

namespace br {

namespace {

using Problems = std::vector<RuleProblem>;

std::string entryName(const char *list, size_t index) { return std::string(list) + "[" + std::to_string(index + 1) + "]"; }

void checkBilled(const Service &service, Problems &problems)
{
    std::set<ProductId> seen;
    for (size_t i = 0; i < service.billed.size(); ++i) {
        const auto &by = service.billed[i];
        const auto entry = entryName("billed", i);
        if (by.product.isEmpty())
            problems.push_back({entry + ".product", {},
                words("rulecheck", "A billed entry names no product; give the product id of the PSA or remove the entry.")});
        else if (!seen.insert(by.product).second)
            problems.push_back({entry + ".product", by.product.text,
                words("rulecheck", "Product \"%1\" is listed twice under \"billed\"; keep one entry.", {by.product.text})});
        if (by.each.sign() <= 0)
            problems.push_back({entry + ".each", by.each.toString(),
                words("rulecheck", "\"each\" of product \"%1\" is %2; it must be above 0.", {by.product.text, by.each.toString()})});
    }
}

void checkFilterTexts(
    const std::vector<std::string> &texts, const std::string &entry, const char *field, const std::string &meter, Problems &problems)
{
    if (std::ranges::any_of(texts, [](const std::string &text) { return trimmed(text).empty(); }))
        problems.push_back({entry + "." + field, {},
            words("rulecheck", "The \"%1\" filter of meter \"%2\" holds an empty text, which no asset can match; remove it.",
                {field, meter})});
}

void checkNames(const CountedBy &by, const std::string &entry, Problems &problems)
{
    if (by.source.isEmpty())
        problems.push_back(
            {entry + ".source", {}, words("rulecheck", "A counted entry names no source; give the name of a source of this workspace.")});
    if (by.meter.isEmpty())
        problems.push_back({entry + ".meter", {},
            words("rulecheck", "A counted entry of source \"%1\" names no meter; give the meter id as the source writes it.",
                {by.source.text})});
}

void checkEntry(const Service &service, const CountedBy &by, const std::string &entry, Problems &problems)
{
    checkNames(by, entry, problems);
    if (by.each.sign() <= 0)
        problems.push_back({entry + ".each", by.each.toString(),
            words("rulecheck", "\"each\" of meter \"%1\" is %2; it must be above 0.", {by.meter.text, by.each.toString()})});
    const bool hasFilter = !by.classes.empty() || !by.statuses.empty() || isRealNameFilter(by.namePattern);
    if (by.measure != Measure::Assets && hasFilter)
        problems.push_back({entry + ".measure", {},
            words("rulecheck",
                "Meter \"%1\" is counted by a quantity the vendor states, and class, status and name filters work on assets only; "
                "remove the filters or choose the measure \"assets\".",
                {by.meter.text})});
    if (by.measure != Measure::Assets && service.combine == Combine::Distinct)
        problems.push_back({entry + ".measure", {},
            words("rulecheck",
                "\"combine\" is \"distinct\", which compares assets, but meter \"%1\" has another measure; "
                "choose the measure \"assets\" or another way to combine.",
                {by.meter.text})});
    checkFilterTexts(by.classes, entry, "class", by.meter.text, problems);
    checkFilterTexts(by.statuses, entry, "status", by.meter.text, problems);
}

void refuseNegative(const char *field, Decimal value, Problems &problems)
{
    if (value.sign() < 0)
        problems.push_back(
            {field, value.toString(), words("rulecheck", "\"%1\" is %2; it must not be below 0.", {field, value.toString()})});
}

void refuseDays(const char *field, int days, Problems &problems)
{
    if (days < 0 || days > ruleDaysLimit)
        problems.push_back({field, std::to_string(days),
            words("rulecheck", "\"%1\" is %2; it must be a number of days from 0 to %3.",
                {field, std::to_string(days), std::to_string(ruleDaysLimit)})});
}

} // namespace

std::vector<RuleProblem> problemsIn(const Service &service)
{
    Problems problems;
    if (trimmed(service.id.text).empty())
        problems.push_back(
            {"id", service.id.text, words("rulecheck", "The service has no id; give it a short name that stays, such as \"edr\".")});
    checkBilled(service, problems);
    for (size_t i = 0; i < service.counted.size(); ++i)
        checkEntry(service, service.counted[i], entryName("counted", i), problems);
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

std::vector<RuleProblem> problemsIn(const std::vector<Service> &services)
{
    Problems problems;
    std::set<ServiceId> seen;
    std::map<std::string, std::string> spelled; // folded id -> as it stands
    for (size_t i = 0; i < services.size(); ++i) {
        const auto &service = services[i];
        const auto number = std::to_string(i + 1);
        for (auto &problem : problemsIn(service))
            problems.push_back({std::move(problem.field), std::move(problem.value),
                words("rulecheck", "Service %1, \"%2\": %3", {number, service.id.text, problem.text}), i});
        if (!seen.insert(service.id).second)
            problems.push_back({"id", service.id.text,
                words("rulecheck", "Service %1, \"%2\": a service before it has the same id; an id must be unique.",
                    {number, service.id.text}),
                i});
        const auto [other, isNew] = spelled.try_emplace(folded(service.id.text), service.id.text);
        if (!isNew && other->second != service.id.text)
            problems.push_back({"id", service.id.text,
                words("rulecheck", "Service %1, \"%2\": differs from \"%3\" in capitals or blanks only; nobody could tell them apart.",
                    {number, service.id.text, other->second}),
                i});
    }
    return problems;
}

std::vector<std::string> problemsOf(const Service &service)
{
    std::vector<std::string> texts;
    for (auto &problem : problemsIn(service))
        texts.push_back(std::move(problem.text));
    return texts;
}

std::vector<std::string> problemsOf(const CountException &exception)
{
    std::vector<std::string> problems;
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
