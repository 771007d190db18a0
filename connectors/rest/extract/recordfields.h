// RecordFields: the values of one record that is being made, by slot: texts, exact numbers, days, words.
//
// What is wrong is kept for the caller: a fault ends the run (a number that cannot be read), a rejection drops the record, a
// note is told. Thread rule: one thread; read() before every record.
#pragma once

#include "connectors/rest/manifest/stream.h"
#include "connectors/rest/value/reading.h"
#include "core/base/money.h"
#include "core/connect/recordwords.h"

#include <array>

namespace br::rest {

class RecordFields final {
public:
    struct Problem {
        std::string path;
        std::string value;
        std::string reason;
    };

    void read(const EmitSpec &spec, const Scope &scope);

    bool isThere(field::Slot slot) const { return m_values[slot].has_value(); }
    std::string_view text(field::Slot slot) const { return m_values[slot].value_or(std::string_view()); }
    std::string textCopy(field::Slot slot) const { return std::string(text(slot)); }
    std::string_view neededText(field::Slot slot);
    std::optional<Decimal> number(field::Slot slot);
    Decimal neededNumber(field::Slot slot);
    MaybeDay day(field::Slot slot);
    bool truth(field::Slot slot, bool whenAbsent);
    Currency currency(const Currency &otherwise);
    Measure measure();
    BillingCycle cycle();
    std::optional<Decimal> monthlyCost(); // by cost_months; unknown where that is no number
    void reject(field::Slot slot, std::string reason);

    const std::optional<Problem> &fault() const { return m_fault; }
    const std::optional<Problem> &rejection() const { return m_rejection; }
    const std::vector<Scratch::Note> &notes() const { return m_scratch.notes(); }

private:
    void judgeText(field::Slot slot);
    std::string pathOf(field::Slot slot) const;
    std::array<std::optional<std::string_view>, field::Count> m_values;
    const EmitSpec *m_spec = nullptr;
    Scratch m_scratch;
    std::optional<Problem> m_fault;
    std::optional<Problem> m_rejection;
};

} // namespace br::rest
