#include "app/cli/rowsjson.h"

namespace br::cli {

std::string sideCode(Side side) { return side == Side::Psa ? "psa" : "vendor"; }

std::string measureCode(Measure measure)
{
    switch (measure) {
    case Measure::Purchased:
        return "purchased";
    case Measure::Assigned:
        return "assigned";
    case Measure::Used:
        return "used";
    case Measure::Assets:
        return "assets";
    }
    return {};
}

std::string standingCode(Standing standing)
{
    switch (standing) {
    case Standing::Match:
        return "match";
    case Standing::Unverified:
        return "unverified";
    case Standing::UnverifiedUnbilled:
        return "unverified_unbilled";
    case Standing::Underbilled:
        return "underbilled";
    case Standing::NotBilled:
        return "not_billed";
    case Standing::Overbilled:
        return "overbilled";
    case Standing::NoUsage:
        return "no_usage";
    }
    return {};
}

std::string traceCode(TraceCode code)
{
    switch (code) {
    case TraceCode::BilledLine:
        return "billed_line";
    case TraceCode::Counted:
        return "counted";
    case TraceCode::NotLive:
        return "not_live";
    case TraceCode::FilteredOut:
        return "filtered_out";
    case TraceCode::UnknownClass:
        return "unknown_class";
    case TraceCode::UnknownStatus:
        return "unknown_status";
    case TraceCode::Combined:
        return "combined";
    case TraceCode::SameKey:
        return "same_key";
    case TraceCode::Exception:
        return "exception";
    case TraceCode::Included:
        return "included";
    case TraceCode::Minimum:
        return "minimum";
    case TraceCode::Pack:
        return "pack";
    case TraceCode::SourceMissing:
        return "source_missing";
    case TraceCode::NoLinkedAccount:
        return "no_linked_account";
    case TraceCode::Approved:
        return "approved";
    case TraceCode::HandedOver:
        return "handed_over";
    case TraceCode::NotRead:
        return "not_read";
    case TraceCode::TooLarge:
        return "too_large";
    }
    return {};
}

namespace {

bool isAboutClient(Kind kind)
{
    switch (kind) {
    case Kind::UnmappedClient:
    case Kind::UnmappedService:
    case Kind::DuplicateSeat:
    case Kind::Commitment:
    case Kind::SourceStale:
        return false;
    default:
        return true;
    }
}

} // namespace

Subject subjectOf(const Discrepancy &discrepancy)
{
    auto subject = discrepancy.subject;
    if (!isAboutClient(discrepancy.kind))
        subject.client = {};
    return subject;
}

ClientId concernedClient(const Discrepancy &discrepancy)
{
    return isAboutClient(discrepancy.kind) ? ClientId() : discrepancy.subject.client;
}

std::string linkStateCode(AccountLink::State state) { return state == AccountLink::State::Linked ? "linked" : "ignored"; }

} // namespace br::cli
