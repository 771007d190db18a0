#include "core/reconcile/ruleschange.h"

#include <algorithm>
#include <map>
#include <span>
#include <tuple>

namespace br {

namespace {

template <class Row>
struct Differing { // what stands only in one of two lists: same rows at both ends left out
    std::vector<const Row *> before;
    std::vector<const Row *> now;
};

template <class Row, class KeyOf>
Differing<Row> differing(const std::vector<Row> &before, const std::vector<Row> &now, KeyOf keyOf)
{
    size_t first = 0;
    while (first < before.size() && first < now.size() && keyOf(before[first]) == keyOf(now[first]))
        ++first;
    size_t last = 0;
    while (last < before.size() - first && last < now.size() - first
        && keyOf(before[before.size() - 1 - last]) == keyOf(now[now.size() - 1 - last]))
        ++last;
    const auto sorted = [&](const std::vector<Row> &rows) {
        std::vector<const Row *> of;
        for (const auto &row : std::span(rows).subspan(first, rows.size() - first - last))
            of.push_back(&row);
        std::ranges::sort(of, {}, [&](const Row *row) { return keyOf(*row); });
        return of;
    };
    const auto olds = sorted(before);
    const auto news = sorted(now);
    Differing<Row> found;
    const auto less = [&](const Row *a, const Row *b) { return keyOf(*a) < keyOf(*b); };
    std::ranges::set_difference(olds, news, std::back_inserter(found.before), less);
    std::ranges::set_difference(news, olds, std::back_inserter(found.now), less);
    return found;
}

void compareLinks(const Rules &before, const Rules &now, RulesChange &change)
{
    const auto found = differing(before.links, now.links, [](const AccountLink &link) {
        return std::tuple<std::string_view, std::string_view, std::string_view, AccountLink::State>(
            link.source.text, link.account.text, link.client.text, link.state);
    });
    const auto note = [&](const AccountLink *link) {
        change.accounts.emplace_back(link->source.text, link->account.text);
        if (!link->client.isEmpty())
            change.clients.insert(link->client.text);
    };
    std::ranges::for_each(found.before, note);
    std::ranges::for_each(found.now, note);
}

void compareExceptions(const Rules &before, const Rules &now, RulesChange &change)
{
    const auto found = differing(before.exceptions, now.exceptions,
        [](const CountException &one) { return std::tie(one.client, one.service, one.quantity, one.reason, one.author, one.until); });
    for (const auto *one : found.before)
        change.clients.insert(one->client.text);
    for (const auto *one : found.now)
        change.clients.insert(one->client.text);
}

bool areAlike(const Service &a, Service b)
{
    b.name = a.name;
    return a == b;
}

// By id; false: an id stands twice.
bool indexServices(const Rules &rules, std::map<std::string_view, const Service *> &index)
{
    for (const auto &service : rules.services) {
        if (!index.emplace(service.id.text, &service).second)
            return false;
    }
    return true;
}

void compareServices(const Rules &before, const Rules &now, RulesChange &change)
{
    std::map<std::string_view, const Service *> olds;
    std::map<std::string_view, const Service *> news;
    if (!indexServices(before, olds) || !indexServices(now, news)) {
        change.isUnclear = true;
        return;
    }
    TextSet groups;
    const auto note = [&](std::string_view id, const Service &service) {
        change.ownServices.insert(id);
        if (!service.group.empty())
            groups.insert(service.group);
    };
    for (const auto &[id, service] : olds) {
        const auto other = news.find(id);
        if (other == news.end() || !areAlike(*service, *other->second))
            note(id, *service);
    }
    for (const auto &[id, service] : news) {
        const auto other = olds.find(id);
        if (other == olds.end() || !areAlike(*service, *other->second))
            note(id, *service);
    }
    change.services = change.ownServices;
    for (const auto *index : {&olds, &news}) {
        for (const auto &[id, service] : *index) {
            if (groups.contains(service->group))
                change.services.insert(id);
        }
    }
}

} // namespace

RulesChange changeOf(const Rules &before, const Rules &now)
{
    RulesChange change;
    compareLinks(before, now, change);
    compareExceptions(before, now, change);
    compareServices(before, now, change);
    const auto meterOf = [](const IgnoredMeter &meter) { return std::tie(meter.source, meter.meter); };
    const auto meters = differing(before.ignoredMeters, now.ignoredMeters, meterOf);
    change.hasIgnoredOther = !meters.before.empty() || !meters.now.empty();
    return change;
}

} // namespace br
