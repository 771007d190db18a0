#include "tests/connectors_vendors/vendorsink.h"

#include "core/base/text.h"

#include <algorithm>

namespace br::test {

namespace {

std::string text(const std::optional<Decimal> &number) { return number ? number->toString() : std::string(); }
std::string text(MaybeDay day) { return day ? day->toString() : std::string(); }
std::string text(std::string_view value) { return std::string(value); }

std::string measureName(Measure measure)
{
    return measure == Measure::Purchased ? "purchased" : measure == Measure::Assigned ? "assigned" : "used";
}

std::string cycleName(BillingCycle cycle)
{
    return cycle == BillingCycle::Monthly ? "monthly" : cycle == BillingCycle::Quarterly ? "quarterly" : "annual";
}

} // namespace

Status VendorSink::keep(std::vector<std::string> parts, std::string_view raw)
{
    records.push_back(joined(parts, "|"));
    raws.append(raw).append("\n");
    return {};
}

Status VendorSink::line(const LineRecord &r)
{
    const auto &l = r.line;
    const auto &a = r.agreement;
    return keep({"line", l.id.text, r.client.id.text, r.client.name, a.id.text, a.name, text(a.start), text(a.end), cycleName(a.cycle),
                    l.product.text, r.productName, l.quantity.toString(), l.included.toString(), text(l.unitPrice), text(l.unitCost),
                    l.currency.toString(), l.billable ? "billable" : "free", text(l.effective), text(l.cancelled)},
        r.raw);
}

Status VendorSink::product(const ProductRecord &r)
{
    return keep(
        {"product", r.product.id.text, r.product.name, text(r.product.listPrice), text(r.product.unitCost), r.product.currency.toString()},
        r.raw);
}

Status VendorSink::count(const CountRecord &r)
{
    const auto &c = r.count;
    return keep({"count", c.account.text, r.accountName, c.meter.text, r.meterName, c.subscription, measureName(c.measure),
                    c.quantity.toString(), text(c.unitCost), c.currency.toString(), c.term, text(c.commitmentEnd), c.status},
        r.raw);
}

Status VendorSink::asset(const AssetRecord &r)
{
    return keep({"asset", text(r.accountId), text(r.accountName), text(r.meterId), text(r.meterName), text(r.id), text(r.name),
                    text(r.assetClass), text(r.status), text(r.assigned), text(r.ended), text(r.lastSeen)},
        r.raw);
}

Status VendorSink::account(const Account &account) { return keep({"account", account.id.text, account.name, account.domain}, {}); }
Status VendorSink::client(const Client &client) { return keep({"client", client.id.text, client.name, client.parent.text}, {}); }

Status VendorSink::reject(const RejectedRow &row)
{
    told.push_back("rejected: " + row.file + " " + row.column + " " + row.value + ": " + row.reason);
    return {};
}

Status VendorSink::warn(const RejectedRow &row)
{
    told.push_back("warning: " + row.file + " " + row.column + " " + row.value + ": " + row.reason);
    return {};
}

Status VendorSink::finishFile(const BatchFile &file)
{
    streams.push_back(file);
    return {};
}

std::vector<std::string> VendorSink::sorted() const
{
    auto lines = records;
    std::ranges::sort(lines);
    return lines;
}

} // namespace br::test
