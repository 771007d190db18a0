// How one file writes dates and numbers: from its layout, else from the values of its first rows; and what was assumed.
//
// Thread rule: pure functions.
#pragma once

#include "connectors/file/cellreader.h"
#include "connectors/file/recognition.h"

namespace br {

struct FileStyle {
    CellStyle cells;
    std::vector<std::string> notes; // assumed day or month order, decimal comma
    std::optional<Error> refused;   // the layout's dates have one order, and the file has both
};

FileStyle styleOf(const Match &match, const SampledTable &sample, Currency workspaceCurrency);

} // namespace br
