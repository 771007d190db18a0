#include "core/store/tracepack.h"

#include "core/base/bytes.h"
#include "core/base/text.h"
#include "core/reconcile/textindex.h"

#include <array>
#include <string_view>
#include <vector>

namespace br {

namespace {

constexpr char format = 1;

Error damaged() { return {Errc::Damaged, words("Store", "The stored positions are damaged. Reconcile the period again."), "trace pack"}; }

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
    std::array<char, 50> m_bytes{}; // five of at most ten
    size_t m_size = 0;
};

// 0: a new text follows; else the place of one said before, from 1.
class TextWriter final {
public:
    void put(std::string *out, std::string_view text)
    {
        const auto known = m_places.size();
        const auto place = m_places.add(text);
        putNumber(out, place == known ? 0 : place + 1);
        if (place == known)
            putText(out, text);
    }

private:
    TextIndex m_places{128};
};

class TextReader final {
public:
    std::string_view read(ByteReader *reader)
    {
        const auto place = reader->number();
        if (place == 0)
            return m_texts.emplace_back(reader->text());
        if (place <= m_texts.size())
            return m_texts[place - 1];
        reader->fail();
        return {};
    }

private:
    std::vector<std::string_view> m_texts;
};

TraceStep readStep(ByteReader *reader, TextReader *texts)
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
    std::string out(1, format);
    TextWriter texts;
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
    if (reader.byte() != format)
        return damaged();
    TextReader texts;
    for (auto &position : positions) {
        const auto steps = reader.number();
        position.trace.clear();
        for (uint64_t i = 0; i < steps && reader.isGood(); ++i)
            position.trace.push_back(readStep(&reader, &texts));
    }
    return reader.isGood() && reader.isAtEnd() ? Status() : Status(damaged());
}

} // namespace br
