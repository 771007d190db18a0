// ApprovalStore: what was last said about the adjustable rows of earlier periods, and with which sheet an approved row went out.
//
// Reading only. Thread rule: the Database's thread.
#pragma once

#include "core/domain/review.h"
#include "core/store/database.h"

#include <string>
#include <utility>
#include <vector>

namespace br {

struct LastWord {
    Period period;
    std::string key;
    bool isApproval = true; // false: dismissed
    Decimal target;         // of an approval
    Day effective;
    std::string by;
    Kind kind = Kind::Underbilled;
    ClientId client;
    ServiceId service;
    ServiceId otherService;
    std::optional<Units> billed; // when it was said, and still
    std::optional<Units> usual;  // what approving takes where nobody says another quantity
};

class ApprovalStore final {
public:
    explicit ApprovalStore(Database &database)
        : m_database(database)
    {
    }
    // Newest period first, then by key. Words whose row is gone or whose numbers have moved since are left out.
    Result<std::vector<LastWord>> wordsBefore(Period period) const;
    // File and moment of the newest sheet that held the row; both empty: it never went out.
    Result<std::pair<std::string, std::string>> sheetOf(const std::string &key) const;

private:
    Database &m_database;
};

} // namespace br
