// PdfPrinter: sheets as PDF documents through Qt's fonts and painter.
//
// It needs a QGuiApplication (the platform "offscreen" does) and answers Errc::Unsupported without one. Thread rule: any one thread.
#pragma once

#include "core/exchange/sheetprinter.h"

namespace br {

class PdfPrinter final : public SheetPrinter {
public:
    Result<std::string> pdf(const TableSheet &sheet, const std::string &digest) override;
};

} // namespace br
