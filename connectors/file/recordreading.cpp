// The part of RecordMaker that turns slots into the values of each kind of record.
#include "connectors/file/recordmaker.h"
#include "core/base/text.h"
#include "core/connect/recordwords.h"
#include "core/connect/slots.h"

#include <algorithm>

namespace br {

namespace {

size_t contentOf(const RowValues &values)
{
    std::string text;
    for (const auto value : values.snapshot())
        (text += value) += '\n';
    return std::hash<std::string>{}(text);
}

} // namespace

void RecordMaker::readAsset(AssetRecord &asset, int64_t row, std::string_view raw)
{
    auto &cells = *m_cells;
    asset.accountId = cells.neededText(field::AccountId);
    asset.accountName = cells.text(field::AccountName);
    asset.accountDomain = cells.text(field::AccountDomain);
    asset.meterId = cells.neededText(field::MeterId);
    asset.meterName = cells.text(field::MeterName);
    asset.id = cells.text(field::AssetId);
    asset.name = cells.text(field::AssetName);
    asset.assetClass = cells.text(field::AssetClass);
    asset.status = cells.text(field::Status);
    asset.assigned = cells.day(field::AssignedAt);
    asset.ended = cells.day(field::EndedAt);
    asset.lastSeen = cells.day(field::LastSeenAt);
    m_months.newestSeen = std::max(m_months.newestSeen, asset.lastSeen);
    asset.raw = raw;
    asset.row = row;
    if (asset.id.empty() && asset.name.empty())
        cells.fail(field::AssetId, words("file", "an asset needs an id or a name"));
}

RecordMaker::MadeLine RecordMaker::readLine(int64_t row, std::string_view raw)
{
    auto &cells = *m_cells;
    MadeLine made{{}, contentOf(*m_values)};
    auto &record = made.record;
    record.row = row;
    record.raw = raw;
    auto &[client, agreement, line, productName, unusedRaw, unusedRow] = record;
    client.id.text = cells.neededText(field::ClientId);
    client.name = cells.text(field::ClientName).empty() ? client.id.text : std::string(cells.text(field::ClientName));
    client.parent.text = cells.text(field::ParentClientId);
    client.rollUp = cells.truth(field::RollUp, false);
    agreement.id.text = cells.text(field::AgreementId);
    agreement.name = cells.text(field::AgreementName);
    agreement.client = client.id;
    agreement.start = cells.day(field::AgreementStart);
    agreement.end = cells.day(field::AgreementEnd);
    const auto cycle = cycleOf(cells.text(field::BillingCycle));
    if (!cycle)
        cells.fail(field::BillingCycle,
            words("file", "\"%1\" is no billing cycle: monthly, quarterly or annual", {shortened(cells.text(field::BillingCycle))}));
    agreement.cycle = cycle.value_or(BillingCycle::Monthly);
    line.id.text = cells.text(field::LineId);
    line.client = client.id;
    line.product.text = cells.neededText(field::ProductId);
    line.quantity = cells.neededNumber(field::Quantity);
    if (line.quantity.sign() < 0)
        cells.remark(field::Quantity, words("file", "a negative quantity: kept, and it lowers what is billed"));
    line.included = cells.number(field::IncludedQuantity).value_or(Decimal());
    line.currency = cells.currency(field::Currency);
    line.unitPrice = cells.money(field::UnitPrice, line.currency);
    line.unitCost = cells.money(field::UnitCost, line.currency);
    line.billable = cells.truth(field::Billable, true);
    line.effective = cells.day(field::EffectiveDate);
    line.cancelled = cells.day(field::CancelledDate);
    productName = cells.text(field::ProductName);
    // The very same line once more goes on to the staging, which takes it once and says so.
    const auto known = m_memory.lines.find(line.id.text);
    if (!line.id.isEmpty() && known != m_memory.lines.end() && known->second.content != made.content)
        cells.fail(field::LineId,
            words("file", "the line \"%1\" stands already in %2, row %3; each line id may stand once",
                {shortened(line.id.text), known->second.file, std::to_string(known->second.row)}));
    return made;
}

void RecordMaker::giveLineIds(LineRecord &record)
{
    completeAgreement(record);
    auto &line = record.line;
    if (!line.id.isEmpty())
        return;
    const auto made = line.agreement.text + "/" + line.product.text;
    const int times = ++m_memory.madeLineIds[made];
    line.id.text = times == 1 ? made : made + "#" + std::to_string(times);
}

ProductRecord RecordMaker::readProduct(int64_t row, std::string_view raw)
{
    auto &cells = *m_cells;
    ProductRecord record;
    record.product.id.text = cells.neededText(field::ProductId);
    record.product.name = cells.text(field::ProductName);
    record.product.currency = cells.currency(field::Currency);
    record.product.listPrice = cells.money(field::ListPrice, record.product.currency);
    record.product.unitCost = cells.money(field::UnitCost, record.product.currency);
    record.raw = raw;
    record.row = row;
    return record;
}

Charge RecordMaker::readCharge(int64_t row, std::string_view raw)
{
    auto &cells = *m_cells;
    Charge charge;
    auto &record = charge.record;
    auto &count = record.count;
    record.row = row;
    record.raw = raw;
    record.accountName = cells.text(field::AccountName);
    record.accountDomain = cells.text(field::AccountDomain);
    record.meterName = cells.text(field::MeterName);
    count.account.text = cells.neededText(field::AccountId);
    count.meter.text = cells.neededText(field::MeterId);
    count.subscription = cells.text(field::SubscriptionId);
    const auto measure = measureOf(cells.text(field::Measure));
    if (!measure)
        cells.fail(
            field::Measure, words("file", "\"%1\" is no measure: purchased, assigned or used", {shortened(cells.text(field::Measure))}));
    count.measure = measure.value_or(Measure::Used);
    count.quantity = cells.neededNumber(field::Quantity);
    count.currency = cells.currency(field::Currency);
    count.unitCost = cells.money(field::UnitCost, count.currency);
    count.term = cells.text(field::Term);
    count.commitmentEnd = cells.day(field::CommitmentEnd);
    count.status = cells.text(field::Status);
    tellRepeated(charge);
    charge.isUse = m_layout.net && m_layout.net->onlyCredits;
    const bool hasCycle = m_layout.net && !charge.isUse;
    if (hasCycle) {
        charge.start = cells.day(field::PeriodStart);
        charge.end = cells.day(field::PeriodEnd);
    }
    if (count.unitCost)
        count.unitCost = CyclePrice{*count.unitCost, monthsOfCost(charge), {}}.perMonth();
    if (!hasCycle)
        return charge;
    count.chargedUntil = charge.end;
    // Invoices write refunds with a negative amount; the quantity may or may not carry the sign.
    const auto amount = cells.money(field::SignOf, {});
    if (amount && !amount->isZero())
        count.quantity = amount->sign() < 0 ? -count.quantity.abs() : count.quantity.abs();
    if (amount && !count.unitCost && m_layout.net->costOfAmount)
        count.unitCost = monthlyUnitCost(*amount, count.quantity, charge.start, charge.end);
    if (m_layout.net->isOneCycle)
        charge.end.reset();
    const auto type = folded(cells.text(field::ChargeType));
    charge.isAdjustment = std::ranges::find(m_layout.net->adjustments, type) != m_layout.net->adjustments.end();
    charge.isChange = std::ranges::find(m_layout.net->changes, type) != m_layout.net->changes.end();
    return charge;
}

// Two subscriptions of one meter are two; one that stands twice with all its cells was most likely pasted twice.
void RecordMaker::tellRepeated(const Charge &charge)
{
    const auto &record = charge.record;
    const bool isOfUse = m_layout.net && (m_layout.net->onlyCredits || m_layout.net->isOneCycle);
    if (record.count.subscription.empty() || isOfUse)
        return;
    const auto content = contentOf(*m_values) ^ (std::hash<std::string_view>{}(record.raw) * 31);
    if (!m_memory.subscriptions.insert(content).second)
        m_cells->remark(field::SubscriptionId,
            words("file",
                "this row stands here a second time with the same subscription and the same cells, and both were counted: leave one out if "
                "it is there by mistake"));
}

// What the row says, else what it charges at once: vendors write one name for a term that is paid every month and every year.
int RecordMaker::monthsOfCost(const Charge &charge) const
{
    const auto said = m_cells->text(field::CostMonths);
    for (const int months : {3, 12, 24, 36}) {
        if (said == std::to_string(months))
            return months;
    }
    return m_layout.net && m_layout.net->costOfCycle ? std::max(1, monthsCharged(charge.start, charge.end)) : 1;
}

void RecordMaker::readPeriod()
{
    for (const auto slot : m_layout.newest)
        m_months.newestSeen = std::max(m_months.newestSeen, readDate(m_cells->text(slot), m_style.dates).day);
    const auto text = m_cells->text(field::PeriodStart).empty() ? m_cells->text(field::PeriodEnd) : m_cells->text(field::PeriodStart);
    if (text.empty())
        return;
    if (const auto day = readDate(text, m_style.dates).day)
        ++m_months.rows[Period::of(*day)];
}

} // namespace br
