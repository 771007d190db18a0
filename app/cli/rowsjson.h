// RowsJson: the rows of lists as JSON objects, with the field names that scripts rely on.
//
// Names and order of positions and discrepancies are stable; what is added stands at the end. Quantities and money are
// strings, unit prices are per month and rounded to four places, absent values are null. Thread rule: pure functions.
#pragma once

#include "core/base/jsonwriter.h"
#include "core/domain/rows.h"
#include "core/workspace/linking.h"
#include "core/workspace/reconciling.h"
#include "core/workspace/staging.h"

#include <string>
#include <vector>

namespace br::cli {

std::string sideCode(Side side);                     // "psa"
std::string measureCode(Measure measure);            // "assets"
std::string standingCode(Standing standing);         // "match", "underbilled", …
std::string traceCode(TraceCode code);               // "unknown_class"
std::string linkStateCode(AccountLink::State state); // "linked"

// The subject with the fields of its kind only: an account's client is told beside a commitment, but it is no part of what
// the commitment is about.
Subject subjectOf(const Discrepancy &discrepancy);
ClientId concernedClient(const Discrepancy &discrepancy); // empty where the subject names the client, or there is none

void writePosition(JsonWriter &json, const Position &position);
void writeDiscrepancy(JsonWriter &json, const DiscrepancyRow &row);
void writeBatch(JsonWriter &json, const Batch &batch);
void writeRejected(JsonWriter &json, const RejectedRow &row);
void writeRejected(JsonWriter &json, const std::vector<RejectedRow> &rows); // an array
void writeImport(JsonWriter &json, const ImportReport &report, const ImportRequest &request);
void writeSource(JsonWriter &json, const SourceRow &row, bool hasPeriod);
void writeFileReport(JsonWriter &json, const FileReport &report);
void writeDecision(JsonWriter &json, const Decision &decision);
void writeNote(JsonWriter &json, const Note &note);
void writeAdjustment(JsonWriter &json, const AdjustmentRow &row);

// A member with an array of texts.
void writeTexts(JsonWriter &json, std::string_view name, const std::vector<std::string> &texts);
void writeMonies(JsonWriter &json, std::string_view name, const std::vector<Money> &monies);

template <class Moment>
JsonWriter &writeMoment(JsonWriter &json, std::string_view name, const std::optional<Moment> &moment) // a day or a period
{
    return moment ? json.member(name, moment->toString()) : json.key(name).null();
}

} // namespace br::cli
