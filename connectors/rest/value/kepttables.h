// KeptTables: what streams keep of their records for `lookup` in later ones.
//
// Holds only the fields that the manifest names. A key that comes twice keeps its first record. Thread rule: one thread.
#pragma once

#include "connectors/rest/manifest/stream.h"
#include "connectors/rest/value/reading.h"

#include <unordered_map>

namespace br::rest {

class KeptTables final {
public:
    void keep(const KeepSpec &spec, const Scope &record);
    // Absent where there is no such table, key or value.
    std::optional<std::string_view> find(const std::string &table, std::string_view key, const Path &path, Scratch &scratch) const;

private:
    struct Hash {
        using is_transparent = void;
        size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    struct Table {
        std::vector<std::string> fields; // as written; empty: whole records
        std::unordered_map<std::string, std::vector<std::optional<std::string>>, Hash, std::equal_to<>> values;
        std::unordered_map<std::string, JsonTree, Hash, std::equal_to<>> records;
    };
    std::map<std::string, Table, std::less<>> m_tables;
};

} // namespace br::rest
