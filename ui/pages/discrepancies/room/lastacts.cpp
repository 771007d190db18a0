#include "ui/pages/discrepancies/room/lastacts.h"

#include <map>

namespace br {

namespace {

// As it would be decided again.
std::optional<DecideRequest> requestOf(const DiscrepancyRow &row)
{
    DecideRequest request{row.key, Act::Approve, {}, {}, {}, row.reason, {}};
    switch (row.state) {
    case State::Approved:
        request.quantity = row.targetQuantity;
        request.from = row.effective;
        return request;
    case State::Accepted:
        request.act = Act::Accept;
        request.until = row.until;
        return request;
    case State::Dismissed:
        request.act = Act::Dismiss;
        return request;
    case State::Open:
    case State::InReview:
    case State::Outdated:
        break;
    }
    return std::nullopt;
}

} // namespace

std::vector<std::vector<DecideRequest>> lastActs(
    const std::vector<DiscrepancyRow> &rows, const std::string &by, const std::string &since, size_t most)
{
    std::map<std::string, std::vector<DecideRequest>> byMoment; // UTC texts of one form: their order is that of time
    for (const DiscrepancyRow &row : rows) {
        if (row.decidedBy != by || row.decidedAt <= since || row.carriedFrom)
            continue;
        if (auto request = requestOf(row))
            byMoment[row.decidedAt].push_back(std::move(*request));
    }
    while (byMoment.size() > most)
        byMoment.erase(byMoment.begin());
    std::vector<std::vector<DecideRequest>> acts;
    for (auto &[moment, requests] : byMoment)
        acts.push_back(std::move(requests));
    return acts;
}

} // namespace br
