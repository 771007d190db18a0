// Words: what people read about kinds, states, trace steps, discrepancies and sheets; one place, in the user's language.
//
// Codes and numbers come in, sentences go out; everything passes through words() of core/base/text.h and so through the
// installed translators. Written for a billing manager: no jargon, an unknown number is "–", money with its currency.
// Thread rule: pure functions, any thread.
#pragma once

#include "core/domain/handover.h"
#include "core/domain/rows.h"
#include "core/reconcile/suggest.h"

#include <string>

namespace br {

std::string kindName(Kind kind);    // "Underbilled"
std::string kindMeaning(Kind kind); // "More is counted than is billed."
std::string kindAdvice(Kind kind);  // what one usually does about it
std::string stateName(State state); // "In review"
std::string stateMeaning(State state);
std::string actName(Act act);             // "Approve"
std::string measureName(Measure measure); // "assigned"
std::string combineName(Combine combine);
std::string verdictName(Verdict verdict); // "counted", "filtered out"
std::string standingName(Standing standing);

// As the language of the sentence writes them, so that a sentence and its numbers are of one; sheets and JSON do not come by here.
std::string numberInWords(std::string exact);             // "2.5": the decimal sign is the language's
std::string dayInWords(Day day);                          // "2026-10-31"
std::string dayInWords(const std::string &utc);           // of a time, "2026-10-31T08:00:00Z"; what is none stays as it is
std::string quantityText(Units quantity);                 // "47", "2.5"
std::string quantityText(std::optional<Units> quantity);  // unknown: "–"
std::string moneyText(Decimal amount, Currency currency); // "31.50 EUR"
std::string moneyText(const std::optional<Decimal> &amount, Currency currency);

// One step as a sentence: "3 of huntress / agent ended before the period: not counted." `service` gives names to entries.
std::string stepText(const TraceStep &step);
// The whole counted side in one line: "53 found − 3 exceptions − 2 included = 48".
std::string traceLine(const Trace &trace);

// One paragraph that says what was found, in numbers: "Acme is billed 40 of Endpoint protection, huntress shows 47: …".
// Without the doubts about its sources, which `explanation` adds.
std::string finding(const DiscrepancyRow &row);
std::string explanation(const DiscrepancyRow &row);
std::string doubtText(const SourceDoubt &doubt); // "ninjaone brought 40 rows, 120 last month: what is counted may be too low."

// Why an account may be a client: "same domain contoso.com", "name 93 % alike".
std::string suggestionReason(NameSuggestion::Why why, int percent, const std::string &detail = {});

std::string sheetTitle(Sheet sheet);        // "ConnectWise additions"
std::string formatName(SheetFormat format); // "Excel workbook"

} // namespace br
