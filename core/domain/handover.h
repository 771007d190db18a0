// Handover: which sheets of adjustments exist, and the record that one left the house.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace br {

enum class Sheet { Neutral, ConnectWise, Autotask, HaloPsa };
enum class SheetFormat { Csv, Xlsx, Pdf };

std::string_view sheetCode(Sheet sheet); // "connectwise"
std::optional<Sheet> sheetFromCode(std::string_view code);
std::string_view formatCode(SheetFormat format); // "xlsx"
std::optional<SheetFormat> formatFromCode(std::string_view code);

struct HandedOver {
    Sheet sheet = Sheet::Neutral;
    SheetFormat format = SheetFormat::Csv;
    std::string file;
    std::string contentHash; // over the adjustments, not the file
    std::string fileHash;
    int64_t rows = 0;
    std::string by;
    std::string at;
};

} // namespace br
