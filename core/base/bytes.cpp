#include "core/base/bytes.h"

namespace br {

void putLongNumber(std::string *out, uint64_t value)
{
    char bytes[longestNumber];
    out->append(bytes, static_cast<size_t>(writeNumber(bytes, value) - bytes));
}

uint64_t ByteReader::longNumber()
{
    uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
        const uint64_t next = byte();
        value |= (next & 0x7f) << shift;
        if (next < 0x80)
            return value;
    }
    fail();
    return 0;
}

} // namespace br
