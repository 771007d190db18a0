// Handover: which sheets of adjustments exist, and the record that one left the house.
#pragma once

#include <cstdint>
#include <string>

namespace br {

enum class Sheet { Neutral, ConnectWise, Autotask, HaloPsa };
enum class SheetFormat { Csv, Xlsx, Pdf };

struct HandedOver {
    Sheet sheet = Sheet::Neutral;
    SheetFormat format = SheetFormat::Csv;
    std::string file;
    std::string contentHash;            // over the adjustments, not the file
    std::string fileHash;
    int64_t rows = 0;
    std::string by;
    std::string at;
};

} // namespace br
