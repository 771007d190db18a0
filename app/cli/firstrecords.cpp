#include "app/cli/firstrecords.h"

#include "app/cli/rowsjson.h"
#include "core/base/text.h"

#include <algorithm>

namespace br::cli {

namespace {

std::string dayText(const MaybeDay &day) { return day ? day->toString() : std::string(); }
std::string numberText(const std::optional<Decimal> &number) { return number ? number->toString() : std::string(); }

std::string cycleCode(BillingCycle cycle)
{
    return cycle == BillingCycle::Annual ? "annual" : cycle == BillingCycle::Quarterly ? "quarterly" : "monthly";
}

} // namespace

Status FirstRecords::take(const char *kind, Fields fields)
{
    if (++m_seen > m_atMost)
        return Error{Errc::Cancelled, words("cli", "enough was seen")};
    if (++m_kept[{m_stream, kind}] > m_perKind)
        return {};
    std::erase_if(fields, [](const auto &field) { return field.second.empty(); });
    m_records.push_back({m_stream, kind, std::move(fields)});
    return {};
}

Status FirstRecords::beginFile(const BatchFile &file)
{
    m_stream = file.name;
    return {};
}

Status FirstRecords::finishFile(const BatchFile &file)
{
    m_streams.push_back(file);
    return {};
}

Status FirstRecords::unread(const Unread &what)
{
    return take("unread", {{"account_id", what.account.text}, {"meter_id", what.meter.text}, {"reason", what.reason}});
}

Status FirstRecords::client(const Client &client)
{
    return take("client",
        {{"client_id", client.id.text}, {"client_name", client.name}, {"parent_client_id", client.parent.text},
            {"roll_up", client.rollUp ? "true" : ""}});
}

Status FirstRecords::line(const LineRecord &record)
{
    const auto &[client, agreement, line, productName, raw, row] = record;
    return take("line",
        {{"client_id", client.id.text}, {"client_name", client.name}, {"parent_client_id", client.parent.text},
            {"agreement_id", agreement.id.text}, {"agreement_name", agreement.name}, {"agreement_start", dayText(agreement.start)},
            {"agreement_end", dayText(agreement.end)}, {"billing_cycle", cycleCode(agreement.cycle)}, {"line_id", line.id.text},
            {"product_id", line.product.text}, {"product_name", productName}, {"quantity", line.quantity.toString()},
            {"included_quantity", line.included.toString()}, {"unit_price", numberText(line.unitPrice)},
            {"unit_cost", numberText(line.unitCost)}, {"currency", line.currency.toString()},
            {"billable", line.billable ? "true" : "false"}, {"effective_date", dayText(line.effective)},
            {"cancelled_date", dayText(line.cancelled)}});
}

Status FirstRecords::product(const ProductRecord &record)
{
    const auto &product = record.product;
    return take("product",
        {{"product_id", product.id.text}, {"product_name", product.name}, {"list_price", numberText(product.listPrice)},
            {"unit_cost", numberText(product.unitCost)}, {"currency", product.currency.toString()}});
}

Status FirstRecords::count(const CountRecord &record)
{
    const auto &count = record.count;
    return take("count",
        {{"account_id", count.account.text}, {"account_name", record.accountName}, {"account_domain", record.accountDomain},
            {"meter_id", count.meter.text}, {"meter_name", record.meterName}, {"subscription_id", count.subscription},
            {"measure", measureCode(count.measure)}, {"quantity", count.quantity.toString()}, {"unit_cost", numberText(count.unitCost)},
            {"currency", count.currency.toString()}, {"term", count.term}, {"commitment_end", dayText(count.commitmentEnd)},
            {"status", count.status}});
}

Status FirstRecords::asset(const AssetRecord &record)
{
    const auto text = [](std::string_view view) { return std::string(view); };
    return take("asset",
        {{"account_id", text(record.accountId)}, {"account_name", text(record.accountName)}, {"account_domain", text(record.accountDomain)},
            {"meter_id", text(record.meterId)}, {"meter_name", text(record.meterName)}, {"asset_id", text(record.id)},
            {"asset_name", text(record.name)}, {"asset_class", text(record.assetClass)}, {"status", text(record.status)},
            {"assigned_at", dayText(record.assigned)}, {"ended_at", dayText(record.ended)}, {"last_seen_at", dayText(record.lastSeen)}});
}

Status FirstRecords::account(const Account &account)
{
    return take("account", {{"account_id", account.id.text}, {"account_name", account.name}, {"account_domain", account.domain}});
}

Status FirstRecords::reject(const RejectedRow &row)
{
    m_rejected.push_back(row);
    return {};
}

Status FirstRecords::warn(const RejectedRow &row)
{
    m_warnings.push_back(row);
    return {};
}

} // namespace br::cli
