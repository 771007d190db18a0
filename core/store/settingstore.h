// SettingStore: the few named texts of a workspace: its name, its currency.
//
// Thread rule: the Database's thread.
#pragma once

#include "core/store/database.h"

#include <string>

namespace br {

class SettingStore final {
public:
    explicit SettingStore(Database &database)
        : m_database(database)
    {
    }
    Status put(std::string_view name, std::string_view value) { return m_database.run("setting/put", name, value); }
    Result<std::string> get(std::string_view name) // empty: not set
    {
        std::string value;
        const auto read = m_database.each(
            "setting/get", [&](const Statement &row) { value = row.string(0); }, name);
        if (!read)
            return read.error();
        return value;
    }

private:
    Database &m_database;
};

} // namespace br
