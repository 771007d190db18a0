// ListProof: what proves that a list was read whole, or says why it cannot be: totals, records told apart, pages told apart.
//
// The rules are in connectors/vendors/README.md ("When a list ends"). A total that grew is taken where the records match it; one
// that shrank is not (a record that was read may be gone and another one passed over), but with `after`, which no record can
// slip past. Errors: Incomplete with list, page, records seen and declared. Thread rule: one thread, one object a list.
#pragma once

#include "connectors/rest/manifest/stream.h"
#include "connectors/rest/paging/hashset.h"
#include "core/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace br::rest {

class ListProof final {
public:
    ListProof(const StreamSpec &stream, std::string name); // its name for sentences: "Devices of Acme"

    // A page begins: what its answer declares.
    Status page(const std::optional<std::string> &total, const std::optional<std::string> &totalPages);
    // One record; false: it was there before (by identity). `identity` is empty where the list states none.
    Result<bool> record(std::string_view identity, std::string_view json);
    // The page is over: Incomplete where it holds what an earlier one held.
    Status pageEnd();
    // The list is over by its rule.
    Status end() const;
    Error incomplete(const std::string &why) const;

    int64_t pages() const { return m_pages; }
    int64_t rows() const { return m_rows; }                // as they came
    int64_t different() const { return m_rows - m_again; } // each once
    int64_t rowsOfPage() const { return m_rowsOfPage; }
    int64_t largestPage() const { return m_largestPage; } // records of the largest page before this one
    std::optional<int64_t> total() const { return m_total; }
    std::optional<int64_t> totalPages() const { return m_totalPages; }

private:
    Status readCount(const std::optional<std::string> &text, const char *what, std::optional<int64_t> &count, bool &hasShrunk) const;

    const StreamSpec &m_stream;
    std::string m_name;
    HashSet m_records;
    HashSet m_pagesSeen;
    uint64_t m_pageHash = 0;
    int64_t m_pages = 0;
    int64_t m_rows = 0;
    int64_t m_rowsOfPage = 0;
    int64_t m_largestPage = 0;
    int64_t m_again = 0;
    std::optional<int64_t> m_total;
    std::optional<int64_t> m_totalPages;
    bool m_totalShrank = false;
    bool m_pagesShrank = false;
};

} // namespace br::rest
