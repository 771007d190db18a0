#include "connectors/file/fileimport.h"

#include "connectors/file/filehash.h"
#include "core/base/text.h"

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

// One table of the file into the sink; adds its rows to the file's and its months to the votes.
struct FileReadingState {
    const OpenedFile &file;
    const FetchRequest &request;
    RecordSink &sink;
    BatchMemory &memory;
    BatchFile about;
    MonthVotes months;
    std::vector<std::string> remarks;
    std::vector<std::string> found; // what the rows gave rise to
};

Status readTable(const Match &match, const std::string &name, FileReadingState &state, Progress &progress)
{
    const auto &sample = state.file.samples[match.table];
    auto style = styleOf(match, sample, state.request.currency);
    std::ranges::move(style.notes, std::back_inserter(state.remarks));
    Findings findings(state.sink, name);
    TableImport import(match, sample, style.cells, state.sink, findings, state.memory);
    if (match.layout->accountFromFile) {
        const auto tenant = tenantOf(state.request.settings, sample.table->name());
        import.setTenant(tenant);
        if (!match.binding.columnOf[0])
            state.remarks.push_back(words("file", "%1 names no account; its rows belong to the account \"%2\"", {name, tenant.id}));
    }
    if (const auto read = import.run(progress); !read)
        return read;
    for (const auto &[month, rows] : import.months().rows)
        state.months.rows[month] += rows;
    state.months.newestSeen = std::max(state.months.newestSeen, import.months().newestSeen);
    state.about.rowsIn += findings.rowsIn();
    state.about.rowsKept += findings.kept();
    state.about.rowsRejected += findings.rejected();
    std::ranges::copy(findings.remarks(), std::back_inserter(state.found));
    return {};
}

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

Result<std::vector<std::string>> importFile(const std::string &path, const FetchRequest &request, const std::vector<Layout> &layouts,
    RecordSink &sink, Progress &progress, BatchMemory &memory)
{
    OpenedFile file;
    if (const auto opened = openFile(path, sampledRows, file); !opened)
        return opened.error();
    auto hash = hashInBackground(path);
    const auto match = recognise(file.samples, layouts, request.layout, request.side);
    if (!match)
        return match.error();
    std::vector<Match> matches = alike(file.samples, *match);
    matches.insert(matches.begin(), *match);
    std::ranges::sort(matches, {}, &Match::table);
    const auto &table = *file.samples[match->table].table;
    FileReadingState state{file, request, sink, memory, {}, {}, {}, {}};
    auto &about = state.about;
    auto &remarks = state.remarks;
    tellSheets(file, matches, remarks);
    tellFormat(table, *match, remarks);
    about.name = table.name();
    about.bytes = table.bytes();
    about.layout = match->layout->id;
    if (const auto begun = sink.beginFile(about); !begun)
        return begun.error();
    const bool isLastFile = memory.isLastFile;
    for (const auto &part : matches) {
        memory.isLastFile = isLastFile && &part == &matches.back();
        const auto &sheet = file.samples[part.table].table->sheet();
        const auto name = matches.size() > 1 ? table.name() + " (" + sheet + ")" : table.name();
        if (const auto read = readTable(part, name, state, progress); !read)
            return read.error();
    }
    if (const auto right = guardMonth(state.months, request, table.name(), remarks); !right)
        return right.error();
    tellOldList(state.months, request.period, table.name(), remarks);
    if (about.rowsIn == 0)
        remarks.push_back(words("file", "%1 has a header and no rows below it", {table.name()}));
    auto sha256 = hash.get();
    if (!sha256)
        return sha256.error();
    about.sha256 = std::move(*sha256);
    if (const auto finished = sink.finishFile(about); !finished)
        return finished.error();
    std::ranges::move(state.found, std::back_inserter(remarks));
    return std::move(remarks);
}

} // namespace br
