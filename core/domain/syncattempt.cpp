#include "core/domain/syncattempt.h"

#include <array>
#include <utility>

namespace br {

namespace {

constexpr std::array<std::pair<SyncOutcome, std::string_view>, 5> outcomeCodes{{
    {SyncOutcome::Done, "done"},
    {SyncOutcome::Held, "held"},
    {SyncOutcome::Incomplete, "incomplete"},
    {SyncOutcome::Failed, "failed"},
    {SyncOutcome::Cancelled, "cancelled"},
}};

} // namespace

std::string_view codeOf(SyncOutcome outcome)
{
    for (const auto &[known, code] : outcomeCodes) {
        if (known == outcome)
            return code;
    }
    return {};
}

std::optional<SyncOutcome> syncOutcome(std::string_view code)
{
    for (const auto &[outcome, known] : outcomeCodes) {
        if (known == code)
            return outcome;
    }
    return std::nullopt;
}

} // namespace br
