#include "core/store/tallypack.h"

#include "core/base/bytes.h"
#include "core/base/text.h"

#include <map>
#include <utility>

namespace br {

namespace {

constexpr char format = 1;

using Looks = std::pair<std::string_view, std::string_view>;

Error damaged() { return {Errc::Damaged, words("Store", "The stored counts of assets are damaged. Go back to a backup."), "tally pack"}; }

std::optional<int64_t> numberOf(const MaybeDay &day) { return day ? std::optional<int64_t>(day->number()) : std::nullopt; }

MaybeDay dayOf(const std::optional<int64_t> &number)
{
    return number ? MaybeDay(Day::fromNumber(static_cast<int32_t>(*number))) : MaybeDay();
}

} // namespace

TallyPackWriter::TallyPackWriter(std::span<const std::pair<std::string, std::string>> looks)
    : m_bytes(1, format)
{
    putNumber(&m_bytes, looks.size());
    for (const auto &[assetClass, status] : looks) {
        putText(&m_bytes, assetClass);
        putText(&m_bytes, status);
    }
}

void TallyPackWriter::add(const Group &group)
{
    putSigned(&m_bytes, group.account - m_account);
    m_account = group.account;
    putSigned(&m_bytes, group.meter);
    putNumber(&m_bytes, group.look);
    putMaybe(&m_bytes, numberOf(group.assigned));
    putMaybe(&m_bytes, numberOf(group.ended));
    putMaybe(&m_bytes, numberOf(group.lastSeen));
    putNumber(&m_bytes, group.multiplicity);
}

Status eachTally(std::string_view bytes, const std::function<void(const TallyView &)> &visit)
{
    ByteReader reader(bytes);
    if (reader.byte() != format)
        return damaged();
    const auto count = reader.number();
    std::vector<Looks> looks;
    for (uint64_t i = 0; i < count && reader.isGood(); ++i) {
        const auto assetClass = reader.text();
        looks.emplace_back(assetClass, reader.text());
    }
    TallyView tally;
    tally.isFirst = true;
    while (!reader.isAtEnd()) {
        tally.account += reader.signedNumber();
        tally.meter = reader.signedNumber();
        const auto look = reader.number();
        if (look >= looks.size())
            return damaged();
        tally.look = look;
        tally.assetClass = looks[look].first;
        tally.status = looks[look].second;
        tally.assigned = dayOf(reader.maybe());
        tally.ended = dayOf(reader.maybe());
        tally.lastSeen = dayOf(reader.maybe());
        tally.multiplicity = static_cast<uint32_t>(reader.number());
        if (reader.isGood())
            visit(tally);
        tally.isFirst = false;
    }
    return reader.isGood() ? Status() : Status(damaged());
}

Status unpackTallies(std::string_view bytes, std::vector<StoredTally> *out)
{
    return eachTally(bytes, [out](const TallyView &tally) {
        out->push_back({tally.account, tally.meter, std::string(tally.assetClass), std::string(tally.status), tally.assigned, tally.ended,
            tally.lastSeen, tally.multiplicity});
    });
}

} // namespace br
