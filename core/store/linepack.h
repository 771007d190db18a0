// LinePack: the billed lines of one batch as compact bytes: what a comparison reads, without the evidence of each row.
//
// Format 1: a byte 1, the number of lines, then per line: flags; its agreement as a difference to the line before; id; product and
// currency (saidtexts.h); quantity; the other numbers and days that the flags name. Numbers are LEB128, signed ones zigzag.
// Damaged bytes are refused, never read past. Thread rule: plain values.
#pragma once

#include "core/base/result.h"
#include "core/domain/psa.h"
#include "core/store/saidtexts.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace br {

struct LineOwner { // an agreement of the batch, by its ordinal
    AgreementId agreement;
    ClientId client;
    std::optional<LineTerms> terms; // where another agreement of the batch has the same client and id
};

class LinePackWriter final {
public:
    void add(int64_t agreement, const BilledLine &line); // `agreement` is its ordinal in the batch
    bool isEmpty() const { return m_count == 0; }
    std::string bytes() const;

private:
    std::string m_lines;
    SaidTextsWriter m_texts;
    int64_t m_agreement = 0;
    uint64_t m_count = 0;
};

// As they were added; an agreement that `owners` lacks is damage.
Result<std::vector<BilledLine>> unpackLines(std::string_view bytes, std::span<const LineOwner> owners);

} // namespace br
