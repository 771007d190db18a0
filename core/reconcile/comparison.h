// Comparison: a period compared once, and brought up to date when rules change by comparing again only what they can touch.
//
// What it holds is always equal to reconcile() of everything, to the last byte (property test). A changed link or exception
// touches the positions of its clients, a changed service its own and those of its substitution group; where it is not sure, it
// says so and is to be made anew. Facts and history must outlive it and stay as they are. Thread rule: one thread at a time.
#pragma once

#include "core/reconcile/reconcile.h"
#include "core/reconcile/ruleschange.h"

#include <memory>
#include <optional>
#include <vector>

namespace br {

struct Renewal {
    std::vector<Discrepancy> before; // the rows of what was compared again, as they were
    std::vector<Discrepancy> now;    // and as they are; both in the order of the whole
    std::vector<ClientId> clients;   // with a position that is other, new or gone; ascending
};

class Comparison final {
public:
    Comparison(const PeriodFacts &facts, Rules rules, const std::vector<EarlierPosition> &history);
    Comparison(const Comparison &) = delete;
    Comparison &operator=(const Comparison &) = delete;
    ~Comparison();

    const Rules &rules() const { return m_rules; }
    const Reconciliation &result() const { return m_result; }
    // For what comes on top of the comparison; it is to be taken off before renew().
    Reconciliation &changeable() { return m_result; }
    // None: everything is to be compared anew; nothing has changed here.
    std::optional<Renewal> renew(Rules rules);

private:
    struct Scope;
    struct Found;
    std::optional<Found> renewOwners(const Rules &rules, const RulesChange &change, Scope &scope) const;
    std::optional<Found> renewServices(const Rules &rules, const RulesChange &change, Scope &scope) const;
    std::vector<Discrepancy> unmappedServices(const Rules &rules) const;
    std::vector<ClientId> replacePositions(const Scope &scope, std::vector<Position> found);
    Renewal replaceRows(const Scope &scope, std::vector<Discrepancy> found);

    const PeriodFacts &m_facts;
    const std::vector<EarlierPosition> &m_history;
    Rules m_rules;
    Reconciliation m_result;
    std::unique_ptr<FactSlices> m_slices; // once needed
};

} // namespace br
