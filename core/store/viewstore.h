// ViewStore: the saved views of each page's list.
//
// The caller opens the transaction. Thread rule: the Database's thread.
#pragma once

#include "core/domain/savedview.h"
#include "core/store/database.h"

#include <string_view>
#include <vector>

namespace br {

class ViewStore final {
public:
    explicit ViewStore(Database &database)
        : m_database(database)
    {
    }
    Result<std::vector<SavedView>> ofPage(std::string_view page) const; // by name
    Status put(const SavedView &view);                                  // replaces the one of this page and name
    Result<bool> remove(std::string_view page, std::string_view name);  // false: there is none

private:
    Database &m_database;
};

} // namespace br
