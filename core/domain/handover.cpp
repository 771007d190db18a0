#include "core/domain/handover.h"

namespace br {

std::string_view sheetCode(Sheet sheet)
{
    switch (sheet) {
    case Sheet::Neutral:
        return "neutral";
    case Sheet::ConnectWise:
        return "connectwise";
    case Sheet::Autotask:
        return "autotask";
    case Sheet::HaloPsa:
        return "halopsa";
    }
    return {};
}

std::optional<Sheet> sheetFromCode(std::string_view code)
{
    for (const auto sheet : {Sheet::Neutral, Sheet::ConnectWise, Sheet::Autotask, Sheet::HaloPsa}) {
        if (sheetCode(sheet) == code)
            return sheet;
    }
    return std::nullopt;
}

std::string_view formatCode(SheetFormat format)
{
    switch (format) {
    case SheetFormat::Csv:
        return "csv";
    case SheetFormat::Xlsx:
        return "xlsx";
    case SheetFormat::Pdf:
        return "pdf";
    }
    return {};
}

std::optional<SheetFormat> formatFromCode(std::string_view code)
{
    for (const auto format : {SheetFormat::Csv, SheetFormat::Xlsx, SheetFormat::Pdf}) {
        if (formatCode(format) == code)
            return format;
    }
    return std::nullopt;
}

} // namespace br
