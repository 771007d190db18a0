#include "core/workspace/factsloading.h"

#include "core/base/safefile.h"
#include "core/store/batchstore.h"
#include "core/workspace/rulemaking.h"

#include <algorithm>

namespace br {

namespace {

// Every field of every rule as text with lengths, so that different rules never read alike.
class Canonical final {
public:
    Canonical &add(std::string_view text)
    {
        (m_text += std::to_string(text.size())) += ':';
        m_text += text;
        return *this;
    }
    Canonical &add(int64_t number) { return add(std::string_view(std::to_string(number))); }
    Canonical &add(Decimal number) { return add(number.raw()); }
    Canonical &add(const std::optional<Decimal> &number) { return number ? add(*number) : add("-"); }
    Canonical &add(const MaybeDay &day) { return day ? add(int64_t{day->number()}) : add("-"); }
    Canonical &add(const std::vector<std::string> &texts)
    {
        add(static_cast<int64_t>(texts.size()));
        for (const auto &text : texts)
            add(text);
        return *this;
    }
    const std::string &text() const { return m_text; }

private:
    std::string m_text;
};

void addService(Canonical *out, const Service &service)
{
    out->add(service.id.text).add(service.name).add(service.group).add(service.defaultPrice).add(service.currency.code());
    out->add(static_cast<int64_t>(service.billed.size()));
    for (const auto &by : service.billed)
        out->add(by.product.text).add(by.each);
    out->add(static_cast<int64_t>(service.counted.size()));
    for (const auto &by : service.counted) {
        out->add(by.source.text).add(by.meter.text).add(static_cast<int64_t>(by.measure)).add(by.each);
        out->add(by.classes).add(by.statuses).add(by.namePattern);
    }
    out->add(static_cast<int64_t>(service.combine)).add(static_cast<int64_t>(service.distinctBy));
    out->add(service.included).add(service.minimum).add(service.pack).add(int64_t{service.graceDays});
    out->add(int64_t{service.staleAfterDays.value_or(-1)});
    const auto &tolerance = service.tolerance;
    out->add(tolerance.quantity).add(tolerance.percent).add(tolerance.money).add(tolerance.cost);
}

} // namespace

Result<Rules> loadRules(Workspace &workspace)
{
    auto made = links(workspace);
    if (!made)
        return made.error();
    auto ignored = ignoredMeters(workspace);
    if (!ignored)
        return ignored.error();
    auto defined = services(workspace);
    if (!defined)
        return defined.error();
    auto excepted = exceptions(workspace);
    if (!excepted)
        return excepted.error();
    return Rules{std::move(*made), std::move(*ignored), std::move(*defined), std::move(*excepted)};
}

std::string rulesHash(const Rules &rules)
{
    Canonical out;
    for (const auto &link : rules.links)
        out.add(link.source.text).add(link.account.text).add(link.client.text).add(static_cast<int64_t>(link.state));
    out.add("meters");
    for (const auto &meter : rules.ignoredMeters)
        out.add(meter.source.text).add(meter.meter.text);
    out.add("services");
    for (const auto &service : rules.services)
        addService(&out, service);
    out.add("exceptions");
    for (const auto &one : rules.exceptions)
        out.add(one.client.text).add(one.service.text).add(one.quantity).add(one.reason).add(one.author).add(one.until);
    return sha256Hex(out.text());
}

Result<std::string> batchesInForce(Workspace &workspace, Period period)
{
    const auto batches = BatchStore(workspace.database()).inForce(period);
    if (!batches)
        return batches.error();
    std::vector<int64_t> ids;
    for (const auto &stored : *batches)
        ids.push_back(stored.batch.id);
    std::sort(ids.begin(), ids.end());
    std::string text;
    for (const auto id : ids)
        (text += text.empty() ? "" : ",") += std::to_string(id);
    return text;
}

} // namespace br
