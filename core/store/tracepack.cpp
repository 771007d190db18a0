#include "core/store/tracepack.h"

#include "core/base/bytes.h"
#include "core/base/text.h"
#include "core/store/saidtexts.h"

#include <array>
#include <string_view>

namespace br {

namespace {

constexpr char tracePackFormat = 1;

Error damagedTraces()
{
    return {Errc::Damaged, words("Store", "The stored positions are damaged. Reconcile the period again."), "trace pack"};
}

// The numbers of one step, as putNumber() writes them, appended at once: there are hundreds of thousands of steps.
class Numbers final {
public:
    void put(uint64_t value)
    {
        while (value >= 0x80) {
            m_bytes[m_size++] = static_cast<char>(value | 0x80);
            value >>= 7;
        }
        m_bytes[m_size++] = static_cast<char>(value);
    }
    std::string_view bytes() const { return {m_bytes.data(), m_size}; }

private:
    std::array<char, 50> m_bytes; // five of at most ten; only what is put is read
    size_t m_size = 0;
};

TraceStep readStep(ByteReader *reader, SaidTextsReader *texts)
{
    TraceStep step;
    const auto code = reader->number();
    if (code > static_cast<uint64_t>(lastTraceCode))
        reader->fail();
    step.code = static_cast<TraceCode>(code);
    step.entry = static_cast<int>(reader->signedNumber());
    step.quantity = Units::fromRaw(reader->signedNumber());
    step.amount = Units::fromRaw(reader->signedNumber());
    step.running = Units::fromRaw(reader->signedNumber());
    step.text = texts->read(reader);
    step.text2 = texts->read(reader);
    return step;
}

} // namespace

std::string packTraces(std::span<const Position> positions)
{
    std::string out(1, tracePackFormat);
    SaidTextsWriter texts;
    for (const auto &position : positions) {
        putNumber(&out, position.trace.size());
        for (const auto &step : position.trace) {
            Numbers numbers;
            numbers.put(static_cast<uint64_t>(step.code));
            numbers.put(zigzag(step.entry));
            numbers.put(zigzag(step.quantity.raw()));
            numbers.put(zigzag(step.amount.raw()));
            numbers.put(zigzag(step.running.raw()));
            out.append(numbers.bytes());
            texts.put(&out, step.text);
            texts.put(&out, step.text2);
        }
    }
    return out;
}

Status unpackTraces(std::string_view packed, std::span<Position> positions)
{
    ByteReader reader(packed);
    if (reader.byte() != tracePackFormat)
        return damagedTraces();
    SaidTextsReader texts;
    for (auto &position : positions) {
        const auto steps = reader.number();
        position.trace.clear();
        for (uint64_t i = 0; i < steps && reader.isGood(); ++i)
            position.trace.push_back(readStep(&reader, &texts));
    }
    return reader.isGood() && reader.isAtEnd() ? Status() : Status(damagedTraces());
}

} // namespace br
