#include "core/words/words.h"

#include "core/base/text.h"

namespace br {

namespace {

constexpr const char *unknown = "–";

} // namespace

std::string kindName(Kind kind)
{
    switch (kind) {
    case Kind::Underbilled:
        return words("Kind", "Underbilled");
    case Kind::NotBilled:
        return words("Kind", "Not billed");
    case Kind::Overbilled:
        return words("Kind", "Overbilled");
    case Kind::NoUsage:
        return words("Kind", "No usage");
    case Kind::StaleQuantity:
        return words("Kind", "Stale quantity");
    case Kind::MismatchedService:
        return words("Kind", "Mismatched service");
    case Kind::Unverified:
        return words("Kind", "Unverified");
    case Kind::UnmappedClient:
        return words("Kind", "Unmapped client");
    case Kind::UnmappedService:
        return words("Kind", "Unmapped service");
    case Kind::DuplicateSeat:
        return words("Kind", "Duplicate seat");
    case Kind::DuplicateLine:
        return words("Kind", "Duplicate line");
    case Kind::StaleUsage:
        return words("Kind", "Stale usage");
    case Kind::CostMismatch:
        return words("Kind", "Cost mismatch");
    case Kind::Commitment:
        return words("Kind", "Commitment");
    case Kind::SourceStale:
        return words("Kind", "Source stale");
    case Kind::NotApplied:
        return words("Kind", "Not applied");
    }
    return {};
}

std::string kindMeaning(Kind kind)
{
    switch (kind) {
    case Kind::Underbilled:
        return words("KindMeaning", "The client uses more than the agreement bills.");
    case Kind::NotBilled:
        return words("KindMeaning", "The client uses the service, but no active line of an agreement bills it.");
    case Kind::Overbilled:
        return words("KindMeaning", "The agreement bills more than the client uses.");
    case Kind::NoUsage:
        return words("KindMeaning", "The agreement bills the service, but nothing of it was counted.");
    case Kind::StaleQuantity:
        return words("KindMeaning", "What the client uses has changed, but the quantity in the PSA has stayed where it was.");
    case Kind::MismatchedService:
        return words("KindMeaning",
            "One service is billed too much and another of the same group too little: the client has changed from one to the other.");
    case Kind::Unverified:
        return words("KindMeaning",
            "The agreement bills the service, but there is nothing to check it with: a source has not been read, or the client has no "
            "linked account.");
    case Kind::UnmappedClient:
        return words("KindMeaning", "An account at a vendor is not linked to a client, so nobody is billed for it.");
    case Kind::UnmappedService:
        return words("KindMeaning", "A vendor counts something that no service takes into account.");
    case Kind::DuplicateSeat:
        return words("KindMeaning", "The same user or device is counted more than once.");
    case Kind::DuplicateLine:
        return words("KindMeaning", "Two agreements of one client bill the same product with the same quantity and price.");
    case Kind::StaleUsage:
        return words("KindMeaning", "Some of what is counted has not been seen for a long time.");
    case Kind::CostMismatch:
        return words("KindMeaning", "What the vendor charges differs from the cost in the agreement, or is above the price.");
    case Kind::Commitment:
        return words("KindMeaning", "More is bought than is in use, and the commitment still runs.");
    case Kind::SourceStale:
        return words("KindMeaning", "A source has no complete import for this month, or one that is much smaller than the last.");
    case Kind::NotApplied:
        return words("KindMeaning", "An adjustment was approved in an earlier month, but the PSA still does not show it.");
    }
    return {};
}

std::string kindAdvice(Kind kind)
{
    switch (kind) {
    case Kind::Underbilled:
    case Kind::StaleQuantity:
        return words("KindAdvice", "Approve to bill what is used, or accept it with a reason.");
    case Kind::NotBilled:
        return words("KindAdvice", "Approve to bill it (a new line is needed in the PSA), or accept it with a reason.");
    case Kind::Overbilled:
        return words("KindAdvice", "Approve to bill less, before the client asks.");
    case Kind::NoUsage:
        return words("KindAdvice", "Find out whether the client still uses it; approve to stop billing it.");
    case Kind::MismatchedService:
        return words("KindAdvice", "Approve to move the quantity from one service to the other.");
    case Kind::Unverified:
        return words(
            "KindAdvice", "Import the missing source, link the client's account, or look at the numbers where they are too large.");
    case Kind::UnmappedClient:
        return words("KindAdvice", "Link the account to a client, or ignore it with a reason.");
    case Kind::UnmappedService:
        return words("KindAdvice", "Add the meter to a service, or ignore it with a reason.");
    case Kind::DuplicateSeat:
        return words("KindAdvice", "Remove it at the vendor where it is not needed, or count it once.");
    case Kind::DuplicateLine:
        return words("KindAdvice", "End one of the two lines in the PSA if it is there by mistake.");
    case Kind::StaleUsage:
        return words("KindAdvice", "Ask whether these are still in use; remove them at the vendor if not.");
    case Kind::CostMismatch:
        return words("KindAdvice", "Correct the cost in the PSA, or ask the vendor; look at the price.");
    case Kind::Commitment:
        return words("KindAdvice", "Use or sell what is free, or let it end with the commitment.");
    case Kind::SourceStale:
        return words("KindAdvice", "Import the source again and look at the number of rows.");
    case Kind::NotApplied:
        return words("KindAdvice", "Enter the adjustment in the PSA and import its lines again.");
    }
    return {};
}

std::string stateName(State state)
{
    switch (state) {
    case State::Open:
        return words("State", "Open");
    case State::InReview:
        return words("State", "In review");
    case State::Approved:
        return words("State", "Approved");
    case State::Accepted:
        return words("State", "Accepted");
    case State::Dismissed:
        return words("State", "Dismissed");
    case State::Outdated:
        return words("State", "Outdated");
    }
    return {};
}

std::string stateMeaning(State state)
{
    switch (state) {
    case State::Open:
        return words("StateMeaning", "Nobody has decided yet.");
    case State::InReview:
        return words("StateMeaning", "Somebody is looking at it.");
    case State::Approved:
        return words("StateMeaning", "The quantity will be adjusted.");
    case State::Accepted:
        return words("StateMeaning", "It stays as it is, with a reason.");
    case State::Dismissed:
        return words("StateMeaning", "It is no finding, with a reason.");
    case State::Outdated:
        return words("StateMeaning", "It was decided, then the numbers changed: look again.");
    }
    return {};
}

std::string actName(Act act)
{
    switch (act) {
    case Act::Start:
        return words("Act", "Start review");
    case Act::Approve:
        return words("Act", "Approve");
    case Act::Accept:
        return words("Act", "Accept");
    case Act::Dismiss:
        return words("Act", "Dismiss");
    case Act::Reopen:
        return words("Act", "Reopen");
    }
    return {};
}

std::string measureName(Measure measure)
{
    switch (measure) {
    case Measure::Purchased:
        return words("Measure", "purchased");
    case Measure::Assigned:
        return words("Measure", "assigned");
    case Measure::Used:
        return words("Measure", "used");
    case Measure::Assets:
        return words("Measure", "counted one by one");
    }
    return {};
}

std::string combineName(Combine combine)
{
    switch (combine) {
    case Combine::Sum:
        return words("Combine", "added up");
    case Combine::Max:
        return words("Combine", "the largest of them");
    case Combine::Distinct:
        return words("Combine", "each name or id once");
    }
    return {};
}

std::string verdictName(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Counted:
        return words("Verdict", "counted");
    case Verdict::CountedOnce:
        return words("Verdict", "counted already");
    case Verdict::NotLive:
        return words("Verdict", "ended or not yet begun");
    case Verdict::FilteredOut:
        return words("Verdict", "left out by a filter");
    case Verdict::UnknownClass:
        return words("Verdict", "class unknown: not counted");
    case Verdict::UnknownStatus:
        return words("Verdict", "status unknown: not counted");
    }
    return {};
}

std::string standingName(Standing standing)
{
    switch (standing) {
    case Standing::Match:
        return words("Standing", "Match");
    case Standing::Unverified:
        return words("Standing", "Unverified");
    case Standing::UnverifiedUnbilled:
        return words("Standing", "Unverified, not billed");
    case Standing::Underbilled:
        return kindName(Kind::Underbilled);
    case Standing::NotBilled:
        return kindName(Kind::NotBilled);
    case Standing::Overbilled:
        return kindName(Kind::Overbilled);
    case Standing::NoUsage:
        return kindName(Kind::NoUsage);
    }
    return {};
}

std::string numberInWords(std::string exact)
{
    if (const auto sign = exact.find('.'); sign != std::string::npos)
        exact.replace(sign, 1, words("Number", "."));
    return exact;
}

std::string dayInWords(Day day)
{
    const auto iso = day.toString();
    return words("Number", "%1-%2-%3", {iso.substr(0, 4), iso.substr(5, 2), iso.substr(8, 2)});
}

std::string dayInWords(const std::string &utc)
{
    const auto day = Day::parse(std::string_view(utc).substr(0, 10));
    return day ? dayInWords(*day) : utc;
}

std::string quantityText(Units quantity) { return numberInWords(quantity.toString()); }
std::string quantityText(std::optional<Units> quantity) { return quantity ? quantityText(*quantity) : std::string(unknown); }

std::string moneyText(Decimal amount, Currency currency)
{
    const auto number = numberInWords(Money{amount, currency}.toString());
    return currency.isNone() ? number : words("Money", "%1 %2", {number, currency.toString()});
}

std::string moneyText(const std::optional<Decimal> &amount, Currency currency)
{
    return amount ? moneyText(*amount, currency) : std::string(unknown);
}

std::string suggestionReason(NameSuggestion::Why why, int percent, const std::string &detail)
{
    switch (why) {
    case NameSuggestion::Why::SameId:
        return words("Suggestion", "same id");
    case NameSuggestion::Why::SameName:
        return words("Suggestion", "same name");
    case NameSuggestion::Why::SameDomain:
        return detail.empty() ? words("Suggestion", "same domain") : words("Suggestion", "same domain %1", {detail});
    case NameSuggestion::Why::SameNormalisedName:
        return words("Suggestion", "same name but for punctuation and legal form");
    case NameSuggestion::Why::AlikeName:
        return words("Suggestion", "name %1 % alike", {std::to_string(percent)});
    }
    return {};
}

std::string sheetTitle(Sheet sheet)
{
    switch (sheet) {
    case Sheet::Neutral:
        return words("Sheet", "Approved adjustments");
    case Sheet::ConnectWise:
        return words("Sheet", "ConnectWise PSA: changes of agreement additions");
    case Sheet::Autotask:
        return words("Sheet", "Autotask: adjustments of contract services");
    case Sheet::HaloPsa:
        return words("Sheet", "HaloPSA: changes of recurring invoice lines");
    }
    return {};
}

std::string formatName(SheetFormat format)
{
    switch (format) {
    case SheetFormat::Csv:
        return words("Format", "CSV file");
    case SheetFormat::Xlsx:
        return words("Format", "Excel workbook");
    case SheetFormat::Pdf:
        return words("Format", "PDF document");
    }
    return {};
}

} // namespace br
