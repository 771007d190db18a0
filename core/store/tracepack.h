// TracePack: the traces of all positions of one client as compact bytes.
//
// Format 1: a byte 1; per position the number of steps; per step code, entry, three numbers and two texts, a text said before
// in the same pack as a number. Damaged bytes are refused.
#pragma once

#include "core/base/result.h"
#include "core/domain/position.h"

#include <span>
#include <string>
#include <string_view>

namespace br {

std::string packTraces(std::span<const Position> positions);
// Into as many positions, in the same order, as were packed.
Status unpackTraces(std::string_view packed, std::span<Position> positions);

} // namespace br
