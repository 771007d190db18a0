// DecisionStore: decisions and notes, append-only; triggers in the file refuse anything else.
//
// The caller opens the transaction and appends the event. Thread rule: the Database's thread.
#pragma once

#include "core/domain/review.h"
#include "core/store/database.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace br {

class DecisionStore final {
public:
    explicit DecisionStore(Database &database)
        : m_database(database)
    {
    }
    Status append(Period period, const Decision &decision);
    Result<std::vector<Decision>> ofPeriod(Period period) const; // oldest first
    Result<std::vector<Period>> decidedPeriods() const;          // those in which anything was decided, in order
    Result<std::vector<Decision>> ofKey(Period period, const std::string &key) const;
    // Of earlier periods, by period and age: everything about subjects that were once accepted until `asOf` or later.
    Result<std::vector<Decision>> carriedInto(Period period, Day asOf) const;

    Status addNote(const Note &note);                                   // the period is the key's
    Result<std::vector<Note>> notesOfKey(const std::string &key) const; // oldest first
    Result<std::vector<Note>> notesOfClient(const ClientId &client) const;
    Result<std::unordered_map<std::string, int>> noteCounts(Period period) const; // by key

private:
    Database &m_database;
};

} // namespace br
