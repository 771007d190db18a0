// PositionPack: the positions of one client as compact bytes.
//
// Format 1: a byte 1, then position by position in the order of their service ids. Traces are packed apart (tracepack.h), so that
// history and lists read numbers only. Damaged bytes are refused.
#pragma once

#include "core/base/result.h"
#include "core/domain/facts.h"
#include "core/domain/position.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace br {

std::string packPositions(std::span<const Position> positions); // all of one client
// Appends. `traces` empty: none are read.
Status unpackPositions(const ClientId &client, std::string_view packed, std::string_view traces, std::vector<Position> *out);
// Verified ones only.
Status unpackKnown(Period period, const ClientId &client, std::string_view packed, std::vector<EarlierPosition> *out);

} // namespace br
