#include "core/store/tracepack.h"

#include "core/base/bytes.h"
#include "core/base/text.h"
#include "core/store/saidtexts.h"

#include <string_view>

namespace br {

namespace {

// Format 1, which workspaces may still hold: each number in its smallest units, and a billed line's id among the said texts.
constexpr char tracePackFormat = 2;

Error damagedTraces()
{
    return {Errc::Damaged, words("Store", "The stored positions are damaged. Reconcile the period again."), "trace pack"};
}

void putStep(std::string *out, const TraceStep &step, SaidTextsWriter *texts)
{
    char numbers[2 * longestNumber + 3 * longestFixed]; // appended at once: there are hundreds of thousands of steps
    char *at = writeNumber(numbers, static_cast<uint64_t>(step.code));
    at = writeNumber(at, zigzag(step.entry));
    at = writeFixed(at, step.quantity);
    at = writeFixed(at, step.amount);
    at = writeFixed(at, step.running);
    out->append(numbers, static_cast<size_t>(at - numbers));
    if (step.code == TraceCode::BilledLine)
        putText(out, step.text); // its id comes once
    else
        texts->put(out, step.text);
    texts->put(out, step.text2);
}

class Steps final {
public:
    Steps(ByteReader *reader, char format)
        : m_reader(reader)
        , m_isOld(format == 1)
    {
    }

    TraceStep read()
    {
        TraceStep step;
        const auto code = m_reader->number();
        if (code > static_cast<uint64_t>(lastTraceCode))
            m_reader->fail();
        step.code = static_cast<TraceCode>(code);
        step.entry = static_cast<int>(m_reader->signedNumber());
        step.quantity = units();
        step.amount = units();
        step.running = units();
        const bool isPlain = step.code == TraceCode::BilledLine && !m_isOld;
        step.text = isPlain ? m_reader->text() : m_texts.read(m_reader);
        step.text2 = m_texts.read(m_reader);
        return step;
    }

private:
    Units units() { return m_isOld ? Units::fromRaw(m_reader->signedNumber()) : m_reader->fixed<Units::places>(); }

    ByteReader *m_reader;
    SaidTextsReader m_texts;
    bool m_isOld;
};

} // namespace

std::string packTraces(std::span<const Position> positions)
{
    std::string out(1, tracePackFormat);
    SaidTextsWriter texts;
    for (const auto &position : positions) {
        putNumber(&out, position.trace.size());
        for (const auto &step : position.trace)
            putStep(&out, step, &texts);
    }
    return out;
}

Status unpackTraces(std::string_view packed, std::span<Position> positions)
{
    ByteReader reader(packed);
    const auto format = static_cast<char>(reader.byte());
    if (format != 1 && format != tracePackFormat)
        return damagedTraces();
    Steps read(&reader, format);
    for (auto &position : positions) {
        const auto steps = reader.number();
        position.trace.clear();
        for (uint64_t i = 0; i < steps && reader.isGood(); ++i)
            position.trace.push_back(read.read());
    }
    return reader.isGood() && reader.isAtEnd() ? Status() : Status(damagedTraces());
}

} // namespace br
