// Findings: the rules that make discrepancies, one function a rule, each appending its rows in any order.
//
// What is found in places is found in one client's at a time. Thread rule: pure functions over what one run has gathered.
#pragma once

#include "core/reconcile/billing.h"
#include "core/reconcile/places.h"

#include <optional>
#include <span>
#include <vector>

namespace br {

using Discrepancies = std::vector<Discrepancy>;

// mismatched_service: pairs over and under of one group at one client, and lessens Place::remaining.
void substitute(const World &world, const Drafts &drafts, std::span<Place> places, Discrepancies &rows);
// underbilled, not_billed, overbilled, no_usage, stale_quantity, unverified: with what remains after substitution.
void findDifferences(std::span<const Place> places, Discrepancies &rows);
void findStaleUsage(std::span<const Place> places, const Drafts &drafts, Discrepancies &rows);
using VendorCosts = std::vector<std::optional<Decimal>>; // by draft
VendorCosts vendorCosts(const World &world, const Drafts &drafts);
void findCostMismatches(
    const World &world, const Drafts &drafts, const VendorCosts &costs, std::span<const Place> places, Discrepancies &rows);
void findUnmappedClients(
    const World &world, const Drafts &drafts, const PriceList &prices, std::vector<std::string> &warnings, Discrepancies &rows);
void findUnmappedServices(const World &world, const Drafts &drafts, Discrepancies &rows);
void findDuplicateSeats(const World &world, const Drafts &drafts, const Verification &verification, Discrepancies &rows);
void findDuplicateLines(const World &world, const ActiveLines &active, Discrepancies &rows);
void findCommitments(const World &world, std::vector<std::string> &warnings, Discrepancies &rows);
void findStaleSources(const World &world, Discrepancies &rows);

} // namespace br
