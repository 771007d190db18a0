#include "core/domain/review.h"

namespace br {

std::string_view stateCode(State state)
{
    switch (state) {
    case State::Open:
        return "open";
    case State::InReview:
        return "in_review";
    case State::Approved:
        return "approved";
    case State::Accepted:
        return "accepted";
    case State::Dismissed:
        return "dismissed";
    case State::Outdated:
        return "outdated";
    }
    return {};
}

std::optional<State> stateFromCode(std::string_view code)
{
    for (const auto state : {State::Open, State::InReview, State::Approved, State::Accepted, State::Dismissed, State::Outdated}) {
        if (stateCode(state) == code)
            return state;
    }
    return std::nullopt;
}

std::string_view actCode(Act act)
{
    switch (act) {
    case Act::Start:
        return "start";
    case Act::Approve:
        return "approve";
    case Act::Accept:
        return "accept";
    case Act::Dismiss:
        return "dismiss";
    case Act::Reopen:
        return "reopen";
    }
    return {};
}

} // namespace br
