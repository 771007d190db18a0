#include "tests/connectors_file/recordedsink.h"

#include "core/base/text.h"

namespace br::test {

namespace {

std::string text(const std::optional<Decimal> &number) { return number ? number->toString() : "-"; }
std::string text(MaybeDay day) { return day ? day->toString() : "-"; }
std::string text(std::string_view value) { return value.empty() ? "-" : std::string(value); }

std::string_view measureName(Measure measure)
{
    return measure == Measure::Purchased ? "purchased" : measure == Measure::Assigned ? "assigned" : "used";
}

} // namespace

Status RecordedSink::beginFile(const BatchFile &) { return {}; }

Status RecordedSink::line(const LineRecord &r)
{
    const auto &l = r.line;
    const auto &a = r.agreement;
    records.push_back(joined(
        {"line " + l.id.text,
            "client " + r.client.id.text + "=" + r.client.name + (r.client.rollUp ? " rolled" : "") + " of " + text(r.client.parent.text),
            "agreement " + a.id.text + "=" + a.name + " " + text(a.start) + ".." + text(a.end) + " /"
                + std::to_string(static_cast<int>(a.cycle)),
            "product " + l.product.text + "=" + text(r.productName),
            l.quantity.toString() + " incl " + l.included.toString() + " @ " + text(l.unitPrice) + " cost " + text(l.unitCost) + " "
                + l.currency.toString(),
            std::string(l.billable ? "billable" : "free") + " " + text(l.effective) + ".." + text(l.cancelled)},
        " | "));
    raws.push_back(r.raw);
    return {};
}

Status RecordedSink::product(const ProductRecord &r)
{
    records.push_back("product " + r.product.id.text + "=" + text(r.product.name) + " @ " + text(r.product.listPrice) + " cost "
        + text(r.product.unitCost) + " " + r.product.currency.toString());
    raws.push_back(r.raw);
    return {};
}

Status RecordedSink::count(const CountRecord &r)
{
    const auto &c = r.count;
    records.push_back(joined(
        {"count " + c.account.text + "=" + text(r.accountName) + " " + text(r.accountDomain), c.meter.text + "=" + text(r.meterName),
            text(c.subscription),
            std::string(measureName(c.measure)) + " " + c.quantity.toString() + " @ " + text(c.unitCost) + " " + c.currency.toString(),
            text(c.term) + " until " + text(c.commitmentEnd) + " " + text(c.status)},
        " | "));
    raws.push_back(r.raw);
    return {};
}

Status RecordedSink::asset(const AssetRecord &r)
{
    records.push_back(
        joined({"asset " + std::string(r.accountId) + "=" + text(r.accountName), std::string(r.meterId) + "=" + text(r.meterName),
                   text(r.id) + "=" + text(r.name), text(r.assetClass) + " " + text(r.status),
                   text(r.assigned) + ".." + text(r.ended) + " seen " + text(r.lastSeen)},
            " | "));
    raws.emplace_back(r.raw);
    return {};
}

Status RecordedSink::account(const Account &account)
{
    records.push_back("account " + account.id.text + "=" + text(account.name) + " " + text(account.domain));
    raws.emplace_back();
    return {};
}

Status RecordedSink::client(const Client &client)
{
    records.push_back(
        "client " + client.id.text + "=" + client.name + (client.rollUp ? " rolled" : "") + " of " + text(client.parent.text));
    raws.emplace_back();
    return {};
}

Status RecordedSink::reject(const RejectedRow &row)
{
    rejected.push_back(row);
    return {};
}

Status RecordedSink::warn(const RejectedRow &row)
{
    warned.push_back(row);
    return {};
}

Status RecordedSink::finishFile(const BatchFile &file)
{
    files.push_back(file);
    return {};
}

} // namespace br::test
