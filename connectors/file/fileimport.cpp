#include "connectors/file/fileimport.h"

#include "connectors/file/filehash.h"
#include "connectors/file/monthsheets.h"
#include "core/base/text.h"
#include "core/connect/slots.h"

#include <algorithm>

namespace br {

namespace {

// A list of devices states no month. One in which nothing was seen since the month began is likely an older list: told, not
// refused, since a vendor may simply have lost touch with every device.
void tellOldList(const MonthVotes &months, Period chosen, const std::string &file, std::vector<std::string> &remarks)
{
    if (months.newestSeen && *months.newestSeen < chosen.firstDay())
        remarks.push_back(words("file", "%1: nothing in it was seen after %2. Make sure that it is the list of %3, not of an earlier month",
            {file, months.newestSeen->toString(), chosen.toString()}));
}

// Where no row says which month it is, a name may; a list that was saved after the month's end is the usual case.
void tellOldName(const std::string &file, Period chosen, std::vector<std::string> &remarks)
{
    if (const auto month = monthInName(file); month && *month < chosen)
        remarks.push_back(words("file", "%1: the name \"%2\" is of %3. Make sure that it is the list of %4",
            {file, file, month->toString(), chosen.toString()}));
}

// The month most rows charge must be the chosen one; others beside it are only told.
Status guardMonth(const MonthVotes &months, const FetchRequest &request, const std::string &file, std::vector<std::string> &remarks)
{
    if (months.rows.empty())
        return {};
    const auto most = std::ranges::max_element(months.rows, {}, [](const auto &entry) { return entry.second; });
    const auto chosen = months.rows.find(request.period);
    if (chosen != months.rows.end() && chosen->second == most->second)
        return {};
    const auto found = most->first.toString();
    if (!request.force) {
        return Error{Errc::Refused,
            words("file", "%1 is of %2, and the period chosen is %3. Choose %2, or force the import if this file is meant",
                {file, found, request.period.toString()})};
    }
    remarks.push_back(
        words("file", "%1 is of %2 and was taken for %3 because the import was forced", {file, found, request.period.toString()}));
    return {};
}

std::string quotedList(const std::vector<std::string> &names)
{
    std::string text;
    for (const auto &name : names)
        text += (text.empty() ? "\"" : ", \"") + name + "\"";
    return text;
}

// Which sheets were read and which were not; nothing is left out silently.
void tellSheets(const OpenedFile &file, const std::vector<Match> &matches, std::vector<std::string> &remarks)
{
    const auto &name = file.tables.front().name();
    std::vector<std::string> read;
    for (const auto &match : matches)
        read.push_back(file.samples[match.table].table->sheet());
    std::vector<std::string> others;
    for (const auto &sample : file.samples) {
        if (!sample.rows.empty() && std::ranges::find(read, sample.table->sheet()) == read.end())
            others.push_back(sample.table->sheet());
    }
    if (read.size() > 1)
        remarks.push_back(words("file", "%1: the sheets %2 have the same columns and were read as one", {name, quotedList(read)}));
    if (!others.empty())
        remarks.push_back(
            words("file", "%1: the sheet %2 was read, its other sheets were not: %3", {name, quotedList(read), quotedList(others)}));
    if (!file.hidden.empty())
        remarks.push_back(words("file", "%1: hidden sheets were not read: %2", {name, quotedList(file.hidden)}));
}

void tellFormat(const TableFile &table, const Match &match, std::vector<std::string> &remarks)
{
    if (table.isEncodingAssumed())
        remarks.push_back(
            words("file", "%1 is not UTF-8: its letters were read as Windows-1252 (Latin-1). Check names with accents", {table.name()}));
    for (const auto &note : match.notes)
        remarks.push_back(table.name() + ": " + note);
    for (const auto &note : match.layout->notes)
        remarks.push_back(table.name() + ": " + note);
}

// One file of a batch: its tables into the sink, and what is to be told about them.
class FileImport final {
public:
    FileImport(const OpenedFile &file, const FetchRequest &request, RecordSink &sink, BatchMemory &memory)
        : m_file(file)
        , m_request(request)
        , m_sink(sink)
        , m_memory(memory)
        , m_isLastFile(memory.isLastFile)
    {
    }

    // `chosen` is what the file was recognised by; `matches` holds it and the sheets that are alike, in their order.
    Status read(const Match &chosen, const std::vector<Match> &matches, Progress &progress)
    {
        const auto &table = *m_file.samples[chosen.table].table;
        tellSheets(m_file, matches, m_remarks);
        tellFormat(table, chosen, m_remarks);
        m_about.name = table.name();
        m_about.bytes = table.bytes();
        m_about.layout = chosen.layout->id;
        if (const auto begun = m_sink.beginFile(m_about); !begun)
            return begun;
        if (const auto told = tellApart(); !told)
            return told;
        for (const auto &match : matches) {
            m_memory.isLastFile = m_isLastFile && &match == &matches.back();
            const auto &sheet = m_file.samples[match.table].table->sheet();
            if (const auto done = readTable(match, matches.size() > 1 ? table.name() + " (" + sheet + ")" : table.name(), progress); !done)
                return done;
        }
        return judgeMonth();
    }

    Result<std::vector<std::string>> finish(Result<std::string> sha256)
    {
        if (m_about.rowsIn == 0)
            m_remarks.push_back(words("file", "%1 has a header and no rows below it", {m_about.name}));
        if (!sha256)
            return sha256.error();
        m_about.sha256 = std::move(*sha256);
        if (const auto finished = m_sink.finishFile(m_about); !finished)
            return finished.error();
        std::ranges::move(m_found, std::back_inserter(m_remarks));
        return std::move(m_remarks);
    }

private:
    Status readTable(const Match &match, const std::string &name, Progress &progress)
    {
        const auto &sample = m_file.samples[match.table];
        auto style = styleOf(match, sample, m_request.currency);
        if (style.refused)
            return *style.refused;
        std::ranges::move(style.notes, std::back_inserter(m_remarks));
        Findings findings(m_sink, name);
        TableImport import(match, sample, style.cells, m_sink, findings, m_memory);
        import.setPeriod(m_request.period);
        if (const auto known = giveTenant(match, name, import); !known)
            return known;
        if (const auto read = import.run(progress); !read)
            return read;
        for (const auto &[month, rows] : import.months().rows)
            m_months.rows[month] += rows;
        m_months.newestSeen = std::max(m_months.newestSeen, import.months().newestSeen);
        m_about.rowsIn += findings.rowsIn();
        m_about.rowsKept += findings.kept();
        m_about.rowsRejected += findings.rejected();
        std::ranges::copy(findings.remarks(), std::back_inserter(m_found));
        return {};
    }

    // Who linked the plain name meant one of them: of that one the file no longer says anything.
    Status tellApart()
    {
        const auto names = m_memory.apart.takeUntold();
        if (names.empty())
            return {};
        m_remarks.push_back(
            words("file", "%1: %2 stand under several accounts and were read as \"%3\" each; links of the plain names no longer hold",
                {m_about.name, quotedList(names), NamesApart::full("Account", "Site")}));
        for (const auto &name : names) {
            const auto why = words("file", "\"%1\" stands under several accounts; each has an account of its own now", {name});
            if (auto told = m_sink.unread({{}, AccountId(name), {}, why}); !told)
                return told;
        }
        return {};
    }

    Status giveTenant(const Match &match, const std::string &name, TableImport &import)
    {
        if (!match.layout->accountFromFile)
            return {};
        const auto &table = *m_file.samples[match.table].table;
        auto tenant = tenantOf(m_request.settings, table.name());
        if (!match.binding.columnOf[field::AccountId]) {
            auto taken = m_memory.tenants.take(std::move(tenant), {table.path(), table.name(), match.layout->id}, m_request.force);
            if (!taken)
                return taken.error();
            tenant = std::move(*taken);
            m_remarks.push_back(words("file", "%1 names no account; its rows belong to the account \"%2\"", {name, tenant.id}));
        }
        import.setTenant(tenant);
        return {};
    }

    Status judgeMonth()
    {
        if (auto right = guardMonth(m_months, m_request, m_about.name, m_remarks); !right)
            return right;
        tellOldList(m_months, m_request.period, m_about.name, m_remarks);
        if (m_months.rows.empty())
            tellOldName(m_about.name, m_request.period, m_remarks);
        return {};
    }

    const OpenedFile &m_file;
    const FetchRequest &m_request;
    RecordSink &m_sink;
    BatchMemory &m_memory;
    bool m_isLastFile;
    BatchFile m_about;
    MonthVotes m_months;
    std::vector<std::string> m_remarks;
    std::vector<std::string> m_found; // what the rows gave rise to: told after what is to be told of the file
};

} // namespace

Status openFile(const std::string &path, size_t rows, OpenedFile &file)
{
    auto tables = TableFile::open(path);
    if (!tables)
        return tables.error();
    file.tables = std::move(*tables);
    const bool allHidden = std::ranges::all_of(file.tables, &TableFile::isHidden);
    for (const auto &table : file.tables) {
        const bool isLeftOut = table.isHidden() && !allHidden;
        auto sample = table.sample(isLeftOut ? 1 : rows);
        if (!sample)
            return sample.error();
        if (!isLeftOut)
            file.samples.push_back({&table, std::move(*sample)});
        else if (!sample->empty())
            file.hidden.push_back(table.sheet());
    }
    return {};
}

void learnNames(const std::string &path, const FetchRequest &request, const std::vector<Layout> &layouts, BatchMemory &memory)
{
    OpenedFile file;
    if (!openFile(path, lastDeepHeaderRow, file))
        return;
    const auto match = recognise(file.samples, layouts, request.layout, request.side);
    if (!match || !match->layout->apart)
        return;
    auto matches = alike(file.samples, *match);
    matches.push_back(*match);
    for (const auto &each : matches) {
        if (!memory.apart.learn(each, file.samples[each.table]))
            return;
    }
}

Result<std::vector<std::string>> importFile(const std::string &path, const FetchRequest &request, const std::vector<Layout> &layouts,
    RecordSink &sink, Progress &progress, BatchMemory &memory)
{
    FileHash hash(path);
    OpenedFile file;
    if (const auto opened = openFile(path, sampledRows, file); !opened)
        return opened.error();
    const auto match = recognise(file.samples, layouts, request.layout, request.side);
    if (!match)
        return match.error();
    auto all = alike(file.samples, *match);
    all.insert(all.begin(), *match);
    std::ranges::sort(all, {}, &Match::table);
    const auto matches = sheetsOfMonth(std::move(all), file.samples, request.period, request.force);
    if (!matches)
        return matches.error();
    for (const auto &each : *matches) {
        if (const auto learned = memory.apart.learn(each, file.samples[each.table]); !learned)
            return learned.error();
    }
    FileImport reading(file, request, sink, memory);
    const auto isChosen = [&match](const Match &each) { return each.table == match->table; };
    const auto chosen = std::ranges::find_if(*matches, isChosen);
    if (const auto read = reading.read(chosen == matches->end() ? matches->front() : *chosen, *matches, progress); !read)
        return read.error();
    return reading.finish(hash.take());
}

} // namespace br
