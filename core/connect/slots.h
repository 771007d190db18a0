// Slots: the named places that a file's columns or an answer's fields fill, and that records are made from.
//
// The well-known slots have fixed numbers, so that the hot path needs no look-up; a layout may add its own after them.
// Thread rule: pure functions.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace br::field {

enum Slot : size_t {
    AccountId,
    AccountName,
    AccountDomain,
    MeterId,
    MeterName,
    SubscriptionId,
    Measure,
    Quantity,
    UnitCost,
    CostMonths,
    Currency,
    Term,
    CommitmentEnd,
    Status,
    AssetId,
    AssetName,
    AssetClass,
    AssignedAt,
    EndedAt,
    LastSeenAt,
    ClientId,
    ClientName,
    ParentClientId,
    RollUp,
    AgreementId,
    AgreementName,
    AgreementStart,
    AgreementEnd,
    BillingCycle,
    LineId,
    ProductId,
    ProductName,
    IncludedQuantity,
    UnitPrice,
    Billable,
    EffectiveDate,
    CancelledDate,
    ListPrice,
    PeriodStart,
    PeriodEnd,
    SignOf,
    ChargeType,
    Count
};

inline constexpr std::array<std::string_view, Count> names
    = {"account_id", "account_name", "account_domain", "meter_id", "meter_name", "subscription_id", "measure", "quantity", "unit_cost",
        "cost_months", "currency", "term", "commitment_end", "status", "asset_id", "asset_name", "asset_class", "assigned_at", "ended_at",
        "last_seen_at", "client_id", "client_name", "parent_client_id", "roll_up", "agreement_id", "agreement_name", "agreement_start",
        "agreement_end", "billing_cycle", "line_id", "product_id", "product_name", "included_quantity", "unit_price", "billable",
        "effective_date", "cancelled_date", "list_price", "period_start", "period_end", "sign_of", "charge_type"};

inline std::optional<size_t> find(std::string_view name)
{
    for (size_t i = 0; i < names.size(); ++i) {
        if (names[i] == name)
            return i;
    }
    return std::nullopt;
}

inline constexpr std::array dates
    = {CommitmentEnd, AssignedAt, EndedAt, LastSeenAt, AgreementStart, AgreementEnd, EffectiveDate, CancelledDate, PeriodStart, PeriodEnd};
inline constexpr std::array numbers = {Quantity, UnitCost, IncludedQuantity, UnitPrice, ListPrice, SignOf};

} // namespace br::field
