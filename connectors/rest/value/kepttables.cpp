#include "connectors/rest/value/kepttables.h"

#include <algorithm>

namespace br::rest {

void KeptTables::keep(const KeepSpec &spec, const Scope &record)
{
    auto &table = m_tables[spec.as];
    Scratch scratch;
    std::vector<std::string_view> parts;
    for (const auto &path : spec.keys) {
        if (const auto value = viewAt(path, record, scratch))
            parts.push_back(*value);
    }
    if (parts.size() != spec.keys.size())
        return;
    const auto key = keyOf(parts);
    if (spec.fields.empty()) {
        if (!table.records.contains(key))
            table.records.emplace(key, JsonTree::copyOf(record.record));
        return;
    }
    if (table.fields.empty())
        std::ranges::transform(spec.fields, std::back_inserter(table.fields), &Path::written);
    if (table.values.contains(key))
        return;
    std::vector<std::optional<std::string>> values;
    std::ranges::transform(spec.fields, std::back_inserter(values), [&record](const Path &path) { return textAt(path, record); });
    table.values.emplace(key, std::move(values));
}

std::optional<std::string_view> KeptTables::find(const std::string &name, std::string_view key, const Path &path, Scratch &scratch) const
{
    const auto table = m_tables.find(name);
    if (table == m_tables.end())
        return std::nullopt;
    const auto &[fields, values, records] = table->second;
    if (const auto record = records.find(key); record != records.end()) {
        Scope scope;
        scope.record = record->second.root();
        return viewAt(path, scope, scratch);
    }
    const auto kept = values.find(key);
    const auto field = std::ranges::find(fields, path.written);
    if (kept == values.end() || field == fields.end())
        return std::nullopt;
    const auto &value = kept->second[static_cast<size_t>(field - fields.begin())];
    return value ? std::optional<std::string_view>(*value) : std::nullopt;
}

} // namespace br::rest
