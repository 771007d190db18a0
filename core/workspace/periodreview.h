// PeriodReview: what people have said about the rows of a period, so that each row's state can be told; read once.
//
// Carry-over: where nobody has said anything about a row of this period, an "accepted until" of the same kind and subject in
// the latest earlier period that was decided holds up to its date (on or after the as-of day), as long as the gap is what it
// was when it was accepted; when the gap moved, the row is outdated; after the date it is open again.
// Thread rule: the Workspace's thread while loading; a value afterwards.
#pragma once

#include "core/domain/review.h"
#include "core/workspace/workspace.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace br {

class PeriodReview final {
public:
    struct Standing {
        State state = State::Open;
        const Decision *last = nullptr; // lives as long as the PeriodReview is not changed
        std::optional<Period> carriedFrom;
    };
    static Result<PeriodReview> load(Workspace &workspace, Period period, Day asOf);
    Standing of(const std::string &key, const SeenNumbers &now) const;
    void add(const Decision &decision);                                                               // made just now
    const std::unordered_map<std::string, std::vector<Decision>> &decisions() const { return m_own; } // by key, oldest first

private:
    std::unordered_map<std::string, std::vector<Decision>> m_own;
    std::unordered_map<std::string, Decision> m_carried; // by kind and subject
};

} // namespace br
