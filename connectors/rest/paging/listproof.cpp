#include "connectors/rest/paging/listproof.h"

#include "core/base/text.h"

#include <algorithm>
#include <charconv>

namespace br::rest {

ListProof::ListProof(const StreamSpec &stream, std::string name)
    : m_stream(stream)
    , m_name(std::move(name))
{
}

Error ListProof::incomplete(const std::string &why) const
{
    const auto declared = m_total ? std::to_string(*m_total) : words("rest", "an unstated number");
    return {Errc::Incomplete,
        words("rest", "%1 cannot be proved complete: %2 (page %3, %4 records read of %5). Nothing was stored; sync again.",
            {m_name, why, std::to_string(m_pages), std::to_string(m_rows), declared})};
}

Status ListProof::readCount(const std::optional<std::string> &text, const char *what, std::optional<int64_t> &count, bool &hasShrunk) const
{
    if (!text)
        return {};
    int64_t number = 0;
    const auto [end, failed] = std::from_chars(text->data(), text->data() + text->size(), number);
    const auto rest = std::string_view(*text).substr(static_cast<size_t>(end - text->data()));
    const bool isWhole = rest.empty() || (rest.starts_with('.') && rest.find_first_not_of('0', 1) == std::string_view::npos);
    if (failed != std::errc{} || !isWhole || number < 0)
        return incomplete(words("rest", "\"%1\" is no number of records (%2)", {shortened(*text), what}));
    hasShrunk = hasShrunk || (count && number < *count);
    count = number;
    return {};
}

Status ListProof::page(const std::optional<std::string> &total, const std::optional<std::string> &totalPages)
{
    ++m_pages;
    m_largestPage = std::max(m_largestPage, m_rowsOfPage);
    m_rowsOfPage = 0;
    m_pageHash = 0;
    if (const auto read = readCount(total, "complete.total", m_total, m_totalShrank); !read)
        return read;
    return readCount(totalPages, "complete.total_pages", m_totalPages, m_pagesShrank);
}

Result<bool> ListProof::record(std::string_view identity, std::string_view json)
{
    ++m_rows;
    ++m_rowsOfPage;
    const auto hash = hashOf(identity.empty() ? json : identity);
    m_pageHash = hashOf({reinterpret_cast<const char *>(&hash), sizeof hash}, m_pageHash);
    if (identity.empty() || m_records.insert(hash)) {
        if (m_records.isFull())
            return incomplete(words("rest", "it holds more records than can be told apart"));
        return true;
    }
    ++m_again;
    return false;
}

Status ListProof::pageEnd()
{
    if (m_rowsOfPage > 0 && !m_pagesSeen.insert(m_pageHash))
        return incomplete(words("rest", "the same page came again"));
    return {};
}

Status ListProof::end() const
{
    const auto asText = [](int64_t number) { return std::to_string(number); };
    if (m_stream.complete.total) {
        if (!m_total)
            return incomplete(words("rest", "the answers do not say how many there are (\"%1\")", {m_stream.complete.total->written}));
        if (different() < *m_total)
            return incomplete(words("rest", "%1 of %2 records came", {asText(different()), asText(*m_total)}));
        if (different() > *m_total)
            return incomplete(words("rest", "%1 records came where %2 were declared", {asText(different()), asText(*m_total)}));
        if (m_totalShrank && m_stream.paging.scheme != PagingSpec::Scheme::After)
            return incomplete(words("rest", "records were removed there while the pages were read"));
    } else if (m_again > 0) {
        return incomplete(words("rest", "%1 records came twice, so that others may be missing", {asText(m_again)}));
    }
    if (m_stream.complete.totalPages) {
        if (!m_totalPages)
            return incomplete(
                words("rest", "the answers do not say how many pages there are (\"%1\")", {m_stream.complete.totalPages->written}));
        const bool isEmpty = *m_totalPages == 0 && m_rows == 0;
        if (!isEmpty && *m_totalPages != m_pages)
            return incomplete(words("rest", "%1 of %2 pages came", {asText(m_pages), asText(*m_totalPages)}));
        if (!isEmpty && m_rowsOfPage == 0)
            return incomplete(words("rest", "the last of %1 pages is empty", {asText(m_pages)}));
        if (m_pagesShrank)
            return incomplete(words("rest", "records were removed there while the pages were read"));
    }
    return {};
}

} // namespace br::rest
