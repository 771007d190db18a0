// DiscrepancyFilter: which rows fail which part of a query, evaluated over columns.
//
// The meaning of a term is Query's alone: each term is asked once per text of the dictionaries it can see (or once per
// distinct number), and the answers are spread over the rows. Terms on a facet's field fail that facet's bit only, so that a
// facet can ignore its own choice. Pure functions.
#pragma once

#include "core/query/query.h"
#include "ui/models/discrepancycolumns.h"

namespace br {

enum class Facet { Kind, State, Client, Service, Source };
inline constexpr int facetCount = 5;

// Bit f: fails a term on facet f; bit facetCount: fails any other term. 0: shown.
using FailBits = uint8_t;

std::vector<FailBits> failBits(const Query &query, const DiscrepancyColumns &columns);
std::optional<Facet> facetOfField(std::string_view field); // any alias; none: no facet's field
std::string_view facetField(Facet facet);                  // as it is written in queries

} // namespace br
