#include "core/store/eventstore.h"

#include "core/base/safefile.h"
#include "core/base/text.h"

#include <limits>

namespace br {

namespace {

void putField(std::string &bytes, std::string_view field)
{
    bytes += std::to_string(field.size());
    bytes += ':';
    bytes += field;
}

Event eventOf(const Statement &row)
{
    return {row.integer(0), row.string(1), row.string(2), row.string(3), row.string(4), row.string(5), row.string(6), row.string(7)};
}

std::string whyBroken(const Event &event, int64_t expected, const std::string &head)
{
    if (event.sequence != expected)
        return words("EventStore", "entry %1 follows where entry %2 should stand: an entry was removed or added",
            {std::to_string(event.sequence), std::to_string(expected)});
    if (event.previousHash != head)
        return words("EventStore", "entry %1 (%2, %3) does not continue the entry before it: one of them was replaced",
            {std::to_string(event.sequence), event.what, event.at});
    if (event.hash != eventHash(event))
        return words(
            "EventStore", "entry %1 (%2, %3) was changed after it was written", {std::to_string(event.sequence), event.what, event.at});
    return {};
}

} // namespace

std::string eventHash(const Event &event)
{
    std::string bytes;
    const auto sequence = std::to_string(event.sequence);
    for (const std::string_view field :
        {std::string_view(sequence), std::string_view(event.at), std::string_view(event.by), std::string_view(event.what),
            std::string_view(event.subject), std::string_view(event.detail), std::string_view(event.previousHash)})
        putField(bytes, field);
    return sha256Hex(bytes);
}

Result<Event> appendEvent(Database &database, const std::string &at, const std::string &by, const std::string &what,
    const std::string &subject, const std::string &detail)
{
    Event event{1, at, by, what, subject, detail, {}, {}};
    const auto read = database.each("event/head", [&event](const Statement &row) {
        event.sequence = row.integer(0) + 1;
        event.previousHash = row.string(1);
    });
    if (!read)
        return read.error();
    event.hash = eventHash(event);
    const auto stored = database.run(
        "event/append", event.sequence, event.at, event.by, event.what, event.subject, event.detail, event.previousHash, event.hash);
    if (!stored)
        return stored.error();
    return event;
}

Result<ChainVerdict> verifyChain(Database &database)
{
    ChainVerdict verdict;
    const auto read = database.each("event/all", [&verdict](const Statement &row) {
        if (!verdict.isWhole)
            return;
        const auto event = eventOf(row);
        ++verdict.entries;
        verdict.reason = whyBroken(event, verdict.entries, verdict.head);
        if (verdict.reason.empty()) {
            verdict.head = event.hash;
        } else {
            verdict.isWhole = false;
            verdict.firstBroken = event.sequence;
        }
    });
    if (!read)
        return read.error();
    return verdict;
}

Result<std::vector<Event>> readEvents(Database &database, int64_t before, int limit)
{
    std::vector<Event> events;
    const auto end = before > 0 ? before : std::numeric_limits<int64_t>::max();
    const auto read = database.each(
        "event/before", [&events](const Statement &row) { events.push_back(eventOf(row)); }, end, limit);
    if (!read)
        return read.error();
    return events;
}

} // namespace br
