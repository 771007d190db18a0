#include "core/store/decisionstore.h"

namespace br {

namespace {

std::optional<int64_t> rawOf(const std::optional<Units> &value) { return value ? std::optional(value->raw()) : std::nullopt; }
std::optional<int64_t> rawOf(const std::optional<Decimal> &value) { return value ? std::optional(value->raw()) : std::nullopt; }
std::optional<int64_t> rawOf(const MaybeDay &day) { return day ? std::optional(int64_t{day->number()}) : std::nullopt; }

std::optional<Units> unitsAt(const Statement &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(Units::fromRaw(row.integer(column)));
}

std::optional<Decimal> decimalAt(const Statement &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(Decimal::fromRaw(row.integer(column)));
}

MaybeDay dayAt(const Statement &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(Day::fromNumber(static_cast<int32_t>(row.integer(column))));
}

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
    Decision d{row.string(0), actFrom(row.text(1)), decimalAt(row, 2), dayAt(row, 3), dayAt(row, 4), row.string(5), row.string(6),
        row.string(7), {}};
    d.seen = {unitsAt(row, 8), unitsAt(row, 9), unitsAt(row, 10), unitsAt(row, 11), decimalAt(row, 12), {}};
    if (const auto currency = Currency::parse(row.text(13)))
        d.seen.currency = *currency;
    return d;
}

Note noteOf(const Statement &row) { return {row.string(0), ClientId(row.string(1)), row.string(2), row.string(3), row.string(4)}; }

} // namespace

Status DecisionStore::append(Period period, const Decision &d)
{
    return m_database.run("decision/append", period.index(), std::string_view(d.key), actCode(d.act), rawOf(d.targetQuantity),
        rawOf(d.effective), rawOf(d.until), std::string_view(d.reason), std::string_view(d.by), std::string_view(d.at),
        rawOf(d.seen.billed), rawOf(d.seen.counted), rawOf(d.seen.difference), rawOf(d.seen.quantity), rawOf(d.seen.impact),
        d.seen.currency.code());
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
