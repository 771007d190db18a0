// Trace: how the counted and billed numbers of one position came about, step by step, in order.
//
// A step carries codes and numbers; words are put to it by core/words. `running` is the counted side after the step.
#pragma once

#include "core/base/decimal.h"

#include <string>
#include <vector>

namespace br {

enum class TraceCode {
    BilledLine,   // amount = quantity x each; text = line id, text2 = product id
    Counted,      // one entry; amount = quantity x each; text = source, text2 = meter
    NotLive,      // amount assets ended before the grace or not yet assigned
    FilteredOut,  // amount assets that a class, status or name filter left out
    UnknownClass, // amount assets without the class a filter asks for: not counted
    UnknownStatus,
    Combined,        // sum, max or distinct over entries: running = result; text = "sum" | "max" | "distinct"
    SameKey,         // distinct: amount keys that were found more than once, counted once
    Exception,       // amount taken off; text = reason, text2 = author
    Included,        // amount taken off
    Minimum,         // running raised to amount
    Pack,            // running raised to a multiple of amount
    SourceMissing,   // no complete batch; text = source
    NoLinkedAccount, // no account of the client at any of the service's sources
    Approved,   // an earlier approval that the lines do not show: quantity = billed then, amount = its target; text = its key, text2 = who
    HandedOver, // of that approval: text = the sheet it last went out with, text2 = when; both empty: never
    NotRead,    // the source could not read the client's account or the meter; text = source, text2 = why
    TooLarge,   // billed or counted is beyond what can be compared
};

inline constexpr TraceCode lastTraceCode = TraceCode::TooLarge;

struct TraceStep {
    TraceCode code = TraceCode::Counted;
    int entry = -1; // index into Service::counted or ::billed; -1: the whole position
    Units quantity; // before each
    Units amount;   // what the step adds or takes off
    Units running;  // counted side after the step (billed side for BilledLine, Approved and HandedOver)
    std::string text;
    std::string text2;
    bool operator==(const TraceStep &) const = default;
};

using Trace = std::vector<TraceStep>;

} // namespace br
