#include "core/store/positionpack.h"

#include "core/base/bytes.h"
#include "core/base/text.h"
#include "core/store/tracepack.h"

namespace br {

namespace {

// Format 1, which workspaces may still hold, does not say whose the price is.
constexpr char positionPackFormat = 2;

Error damagedPositions()
{
    return {Errc::Damaged, words("Store", "The stored positions are damaged. Reconcile the period again."), "position pack"};
}

template <int Places>
std::optional<int64_t> rawOf(const std::optional<Fixed<Places>> &number)
{
    return number ? std::optional(number->raw()) : std::nullopt;
}

char *writeMaybe(char *at, const std::optional<int64_t> &value) { return writeNumber(at, maybeNumber(value)); }

void putPosition(std::string *out, const Position &position)
{
    char numbers[7 * longestNumber]; // between texts, appended at once: there are a hundred thousand positions
    const auto append = [&](const char *end) { out->append(numbers, static_cast<size_t>(end - numbers)); };
    putText(out, position.service.text);
    char *at = writeNumber(numbers, zigzag(position.billed.raw()));
    at = writeMaybe(at, rawOf(position.counted));
    at = writeMaybe(at, position.staleSince ? std::optional<int64_t>(position.staleSince->index()) : std::nullopt);
    at = writeNumber(at, position.price.has_value());
    if (position.price) {
        at = writeNumber(at, zigzag(position.price->amount.raw()));
        append(writeNumber(at, static_cast<uint64_t>(position.price->months)));
        putText(out, position.price->currency.code());
        at = numbers;
    }
    at = writeMaybe(at, rawOf(position.impact));
    append(writeNumber(
        at, static_cast<uint64_t>(position.standing) * 4 + (position.isPriceOfLine ? 2 : 0) + (position.hasActiveLine ? 1 : 0)));
    putText(out, position.adjustableLine.text);
    at = writeNumber(numbers, zigzag(position.adjustableQuantity.raw()));
    append(writeNumber(at, zigzag(position.adjustableIncluded.raw())));
}

Position readPosition(ByteReader *reader, bool isOld)
{
    Position position;
    position.service.text = reader->text();
    position.billed = Units::fromRaw(reader->signedNumber());
    if (const auto counted = reader->maybe())
        position.counted = Units::fromRaw(*counted);
    if (const auto since = reader->maybe())
        position.staleSince = Period::fromIndex(static_cast<int>(*since));
    if (reader->number() != 0) {
        CyclePrice price;
        price.amount = Decimal::fromRaw(reader->signedNumber());
        price.months = static_cast<int>(reader->number());
        if (const auto code = reader->text(); !code.empty()) {
            const auto currency = Currency::parse(code);
            if (!currency)
                reader->fail();
            else
                price.currency = *currency;
        }
        position.price = price;
    }
    if (const auto impact = reader->maybe())
        position.impact = Decimal::fromRaw(*impact);
    const auto flags = reader->number();
    const auto standing = flags / (isOld ? 2 : 4);
    if (standing > static_cast<uint64_t>(Standing::NoUsage))
        reader->fail();
    position.standing = static_cast<Standing>(standing);
    position.hasActiveLine = flags % 2 != 0;
    position.adjustableLine.text = reader->text();
    position.adjustableQuantity = Decimal::fromRaw(reader->signedNumber());
    position.adjustableIncluded = Decimal::fromRaw(reader->signedNumber());
    position.isPriceOfLine = isOld ? !position.adjustableIncluded.isZero() : flags / 2 % 2 != 0;
    return position;
}

} // namespace

std::string packPositions(std::span<const Position> positions)
{
    std::string out(1, positionPackFormat);
    for (const auto &position : positions)
        putPosition(&out, position);
    return out;
}

Status unpackPositions(const ClientId &client, std::string_view packed, std::string_view traces, std::vector<Position> *out)
{
    ByteReader reader(packed);
    const auto format = static_cast<char>(reader.byte());
    if (format != 1 && format != positionPackFormat)
        return damagedPositions();
    const auto first = out->size();
    while (!reader.isAtEnd()) {
        out->push_back(readPosition(&reader, format == 1));
        out->back().client = client;
    }
    if (!reader.isGood())
        return damagedPositions();
    return traces.empty() ? Status() : unpackTraces(traces, std::span(*out).subspan(first));
}

Status unpackKnown(Period period, const ClientId &client, std::string_view packed, std::vector<EarlierPosition> *out)
{
    ByteReader reader(packed);
    const auto format = static_cast<char>(reader.byte());
    if (format != 1 && format != positionPackFormat)
        return damagedPositions();
    while (!reader.isAtEnd()) {
        auto position = readPosition(&reader, format == 1);
        if (position.counted)
            out->push_back({period, client, std::move(position.service), position.billed, *position.counted, position.staleSince});
    }
    return reader.isGood() ? Status() : Status(damagedPositions());
}

} // namespace br
