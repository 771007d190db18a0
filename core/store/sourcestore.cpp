#include "core/store/sourcestore.h"

namespace br {

namespace {

std::string_view codeOf(Side side) { return side == Side::Psa ? "psa" : "vendor"; }

StoredSource readSource(const Statement &row)
{
    StoredSource stored;
    stored.id = row.integer(0);
    stored.source = {SourceName(row.string(1)), row.text(2) == "psa" ? Side::Psa : Side::Vendor, row.string(3), row.string(4)};
    stored.addedAt = row.string(5);
    stored.removedAt = row.string(6);
    return stored;
}

} // namespace

Result<int64_t> SourceStore::add(const Source &source, const std::string &at)
{
    const auto done = m_database.run("source/add", source.name, codeOf(source.side), source.connector,
        source.settings.empty() ? std::string_view("{}") : std::string_view(source.settings), at);
    if (!done)
        return done.error();
    return m_database.lastInsertId();
}

Status SourceStore::edit(int64_t id, const std::string &settings) { return m_database.run("source/edit", settings, id); }

Status SourceStore::remove(int64_t id, const std::string &at) { return m_database.run("source/remove", at, id); }

Result<std::vector<StoredSource>> SourceStore::live()
{
    std::vector<StoredSource> sources;
    const auto read = m_database.each("source/live", [&](const Statement &row) { sources.push_back(readSource(row)); });
    if (!read)
        return read.error();
    return sources;
}

Result<std::vector<StoredSource>> SourceStore::all()
{
    std::vector<StoredSource> sources;
    const auto read = m_database.each("source/all", [&](const Statement &row) { sources.push_back(readSource(row)); });
    if (!read)
        return read.error();
    return sources;
}

Result<std::optional<StoredSource>> SourceStore::find(const SourceName &name)
{
    std::optional<StoredSource> found;
    const auto read = m_database.each(
        "source/find", [&](const Statement &row) { found = readSource(row); }, name);
    if (!read)
        return read.error();
    return found;
}

} // namespace br
