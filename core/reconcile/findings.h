// Findings: the rules that make discrepancies, one function a rule, each appending its rows in any order.
//
// Thread rule: pure functions over what one run has gathered.
#pragma once

#include "core/reconcile/billing.h"
#include "core/reconcile/places.h"

#include <vector>

namespace br {

using Discrepancies = std::vector<Discrepancy>;

// mismatched_service: pairs over and under of one group at one client, and lessens Place::remaining.
void substitute(const World &world, std::vector<Place> &places, Discrepancies &rows);
// underbilled, not_billed, overbilled, no_usage, stale_quantity, unverified: with what remains after substitution.
void findDifferences(const std::vector<Place> &places, Discrepancies &rows);
void findStaleUsage(const std::vector<Place> &places, const Drafts &drafts, Discrepancies &rows);
void findUnmappedClients(
    const World &world, const Drafts &drafts, const PriceList &prices, std::vector<std::string> &warnings, Discrepancies &rows);
void findUnmappedServices(const World &world, const Drafts &drafts, Discrepancies &rows);
void findDuplicateSeats(const World &world, const Drafts &drafts, const Verification &verification, Discrepancies &rows);
void findDuplicateLines(const std::vector<ActiveLine> &lines, Discrepancies &rows);
void findCostMismatches(const World &world, const Drafts &drafts, const std::vector<Place> &places, Discrepancies &rows);
void findCommitments(const World &world, std::vector<std::string> &warnings, Discrepancies &rows);
void findStaleSources(const World &world, Discrepancies &rows);

} // namespace br
