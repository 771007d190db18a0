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

void tellFormat(const OpenedFile &file, const TableFile &table, const Match &match, std::vector<std::string> &remarks)
{
    const auto filled = std::ranges::count_if(file.samples, [](const SampledTable &sample) { return !sample.rows.empty(); });
    if (filled > 1)
        remarks.push_back(words("file", "%1: the sheet \"%2\" was read, its other sheets were not", {table.name(), table.sheet()}));
    if (table.isEncodingAssumed())
        remarks.push_back(
            words("file", "%1 is not UTF-8: its letters were read as Windows-1252 (Latin-1). Check names with accents", {table.name()}));
    for (const auto &note : match.notes)
        remarks.push_back(table.name() + ": " + note);
    for (const auto &note : match.layout->notes)
        remarks.push_back(table.name() + ": " + note);
}

} // namespace

Status openFile(const std::string &path, size_t rows, OpenedFile &file)
{
    auto tables = TableFile::open(path);
    if (!tables)
        return tables.error();
    file.tables = std::move(*tables);
    for (const auto &table : file.tables) {
        auto sample = table.sample(rows);
        if (!sample)
            return sample.error();
        file.samples.push_back({&table, std::move(*sample)});
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
    const auto &sample = file.samples[match->table];
    const auto &table = *sample.table;
    auto style = styleOf(*match, sample, request.currency);
    auto remarks = std::move(style.notes);
    tellFormat(file, table, *match, remarks);

    BatchFile about;
    about.name = table.name();
    about.bytes = table.bytes();
    about.layout = match->layout->id;
    if (const auto begun = sink.beginFile(about); !begun)
        return begun.error();
    Findings findings(sink, table.name());
    TableImport import(*match, sample, style.cells, sink, findings, memory);
    if (match->layout->accountFromFile) {
        const auto tenant = tenantOf(request.settings, table.name());
        import.setTenant(tenant);
        if (!match->binding.columnOf[0])
            remarks.push_back(words("file", "%1 names no account; its rows belong to the account \"%2\"", {table.name(), tenant.id}));
    }
    if (const auto read = import.run(progress); !read)
        return read.error();
    if (const auto right = guardMonth(import.months(), request, table.name(), remarks); !right)
        return right.error();
    tellOldList(import.months(), request.period, table.name(), remarks);
    if (findings.rowsIn() == 0)
        remarks.push_back(words("file", "%1 has a header and no rows below it", {table.name()}));
    auto sha256 = hash.get();
    if (!sha256)
        return sha256.error();
    about.sha256 = std::move(*sha256);
    about.rowsIn = findings.rowsIn();
    about.rowsKept = findings.kept();
    about.rowsRejected = findings.rejected();
    if (const auto finished = sink.finishFile(about); !finished)
        return finished.error();
    std::ranges::copy(findings.remarks(), std::back_inserter(remarks));
    return remarks;
}

} // namespace br
