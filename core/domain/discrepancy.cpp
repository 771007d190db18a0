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

} // namespace

std::string_view kindCode(Kind kind) { return codes[static_cast<size_t>(kind)]; }

std::optional<Kind> kindFromCode(std::string_view code)
{
    const auto found = std::ranges::find(codes, code);
    if (found == codes.end())
        return std::nullopt;
    return static_cast<Kind>(found - codes.begin());
}

bool canBeApproved(Kind kind)
{
    switch (kind) {
    case Kind::Underbilled:
    case Kind::NotBilled:
    case Kind::Overbilled:
    case Kind::NoUsage:
    case Kind::StaleQuantity:
    case Kind::MismatchedService:
    case Kind::NotApplied:
        return true;
    default:
        return false;
    }
}

std::string discrepancyKey(Period period, const Discrepancy &discrepancy)
{
    const auto &s = discrepancy.subject;
    std::string key = period.toString();
    key.push_back('/');
    key += kindCode(discrepancy.kind);
    switch (discrepancy.kind) {
    case Kind::Underbilled:
    case Kind::NotBilled:
    case Kind::Overbilled:
    case Kind::NoUsage:
    case Kind::StaleQuantity:
    case Kind::Unverified:
    case Kind::StaleUsage:
    case Kind::CostMismatch:
    case Kind::NotApplied:
        appendPart(key, s.client.text);
        appendPart(key, s.service.text);
        break;
    case Kind::MismatchedService:
        appendPart(key, s.client.text);
        appendPart(key, s.service.text);
        appendPart(key, s.otherService.text);
        break;
    case Kind::UnmappedClient:
        appendPart(key, s.source.text);
        appendPart(key, s.account.text);
        break;
    case Kind::UnmappedService:
        appendPart(key, s.source.text);
        appendPart(key, s.meter.text);
        break;
    case Kind::DuplicateSeat:
        appendPart(key, s.service.text);
        appendPart(key, s.assetKey);
        break;
    case Kind::DuplicateLine:
        appendPart(key, s.client.text);
        appendPart(key, s.product.text);
        break;
    case Kind::Commitment:
        appendPart(key, s.source.text);
        appendPart(key, s.account.text);
        appendPart(key, s.meter.text);
        break;
    case Kind::SourceStale:
        appendPart(key, s.source.text);
        break;
    }
    return key;
}

} // namespace br
