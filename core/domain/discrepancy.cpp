#include "core/domain/discrepancy.h"

#include <algorithm>

namespace br {

namespace {

constexpr std::array<std::string_view, kindCount> codes = {
    "underbilled",
    "not_billed",
    "overbilled",
    "no_usage",
    "stale_quantity",
    "mismatched_service",
    "unverified",
    "unmapped_client",
    "unmapped_service",
    "duplicate_seat",
    "duplicate_line",
    "stale_usage",
    "cost_mismatch",
    "commitment",
    "source_stale",
    "not_applied",
};

void appendPart(std::string &key, const std::string &part)
{
    constexpr std::string_view hex = "0123456789ABCDEF";
    key.push_back('/');
    for (const char c : part) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '/' || c == '%' || byte < 0x20 || byte == 0x7F) {
            key.push_back('%');
            key.push_back(hex[byte >> 4]);
            key.push_back(hex[byte & 15]);
        } else {
            key.push_back(c);
        }
    }
}

// The fields of a kind's subject, in the order of its key.
std::array<const std::string *, 3> partsOf(Kind kind, const Subject &s)
{
    switch (kind) {
    case Kind::Underbilled:
    case Kind::NotBilled:
    case Kind::Overbilled:
    case Kind::NoUsage:
    case Kind::StaleQuantity:
    case Kind::Unverified:
    case Kind::StaleUsage:
    case Kind::CostMismatch:
    case Kind::NotApplied:
        return {&s.client.text, &s.service.text};
    case Kind::MismatchedService:
        return {&s.client.text, &s.service.text, &s.otherService.text};
    case Kind::UnmappedClient:
        return {&s.source.text, &s.account.text};
    case Kind::UnmappedService:
        return {&s.source.text, &s.meter.text};
    case Kind::DuplicateSeat:
        return {&s.service.text, &s.assetKey};
    case Kind::DuplicateLine:
        return {&s.client.text, &s.product.text};
    case Kind::Commitment:
        return {&s.source.text, &s.account.text, &s.meter.text};
    case Kind::SourceStale:
        return {&s.source.text};
    }
    return {};
}

} // namespace

std::string_view kindCode(Kind kind) { return codes[static_cast<size_t>(kind)]; }

std::optional<Kind> kindFromCode(std::string_view code)
{
    const auto found = std::ranges::find(codes, code);
    if (found == codes.end())
        return std::nullopt;
    return static_cast<Kind>(found - codes.begin());
}

bool canBeApproved(Kind kind) { return isDifference(kind) || kind == Kind::MismatchedService || kind == Kind::NotApplied; }

std::optional<Units> usualTarget(const Discrepancy &discrepancy)
{
    if (discrepancy.kind == Kind::MismatchedService)
        return discrepancy.quantity;
    if (discrepancy.billed && discrepancy.difference)
        return *discrepancy.billed + *discrepancy.difference;
    return discrepancy.counted;
}

std::string discrepancyKey(Period period, const Discrepancy &discrepancy)
{
    std::string key = period.toString();
    key.push_back('/');
    key += kindCode(discrepancy.kind);
    for (const auto *part : partsOf(discrepancy.kind, discrepancy.subject)) {
        if (part)
            appendPart(key, *part);
    }
    return key;
}

} // namespace br
