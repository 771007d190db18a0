#include "core/store/decisionstore.h"

#include "core/store/stored.h"

namespace br {

namespace {

Act actFrom(std::string_view code)
{
    for (const auto act : {Act::Start, Act::Approve, Act::Accept, Act::Dismiss}) {
        if (actCode(act) == code)
            return act;
    }
    return Act::Reopen;
}

Decision decisionOf(const Statement &row)
{
    Decision d{row.string(0), actFrom(row.text(1)), readNumber(row, 2), readDay(row, 3), readDay(row, 4), row.string(5), row.string(6),
        row.string(7), {}};
    const auto rows = row.isNull(17) ? std::nullopt : std::optional(row.integer(17));
    d.seen = {readNumber<Units>(row, 8), readNumber<Units>(row, 9), readNumber<Units>(row, 10), readNumber<Units>(row, 11),
        readNumber(row, 12), readCurrency(row, 13), readNumber(row, 14), readNumber(row, 15), readDay(row, 16), rows};
    return d;
}

Note noteOf(const Statement &row) { return {row.string(0), ClientId(row.string(1)), row.string(2), row.string(3), row.string(4)}; }

} // namespace

Status DecisionStore::append(Period period, const Decision &d)
{
    return m_database.run("decision/append", period.index(), std::string_view(d.key), actCode(d.act), stored(d.targetQuantity),
        stored(d.effective), stored(d.until), std::string_view(d.reason), std::string_view(d.by), std::string_view(d.at),
        stored(d.seen.billed), stored(d.seen.counted), stored(d.seen.difference), stored(d.seen.quantity), stored(d.seen.impact),
        d.seen.currency.code(), stored(d.seen.otherAmount), stored(d.seen.lineCost), stored(d.seen.until), d.seen.rows);
}

Result<std::vector<Decision>> DecisionStore::ofPeriod(Period period) const
{
    std::vector<Decision> decisions;
    const auto read = m_database.each(
        "decision/of_period", [&](const Statement &row) { decisions.push_back(decisionOf(row)); }, period.index());
    if (!read)
        return read.error();
    return decisions;
}

Result<std::vector<Decision>> DecisionStore::ofKey(Period period, const std::string &key) const
{
    std::vector<Decision> decisions;
    const auto read = m_database.each(
        "decision/of_key", [&](const Statement &row) { decisions.push_back(decisionOf(row)); }, period.index(), std::string_view(key));
    if (!read)
        return read.error();
    return decisions;
}

Result<std::vector<Period>> DecisionStore::decidedPeriods() const
{
    std::vector<Period> periods;
    const auto read = m_database.each(
        "decision/periods", [&](const Statement &row) { periods.push_back(Period::fromIndex(static_cast<int>(row.integer(0)))); });
    if (!read)
        return read.error();
    return periods;
}

Result<std::vector<Decision>> DecisionStore::carriedInto(Period period, Day asOf) const
{
    std::vector<Decision> decisions;
    const auto read = m_database.each(
        "decision/carried", [&](const Statement &row) { decisions.push_back(decisionOf(row)); }, period.index(), period.index(),
        asOf.number());
    if (!read)
        return read.error();
    return decisions;
}

Status DecisionStore::addNote(const Note &note)
{
    std::optional<int> period;
    if (const auto parsed = Period::parse(note.key.substr(0, 7)))
        period = parsed->index();
    return m_database.run("note/add", period, std::string_view(note.key), note.client, std::string_view(note.text),
        std::string_view(note.by), std::string_view(note.at));
}

Result<std::vector<Note>> DecisionStore::notesOfKey(const std::string &key) const
{
    std::vector<Note> notes;
    const auto read = m_database.each(
        "note/of_key", [&](const Statement &row) { notes.push_back(noteOf(row)); }, std::string_view(key));
    if (!read)
        return read.error();
    return notes;
}

Result<std::vector<Note>> DecisionStore::notesOfClient(const ClientId &client) const
{
    std::vector<Note> notes;
    const auto read = m_database.each(
        "note/of_client", [&](const Statement &row) { notes.push_back(noteOf(row)); }, client);
    if (!read)
        return read.error();
    return notes;
}

Result<std::unordered_map<std::string, int>> DecisionStore::noteCounts(Period period) const
{
    std::unordered_map<std::string, int> counts;
    const auto read = m_database.each(
        "note/counts", [&](const Statement &row) { counts[row.string(0)] = static_cast<int>(row.integer(1)); }, period.index());
    if (!read)
        return read.error();
    return counts;
}

} // namespace br
