// SavedView: a named way to look at a list: what is searched for, which columns are shown, how it is sorted.
//
// The core keeps the texts as the page gave them; only the page knows what its columns and sort orders are called. Plain values.
#pragma once

#include <string>

namespace br {

struct SavedView {
    std::string page; // "discrepancies", "clients", …; names are unique within one
    std::string name;
    std::string query;          // the search language, as typed
    std::string columns = "[]"; // a JSON array; empty: as the page has them by itself
    std::string sort;           // the page's own code, like "-impact"
    std::string by;             // filled in when saved
    std::string at;             // UTC, filled in when saved
    bool operator==(const SavedView &) const = default;
};

} // namespace br
