// SheetPrinter: draws a sheet as a PDF document, behind an interface so that only who prints needs the graphics side of Qt.
//
// Implemented in app/printing. Thread rule: any one thread.
#pragma once

#include "core/exchange/adjustmentsheet.h"

#include <string>

namespace br {

class SheetPrinter {
public:
    virtual ~SheetPrinter() = default;
    // The document's bytes: A4 across, header and footer on each page, `digest` in the footer.
    virtual Result<std::string> pdf(const TableSheet &sheet, const std::string &digest) = 0;
};

} // namespace br
